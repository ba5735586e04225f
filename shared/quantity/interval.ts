// What a stated quantity allows, as an interval of decimals. A `null` bound is unbounded.
import { Decimal, decimalText, scaledBound } from './decimal.ts';
import type { Measured } from './model.ts';

export interface Interval {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export const unbounded: Interval = { low: null, high: null, lowOpen: true, highOpen: true };

/** An interval from decimal text or numbers of the caller; closed unless said otherwise. An unbounded end is always open. */
export function interval(low: Decimal | string | null, high: Decimal | string | null, open: { low?: boolean; high?: boolean } = {}): Interval {
  return {
    low: low === null ? null : new Decimal(low),
    high: high === null ? null : new Decimal(high),
    lowOpen: low === null || (open.low ?? false),
    highOpen: high === null || (open.high ?? false),
  };
}

/** How far "about n" reaches: five per cent either side, or the rounding interval where that is wider. */
const ABOUT_SHARE = '0.05';
/** How far "almost n" reaches below n (towards zero): a fifth. */
const ALMOST_SHARE = '0.2';

/** The interval that the words allow, multiplier applied: "over 50" is (50, ∞), "almost 4.6bn" is [3.68bn, 4.6bn]. */
export function statedInterval(m: Measured): Interval {
  const low = scaledBound(m, 'low');
  const high = scaledBound(m, 'high');
  switch (m.qualifier) {
    case 'unknown':
      return unbounded;
    case 'over':
      return interval(low, high, { low: true });
    case 'under':
      return interval(low, high, { high: true });
    case 'almost':
      return almostInterval(low, high);
    case 'about':
      return aboutInterval(m, low, high);
    default:
      return interval(low, high);
  }
}

/** The stated edge is the `high` of a value that nears it from below, else the `low` of one that nears it from above. */
function almostInterval(low: Decimal | null, high: Decimal | null): Interval {
  if (high !== null) return interval(low ?? high.minus(high.abs().times(ALMOST_SHARE)), high);
  if (low !== null) return interval(low, low.plus(low.abs().times(ALMOST_SHARE)));
  return unbounded;
}

function aboutInterval(m: Measured, low: Decimal | null, high: Decimal | null): Interval {
  const rounded = roundingInterval({ ...m, qualifier: 'between' });
  const wideLow = low === null ? null : Decimal.min(low.minus(low.abs().times(ABOUT_SHARE)), rounded.low ?? low);
  const wideHigh = high === null ? null : Decimal.max(high.plus(high.abs().times(ABOUT_SHARE)), rounded.high ?? high);
  return interval(wideLow, wideHigh);
}

/**
 * The true values that would be written like this: half a unit of the last written digit either side, so 7 % is [6.5, 7.5),
 * "1.16" × 10^6 is [1.155m, 1.165m) and 40,000 is [39,999.5, 40,000.5). Zeros at the end of a written integer count as
 * written: nothing in the text says that they were rounded. Rounding is half away from zero, so −7 is (−7.5, −6.5].
 * Words that state a bound (over, at most, almost …) are not widened.
 */
export function roundingInterval(m: Measured): Interval {
  if (!['exact', 'times', 'between', 'about'].includes(m.qualifier)) return statedInterval(m);
  const low = scaledBound(m, 'low');
  const high = scaledBound(m, 'high');
  return interval(low === null ? null : low.minus(halfUnit(m.low, m.multiplier)), high === null ? null : high.plus(halfUnit(m.high, m.multiplier)), {
    low: low?.isNegative() ?? false,
    high: !(high?.isNegative() ?? false),
  });
}

function halfUnit(text: string | null, multiplier: number): Decimal {
  const fractionDigits = text?.split('.')[1]?.length ?? 0;
  return new Decimal(10).pow(multiplier - fractionDigits).div(2);
}

/** Bounds as decimal text, each rounded to the nearest: for reckoned values, whose point must stay a point. */
export function roundedText({ low, high }: Interval, places = 12): { readonly low: string | null; readonly high: string | null } {
  const text = (bound: Decimal | null) => bound?.toDecimalPlaces(places).toFixed() ?? null;
  return { low: text(low), high: text(high) };
}

/** Bounds as decimal text for rows and JSON, rounded outwards at 20 decimals; `null` is unbounded. */
export function intervalText(i: Interval): { readonly low: string | null; readonly high: string | null } {
  return { low: i.low === null ? null : decimalText(i.low, 'down'), high: i.high === null ? null : decimalText(i.high, 'up') };
}
