import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { command, query } from '../../rpc.ts';
import { claimRowSchema } from '../claims/contract.ts';
import { conflictGroupSchema, conflictKindSchema } from './model.ts';

/** `explained`: a tension; `closed`: the analyst decided; `stale`: decided, and a claim beneath it changed since. */
export const conflictStates = ['open', 'explained', 'closed', 'stale'] as const;
export const conflictOutcomes = ['adopt', 'own', 'open', 'not_comparable'] as const;

export const decisionSchema = z.strictObject({
  id: idSchema,
  outcome: z.enum(conflictOutcomes),
  claimId: idSchema.nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const listedGroupSchema = conflictGroupSchema.extend({
  state: z.enum(conflictStates),
  title: z.string(),
  decision: decisionSchema.nullable(),
});
export type ListedGroup = z.infer<typeof listedGroupSchema>;

export const conflictsContract = {
  list: query(
    'List the groups of claims that disagree',
    z.strictObject({ kind: conflictKindSchema.optional(), claim: idSchema.optional() }),
    z.strictObject({ groups: z.array(listedGroupSchema) }),
  ),
  get: query(
    'Read one group with its claims',
    z.strictObject({ id: z.string().max(80) }),
    listedGroupSchema.extend({ rows: z.array(claimRowSchema) }),
  ),
  decide: command(
    'Decide a group, with a reason',
    z.strictObject({
      id: z.string().max(80),
      outcome: z.enum(conflictOutcomes),
      claimId: idSchema.nullable().default(null),
      reason: z.string().trim().min(1).max(4000),
    }),
    listedGroupSchema,
  ),
  reopen: command('Take the decision on a group back', z.strictObject({ id: z.string().max(80) }), listedGroupSchema),
};
