import { blockSchema, lockSchema, reportSchema } from '../features/reports/model.ts';
import { defineRecord, refersTo } from './define.ts';

/** By id: two reports of one name stay two. */
export const reportRecord = defineRecord({
  table: 'report',
  schema: reportSchema,
  keys: [],
});

/** Each block is a record, so that the work of two people on two of them never collides. */
export const blockRecord = defineRecord({
  table: 'block',
  schema: blockSchema,
  groups: { kind: ['kind', 'level'] },
  refs: { report: refersTo('report') },
  keys: [],
  both: ['text'],
  renumbered: ['place'],
  indexes: [['report']],
});

export const lockRecord = defineRecord({
  table: 'lock',
  schema: lockSchema,
  groups: { target: ['kind', 'target', 'options'] },
  refs: { report: refersTo('report') },
  keys: [],
  indexes: [['report']],
});
