// The last steps of a merge: nothing rests on what is gone, and positions are counted anew.
import type { RecordTable } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import { type MergeDraft, recordOfResult } from './draft.ts';
import { leaveOut } from './forget.ts';
import { hardReferences } from './references.ts';

/** A passage lives while a claim of either side rests on it, a source while a passage does. */
export function keepWhatIsRestedOn(draft: MergeDraft): void {
  const rests = (table: RecordTable, record: Fields): void => {
    for (const { table: to, id } of hardReferences(table, record)) {
      const target = draft.result(to, id);
      if (target === undefined || target.isThere || target.mine?.isThere !== true) continue;
      draft.results.delete(`${to} ${target.id}`);
      rests(to, target.mine.record);
    }
  };
  for (const result of [...draft.results.values()]) if (result.isThere) rests(result.table, recordOfResult(result));
  for (const [table, numbers] of draft.written.mine) {
    for (const n of numbers) {
      const state = draft.stateAt('mine', table, n);
      // What theirs wrote on too rests on what both together say, and was looked at above.
      if (state?.isThere === true && draft.result(table, state.id) === undefined) rests(table, state.record);
    }
  }
  // What could not be asked of rests on nothing then.
  for (const result of [...draft.results.values()])
    if (
      result.isThere &&
      hardReferences(result.table, recordOfResult(result)).some(
        ({ table, id }) => draft.merged(table, id) === undefined && !isUnitedHere(draft, table, id),
      )
    )
      leaveOut(draft, result);
}

function isUnitedHere(draft: MergeDraft, table: RecordTable, id: string): boolean {
  return [...draft.canon.keys()].some((one) => draft.stays(one) === id && draft.copies.mine.read.isThere(table, one));
}

/** Positions are counted anew, never asked. */
export function renumber(draft: MergeDraft): void {
  const changed = [...draft.results.values()].filter(({ table, isThere, mine }) => table === 'hypothesis' && (isThere || mine?.isThere));
  for (const matrixId of new Set(changed.map((one) => String(recordOfResult(one).matrixId)))) {
    const ids = new Set([
      ...draft.copies.mine.read
        .all('hypothesis')
        .filter((one) => draft.stays(one.matrixId) === matrixId)
        .map(({ id }) => id),
      ...changed.map(({ id }) => id),
    ]);
    const list = [...ids].flatMap((id) => draft.merged('hypothesis', id) ?? []).filter((one) => draft.stays(one.matrixId) === matrixId);
    list
      .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .forEach((one, position) => {
        if (one.position === position) return;
        const mine = draft.state('mine', 'hypothesis', one.id);
        const result =
          draft.result('hypothesis', one.id) ??
          draft.set({
            table: 'hypothesis',
            id: one.id,
            mine,
            theirs: undefined,
            isThere: true,
            presence: mine!.stamp,
            groups: draft.groupsOf(mine!),
          });
        result.groups.set('position', { values: { position }, stamp: null });
      });
  }
}
