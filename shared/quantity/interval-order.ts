// Relations between intervals. An open end does not belong to the interval: [6.5, 7.5) and [7.5, 8.5) are disjoint.
import type { Interval } from './interval.ts';

function endsBefore(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false;
  const order = a.high.cmp(b.low);
  return order < 0 || (order === 0 && (a.highOpen || b.lowOpen));
}

export function isDisjoint(a: Interval, b: Interval): boolean {
  return endsBefore(a, b) || endsBefore(b, a);
}

export function intersects(a: Interval, b: Interval): boolean {
  return !isDisjoint(a, b);
}

/** True when every value of `inner` is a value of `outer`. */
export function containsInterval(outer: Interval, inner: Interval): boolean {
  return reachesDown(outer, inner) && reachesUp(outer, inner);
}

function reachesDown(outer: Interval, inner: Interval): boolean {
  if (outer.low === null) return true;
  if (inner.low === null) return false;
  const order = outer.low.cmp(inner.low);
  return order < 0 || (order === 0 && (!outer.lowOpen || inner.lowOpen));
}

function reachesUp(outer: Interval, inner: Interval): boolean {
  if (outer.high === null) return true;
  if (inner.high === null) return false;
  const order = outer.high.cmp(inner.high);
  return order > 0 || (order === 0 && (!outer.highOpen || inner.highOpen));
}

export function equalIntervals(a: Interval, b: Interval): boolean {
  return containsInterval(a, b) && containsInterval(b, a);
}

/** Narrows `i` to a measure's range (a share is at most 100 %). A value wholly outside is returned as stated: a cap never corrects. */
export function capInterval(i: Interval, range: Interval): Interval {
  if (isDisjoint(i, range)) return i;
  const lowFrom = reachesDown(range, i) ? i : range;
  const highFrom = reachesUp(range, i) ? i : range;
  return { low: lowFrom.low, lowOpen: lowFrom.lowOpen, high: highFrom.high, highOpen: highFrom.highOpen };
}

/** The least interval that holds them all, of one at least; an end without a bound stays without. @throws TypeError of none */
export function hullOf(intervals: readonly Interval[]): Interval {
  return intervals.reduce((hull, one) => ({
    ...(reachesDown(hull, one) ? { low: hull.low, lowOpen: hull.lowOpen } : { low: one.low, lowOpen: one.lowOpen }),
    ...(reachesUp(hull, one) ? { high: hull.high, highOpen: hull.highOpen } : { high: one.high, highOpen: one.highOpen }),
  }));
}

/** What all intervals share; undefined where two of them share nothing. On a line, intervals that meet in pairs meet together. */
export function intersectionOf(intervals: readonly Interval[]): Interval | undefined {
  const [first, ...others] = intervals;
  if (first === undefined) return undefined;
  let shared = first;
  for (const other of others) {
    if (isDisjoint(shared, other)) return undefined;
    shared = capInterval(shared, other);
  }
  return shared;
}
