// A reading is one way to understand an ambiguous figure: "increased 6.4 times" is ×6.4 or +640 %.
import { z } from 'zod';
import type { Measured } from './model.ts';
import { changeKindSchema, decimalTextSchema, multiplierSchema, qualifierSchema, unitCodeSchema } from './model.ts';

export const compoundings = ['compounded', 'additive', 'unknown'] as const;

/** A yearly path such as "10–20 % a year through 2030": first and last step as EDTF, how many steps, how they add up. */
export const pathSchema = z.strictObject({
  first: z.string().nullish(),
  last: z.string().nullish(),
  steps: z.int().min(0).max(1000).nullish(),
  compounding: z.enum(compoundings).nullish(),
});
export type Path = z.infer<typeof pathSchema>;

export const readingSchema = z.strictObject({
  label: z.string().min(1).max(500),
  low: decimalTextSchema.nullable().default(null),
  high: decimalTextSchema.nullable().default(null),
  unit: unitCodeSchema.nullable().default(null),
  qualifier: qualifierSchema.optional(),
  change: changeKindSchema.nullish(),
  multiplier: multiplierSchema.optional(),
  path: pathSchema.nullish(),
});
export type Reading = z.infer<typeof readingSchema>;

/** A reading as a quantity of its own; without a qualifier two different bounds mean a range. */
export function readingQuantity(reading: Reading): Measured {
  const { low, high, unit } = reading;
  const qualifier = reading.qualifier ?? (low === high ? 'exact' : 'between');
  return { low, high, unit, qualifier, multiplier: reading.multiplier ?? 0, change: reading.change ?? null };
}
