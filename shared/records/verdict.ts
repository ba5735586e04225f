import { z } from 'zod';
import { observationKeySchema, ownValueSchema } from '../features/ledger/model.ts';
import { groundSchema } from '../features/ledger/standing.ts';
import { idSchema } from '../ids.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const verdictRecord = defineRecord({
  table: 'verdict',
  schema: z.strictObject({
    id: idSchema,
    /** The observation that it was given on; where its claims moved since, it stands where they stand. */
    observation: observationKeySchema,
    claimId: idSchema.nullable(),
    /** Index of the adopted reading of that claim. */
    reading: z.int().min(0).max(15).nullable(),
    own: ownValueSchema.nullable(),
    reason: z.string().max(4000),
    by: z.string().max(500),
    at: z.iso.datetime(),
    /** What each claim said when it was weighed, by claim id. */
    ground: groundSchema,
  }),
  groups: { verdict: ['claimId', 'reading', 'own', 'reason', 'by', 'at', 'ground'] },
  refs: { claimId: refersTo('claim', 'one', { isLoose: true }), ground: refersTo('claim', 'keys', { isLoose: true }) },
  keys: [keyOf(['observation'])],
  both: ['reason'],
});
