// What the finder reports: figures and dates with their place in the text and their value.
import { z } from 'zod';
import { changeKindSchema, decimalTextSchema, multiplierSchema, qualifierSchema, unitCodeSchema } from '../../../quantity/model.ts';
import type { DayOrder } from './dates/day-order.ts';

export const mentionTypes = ['figure', 'date'] as const;
export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'errors:issue.day');

/**
 * One mention. Fields of the other type are `null`. Numbers are magnitudes as written: "fell 39 %" is 39 with direction
 * `down`; only a minus that stands in the text is kept. Bounds are before the multiplier.
 */
export const mentionSchema = z.strictObject({
  /** Unicode code points of the searched text, end exclusive. */
  start: z.int().min(0),
  end: z.int().min(1),
  exact: z.string().min(1),
  type: z.enum(mentionTypes),
  low: decimalTextSchema.nullable(),
  high: decimalTextSchema.nullable(),
  qualifier: qualifierSchema.nullable(),
  unit: unitCodeSchema.nullable(),
  multiplier: multiplierSchema.nullable(),
  change: changeKindSchema.nullable(),
  direction: z.enum(directions).nullable(),
  edtf: z.string().nullable(),
  earliest: daySchema.nullable(),
  latest: daySchema.nullable(),
  /** True when the date needs the source's date or another date of the sentence. */
  relative: z.boolean().nullable(),
  /** Why a relative date means what it means. */
  basis: z.string().nullable(),
});
export type Mention = z.infer<typeof mentionSchema>;

export interface FindOptions {
  /** BCP 47; decides whether a comma is a decimal sign where the script does not. Guessed when absent. */
  readonly language?: string | undefined;
  /** How the document writes dates in digits alone; told by the text where absent. */
  readonly dayOrder?: DayOrder | undefined;
  /** EDTF date of the source, which relative dates count from. */
  readonly publishedOn?: string | undefined;
}
