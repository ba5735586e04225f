import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

/** A figure or date of a text that says nothing to the subject: set aside. */
export const asideRecord = defineRecord({
  table: 'aside',
  schema: z.strictObject({ id: idSchema, sourceId: idSchema, start: z.int().min(0), end: z.int().min(1) }),
  groups: { span: ['start', 'end'] },
  refs: { sourceId: refersTo('source') },
  keys: [keyOf(['sourceId', 'start', 'end'])],
  indexes: [['sourceId']],
});
