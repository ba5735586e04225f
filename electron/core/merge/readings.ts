// What only both copies together say of claims: two readings of one passage, a claim deprecated here and adopted there.
import { recordType, type Stored } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import { type MergeDraft, type MergedRecord, newest, otherSide, recordOfResult, type Side } from './draft.ts';
import { same, shown } from './fields.ts';
import { isEverIn, type RecordState } from './states.ts';

/** Two claims captured apart from one passage, on one observation, with other values. */
export function askOfReadings(draft: MergeDraft): void {
  for (const result of [...draft.results.values()]) {
    if (result.table !== 'claim' || result.mine !== undefined || !result.isThere) continue;
    const claim = recordOfResult(result) as Stored<'claim'>;
    const observation = draft.context.observationOf(claim, (id) => draft.source(id));
    if (observation === undefined) continue;
    for (const passage of claim.passages) {
      const own = ownOn(draft, passage).find((one) => draft.context.observationOf(one, (id) => draft.source(id)) === observation);
      if (own === undefined) continue;
      askOfReading(draft, result, own, passage);
      break;
    }
  }
}

/** Claims of mine on a passage that theirs does not hold. */
function ownOn(draft: MergeDraft, passage: string): Stored<'claim'>[] {
  const ids = [passage, ...[...draft.canon.keys()].filter((id) => draft.stays(id) === passage)];
  return ids
    .flatMap((id) => draft.copies.mine.read.claimsOn(id))
    .filter((id) => !isEverIn(draft.copies.theirs, draft.copies.mine, 'claim', id) && !draft.canon.has(id))
    .flatMap((id) => draft.merged('claim', id) ?? []);
}

function askOfReading(draft: MergeDraft, result: MergedRecord, own: Stored<'claim'>, passage: string): void {
  const statedIn = (fields: Fields) =>
    Object.fromEntries(
      recordType('claim')
        .groupFields.get('value')!
        .map(({ name }) => [name, fields[name]]),
    );
  const theirs = recordOfResult(result);
  if (same('claim', statedIn(own), statedIn(theirs))) return;
  const state = draft.state('mine', 'claim', own.id)!;
  const answer = draft.ask({
    kind: 'two-readings',
    table: 'claim',
    record: passage,
    field: 'claims',
    base: null,
    mine: { id: own.id, ...statedIn(own) },
    theirs: { id: result.id, ...statedIn(theirs) },
    by: { mine: newest(state), theirs: newest(result.theirs!) },
    answers: ['mine', 'theirs', 'both'],
  });
  if (answer?.take === 'mine') {
    result.isThere = false;
    draft.canon.set(result.id, own.id);
    draft.results.delete(`claim ${result.id}`);
    draft.rewriteResults();
  } else if (answer?.take === 'theirs') {
    draft.set({ table: 'claim', id: own.id, mine: state, theirs: undefined, isThere: false, presence: null, groups: draft.groupsOf(state) });
    draft.canon.set(own.id, result.id);
    draft.results.delete(`claim ${own.id}`);
    draft.results.set(`claim ${result.id}`, { ...result, mine: state });
  }
}

/** A claim that one deprecated and a new verdict of the other adopted. */
export function askOfDeprecated(draft: MergeDraft): void {
  for (const side of ['mine', 'theirs'] as const) {
    const other = otherSide[side];
    for (const n of draft.written[side].get('claim')!) {
      const claim = draft.stateAt(side, 'claim', n);
      const rank = claim?.groups.get('rank');
      if (claim === undefined || rank === undefined || !claim.isThere || rank.values.rank !== 'deprecated') continue;
      if (draft.copies[other].knows(rank.stamp) || !isAdoptedIn(draft, other, claim.id)) continue;
      askOfRank(draft, side, claim);
    }
  }
}

function isAdoptedIn(draft: MergeDraft, side: Side, claimId: string): boolean {
  const other = draft.copies[otherSide[side]];
  return [...draft.written[side].get('verdict')!].some((n) => {
    const verdict = draft.stateAt(side, 'verdict', n);
    return verdict?.isThere === true && verdict.record.claimId === claimId && !other.knows(verdict.groups.get('verdict')!.stamp);
  });
}

function askOfRank(draft: MergeDraft, side: Side, claim: RecordState): void {
  const id = draft.stays(claim.id);
  if (draft.conflicts.some((one) => one.record === id && one.field === 'rank')) return;
  const [mine, theirs] = [draft.state('mine', 'claim', claim.id), draft.state('theirs', 'claim', claim.id)];
  const [m, t] = [mine?.groups.get('rank'), theirs?.groups.get('rank')];
  if (mine === undefined || theirs === undefined || m === undefined || t === undefined || m.values.rank === t.values.rank) return;
  const answer = draft.ask({
    kind: 'deprecated-cited',
    table: 'claim',
    record: id,
    field: 'rank',
    base: shown('rank', draft.base(m, t) ?? (side === 'mine' ? t : m).values),
    mine: shown('rank', m.values),
    theirs: shown('rank', t.values),
    by: { mine: m.stamp, theirs: t.stamp },
    answers: ['mine', 'theirs'],
  });
  if (answer === undefined) return;
  const result =
    draft.result('claim', id) ?? draft.set({ table: 'claim', id, mine, theirs, isThere: true, presence: mine.stamp, groups: draft.groupsOf(mine) });
  result.groups.set('rank', { values: (answer.take === 'theirs' ? t : m).values, stamp: null });
}
