// A workbook that was handed over, taken into this one: looked at, asked about, written in one edit.
import { AppError } from '../../../shared/errors.ts';
import type { Answer, MergeConflict, MergeFacts, MergeNext, MergeResult } from '../../../shared/features/exchange/merge.ts';
import { type Message, message } from '../../../shared/message.ts';
import type { EditScope } from '../edits/edits.ts';
import type { Theirs } from '../features/exchange/merging.ts';
import type { Sql } from '../store/sql.ts';
import type { MergeContext } from './draft.ts';
import { type Copy, openCopy, unknownTo } from './knowledge.ts';
import type { Parted } from './parted.ts';
import { type MergePlan, planMerge } from './plan.ts';
import { type WriteOptions, writePlan } from './write.ts';

export interface Merging extends Pick<WriteOptions, 'contents' | 'carry'> {
  readonly sql: Sql;
  readonly context: MergeContext;
}

/** Writes nothing. @throws AppError `invalid-input` for answers that answer nothing */
export function previewMerge({ sql, context }: Merging, theirs: Theirs, answers: readonly Answer[]): MergeResult {
  const [mine, other] = [openCopy(sql), openCopy(theirs.sql)];
  if (unknownTo(mine, other).length === 0) return already;
  const plan = planMerge(mine, other, { answers, context });
  assertUsed(plan);
  return resultOf(plan, countTaken(plan));
}

/** @throws AppError `conflict` where something was asked and not answered: nothing is written then. */
export function merge(merging: Merging, theirs: Theirs, answers: readonly Answer[], edit: EditScope): MergeResult {
  const [mine, other] = [openCopy(merging.sql), openCopy(theirs.sql)];
  const edits = unknownTo(mine, other);
  if (edits.length === 0) return already;
  const plan = planMerge(mine, other, { answers, context: merging.context });
  assertUsed(plan);
  if (plan.open.length > 0) throw new AppError('conflict', 'merge.open', { count: plan.open.length });
  const taken = writePlan(plan, { ...merging, mine, theirs: other, edit });
  const result = resultOf(plan, taken);
  const { name } = theirs;
  const { united, answered } = result.merged;
  edit.kind('merge');
  edit.name('merge', { name, taken, united, answered });
  edit.takeIn({ edits, aliases: newAliases(plan, mine), facts: factsOf(theirs, other, { plan, result, by: edit.author }) });
  return result;
}

const already: MergeResult = { merged: { taken: 0, united: 0, answered: 0, same: 0 }, conflicts: [], after: [], already: true, open: [] };

function newAliases({ aliases }: MergePlan, mine: Copy): ReadonlyMap<string, string> {
  return new Map([...aliases].filter(([id, stays]) => mine.aliases.get(id) !== stays));
}

function factsOf(theirs: Theirs, other: Copy, { plan, result, by }: { plan: MergePlan; result: MergeResult; by: string }): MergeFacts {
  return {
    workbook: theirs.id,
    name: theirs.name,
    lastEdit: other.edits.at(-1)?.id ?? null,
    counts: result.merged,
    answers: plan.answers.map(({ conflict, answer }) => ({ ...answer, record: conflict.record, field: conflict.field, by })),
  };
}

function assertUsed({ unusedAnswers }: MergePlan): void {
  const [first] = unusedAnswers;
  if (first !== undefined) throw new AppError('invalid-input', 'merge.unusedAnswer', { record: first.record, field: first.field ?? '*' });
}

function countTaken({ records }: MergePlan): number {
  return records.filter(({ isThere, mine, theirs, groups }) => {
    if (!isThere || mine?.isThere !== true) return isThere || mine?.isThere === true;
    return (
      theirs !== undefined && [...groups].some(([group, { values }]) => JSON.stringify(values) !== JSON.stringify(mine.groups.get(group)!.values))
    );
  }).length;
}

function resultOf(plan: MergePlan, taken: number): MergeResult {
  return {
    merged: { taken, united: plan.united, answered: plan.answers.length, same: plan.same },
    conflicts: plan.conflicts.map((conflict) => ({ ...conflict, words: wordsOf(conflict) })),
    after: plan.parted.map(inWords),
    already: false,
    open: plan.open.map(({ id }) => id),
  };
}

function inWords({ from, to, claims }: Parted): MergeNext {
  return { kind: 'series-parted', record: from.id, words: message('merge:after.series-parted', { count: claims, from: from.label, to: to.label }) };
}

function wordsOf({ kind, table, field, mine }: MergeConflict): Message {
  const params = { table: { code: table }, field: { code: field } };
  if (kind === 'deleted-edited' || kind === 'deleted-cited') return message(`merge:${kind}.${mine === null ? 'mine' : 'theirs'}`, params);
  return message(`merge:${kind}`, params);
}
