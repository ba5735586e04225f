// How a table is read: which rows are heads, which columns say what, and what holds for all of it. A mapping is kept with the
// import that used it and proposed again for a table with the same heads (`design/roundtrip.md`, "Mapping").
import { z } from 'zod';
import { changeKindSchema, multiplierSchema, unitCodeSchema } from '../../quantity/model.ts';
import { claimKindSchema } from '../claims/model.ts';

const word = z.string().trim().min(1).max(500);
const rowNumber = z.int().min(1).max(2_000_000);
const said = z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(word).max(32), z.null()]);
/** Fields of a claim and what they hold. */
const saidFieldsSchema = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/, 'errors:issue.mappedField'), said);

/** `head`: the heads over the column say it. Else EDTF. */
export const periodOfHead = 'head';

export const mappedColumnSchema = z.strictObject({
  /** Letters of a column or of several (`C`, `C:F`), or the head over it. */
  at: word,
  /** `value`, or a field of the claim that the cell says. Several columns of one field are read together: a year and a month. */
  field: z.string().regex(/^[a-zA-Z]{1,40}$/, 'errors:issue.mappedField'),
  period: z.string().trim().min(1).max(120).optional(),
  measure: word.optional(),
  unit: unitCodeSchema.optional(),
  multiplier: multiplierSchema.optional(),
  change: changeKindSchema.optional(),
  fixed: saidFieldsSchema.optional(),
});
export type MappedColumn = z.infer<typeof mappedColumnSchema>;

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const mappingSchema = z.strictObject({
  /** Name of the sheet; the first where absent. */
  sheet: z.string().max(200).optional(),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().length(1).optional(),
  decimal: z.enum(['.', ',']).optional(),
  thousands: z.string().length(1).optional(),
  dates: z.enum(dateOrders).optional(),
  /** Rows with heads, from above; none where empty, the first row where absent. */
  head: z.array(rowNumber).max(8).optional(),
  /** First and last row of data. */
  from: rowNumber.optional(),
  to: rowNumber.optional(),
  kind: claimKindSchema.default('figure'),
  columns: z.array(mappedColumnSchema).max(2000).default([]),
  fixed: saidFieldsSchema.default({}),
  /** Columns in which an empty cell says what the one above it says. */
  fill: z.array(word).max(200).default([]),
  /** Words that stand for "no data", beside an empty cell. */
  nulls: z.array(z.string().max(100)).max(100).default([]),
  /** Marks at cells or heads, and what they say of the figure. */
  marks: z.record(z.string().min(1).max(20), saidFieldsSchema).default({}),
  /** Rows to leave out: those whose cell in a column says one of these. */
  skip: z
    .array(z.strictObject({ at: word, is: z.union([word, z.array(word).max(500)]) }))
    .max(100)
    .default([]),
  /** Characters that are no part of what a field says. */
  strip: z.record(z.string(), z.union([z.string().max(20), z.array(z.string().max(20)).max(20)])).default({}),
  /** Fields that are read for `fill` and `skip` alone. */
  ignore: z.array(z.string().max(40)).max(40).default([]),
  /** Fields by which rows are known again in what the workbook has. */
  match: z.array(z.string().max(40)).max(40).default([]),
});
export type Mapping = z.output<typeof mappingSchema>;
export type MappingInput = z.input<typeof mappingSchema>;
