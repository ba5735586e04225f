import { z } from 'zod';
import { judgementSchema } from '../features/actors/model.ts';
import { defineRecord, keyOf } from './define.ts';

export const judgementRecord = defineRecord({
  table: 'judgement',
  schema: judgementSchema.extend({ at: z.iso.datetime() }),
  groups: { outcome: ['outcome', 'reason', 'by', 'at'] },
  keys: [keyOf(['one', 'other'])],
  both: ['reason'],
});
