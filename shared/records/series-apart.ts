import { z } from 'zod';
import { seriesKeySchema } from '../features/ledger/model.ts';
import { idSchema } from '../ids.ts';
import { defineRecord, keyOf } from './define.ts';

/** Two series that were judged not to be one under two names; by their keys, which go along when a series is renamed. */
export const seriesApartRecord = defineRecord({
  table: 'series_apart',
  schema: z.strictObject({ id: idSchema, one: seriesKeySchema, other: seriesKeySchema, by: z.string().max(500), at: z.iso.datetime() }),
  keys: [keyOf(['one', 'other'])],
});
