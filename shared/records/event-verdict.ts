import { eventVerdictSchema } from '../features/policy/model.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const eventVerdictRecord = defineRecord({
  table: 'event_verdict',
  schema: eventVerdictSchema,
  groups: { verdict: ['claimId', 'own', 'reason', 'by', 'at', 'ground'] },
  refs: {
    claims: refersTo('claim', 'list', { isLoose: true }),
    claimId: refersTo('claim', 'one', { isLoose: true }),
    ground: refersTo('claim', 'keys', { isLoose: true }),
  },
  keys: [keyOf(['claims'])],
  both: ['reason'],
});
