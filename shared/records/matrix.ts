import { z } from 'zod';
import { consistencySchema } from '../features/conflicts/matrix.ts';
import { idSchema } from '../ids.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const matrixRecord = defineRecord({
  table: 'matrix',
  schema: z.strictObject({ id: idSchema, question: z.string().max(500), claims: z.array(idSchema).max(1000) }),
  sets: ['claims'],
  refs: { claims: refersTo('claim', 'list', { isLoose: true }) },
  keys: [],
});

export const hypothesisRecord = defineRecord({
  table: 'hypothesis',
  schema: z.strictObject({ id: idSchema, matrixId: idSchema, text: z.string().max(1000), position: z.int().min(0).max(1000) }),
  refs: { matrixId: refersTo('matrix') },
  keys: [],
  renumbered: ['position'],
  indexes: [['matrixId']],
});

/** How a claim stands to a hypothesis. */
export const markRecord = defineRecord({
  table: 'mark',
  schema: z.strictObject({ id: idSchema, hypothesisId: idSchema, claimId: idSchema, consistency: consistencySchema }),
  refs: { hypothesisId: refersTo('hypothesis'), claimId: refersTo('claim', 'one', { isLoose: true }) },
  keys: [keyOf(['hypothesisId', 'claimId'])],
  indexes: [['hypothesisId']],
});
