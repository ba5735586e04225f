import { measureSchema } from '../features/ledger/measures.ts';
import { defineRecord, keyOf } from './define.ts';

export const measureRecord = defineRecord({
  table: 'measure',
  schema: measureSchema,
  groups: { range: ['low', 'high'] },
  keys: [keyOf(['code'])],
});
