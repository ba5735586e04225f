// Two copies of a workbook into one, rule by rule as merge.md has them: which records are one, what each group says, what is
// asked. Nothing is written here, nothing is decided by a clock, and from both sides the same comes out.
import type { Answer, MergeConflict } from '../../../shared/features/exchange/merge.ts';
import { type RecordTable, recordTables } from '../../../shared/records/index.ts';
import { askOfCircles } from './circles.ts';
import { type MergeContext, MergeDraft, type MergedRecord } from './draft.ts';
import { forgetRemoved } from './forget.ts';
import { askOfNames } from './judgements.ts';
import type { Copy } from './knowledge.ts';
import { mergePair } from './pairs.ts';
import { type Parted, partedSeries } from './parted.ts';
import { askOfDeprecated, askOfReadings } from './readings.ts';
import { askOfWhatItCites, canRest, mergeRemoved } from './removed.ts';
import { keepWhatIsRestedOn, renumber } from './settle.ts';
import type { RecordState } from './states.ts';

export interface MergePlan {
  readonly conflicts: readonly MergeConflict[];
  /** Conflicts without an answer. */
  readonly open: readonly MergeConflict[];
  readonly unusedAnswers: readonly Answer[];
  readonly records: readonly MergedRecord[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly united: number;
  readonly same: number;
  readonly answers: readonly { readonly conflict: MergeConflict; readonly answer: Answer }[];
  readonly parted: readonly Parted[];
}

export function planMerge(mine: Copy, theirs: Copy, { answers, context }: { answers: readonly Answer[]; context: MergeContext }): MergePlan {
  const draft = new MergeDraft(mine, theirs, { answers, context });
  for (const table of recordTables) mergeTable(draft, table);
  askOfReadings(draft);
  askOfNames(draft);
  askOfDeprecated(draft);
  forgetRemoved(draft);
  keepWhatIsRestedOn(draft);
  askOfCircles(draft);
  renumber(draft);
  return {
    conflicts: draft.conflicts,
    open: draft.open,
    unusedAnswers: draft.answers.unused(),
    records: [...draft.results.values()],
    aliases: new Map([...draft.canon].map(([id]) => [id, draft.stays(id)])),
    united: draft.united,
    same: draft.same,
    answers: draft.answers.used(),
    parted: partedSeries(draft),
  };
}

function mergeTable(draft: MergeDraft, table: RecordTable): void {
  const states = [...draft.written.theirs.get(table)!].flatMap((n) => draft.stateAt('theirs', table, n) ?? []);
  for (const theirs of states.toSorted((a, b) => (a.id < b.id ? -1 : 1))) mergeOne(draft, table, theirs);
}

function mergeOne(draft: MergeDraft, table: RecordTable, theirs: RecordState): void {
  if (theirs.isUnmade || (!theirs.isThere && draft.copies.theirs.aliases.has(theirs.id))) return;
  if (theirs.isThere) askOfWhatItCites(draft, table, theirs);
  const own = counterpart(draft, table, theirs);
  if (own === undefined) {
    if (theirs.isThere) takeNew(draft, table, theirs);
    return;
  }
  if (own.id !== theirs.id) unite(draft, own, theirs);
  const pair = { table, mine: own, theirs };
  if (own.isThere && theirs.isThere) mergePair(draft, pair);
  else if (own.isThere !== theirs.isThere) mergeRemoved(draft, pair);
}

/** The record of mine that this is, whatever its id. */
function counterpart(draft: MergeDraft, table: RecordTable, theirs: RecordState): RecordState | undefined {
  const byId = draft.state('mine', table, theirs.id);
  const alias = draft.copies.mine.aliases.get(theirs.id);
  if (alias !== undefined && byId?.isThere !== true) return draft.state('mine', table, draft.stays(alias));
  if (byId !== undefined || !theirs.isThere) return byId;
  const formerly = [...draft.copies.theirs.aliases].filter(([, stays]) => stays === theirs.id).map(([id]) => id);
  const known = formerly.flatMap((id) => draft.state('mine', table, id) ?? []).find((one) => one.isThere);
  if (known !== undefined) return known;
  const twin = draft.twins.find(table, theirs);
  return twin === undefined ? undefined : draft.state('mine', table, twin);
}

function unite(draft: MergeDraft, own: RecordState, theirs: RecordState): void {
  if (draft.stays(own.id) === draft.stays(theirs.id)) return;
  const [stays, goes] = own.id < theirs.id ? [own.id, theirs.id] : [theirs.id, own.id];
  draft.canon.set(goes, stays);
  draft.united += 1;
}

function takeNew(draft: MergeDraft, table: RecordTable, theirs: RecordState): void {
  if (!canRest(draft, table, theirs.record)) {
    draft.dropped.add(`${table} ${theirs.id}`);
    return;
  }
  draft.set({
    table,
    id: theirs.id,
    mine: undefined,
    theirs,
    isThere: true,
    presence: theirs.stamp,
    groups: draft.groupsOf(theirs),
  });
}
