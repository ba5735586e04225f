import { z } from 'zod';
import { mappingSchema } from '../features/tables/mapping.ts';
import { idSchema } from '../ids.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

/**
 * An imported table: its source and how it was read. Its figures are rows, derived from the bytes and the mapping; one becomes a
 * claim as soon as a person does something with it (`architecture.md`, "Rows, not records").
 */
export const tableImportRecord = defineRecord({
  table: 'table_import',
  schema: z.strictObject({
    id: idSchema,
    sourceId: idSchema,
    /** Of the bytes that were read, and of the text in which the cells stand: the source may have newer ones by now. */
    sha256: z.string().max(64),
    textSha256: z.string().max(64),
    mapping: mappingSchema,
    /** Follows from bytes and mapping: names the rows in every copy. */
    key: z.string().regex(/^[0-9a-f]{22}$/),
    /** The words over its columns, by which a table of the same form is known again. */
    heads: z.string().max(4000),
    /** Rows that are not shown, such as `C5`: removed by hand, or told again by a later table. */
    leftOut: z.array(z.string().max(12)).max(1_000_000),
  }),
  groups: { read: ['sha256', 'textSha256', 'mapping', 'key', 'heads'] },
  sets: ['leftOut'],
  refs: { sourceId: refersTo('source') },
  keys: [keyOf(['key'])],
  indexes: [['sourceId'], ['key']],
});
