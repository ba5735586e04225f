// Records that one copy removed while the other changed or cited them.
import type { MergeKind } from '../../../shared/features/exchange/merge.ts';
import { type RecordTable, recordTables, recordType, type Stored } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import { cites, type MergeDraft, newest, type Pair, type Side } from './draft.ts';
import { same, shown } from './fields.ts';
import { hardReferences, referencesIn } from './references.ts';
import { type RecordState, stateOf } from './states.ts';

/** Whether all that a record of theirs must rest on will be there; what mine removed is asked of or brought back. */
export function canRest(draft: MergeDraft, table: RecordTable, record: Fields): boolean {
  let can = true;
  for (const { table: to, id } of hardReferences(table, record)) {
    if (draft.dropped.has(`${to} ${id}`)) return false;
    const target = draft.result(to, id);
    if (target !== undefined ? target.isThere : draft.copies.mine.read.isThere(to, draft.stays(id))) continue;
    if (target !== undefined) return false;
    const [own, other] = [draft.state('mine', to, draft.stays(id)), draft.state('theirs', to, id)];
    if (own === undefined || other === undefined || !other.isThere) return false;
    if (to !== 'passage') can = askOfCited(draft, { table: to, mine: own, theirs: other }) && can;
    else if (canRest(draft, to, other.record)) bringBack(draft, own, other);
    else can = false;
  }
  return can;
}

/** What something new of theirs cites, and mine removed. */
export function askOfWhatItCites(draft: MergeDraft, table: RecordTable, theirs: RecordState): void {
  for (const { table: to, id, field } of referencesIn(table, theirs.record)) {
    if (field === 'ground' || !cites(table, to) || recordType(table).fieldNamed.get(field)!.reference!.isLoose === false) continue;
    const group = theirs.groups.get(recordType(table).fieldNamed.get(field)!.group)!;
    if (draft.copies.mine.knows(group.stamp)) continue;
    const [own, other] = [draft.state('mine', to, draft.stays(id)), draft.state('theirs', to, id)];
    if (own !== undefined && !own.isThere && other?.isThere && !draft.copies.theirs.knows(own.stamp))
      askOfCited(draft, { table: to, mine: own, theirs: other });
  }
}

export function mergeRemoved(draft: MergeDraft, pair: Pair): void {
  const { table, mine, theirs } = pair;
  const remover: Side = mine.isThere ? 'theirs' : 'mine';
  const [gone, kept] = remover === 'theirs' ? [theirs, mine] : [mine, theirs];
  const [other, keeper] = [draft.copies[remover], draft.copies[remover === 'theirs' ? 'mine' : 'theirs']];
  // Removed, and brought back by who knew that it was removed.
  if (keeper.knows(gone.stamp)) {
    if (remover === 'mine' && !other.knows(kept.stamp)) bringBack(draft, mine, theirs);
    return;
  }
  const isEdited = [...kept.groups].some(
    ([group, { stamp, values }]) =>
      !other.knows(stamp) && !(table === 'passage' && group === 'place') && !same(table, values, gone.groups.get(group)!.values),
  );
  const isWithClaim = table === 'verdict' && isGoneWith(draft, remover, String(kept.record.claimId));
  if (isEdited && !isWithClaim) askOfEdited(draft, pair);
  else if (isCitedBy(draft, remover === 'theirs' ? 'mine' : 'theirs', table, kept.id)) askOfCited(draft, pair);
  else if (remover === 'theirs') remove(draft, pair);
}

function isGoneWith(draft: MergeDraft, side: Side, claimId: string): boolean {
  const state = draft.state(side, 'claim', claimId);
  return state !== undefined && !state.isThere;
}

function remove(draft: MergeDraft, { table, mine, theirs }: Pair, presence: string | null = theirs.stamp): void {
  draft.set({ table, id: draft.stays(mine.id), mine, theirs, isThere: false, presence, groups: draft.groupsOf(mine) });
}

/** Brings back what mine removed, as theirs holds it, with what was removed along with it and rests on it. */
function bringBack(draft: MergeDraft, mine: RecordState, theirs: RecordState, presence: string | null = null): void {
  const { table } = theirs;
  if (draft.result(table, mine.id)?.isThere === true) return;
  if (!restable(draft, table, theirs.record)) return;
  draft.set({ table, id: draft.stays(mine.id), mine, theirs, isThere: true, presence, groups: draft.groupsOf(theirs) });
  for (const [at, numbers] of draft.copies.mine.read.touchedBy([mine.edit])) {
    for (const n of numbers) {
      const own = draft.stateAt('mine', at, n);
      if (own === undefined || own.isThere || draft.result(at, own.id) !== undefined) continue;
      if (!referencesIn(at, own.record).some(({ id }) => id === mine.id)) continue;
      const other = draft.state('theirs', at, own.id);
      if (other?.isThere === true) bringBack(draft, own, other, presence);
    }
  }
}

/** The same for what it must rest on. */
function restable(draft: MergeDraft, table: RecordTable, record: Fields): boolean {
  return hardReferences(table, record).every(({ table: to, id }) => {
    if (draft.result(to, id)?.isThere ?? draft.copies.mine.read.isThere(to, draft.stays(id))) return true;
    const [own, other] = [draft.state('mine', to, draft.stays(id)), draft.state('theirs', to, id)];
    if (own === undefined || other?.isThere !== true) return false;
    bringBack(draft, own, other);
    return true;
  });
}

/** Whether something that the other copy does not know cites a record. */
function isCitedBy(draft: MergeDraft, side: Side, table: RecordTable, id: string): boolean {
  const [copy, other] = [draft.copies[side], draft.copies[side === 'mine' ? 'theirs' : 'mine']];
  for (const [from, numbers] of draft.written[side]) {
    if (!cites(from, table)) continue;
    for (const n of numbers) {
      const state = stateOf(copy, other, from, n);
      if (state === undefined || !state.isThere) continue;
      const found = referencesIn(from, state.record).filter((one) => one.table === table && one.id === id && one.field !== 'ground');
      if (found.some(({ field }) => !other.knows(state.groups.get(recordType(from).fieldNamed.get(field)!.group)!.stamp))) return true;
    }
  }
  return false;
}

function askOfEdited(draft: MergeDraft, { table, mine, theirs }: Pair): boolean {
  if (table === 'verdict') return askOfReopened(draft, { table, mine, theirs });
  return askOfRemoved(draft, { table, mine, theirs }, 'deleted-edited');
}

function askOfCited(draft: MergeDraft, pair: Pair): boolean {
  return askOfRemoved(draft, pair, 'deleted-cited');
}

/** One is removed here and needed there; whether it will be there. */
function askOfRemoved(draft: MergeDraft, { table, mine, theirs }: Pair, kind: MergeKind): boolean {
  const known = draft.result(table, mine.id);
  if (known !== undefined) return known.isThere;
  const kept = mine.isThere ? mine : theirs;
  const gone = mine.isThere ? theirs : mine;
  const answer = draft.ask({
    kind,
    table,
    record: draft.stays(mine.id),
    field: '*',
    base: gone.record,
    mine: mine.isThere ? draft.rewrite(table, mine.record) : null,
    theirs: theirs.isThere ? draft.rewrite(table, theirs.record) : null,
    by: { mine: mine.isThere ? newest(mine) : mine.stamp, theirs: theirs.isThere ? newest(theirs) : theirs.stamp },
    answers: ['mine', 'theirs'],
  });
  const isKept = answer?.take === 'theirs' ? theirs.isThere : mine.isThere;
  if (isKept && !mine.isThere) bringBack(draft, mine, theirs);
  else if (isKept) keep(draft, { table, mine, theirs });
  else if (mine.isThere) removeWithAll(draft, { table, mine, theirs });
  else draft.set({ table, id: draft.stays(mine.id), mine, theirs, isThere: false, presence: mine.stamp, groups: draft.groupsOf(kept) });
  return isKept;
}

/** With what of mine must rest on it. */
function removeWithAll(draft: MergeDraft, pair: Pair): void {
  remove(draft, pair, null);
  for (const table of recordTables) {
    for (const { column, reference } of recordType(table).fields) {
      if (reference?.record !== pair.table || reference.isLoose) continue;
      for (const id of draft.copies.mine.read.pointingTo(table, column, pair.mine.id, reference.as === 'list')) {
        const mine = draft.state('mine', table, id);
        if (mine !== undefined && draft.result(table, id)?.isThere !== false) removeWithAll(draft, { table, mine, theirs: mine });
      }
    }
  }
}

/** Mine stays, with what theirs removed along with it. */
function keep(draft: MergeDraft, { table, mine, theirs }: Pair): void {
  draft.set({ table, id: draft.stays(mine.id), mine, theirs, isThere: true, presence: null, groups: draft.groupsOf(mine) });
  for (const [at, numbers] of draft.copies.theirs.read.touchedBy([theirs.edit])) {
    for (const n of numbers) {
      const other = draft.stateAt('theirs', at, n);
      if (other === undefined || other.isThere || draft.result(at, other.id)?.isThere === true) continue;
      const own = draft.state('mine', at, other.id);
      if (own?.isThere !== true || !referencesIn(at, own.record).some(({ id }) => id === mine.id)) continue;
      keep(draft, { table: at, mine: own, theirs: other });
    }
  }
}

/** A verdict that one took back and the other changed. */
function askOfReopened(draft: MergeDraft, { table, mine, theirs }: Pair): boolean {
  const kept = mine.isThere ? mine : theirs;
  const values = (state: RecordState) => (state.isThere ? shown('verdict', draft.rewrite(table, state.groups.get('verdict')!.values)) : null);
  const answer = draft.ask({
    kind: 'two-verdicts',
    table,
    record: draft.observationOf(kept.record as Stored<'verdict'>, mine.isThere ? 'mine' : 'theirs'),
    field: 'verdict',
    base: null,
    mine: values(mine),
    theirs: values(theirs),
    by: { mine: mine.isThere ? newest(mine) : mine.stamp, theirs: theirs.isThere ? newest(theirs) : theirs.stamp },
    answers: ['mine', 'theirs'],
  });
  const isKept = answer?.take === 'theirs' ? theirs.isThere : mine.isThere;
  if (isKept && !mine.isThere) bringBack(draft, mine, theirs);
  else if (isKept) keep(draft, { table, mine, theirs });
  else if (mine.isThere) remove(draft, { table, mine, theirs }, null);
  return isKept;
}
