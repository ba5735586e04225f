// What was said of claims that are gone once both copies are one: it goes too where nothing is left that it speaks of.
import type { RecordTable } from '../../../shared/records/index.ts';
import { leftWithout, tablesOnClaims } from '../../../shared/records/said-of-claims.ts';
import type { MergeDraft, MergedRecord } from './draft.ts';
import { referencesIn } from './references.ts';

export function forgetRemoved(draft: MergeDraft): void {
  const gone = removedClaims(draft);
  if (gone.size === 0) return;
  const isGone = (id: string) => draft.merged('claim', id) === undefined;
  const isTouched = (table: RecordTable, record: object) =>
    referencesIn(table, { ...record }).some((one) => one.table === 'claim' && gone.has(draft.stays(one.id)));
  for (const table of tablesOnClaims) {
    for (const id of idsIn(draft, table)) {
      const record = draft.merged(table, id);
      const left = record === undefined || !isTouched(table, record) ? undefined : leftWithout(table, { ...record }, isGone);
      if (left === undefined) continue;
      const result = draft.result(table, id) ?? untouched(draft, table, id);
      if (left === 'goes') leaveOut(draft, result);
      else for (const [name, value] of Object.entries(left)) result.groups.set(name, { values: { [name]: value }, stamp: null });
    }
  }
}

/** By the id under which they would go on: claims that either copy removed and that do not come back. */
function removedClaims(draft: MergeDraft): ReadonlySet<string> {
  const removed = [...draft.results.values()].filter(({ table, isThere }) => table === 'claim' && !isThere).map(({ id }) => id);
  for (const side of ['mine', 'theirs'] as const) {
    for (const n of draft.written[side].get('claim')!) {
      const state = draft.stateAt(side, 'claim', n);
      if (state !== undefined && !state.isThere) removed.push(state.id);
    }
  }
  return new Set(removed.map((id) => draft.stays(id)).filter((id) => draft.merged('claim', id) === undefined));
}

function idsIn(draft: MergeDraft, table: RecordTable): ReadonlySet<string> {
  const own = draft.copies.mine.read.all(table).map(({ id }) => draft.stays(id));
  const written = [...draft.results.values()].filter((result) => result.table === table && result.isThere).map(({ id }) => id);
  return new Set([...own, ...written]);
}

function untouched(draft: MergeDraft, table: RecordTable, id: string): MergedRecord {
  const mine = draft.state('mine', table, id)!;
  return draft.set({ table, id, mine, theirs: undefined, isThere: true, presence: mine.stamp, groups: draft.groupsOf(mine) });
}

export function leaveOut(draft: MergeDraft, result: MergedRecord): void {
  if (result.mine?.isThere === true) {
    result.isThere = false;
    result.presence = null;
  } else draft.results.delete(`${result.table} ${result.id}`);
}
