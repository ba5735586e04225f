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

/** What stands at a point in time: a stock of June and one of July are not a stock of both months. */
const stockWords =
  /^(stocks?|stockpiles?|inventor(y|ies)|reserves?|storage|capacit(y|ies)|population|headcount|staff|workforce|employees|employed|employment|unemployed|debts?|deposits?|assets|liabilities|equity|fleets?|herds?|livestock|backlog|outstanding|holdings?|subscribers|subscriptions|members|users|beds|dwellings|outlets|stores|branches|dealers|dealerships|plants|stations|parc|arrears|area|запас(ы|ов)?|население|численность|парк|долг|мощност(ь|и)|поголовье|остат(ок|ки)|库存|储备|人口|产能|存栏|存款|余额|债务|保有量)$/;
/** What comes to a stock or leaves it, and what is done with it, goes over time. */
const flowWords =
  /^(withdrawals?|injections?|additions?|inflows?|outflows?|sales|exports?|imports?|purchases|output|production|deliveries|shipments|spending|costs?|orders|new|built|commissioned|installed|installations|change|growth|transit|turnover)$/;

/** Whether a code names a level at a point in time, on its face. */
export function isStockCode(code: string): boolean {
  const words = code.toLowerCase().split(/[\s_-]+/);
  return words.some((word) => stockWords.test(word)) && !words.some((word) => flowWords.test(word));
}

const perWords = /^(per|average|mean|median|avg|средн\p{L}*|平均\p{L}*)$/u;
/** What is paid or had for one thing: prices of two months are no price of both. */
const priceWords =
  /^(prices?|rates?|fees?|tariffs?|duty|duties|wages?|salar(y|ies)|rents?|fares?|tolls?|yields?|quotes?|ages?|temperature|intensity|ratio|index|score|цен(а|ы)|ставк(а|и)|зарплат(а|ы)|тариф(ы)?|价格|单价|均价|费率|工资)$/;

/** Whether a code names what one thing costs or has, on its face: `gas_price`, `price_per_tonne`; not `fee_revenue`. */
export function isRateCode(code: string): boolean {
  const words = code.toLowerCase().split(/[\s_-]+/);
  return words.some((word) => perWords.test(word)) || priceWords.test(familyOfCode(code).split('_').at(-1)!);
}

export interface Measures {
  familyOf(code: string): string;
  /** Whether levels of this measure in this unit can be added up. */
  isAdditive(code: string, unit: string | null): boolean;
  /** Whether the levels of months add up to that of their year: a flow's do, a stock's never. */
  addsOverTime(code: string, unit: string | null): boolean;
  /** The range of a level; undefined where none is known. */
  rangeOf(code: string, unit: string | null): Interval | undefined;
}

/** What a code says of itself, and what the analyst said; read once, for a workbook has few codes and many claims. */
interface Face {
  readonly isRate: boolean;
  readonly isStock: boolean;
  readonly declared: boolean | null;
}

export function createMeasures(known: readonly Measure[]): Measures {
  const byCode = new Map(known.map((measure) => [measure.code.toLowerCase().trim(), measure]));
  const find = (code: string) => byCode.get(code.toLowerCase().trim());
  const faces = new Map<string, Face>();
  const faceOf = (code: string) => {
    const face = faces.get(code) ?? { isRate: isRateCode(code), isStock: isStockCode(code), declared: find(code)?.isAdditive ?? null };
    faces.set(code, face);
    return face;
  };
  const isAdditive = (code: string, unit: string | null) => {
    const { declared, isRate } = faceOf(code);
    return declared ?? (isAdditiveUnit(unit) && !isRate);
  };
  return {
    familyOf: (code) => find(code)?.family?.toLowerCase() ?? familyOfCode(code),
    isAdditive,
    addsOverTime: (code, unit) => isAdditive(code, unit) && !faceOf(code).isStock,
    rangeOf(code, unit) {
      const measure = find(code);
      if (measure !== undefined && (measure.low !== null || measure.high !== null)) return interval(measure.low, measure.high);
      return unit === 'PCT' && /(^|[\s_-])share([\s_-]|$)/i.test(code) ? shareRange : undefined;
    },
  };
}

const shareRange = interval('0', '100');
