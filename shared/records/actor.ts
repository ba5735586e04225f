import { actorSchema } from '../features/actors/model.ts';
import { defineRecord, keyOf } from './define.ts';

export const actorRecord = defineRecord({
  table: 'actor',
  schema: actorSchema,
  sets: ['aliases', 'roles', 'relations'],
  keys: [keyOf(['name']), keyOf(['aliases'])],
  both: ['note'],
});
