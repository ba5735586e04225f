// A part of a workbook for a colleague, that merges back (rules: merge.md).
import { z } from 'zod';
import { idSchema } from '../../ids.ts';

/** What may stay at home although its records travel. */
export const leavable = ['notes', 'grades', 'verdicts'] as const;
export type Leavable = (typeof leavable)[number];

export const shareChoiceSchema = z.strictObject({
  /** Ids, measures or labels of series; with sources too, what either names is shared. Without both, everything. */
  series: z.array(z.string().max(500)).max(1000).default([]),
  sources: z.array(idSchema).max(100_000).default([]),
  without: z.array(z.enum(leavable)).default([]),
});
export type ShareChoice = z.infer<typeof shareChoiceSchema>;

/** What a receiver finds in it. Claims and sources that are not there are unknown to the copy, not removed from it. */
export const shareContentSchema = z.strictObject({
  sources: z.int(),
  claims: z.int(),
  passages: z.int(),
  verdicts: z.int(),
  notes: z.int(),
  /** Sources with a grade and claims with a credibility of their own. */
  grades: z.int(),
  /** Whose name stands beside what is shared. */
  people: z.array(z.string()),
  fileNames: z.int(),
  /** Imported tables, of which each goes along whole: how many rows it has, and how many of them were chosen. */
  tables: z.array(z.strictObject({ title: z.string(), rows: z.int(), chosen: z.int() })),
  leftOut: z.strictObject({ sources: z.int(), claims: z.int(), verdicts: z.int() }),
});
export type ShareContent = z.infer<typeof shareContentSchema>;
