import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

/** A Web Annotation as it came in, with the passage of each of its targets. */
export const annotationRecord = defineRecord({
  table: 'annotation',
  schema: z.strictObject({
    id: idSchema,
    /** sha-256 of the document as it came. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    content: z.record(z.string(), z.unknown()),
    /** One for each target, in the order of the document; empty for a target without a place. */
    passages: z.array(z.union([idSchema, z.literal('')])).max(10_000),
  }),
  groups: { content: ['content', 'passages'] },
  refs: { passages: refersTo('passage', 'list', { isLoose: true }) },
  keys: [keyOf(['digest'])],
  indexes: [['digest']],
});
