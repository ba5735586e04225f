import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { claimRows, nothingRead, type Reads } from '../../reads.ts';
import { command, nothing, query } from '../../rpc.ts';
import { caseKinds } from './compare.ts';
import { outcomeSchema, outcomeTakes, readSchema } from './model.ts';

const number = z.number().nullable();
const fieldSchema = z.strictObject({ field: z.string(), n: z.int(), agree: z.int(), alpha: number, low: number, high: number });

export const disagreementSchema = z.strictObject({
  id: z.string(),
  passage: idSchema.nullable(),
  exact: z.string(),
  kind: z.enum(caseKinds),
  claim: idSchema.nullable(),
  first: readSchema.nullable(),
  second: readSchema.nullable(),
  outcome: outcomeSchema.nullable(),
});
export type Disagreement = z.infer<typeof disagreementSchema>;

const reads: Reads = { ...claimRows, round: 'all', reading: 'all', outcome: 'all' };
const count = z.int();

export const readingsContract = {
  share: query(
    'Make a workbook of passages to be read again, without what was read',
    z.strictObject({
      sources: z.array(idSchema).max(10_000).default([]),
      /** Passages that a report uses. */
      report: z.string().max(500).optional(),
      sample: z.int().min(1).max(100_000).optional(),
      seed: z.int().min(0).max(4_294_967_295).default(1),
    }),
    z.strictObject({ download: idSchema, name: z.string(), mediaType: z.string(), bytes: count, sources: count, passages: count }),
    nothingRead,
  ),
  nothing: command(
    'Say that a passage was read again and holds nothing; without one, of all that are left',
    z.strictObject({ passage: idSchema.optional() }),
    z.strictObject({ marked: count }),
  ),
  second: command(
    'Take back what was read again; it stands beside the ledger',
    z.strictObject({ share: idSchema }),
    z.strictObject({ read: count, missing: count, already: z.boolean() }),
  ),
  agreement: query(
    'Say how far two readings agree, and where they do not',
    nothing,
    z.strictObject({ fields: z.array(fieldSchema), cases: z.array(disagreementSchema) }),
    reads,
  ),
  settle: command(
    'Settle a disagreement of two readers',
    z.strictObject({ case: z.string().min(1).max(120), take: z.enum(outcomeTakes), why: z.string().trim().min(1).max(4000) }),
    disagreementSchema,
  ),
};
