// A claim as the store keeps it: the claim of `features/claims/model.ts` with the parts of its value as fields, and with words
// where the model has lists of words, since stages, depths and the like are data of a workbook.
import { z } from 'zod';
import { claimSchema } from '../features/claims/model.ts';
import { idSchema } from '../ids.ts';
import { findPeriod } from '../period/index.ts';
import { quantitySchema } from '../quantity/model.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

const { contentKey: _derived, passages: _placed, value: _parts, ...shape } = claimSchema.shape;
const { low, high, qualifier } = quantitySchema.shape;
const word = z.string().max(200).nullable();
const period = z
  .string()
  .refine((text) => findPeriod(text) !== undefined)
  .nullable();

export const claimRecord = defineRecord({
  table: 'claim',
  schema: z.strictObject({
    ...shape,
    passages: z.array(idSchema).max(1000),
    low,
    high,
    qualifier: qualifier.nullable(),
    period,
    madeOn: period,
    until: period,
    subjectType: word,
    stage: word,
    depth: word,
  }),
  groups: {
    value: ['low', 'high', 'qualifier', 'unit', 'multiplier', 'change', 'readings', 'path', 'per'],
    period: ['period', 'periodBasis', 'until'],
    madeOn: ['madeOn', 'madeOnBasis'],
    rank: ['rank', 'rankReason'],
    captured: ['captured', 'capturedReason'],
  },
  sets: ['tags', 'details'],
  refs: { sourceId: refersTo('source'), passages: refersTo('passage', 'list') },
  keys: [keyOf(['contentKey'], { ever: true })],
  both: ['note'],
  defaults: { multiplier: 0, deadline: false, credibility: 6, hedge: 'stated', rank: 'normal' },
  indexes: [['sourceId']],
});
