import type { PassageRef } from '../../../../shared/features/claims/model.ts';
import { fromRow } from '../../edits/records.ts';
import type { Row, Sql } from '../../store/sql.ts';

export interface Aside {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface PassageRepository {
  findAt(sourceId: string, start: number, end: number): PassageRef | undefined;
  ofSource(sourceId: string): (PassageRef & { claimIds: string[] })[];
  /** Those of the passages that no claim rests on any more. */
  withoutClaims(ids: readonly string[]): string[];
  asides(sourceId: string): Aside[];
  idsOfSource(sourceId: string): string[];
  count(): number;
}

export function createPassageRepository(sql: Sql): PassageRepository {
  return {
    findAt(sourceId, start, end) {
      const row = sql.get('SELECT * FROM passage WHERE source_id = ? AND start = ? AND end = ? ORDER BY id LIMIT 1', [sourceId, start, end]);
      return row === undefined ? undefined : toPassage(row);
    },
    ofSource(sourceId) {
      const rows = sql.all(
        `SELECT passage.*, (SELECT json_group_array(claim_id) FROM claim_passage WHERE passage_id = passage.id) AS claim_ids
         FROM passage WHERE source_id = ? ORDER BY start, end`,
        [sourceId],
      );
      return rows.map((row) => ({ ...toPassage(row), claimIds: JSON.parse(String(row.claim_ids)) as string[] }));
    },
    withoutClaims: (ids) =>
      sql.column<string>(
        `SELECT passage.id FROM json_each(?) wanted JOIN passage ON passage.id = wanted.value
         WHERE NOT EXISTS (SELECT 1 FROM claim, json_each(claim.passages) one WHERE claim.source_id = passage.source_id AND one.value = passage.id)`,
        [JSON.stringify(ids)],
      ),
    asides: (sourceId) =>
      sql.all<{ id: string; start: number; end: number }>('SELECT id, start, end FROM aside WHERE source_id = ? ORDER BY start', [sourceId]),
    idsOfSource: (sourceId) => sql.column<string>('SELECT id FROM passage WHERE source_id = ?', [sourceId]),
    count: () => sql.get<{ n: number }>('SELECT count(*) AS n FROM passage')?.n ?? 0,
  };
}

function toPassage(row: Row): PassageRef {
  const { sourceId, ...rest } = fromRow('passage', row);
  return { ...rest, source: sourceId } as unknown as PassageRef;
}
