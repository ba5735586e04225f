import { z } from 'zod';
import { passageSchema } from '../features/passages/model.ts';
import { idSchema } from '../ids.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

const { id, source: _source, ...rest } = passageSchema.shape;

export const passageRecord = defineRecord({
  table: 'passage',
  schema: z.strictObject({ id, sourceId: idSchema, ...rest }),
  groups: {
    /** Where the words stand, in which version of the text, and what became of them there. */
    place: ['textSha256', 'exact', 'prefix', 'suffix', 'start', 'end', 'page', 'sheet', 'cells', 'state', 'score', 'isPending', 'was', 'proposals'],
  },
  sets: ['tags'],
  refs: { sourceId: refersTo('source') },
  keys: [keyOf(['sourceId', 'textSha256', 'start', 'end', 'cells'])],
  both: ['comment'],
  defaults: { state: 'same', score: 100, isPending: false, motivation: 'highlighting' },
  indexes: [['sourceId', 'start', 'end']],
});
