import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { command, query } from '../../rpc.ts';
import { sourcePatchSchema } from '../sources/model.ts';
import { mappingSchema } from './mapping.ts';

const tableShape = {
  /** Handle of the file; or the source that it is already. */
  file: z.string().max(64).optional(),
  source: idSchema.optional(),
  /** Text of the `datapackage.json` that describes it. */
  description: z.string().max(2_000_000).optional(),
  /** How it is read; proposed where absent, or without columns. */
  mapping: mappingSchema.optional(),
  /** Fields by which rows are known again in what was imported before; those of the mapping where absent. */
  match: z.array(z.string().max(40)).max(40).optional(),
};

/** Rows of data that cannot be read, with the row of the file and the reason. */
const rejectedSchema = z.strictObject({ row: z.int(), why: messageSchema });

const countsShape = {
  /** Figures, events or statements that the table says. */
  rows: z.int(),
  added: z.int(),
  /** Told by an earlier table with another value. */
  updated: z.int(),
  /** Told already. */
  skipped: z.int(),
};

export const tablePreviewSchema = z.strictObject({
  name: z.string(),
  sheets: z.array(z.strictObject({ name: z.string(), rows: z.int(), columns: z.int() })),
  mapping: mappingSchema,
  /** `known`: it read a table with these heads before. */
  origin: z.enum(['given', 'proposed', 'known', 'package']),
  reasons: z.array(z.strictObject({ at: z.string(), why: messageSchema })),
  /** The words over the columns, one a column. */
  heads: z.array(z.string()),
  /** The first rows as they are shown. */
  sample: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
  /** What the first rows come to. */
  claims: z.array(
    z.strictObject({
      cell: z.string(),
      subject: z.string().nullable(),
      measure: z.string().nullable(),
      period: z.string().nullable(),
      value: z.strictObject({ low: z.string().nullable(), high: z.string().nullable(), qualifier: z.string() }).nullable(),
      unit: z.string().nullable(),
      multiplier: z.int(),
      change: z.string().nullable(),
    }),
  ),
  ...countsShape,
  rejectedCount: z.int(),
  rejected: z.array(rejectedSchema),
  /** Columns of the mapping that cannot be used. */
  problems: z.array(z.strictObject({ at: z.string(), why: messageSchema })),
  /** Cells that say the same series and period twice. */
  duplicates: z.array(z.array(z.string())),
});
export type TablePreview = z.infer<typeof tablePreviewSchema>;

export const importedSchema = z.strictObject({
  ...countsShape,
  rejected: z.array(rejectedSchema),
  sourceId: idSchema,
  /** Null where nothing new was brought in. */
  importId: idSchema.nullable(),
});

export const tablesContract = {
  preview: query('Show how a table would be read and what it comes to', z.strictObject(tableShape), tablePreviewSchema, {
    claim: 'all',
    source: 'all',
    table_import: 'all',
  }),
  import: command(
    'Bring a table in, in one edit',
    z.strictObject({ ...tableShape, meta: sourcePatchSchema.default({}), job: z.string().max(64).optional() }),
    importedSchema,
  ),
};
