// Records that one copy removed while the other changed or cited them.
import type { MergeConflict, MergeKind } from '../../../shared/features/exchange/merge.ts';
import { type RecordTable, recordTables, recordType, type Stored } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import { cites, type MergeDraft, newest, otherSide, type Pair, type Side } from './draft.ts';
import { same, shown } from './fields.ts';
import { hardReferences, referencesIn } from './references.ts';
import type { RecordState } from './states.ts';

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
  const [other, keeper] = [draft.copies[remover], draft.copies[otherSide[remover]]];
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
  else if (draft.isCitedBy(otherSide[remover], table, kept.id)) askOfCited(draft, pair);
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
  for (const along of removedAlong(draft, 'mine', mine))
    if (draft.result(along.table, along.mine.id) === undefined) bringBack(draft, along.mine, along.theirs, presence);
}

/** What one side removed in the same edit because it rests on a record, and the other still has. */
function* removedAlong(draft: MergeDraft, remover: Side, gone: RecordState): Generator<Pair> {
  for (const [table, numbers] of draft.copies[remover].read.touchedBy([gone.edit])) {
    for (const n of numbers) {
      const along = draft.stateAt(remover, table, n);
      if (along === undefined || along.isThere || !referencesIn(table, along.record).some(({ id }) => id === gone.id)) continue;
      const kept = draft.state(otherSide[remover], table, along.id);
      if (kept?.isThere === true) yield remover === 'mine' ? { table, mine: along, theirs: kept } : { table, mine: kept, theirs: along };
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

function askOfEdited(draft: MergeDraft, pair: Pair): boolean {
  return pair.table === 'verdict' ? askOfReopened(draft, pair) : askOfRemoved(draft, pair, 'deleted-edited');
}

function askOfCited(draft: MergeDraft, pair: Pair): boolean {
  return askOfRemoved(draft, pair, 'deleted-cited');
}

/** One is removed here and needed there; whether it will be there. */
function askOfRemoved(draft: MergeDraft, pair: Pair, kind: MergeKind): boolean {
  const { table, mine, theirs } = pair;
  const known = draft.result(table, mine.id);
  if (known !== undefined) return known.isThere;
  const kept = mine.isThere ? mine : theirs;
  const gone = mine.isThere ? theirs : mine;
  const isKept = askWhetherKept(draft, pair, {
    kind,
    record: draft.stays(mine.id),
    field: '*',
    base: gone.record,
    shownOf: ({ record }) => draft.rewrite(table, record),
  });
  if (isKept && !mine.isThere) bringBack(draft, mine, theirs);
  else if (isKept) keep(draft, pair);
  else if (mine.isThere) removeWithAll(draft, pair);
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
  for (const along of removedAlong(draft, 'theirs', theirs)) if (draft.result(along.table, along.mine.id)?.isThere !== true) keep(draft, along);
}

/** A verdict that one took back and the other changed. */
function askOfReopened(draft: MergeDraft, pair: Pair): boolean {
  const { table, mine, theirs } = pair;
  const kept = mine.isThere ? mine : theirs;
  const isKept = askWhetherKept(draft, pair, {
    kind: 'two-verdicts',
    record: draft.observationOf(kept.record as Stored<'verdict'>, mine.isThere ? 'mine' : 'theirs'),
    field: 'verdict',
    base: null,
    shownOf: ({ groups }) => shown('verdict', draft.rewrite(table, groups.get('verdict')!.values)),
  });
  if (isKept && !mine.isThere) bringBack(draft, mine, theirs);
  else if (isKept) keep(draft, pair);
  else if (mine.isThere) remove(draft, pair, null);
  return isKept;
}

interface RemovedQuestion extends Pick<MergeConflict, 'kind' | 'record' | 'field' | 'base'> {
  /** What the side that has it says. */
  shownOf(state: RecordState): unknown;
}

/** Mine stands for as long as nobody answers. */
function askWhetherKept(draft: MergeDraft, { table, mine, theirs }: Pair, { shownOf, ...question }: RemovedQuestion): boolean {
  const said = (state: RecordState) => (state.isThere ? shownOf(state) : null);
  const stampOf = (state: RecordState) => (state.isThere ? newest(state) : state.stamp);
  const answer = draft.ask({
    ...question,
    table,
    mine: said(mine),
    theirs: said(theirs),
    by: { mine: stampOf(mine), theirs: stampOf(theirs) },
    answers: ['mine', 'theirs'],
  });
  return answer?.take === 'theirs' ? theirs.isThere : mine.isThere;
}
