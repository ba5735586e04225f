// What is known of a measure beyond its code: what it counts, its family, its usual unit, the range of its values, and
// whether it can be added up. Where the analyst has said nothing, what its code and unit say on their face.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { type Interval, interval, isAdditiveUnit } from '../../quantity/index.ts';
import { decimalTextSchema, unitCodeSchema } from '../../quantity/model.ts';

const text = z.string().trim().max(500);

export const measureSchema = z.strictObject({
  id: idSchema,
  /** As claims write it. */
  code: text.min(1),
  label: text,
  /** What one unit of it is: finished vehicles that left the plant. */
  counts: text,
  /** Measures of one family are one thing in several forms: exports in units, in money, as a change. Null: by its words. */
  family: text.min(1).nullable(),
  unit: unitCodeSchema.nullable(),
  /** Parts add up to a whole. Null: counts and money do, shares and rates do not. */
  isAdditive: z.boolean().nullable(),
  /** The least and the greatest value that a level can have, in its unit. */
  low: decimalTextSchema.nullable(),
  high: decimalTextSchema.nullable(),
});
export type Measure = z.infer<typeof measureSchema>;

const { code, label, counts, family, unit, isAdditive, low, high } = measureSchema.shape;
/** What an analyst says of a measure; what is left out is not known. */
export const measureDraftSchema = z.strictObject({
  code,
  label: label.default(''),
  counts: counts.default(''),
  family: family.default(null),
  unit: unit.default(null),
  isAdditive: isAdditive.default(null),
  low: low.default(null),
  high: high.default(null),
});

/** Suffixes that say how a thing is measured, not what it is: exports in units, in money and as a change are one family. */
const formWords = new Set(
  'change value volume growth yoy plan planned target forecast output actual amount count number total level index'.split(' '),
);

/** The words of a code without those that only say in which form it is measured. */
export function familyOfCode(code: string): string {
  const words = code
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  while (words.length > 1 && formWords.has(words.at(-1)!)) words.pop();
  return words.join('_');
}

export interface Measures {
  familyOf(code: string): string;
  /** Whether levels of this measure in this unit can be added up. */
  isAdditive(code: string, unit: string | null): boolean;
  /** The range of a level; undefined where none is known. */
  rangeOf(code: string, unit: string | null): Interval | undefined;
}

export function createMeasures(known: readonly Measure[]): Measures {
  const byCode = new Map(known.map((measure) => [measure.code.toLowerCase().trim(), measure]));
  const find = (code: string) => byCode.get(code.toLowerCase().trim());
  return {
    familyOf: (code) => find(code)?.family?.toLowerCase() ?? familyOfCode(code),
    isAdditive: (code, unit) => find(code)?.isAdditive ?? isAdditiveUnit(unit),
    rangeOf(code, unit) {
      const measure = find(code);
      if (measure !== undefined && (measure.low !== null || measure.high !== null)) return interval(measure.low, measure.high);
      return unit === 'PCT' && /(^|[\s_-])share([\s_-]|$)/i.test(code) ? shareRange : undefined;
    },
  };
}

const shareRange = interval('0', '100');
