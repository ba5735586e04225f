import { linkSchema } from '../features/policy/model.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const linkRecord = defineRecord({
  table: 'link',
  schema: linkSchema,
  sets: ['claims'],
  refs: {
    fromClaim: refersTo('claim'),
    toClaim: refersTo('claim'),
    claims: refersTo('claim', 'list', { isLoose: true }),
  },
  keys: [keyOf(['kind', 'fromName', 'fromClaim', 'toName', 'toClaim', 'period'])],
  both: ['note'],
  indexes: [['fromClaim'], ['toClaim']],
});
