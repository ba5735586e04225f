import { z } from 'zod';
import { conflictOutcomes } from '../features/conflicts/contract.ts';
import { conflictKindSchema } from '../features/conflicts/model.ts';
import { groundSchema } from '../features/ledger/standing.ts';
import { idSchema } from '../ids.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

/** A decision on a group of claims that disagree. The group is known by its kind and its claims, which `ground` names. */
export const conflictDecisionRecord = defineRecord({
  table: 'conflict_decision',
  schema: z.strictObject({
    id: idSchema,
    kind: conflictKindSchema,
    outcome: z.enum(conflictOutcomes),
    claimId: idSchema.nullable(),
    reason: z.string().max(4000),
    by: z.string().max(500),
    at: z.iso.datetime(),
    ground: groundSchema,
  }),
  groups: { decision: ['outcome', 'claimId', 'reason', 'by', 'at', 'ground'] },
  refs: { claimId: refersTo('claim', 'one', { isLoose: true }), ground: refersTo('claim', 'keys', { isLoose: true }) },
  keys: [keyOf(['kind', 'ground'])],
});
