// A value is an interval with a qualifier, never a lone float. Numbers travel as decimal text so that nothing is rounded
// on the way; `null` is an open bound. The magnitude is value × 10^multiplier in `unit`.
import { z } from 'zod';

/** Decimal text: optional minus, digits, optional fraction; no exponent, no grouping, at most 40 digits. */
export const decimalTextSchema = z.string().regex(/^-?\d{1,30}(\.\d{1,20})?$/, 'errors:issue.decimal');

export const qualifiers = ['exact', 'about', 'over', 'at_least', 'under', 'at_most', 'almost', 'between', 'times', 'unknown'] as const;
export const qualifierSchema = z.enum(qualifiers);
export type Qualifier = z.infer<typeof qualifierSchema>;

/** What a change figure changes; `null` in a claim means that the figure is a level. */
export const changeKinds = ['percent', 'points', 'absolute', 'factor'] as const;
export const changeKindSchema = z.enum(changeKinds);
export type ChangeKind = z.infer<typeof changeKindSchema>;

/** Bounds as stated, before the multiplier. "over 50" is {low: "50", high: null}; "almost 4.6" is {low: null, high: "4.6"}. */
export const quantitySchema = z.strictObject({
  low: decimalTextSchema.nullable(),
  high: decimalTextSchema.nullable(),
  qualifier: qualifierSchema,
});
export type Quantity = z.infer<typeof quantitySchema>;

/** A unit code: PCT, PP, TIMES, UNITS, an ISO 4217 currency, or any upper-case word of the workbook (PLANTS, HP, RUB_PER_USD). */
export const unitCodeSchema = z.string().regex(/^[A-Z][A-Z0-9_]{0,31}$/, 'errors:issue.unitCode');

/** Power of ten of the stated number: 0, 3 thousand, 4 万, 6 million, 8 亿, 9 billion, 12 trillion; −2 for basis points. */
export const multiplierSchema = z.int().min(-12).max(24);

/** A quantity with everything that is needed to read its magnitude. */
export interface Measured extends Quantity {
  readonly unit: string | null;
  readonly multiplier: number;
  readonly change: ChangeKind | null;
}

export const measuredSchema: z.ZodType<Measured> = quantitySchema.extend({
  unit: z.string().nullable(),
  multiplier: z.int(),
  change: changeKindSchema.nullable(),
});
