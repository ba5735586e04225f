import { scaleSchema } from '../features/policy/model.ts';
import { defineRecord, keyOf } from './define.ts';

export const scaleRecord = defineRecord({
  table: 'scale',
  schema: scaleSchema,
  keys: [keyOf(['kind', 'code'])],
});
