// Index and change on the bounds as they are said, and beside them on what rounding allows. Against a base that is not decided there
// is only the span.
import { addIntervals, type Decimal, divideIntervals, type Interval, interval, scaleInterval, subtractIntervals } from '../../quantity/index.ts';
import { periodText } from '../ledger/rules.ts';
import type { Transform } from './model.ts';
import { alternativesOf, isOneValue, type Part, type Placed, spanIn } from './parts.ts';
import { type Gap, linesIn, priorOf } from './placing.ts';

/** A part that was reckoned: `within` is what rounding allows. */
export interface Reckoned extends Part {
  readonly within: Interval;
}

export type ReckonedPlace = Omit<Placed, 'parts'> & { readonly parts: readonly Reckoned[] };

const hundred = interval('100', '100');
const minusHundred = interval('-100', '-100');

/** The outcome of the base period. */
export function baseIn(placed: readonly Placed[], base: string): Placed | undefined {
  const key = periodText(base);
  return placed.find((one) => one.class === 'outcome' && one.periodKey === key && spanIn(one) !== undefined);
}

export function mayBeZeroOrLess({ low }: Interval): boolean {
  return low === null || low.lte(0);
}

/** `base` is above zero. */
export function indexed(placed: readonly Placed[], base: Placed): ReckonedPlace[] {
  const to = spanIn(base)!;
  const isSpan = !isOneValue(base);
  return placed.map((one) => {
    if (one === base) {
      const own = isSpan ? to : one.parts.find(({ role }) => role === 'value')!;
      const rest = one.parts.filter(({ role }) => role === 'aside' || role === 'was').map((part) => reckoned(part, to, ratio));
      return { ...one, parts: [{ ...own, raw: { low: '100', high: '100' }, said: hundred, within: hundred }, ...rest] };
    }
    const parts = isSpan ? [...asSpan(one)] : one.parts;
    return { ...one, parts: parts.map((part) => reckoned(part, to, ratio)) };
  });
}

function ratio(value: Interval, base: Interval): Interval {
  const quotient = divideIntervals(value, base);
  return quotient === undefined ? { low: null, high: null, lowOpen: true, highOpen: true } : scaleInterval(quotient, 100);
}

/** Only the span of an observation, however it is told. */
function* asSpan(one: Placed): Generator<Part> {
  const span = spanIn(one);
  if (span !== undefined) yield { ...span, role: 'hull' };
}

function reckoned(part: Part, base: Part, reckon: (value: Interval, base: Interval) => Interval): Reckoned {
  const said = reckon(part.said, base.said);
  const text = (bound: Decimal | null) => (bound === null ? null : bound.toDecimalPlaces(12).toFixed());
  return {
    ...part,
    raw: { low: text(said.low), high: text(said.high) },
    said,
    within: reckon(part.rounded, base.rounded),
    claims: [...new Set([...part.claims, ...base.claims])],
    isUnsure: part.isUnsure || base.isUnsure,
  };
}

type ChangeAs = 'percent' | 'points' | 'absolute' | 'factor';

/** In points where the level is one in per cent. */
export function changeAs({ as }: Extract<Transform, { of: 'change' }>, unit: string | null): ChangeAs {
  return as ?? (unit === 'PCT' ? 'points' : 'percent');
}

export function changed(placed: readonly Placed[], transform: Extract<Transform, { of: 'change' }>): { placed: ReckonedPlace[]; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const result: ReckonedPlace[] = [];
  const gap = (one: Placed, why: Gap['why']) => gaps.push({ from: one.from, to: one.to, why });
  const lines = transform.on === 'year' ? [...Map.groupBy(placed, (one) => JSON.stringify([one.class, one.issuer])).values()] : linesIn(placed);
  for (const line of lines) {
    for (const one of line) {
      if (spanIn(one) === undefined) continue;
      const prior = priorOf(one, line, transform.on);
      const base = prior === undefined ? undefined : spanIn(prior);
      if (prior === undefined || base === undefined) {
        gap(one, 'no-prior');
        continue;
      }
      const as = changeAs(transform, one.unit);
      if ((as === 'percent' || as === 'factor') && mayBeZeroOrLess(base.said)) {
        gap(one, 'base-sign');
        continue;
      }
      const parts = isOneValue(prior) ? [...alternativesOf(one), ...one.parts.filter(({ role }) => role === 'hull')] : [...asSpan(one)];
      result.push({ ...one, parts: parts.map((part) => reckoned(part, base, (value, before) => difference(value, before, as))) });
    }
  }
  return { placed: result, gaps };
}

function difference(value: Interval, before: Interval, as: ChangeAs): Interval {
  if (as === 'points' || as === 'absolute') return subtractIntervals(value, before);
  const quotient = divideIntervals(value, before);
  if (quotient === undefined) return { low: null, high: null, lowOpen: true, highOpen: true };
  return as === 'factor' ? quotient : addIntervals(scaleInterval(quotient, 100), minusHundred);
}
