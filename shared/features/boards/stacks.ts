// Parts of a whole: one upon the other, or as shares of their sum. Totals only where every part is told.
import { addIntervals, type Decimal, type Interval, interval, intervalText, subtractIntervals } from '../../quantity/index.ts';
import { type Part, type Placed, spanIn } from './parts.ts';
import type { Gap } from './placing.ts';
import type { Reckoned, ReckonedPlace } from './transform.ts';

export interface Total {
  readonly period: string;
  readonly low: string | null;
  readonly high: string | null;
}

export interface StackSpan {
  readonly from: string;
  readonly to: string;
}

const zero = interval('0', '0');

/** Periods in time, each with the observation of every strand; undefined where a strand has none. */
function byPeriod(strands: readonly (readonly Placed[])[]): { readonly key: string; readonly own: readonly (Placed | undefined)[] }[] {
  const keyOf = (one: Placed) => JSON.stringify([one.class, one.issuer, one.from, one.to]);
  const known = new Map<string, (Placed | undefined)[]>();
  for (const [index, placed] of strands.entries())
    for (const one of placed) {
      if (spanIn(one) === undefined) continue;
      const own = known.get(keyOf(one)) ?? strands.map(() => undefined);
      own[index] ??= one;
      known.set(keyOf(one), own);
    }
  const first = (own: readonly (Placed | undefined)[]) => own.find((one) => one !== undefined)?.from ?? '';
  return [...known].map(([key, own]) => ({ key, own })).toSorted((a, b) => (first(a.own) < first(b.own) ? -1 : first(a.own) > first(b.own) ? 1 : 0));
}

/** The least that is certain stands in a stack; what may be more is told by the bounds of the mark. */
function leastOf({ said }: Part): Decimal | null {
  const { low, high } = said;
  if (low === null || high === null) return low ?? high;
  return low.isNegative() && !high.isPositive() ? high : low;
}

export function stacked(strands: readonly (readonly Placed[])[]): { readonly spans: ReadonlyMap<Part, StackSpan>; readonly totals: Total[] } {
  const spans = new Map<Part, StackSpan>();
  const totals: Total[] = [];
  for (const { own } of byPeriod(strands)) {
    let up = zero.low!;
    let down = zero.low!;
    for (const one of own) {
      const part = one === undefined ? undefined : spanIn(one);
      const least = part === undefined ? null : leastOf(part);
      if (part === undefined || least === null) continue;
      const from = least.isNegative() ? down : up;
      const to = from.plus(least);
      if (least.isNegative()) down = to;
      else up = to;
      spans.set(part, { from: from.toFixed(), to: to.toFixed() });
    }
    if (own.every((one) => one !== undefined))
      totals.push(
        totalOf(
          own.map((one) => spanIn(one!)!.said),
          own[0]!.period,
        ),
      );
  }
  return { spans, totals };
}

function totalOf(values: readonly Interval[], period: string): Total {
  return { period, ...intervalText(values.reduce(addIntervals, zero)) };
}

/** Shares of the sum. Figures in per cent are shares already: what they leave is the rest. */
export function shared(strands: readonly (readonly Placed[])[]): { placed: ReckonedPlace[][]; gaps: Gap[][]; totals: Total[]; rest: Total[] } {
  const placed: ReckonedPlace[][] = strands.map(() => []);
  const gaps: Gap[][] = strands.map(() => []);
  const totals: Total[] = [];
  const rest: Total[] = [];
  for (const { own } of byPeriod(strands)) {
    const parts = own.map((one) => (one === undefined ? undefined : spanIn(one)));
    if (own.some((one) => one?.unit === 'PCT')) {
      for (const [index, one] of own.entries())
        if (one !== undefined) placed[index]!.push({ ...one, parts: one.parts.map((part) => ({ ...part, within: part.rounded })) });
      const told = parts.flatMap((part) => part ?? []);
      const left = subtractIntervals(interval('100', '100'), told.map(({ said }) => said).reduce(addIntervals, zero));
      rest.push({ period: own.find((one) => one !== undefined)!.period, ...intervalText(notBelowZero(left)) });
      continue;
    }
    if (parts.includes(undefined)) {
      for (const [index, one] of own.entries()) if (one !== undefined) gaps[index]!.push({ from: one.from, to: one.to, why: 'part-missing' });
      continue;
    }
    const all = parts as readonly Part[];
    totals.push(
      totalOf(
        all.map(({ said }) => said),
        own[0]!.period,
      ),
    );
    for (const [index, one] of own.entries()) placed[index]!.push({ ...one!, parts: sharesOf(one!, index, all) });
  }
  return { placed, gaps, totals, rest };
}

function notBelowZero({ low, high, ...open }: Interval): Interval {
  return { low: low?.isNegative() ? zero.low : low, high: high?.isNegative() ? zero.low : high, ...open };
}

/** Each value of an observation against the spans of the others. */
function sharesOf(one: Placed, index: number, all: readonly Part[]): Reckoned[] {
  const others = (pick: 'said' | 'rounded') => all.flatMap((part, at) => (at === index ? [] : [part[pick]])).reduce(addIntervals, zero);
  const claims = all.flatMap((part, at) => (at === index ? [] : part.claims));
  return one.parts
    .filter(({ role }) => role !== 'was' && role !== 'aside')
    .map((part) => {
      const said = shareOf(part.said, others('said'));
      return {
        ...part,
        raw: textOf(said),
        said,
        within: shareOf(part.rounded, others('rounded')),
        claims: [...new Set([...part.claims, ...claims])],
      };
    });
}

function textOf({ low, high }: Interval) {
  return { low: low?.toDecimalPlaces(12).toFixed() ?? null, high: high?.toDecimalPlaces(12).toFixed() ?? null };
}

/** [low ÷ (low + other highs), high ÷ (high + other lows)], in per cent. */
function shareOf(part: Interval, others: Interval): Interval {
  const bound = (own: Decimal | null, rest: Decimal | null) => {
    if (own === null) return null;
    if (rest === null) return null;
    const sum = own.plus(rest);
    return sum.isZero() ? null : own.div(sum).times(100);
  };
  const low = part.low !== null && others.high === null ? zero.low : bound(part.low, others.high);
  return interval(low, part.high === null ? '100' : bound(part.high, others.low));
}
