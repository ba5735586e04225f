import { conversionSchema } from '../features/policy/model.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const conversionRecord = defineRecord({
  table: 'conversion',
  schema: conversionSchema,
  groups: { rate: ['claim', 'own'] },
  refs: { claim: refersTo('claim', 'one', { isLoose: true }) },
  keys: [keyOf(['name'])],
  both: ['note'],
});
