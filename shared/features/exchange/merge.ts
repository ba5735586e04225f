// What a merge asks and what it answers (rules and JSON: merge.md).
import { z } from 'zod';
import { messageSchema } from '../../message.ts';

export const mergeKinds = [
  'field',
  'deleted-edited',
  'deleted-cited',
  'deprecated-cited',
  'two-readings',
  'two-verdicts',
  'two-judgements',
  'names-contradict',
  'two-versions',
  'copies-in-a-circle',
] as const;
export type MergeKind = (typeof mergeKinds)[number];

export const takes = ['mine', 'theirs', 'both', 'base', 'value'] as const;
export type Take = (typeof takes)[number];

/** One line of an answers file: the most exact line wins. */
export const answerSchema = z.strictObject({
  /** Id of a record as a conflict names it, or `*`. */
  record: z.string().max(200),
  /** Every field without it. */
  field: z.string().max(100).optional(),
  take: z.enum(takes),
  value: z.unknown().optional(),
});
export type Answer = z.infer<typeof answerSchema>;

const whoSchema = z.strictObject({ author: z.string(), at: z.string() }).nullable();

export const mergeConflictSchema = z.strictObject({
  /** The same from both sides. */
  id: z.string(),
  kind: z.enum(mergeKinds),
  table: z.string(),
  /** Of a verdict its observation, of two readings the passage, else the record that stays. */
  record: z.string(),
  /** Group of fields under its name; `*` for the whole record. */
  field: z.string(),
  /** What both copies knew last; null where there is none. */
  base: z.unknown(),
  mine: z.unknown(),
  theirs: z.unknown(),
  by: z.strictObject({ mine: whoSchema, theirs: whoSchema }),
  answers: z.array(z.enum(takes)),
});
export type MergeConflict = z.infer<typeof mergeConflictSchema>;

/** A verdict that became stale (record: its observation), a passage whose new place is in doubt, a series whose new claims stand under another name. */
export const mergeNextKinds = ['stale-verdict', 'passage-in-doubt', 'series-parted'] as const;
export const mergeNextSchema = z.strictObject({ kind: z.enum(mergeNextKinds), record: z.string(), words: messageSchema });
export type MergeNext = z.infer<typeof mergeNextSchema>;

export const mergeResultSchema = z.strictObject({
  merged: z.strictObject({ taken: z.int(), united: z.int(), answered: z.int(), same: z.int() }),
  conflicts: z.array(mergeConflictSchema.extend({ words: messageSchema })),
  /** What to look at next. */
  after: z.array(mergeNextSchema),
  /** Every edit of theirs is known here. */
  already: z.boolean(),
  /** Ids of conflicts without an answer. */
  open: z.array(z.string()),
});
export type MergeResult = z.infer<typeof mergeResultSchema>;

export const differenceSchema = z.strictObject({
  onlyA: z.array(z.strictObject({ table: z.string(), record: z.string() })),
  onlyB: z.array(z.strictObject({ table: z.string(), record: z.string() })),
  changed: z.array(z.strictObject({ table: z.string(), record: z.string(), field: z.string(), a: z.unknown(), b: z.unknown() })),
});
export type Difference = z.infer<typeof differenceSchema>;

/** What a merge keeps of where its records come from. */
export const mergeFactsSchema = z.strictObject({
  /** Id of the other workbook, and the name of its file. */
  workbook: z.string().max(100),
  name: z.string().max(1000),
  /** The last edit that the other copy had made. */
  lastEdit: z.string().max(100).nullable(),
  counts: mergeResultSchema.shape.merged,
  answers: z.array(answerSchema.extend({ by: z.string().max(500) })).max(1_000_000),
  /** Of a part that was shared: groups of fields that were left out, `table group`. */
  leftOut: z.array(z.string().max(200)).max(1000).optional(),
});
export type MergeFacts = z.infer<typeof mergeFactsSchema>;
