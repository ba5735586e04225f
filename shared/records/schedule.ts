import { scheduleSchema } from '../features/policy/model.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const scheduleRecord = defineRecord({
  table: 'schedule',
  schema: scheduleSchema,
  groups: { rule: ['driver', 'unit', 'form', 'points', 'formula', 'floor', 'cap'] },
  sets: ['claims'],
  refs: { claims: refersTo('claim', 'list', { isLoose: true }) },
  keys: [keyOf(['of', 'gives', 'recipient', 'period'])],
  both: ['note'],
});
