import { thingSchema } from '../features/policy/model.ts';
import { defineRecord, keyOf } from './define.ts';

export const thingRecord = defineRecord({
  table: 'thing',
  schema: thingSchema,
  sets: ['aliases', 'types', 'area'],
  keys: [keyOf(['name']), keyOf(['aliases'])],
  both: ['summary', 'note'],
});
