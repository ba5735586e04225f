import { z } from 'zod';
import { messageSchema } from '../../message.ts';
import { action, nothing, query } from '../../rpc.ts';

export const editSchema = z.strictObject({
  seq: z.int(),
  id: z.string(),
  label: messageSchema,
  author: z.string(),
  at: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  /** Edit that this one takes back or brings back. */
  target: z.int().nullable(),
  isUndone: z.boolean(),
  changes: z.int(),
});
export type Edit = z.infer<typeof editSchema>;

export const changeSchema = z.strictObject({
  seq: z.int(),
  label: messageSchema,
  author: z.string(),
  at: z.string(),
  table: z.string(),
  recordId: z.string(),
  /** `*` where the whole record came or went. */
  field: z.string(),
  old: z.unknown(),
  new: z.unknown(),
});
export type RecordChange = z.infer<typeof changeSchema>;

const outcome = z.strictObject({ seq: z.int(), label: messageSchema, changes: z.int() });

/** Edits or changes that one call gives. */
export const mostInOneCall = 1000;

export const historyContract = {
  list: query(
    'List the edits, newest first',
    z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(mostInOneCall).default(200) }),
    z.strictObject({ edits: z.array(editSchema), total: z.int() }),
  ),
  ofRecord: query(
    'Read the history of a record or of one field',
    z.strictObject({ record: z.string().max(80), field: z.string().max(64).optional(), limit: z.int().min(1).max(mostInOneCall).default(200) }),
    z.strictObject({ changes: z.array(changeSchema) }),
  ),
  changes: query('Read what one edit changed', z.strictObject({ seq: z.int() }), z.strictObject({ changes: z.array(changeSchema) })),
  state: query(
    'Say what can be undone and redone',
    nothing,
    z.strictObject({ undo: editSchema.nullable(), redo: editSchema.nullable(), last: editSchema.nullable() }),
  ),
  undo: action('Undo the last edit', nothing, outcome),
  redo: action('Redo the edit that was undone last', nothing, outcome),
};
