// What only the shell can do. The renderer never sees a path: bytes come in as uploads and leave as downloads, both
// named by an opaque handle, in pieces of at most 1 MiB, so that both transports behave alike.

import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { nothingRead } from '../../reads.ts';
import { action, nothing, query } from '../../rpc.ts';

export const pieceBytes = 1024 * 1024;
const base64 = z
  .string()
  .max(Math.ceil((pieceBytes * 4) / 3) + 8)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** Long work under way: `done` of `total` parts, and the part that is at it now. */
export const jobStateSchema = z.strictObject({
  id: idSchema,
  label: messageSchema,
  done: z.int(),
  total: z.int(),
  /** Such as the name of a file; empty before the first. */
  what: z.string(),
  /** How much of that part is done, from 0 to 1; null where it is not told. */
  share: z.number().nullable(),
});
export type JobState = z.infer<typeof jobStateSchema>;

export const hostContract = {
  jobs: query('List the long work that is under way', nothing, z.strictObject({ jobs: z.array(jobStateSchema) }), nothingRead),
  cancelJob: action(
    'Stop long work; what it says of itself tells what was kept',
    z.strictObject({ id: idSchema }),
    z.strictObject({ wasRunning: z.boolean() }),
  ),
  openUpload: action(
    'Announce a file that is about to be handed over',
    z.strictObject({ name: z.string().min(1).max(255), mediaType: z.string().max(200).default(''), sizeBytes: z.int().min(0) }),
    z.strictObject({ handle: idSchema }),
  ),
  appendUpload: action(
    'Hand over the next piece of a file',
    z.strictObject({ handle: idSchema, data: base64 }),
    z.strictObject({ receivedBytes: z.int() }),
  ),
  dropUpload: action('Give up a file that was announced', z.strictObject({ handle: idSchema }), nothing),
  readDownload: query(
    'Read a piece of a file that was made',
    z.strictObject({ handle: idSchema, offset: z.int().min(0) }),
    z.strictObject({ data: z.string(), offset: z.int(), sizeBytes: z.int(), isLast: z.boolean() }),
    nothingRead,
  ),
};
