// A second reading: somebody reads passages again without seeing what was read first. What came of it stands beside the ledger and
// never in it. Rules: report.md, "Second reading".
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { quantitySchema } from '../../quantity/model.ts';
import { claimKindSchema, speakerSchema } from '../claims/model.ts';

export const roundSchema = z.strictObject({
  id: idSchema,
  /** The edit with which the share was made: one that comes back again is known by it. */
  share: z.string().max(64),
  by: z.string().max(500),
  at: z.iso.datetime(),
});
export type Round = z.infer<typeof roundSchema>;

/** What of a claim two readers are held against. */
export const readSchema = z.strictObject({
  kind: claimKindSchema,
  measure: z.string().nullable(),
  subject: z.string().nullable(),
  area: z.array(z.string()),
  counterpart: z.string().nullable(),
  basis: z.array(z.string()),
  stage: z.string().nullable(),
  topic: z.string().nullable(),
  stance: z.string().nullable(),
  actor: z.string().nullable(),
  value: quantitySchema.nullable(),
  unit: z.string().nullable(),
  multiplier: z.int(),
  change: z.string().nullable(),
  period: z.string().nullable(),
  status: z.string().nullable(),
  saidBy: z.array(speakerSchema),
  credibility: z.int(),
  original: z.string(),
});
export type Read = z.infer<typeof readSchema>;

/** One thing that one passage says, as the first and as the second reader had it; null: nothing. */
export const readingRecordSchema = z.strictObject({
  id: idSchema,
  /** Null in the share itself, where it says that a passage was read and holds nothing. */
  round: idSchema.nullable(),
  passage: idSchema.nullable(),
  exact: z.string(),
  source: idSchema.nullable(),
  start: z.int(),
  claim: idSchema.nullable(),
  first: readSchema.nullable(),
  second: readSchema.nullable(),
});
export type ReadingPair = z.infer<typeof readingRecordSchema>;

export const outcomeTakes = ['first', 'second', 'both'] as const;
export const outcomeSchema = z.strictObject({
  id: idSchema,
  /** The case that it settles. */
  settles: z.string().max(120),
  take: z.enum(outcomeTakes),
  reason: z.string().trim().min(1).max(4000),
  by: z.string().max(500),
  at: z.iso.datetime(),
});
export type Outcome = z.infer<typeof outcomeSchema>;
