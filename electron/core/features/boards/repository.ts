import type { Board, Note, Panel } from '../../../../shared/features/boards/model.ts';
import { allRecords } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

export interface BoardsRepository {
  /** In their order. */
  boards(): Board[];
  /** Of all boards, each in the order of its board. */
  panels(): Panel[];
  /** In the order in which they were written. */
  notes(): Note[];
}

export function createBoardsRepository(sql: Sql): BoardsRepository {
  return {
    boards: () => allRecords(sql, 'board').toSorted(byPlace),
    panels: () => allRecords(sql, 'panel').toSorted(byPlace),
    notes: () => allRecords(sql, 'note'),
  };
}

function byPlace(a: { readonly place: number; readonly id: string }, b: { readonly place: number; readonly id: string }): number {
  return a.place - b.place || (a.id < b.id ? -1 : 1);
}
