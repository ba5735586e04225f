// A reading is one way to understand an ambiguous figure: "increased 6.4 times" is ×6.4 or +640 %.
import { z } from 'zod';
import { type Interval, interval, statedInterval } from './interval.ts';
import { addIntervals, scaleInterval } from './interval-arithmetic.ts';
import { equalIntervals, hullOf } from './interval-order.ts';
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

/** A reading of a stated value. The kind of change that it leaves open is the value's own, told in its unit: "6.4 times" read as 640 % is a rise. */
export function readAs(value: Measured, reading: Reading): Measured {
  const own = readingQuantity(reading);
  const unit = own.unit ?? value.unit;
  return { ...own, unit, change: own.change ?? (value.change === null || unit === value.unit ? value.change : changeIn(unit, value.change)) };
}

function changeIn(unit: string | null, otherwise: Measured['change']): Measured['change'] {
  return unit === 'TIMES' ? 'factor' : unit === 'PCT' ? 'percent' : unit === 'PP' ? 'points' : otherwise;
}

/** The span that open readings cover, in the unit of the value; undefined where fewer than two can be told in it, or all say the same. */
export function readingBand(value: Measured, readings: readonly Reading[]): Interval | undefined {
  const [first, ...others] = readings.flatMap((reading) => readingIn(value, readAs(value, reading)) ?? []);
  if (first === undefined || others.every((other) => equalIntervals(other, first))) return undefined;
  return hullOf([first, ...others]);
}

/** A reading in another unit says another thing; only a rise in per cent is the same as a factor: +640 % is ×7.4. */
export function readingIn({ unit, change }: Measured, reading: Measured): Interval | undefined {
  if (reading.low === null && reading.high === null) return undefined;
  const stated = statedInterval(reading);
  if (reading.unit === unit && reading.change === change) return stated;
  const isRise = change === 'factor' && reading.unit === 'PCT' && reading.change === 'percent';
  return isRise ? addIntervals(interval('1', '1'), scaleInterval(stated, '0.01')) : undefined;
}
