import { outcomeSchema, readingRecordSchema, roundSchema } from '../features/readings/model.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const roundRecord = defineRecord({
  table: 'round',
  schema: roundSchema,
  keys: [keyOf(['share'])],
});

/** Outside the ledger: what a second reader read beside what was read first. */
export const readingRecord = defineRecord({
  table: 'reading',
  schema: readingRecordSchema,
  groups: { read: ['exact', 'source', 'start', 'first', 'second'] },
  refs: {
    round: refersTo('round', 'one', { isLoose: true }),
    passage: refersTo('passage', 'one', { isLoose: true }),
    source: refersTo('source', 'one', { isLoose: true }),
    claim: refersTo('claim', 'one', { isLoose: true }),
  },
  keys: [],
  indexes: [['round']],
});

export const outcomeRecord = defineRecord({
  table: 'outcome',
  schema: outcomeSchema,
  groups: { outcome: ['take', 'reason', 'by', 'at'] },
  keys: [keyOf(['settles'])],
  both: ['reason'],
});
