// Interval arithmetic after Moore: each result holds every outcome of its operands. Lower bounds are rounded down and upper
// bounds up; an end that no outcome reaches is open.
import { CeilDecimal, Decimal, FloorDecimal } from './decimal.ts';
import type { Interval } from './interval.ts';

interface End {
  readonly value: Decimal;
  readonly open: boolean;
}

type Operation = (a: Decimal, b: Decimal) => Decimal;

const MINUS_INFINITY = new Decimal('-Infinity');
const PLUS_INFINITY = new Decimal('Infinity');

function lowEnd(i: Interval): End {
  return { value: i.low ?? MINUS_INFINITY, open: i.lowOpen };
}

function highEnd(i: Interval): End {
  return { value: i.high ?? PLUS_INFINITY, open: i.highOpen };
}

function fromEnds(low: End, high: End): Interval {
  return {
    low: low.value.isFinite() ? new Decimal(low.value) : null,
    high: high.value.isFinite() ? new Decimal(high.value) : null,
    lowOpen: low.open || !low.value.isFinite(),
    highOpen: high.open || !high.value.isFinite(),
  };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  const low = { value: new FloorDecimal(lowEnd(a).value).plus(lowEnd(b).value), open: a.lowOpen || b.lowOpen };
  const high = { value: new CeilDecimal(highEnd(a).value).plus(highEnd(b).value), open: a.highOpen || b.highOpen };
  return fromEnds(low, high);
}

export function negateInterval(i: Interval): Interval {
  return { low: i.high?.neg() ?? null, high: i.low?.neg() ?? null, lowOpen: i.highOpen, highOpen: i.lowOpen };
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return addIntervals(a, negateInterval(b));
}

function product(a: Decimal, b: Decimal): Decimal {
  return a.isZero() || b.isZero() ? new Decimal(0) : a.times(b);
}

/** A closed zero makes the outcome zero whatever the other end is, so it is reached. */
function isProductOpen(a: End, b: End): boolean {
  if (a.value.isZero() && !a.open) return false;
  if (b.value.isZero() && !b.open) return false;
  return a.open || b.open;
}

function corners(a: Interval, b: Interval, round: typeof Decimal, combine: Operation): End[] {
  const ends: End[] = [];
  for (const x of [lowEnd(a), highEnd(a)]) {
    for (const y of [lowEnd(b), highEnd(b)]) ends.push({ value: combine(new round(x.value), new round(y.value)), open: isProductOpen(x, y) });
  }
  return ends;
}

function extreme(ends: readonly End[], sign: 1 | -1): End {
  return ends.reduce((best, end) => {
    const order = end.value.cmp(best.value) * sign;
    return order > 0 || (order === 0 && best.open) ? end : best;
  });
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  return fromEnds(extreme(corners(a, b, FloorDecimal, product), -1), extreme(corners(a, b, CeilDecimal, product), 1));
}

function holdsZero(i: Interval): boolean {
  const fromBelow = i.low === null || i.low.isNegative() || i.low.isZero();
  const fromAbove = i.high === null || !i.high.isNegative() || i.high.isZero();
  return fromBelow && fromAbove;
}

/** `undefined` when the divisor holds zero or touches it: the quotient would be unbounded on both sides. */
export function divideIntervals(a: Interval, b: Interval): Interval | undefined {
  if (holdsZero(b)) return undefined;
  const floor = reciprocal(b, FloorDecimal, CeilDecimal);
  return multiplyIntervals(a, floor);
}

function reciprocal(i: Interval, down: typeof Decimal, up: typeof Decimal): Interval {
  const low = i.high === null ? new Decimal(0) : new down(1).div(i.high);
  const high = i.low === null ? new Decimal(0) : new up(1).div(i.low);
  return { low: new Decimal(low), high: new Decimal(high), lowOpen: i.highOpen, highOpen: i.lowOpen };
}

export function scaleInterval(i: Interval, factor: Decimal | string | number): Interval {
  const value = new Decimal(factor);
  return multiplyIntervals(i, { low: value, high: value, lowOpen: false, highOpen: false });
}

/** `i` to a whole power ≥ 0 by repeated products, else by roots of a base ≥ 0; `undefined` where the power has no real value. */
export function powInterval(i: Interval, exponent: Decimal | string | number): Interval | undefined {
  const power = new Decimal(exponent);
  if (power.isZero()) return { low: new Decimal(1), high: new Decimal(1), lowOpen: false, highOpen: false };
  if (power.isNegative()) {
    const positive = powInterval(i, power.neg());
    return positive === undefined
      ? undefined
      : divideIntervals({ low: new Decimal(1), high: new Decimal(1), lowOpen: false, highOpen: false }, positive);
  }
  if (i.low !== null && !i.low.isNegative()) return monotonePower(i, power);
  return power.isInteger() ? signedPower(i, power) : undefined;
}

function monotonePower(i: Interval, power: Decimal): Interval {
  const low = new FloorDecimal(i.low ?? 0).pow(power);
  const high = i.high === null ? PLUS_INFINITY : new CeilDecimal(i.high).pow(power);
  return fromEnds({ value: low, open: i.lowOpen }, { value: high, open: i.highOpen });
}

/** Odd powers keep the order; even ones fold the negative part over zero. */
function signedPower(i: Interval, power: Decimal): Interval {
  const low = { value: new FloorDecimal(lowEnd(i).value).pow(power), open: i.lowOpen };
  const high = { value: new CeilDecimal(highEnd(i).value).pow(power), open: i.highOpen };
  if (power.mod(2).eq(1)) return fromEnds(low, high);
  const folded = { value: new CeilDecimal(lowEnd(i).value).pow(power), open: i.lowOpen };
  if (i.high?.isNegative()) return fromEnds({ value: new FloorDecimal(i.high).pow(power), open: i.highOpen }, folded);
  return fromEnds({ value: new Decimal(0), open: i.high?.isZero() === true && i.highOpen }, extreme([folded, high], 1));
}
