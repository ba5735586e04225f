// Judgements on names that cannot stand together once two copies are one.
import type { Stored } from '../../../shared/records/index.ts';
import { type MergeDraft, otherSide, type Side } from './draft.ts';
import { contradictions } from './names.ts';

/** Names that were said to be the same and not the same once both are one. */
export function askOfNames(draft: MergeDraft): void {
  if (![...draft.results.values()].some(({ table, mine }) => table === 'judgement' && mine?.isThere !== true) && !hasChangedJudgement(draft)) return;
  for (;;) {
    const judgements = allJudgements(draft);
    const found = contradictions(judgements).find(
      ({ record }) => !draft.conflicts.some((one) => one.kind === 'names-contradict' && one.record === record),
    );
    if (found === undefined) return;
    const news = (side: Side) => found.judgements.filter((id) => isNewOn(draft, side, id));
    const [ofMine, ofTheirs] = [news('mine'), news('theirs')];
    if (ofMine.length === 0 && ofTheirs.length === 0) return;
    const answer = draft.ask({
      kind: 'names-contradict',
      table: 'judgement',
      record: found.record,
      field: 'outcome',
      base: null,
      mine: { judgements: ofMine },
      theirs: { judgements: ofTheirs },
      by: { mine: stampOfJudgement(draft, 'mine', ofMine[0]), theirs: stampOfJudgement(draft, 'theirs', ofTheirs[0]) },
      answers: ['mine', 'theirs'],
    });
    for (const id of answer?.take === 'theirs' ? ofMine : answer?.take === 'mine' ? ofTheirs : []) withdraw(draft, id);
  }
}

function hasChangedJudgement(draft: MergeDraft): boolean {
  return draft.written.theirs.get('judgement')!.size > 0;
}

function allJudgements(draft: MergeDraft): Stored<'judgement'>[] {
  const own = draft.copies.mine.read.all('judgement').map(({ id }) => draft.stays(id));
  const ids = new Set([...own, ...[...draft.results.values()].filter(({ table }) => table === 'judgement').map(({ id }) => id)]);
  return [...ids].sort().flatMap((id) => draft.merged('judgement', id) ?? unitedJudgement(draft, id));
}

function unitedJudgement(draft: MergeDraft, id: string): Stored<'judgement'>[] {
  const former = [...draft.canon.keys()].find((one) => draft.stays(one) === id);
  const record = former === undefined || draft.result('judgement', id) !== undefined ? undefined : draft.copies.mine.read.record('judgement', former);
  return record === undefined ? [] : [{ ...record, id }];
}

function isNewOn(draft: MergeDraft, side: Side, id: string): boolean {
  const state = draft.state(side, 'judgement', id);
  return state?.isThere === true && !draft.copies[otherSide[side]].knows(state.groups.get('outcome')!.stamp);
}

function stampOfJudgement(draft: MergeDraft, side: Side, id: string | undefined): string | undefined {
  return id === undefined ? undefined : draft.state(side, 'judgement', id)?.groups.get('outcome')?.stamp;
}

function withdraw(draft: MergeDraft, id: string): void {
  const result = draft.result('judgement', id);
  if (result !== undefined) {
    result.isThere = false;
    result.presence = null;
    return;
  }
  const mine = draft.state('mine', 'judgement', id);
  if (mine !== undefined)
    draft.set({ table: 'judgement', id, mine, theirs: undefined, isThere: false, presence: null, groups: draft.groupsOf(mine) });
}
