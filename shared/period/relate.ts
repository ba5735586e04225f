// How periods stand to each other in time, and the calendar units that they touch.
import { dayNumber, dayOf, monthFromNumber, monthNumber, pad2 } from './calendar.ts';
import type { Bounds, Period } from './model.ts';
import { findPeriod } from './parse.ts';

export const periodRelations = ['equal', 'contains', 'within', 'overlaps', 'before', 'after', 'unknown'] as const;
export type PeriodRelation = (typeof periodRelations)[number];

type PeriodLike = Period | string;

function resolve(period: PeriodLike): Period | undefined {
  return typeof period === 'string' ? findPeriod(period) : period;
}

const START_OF_TIME = '';
const END_OF_TIME = '~';

function startOf(bounds: Bounds): string {
  return bounds.earliest ?? START_OF_TIME;
}

function endOf(bounds: Bounds): string {
  return bounds.latest ?? END_OF_TIME;
}

/**
 * The relation of `a` to `b`. "Some time between" is a single unknown time: it can be before, after or within another period,
 * but how it overlaps is unknown. `unknown` also for text that is no period and for a period open at both ends.
 */
export function relatePeriods(a: PeriodLike, b: PeriodLike): PeriodRelation {
  const first = resolve(a);
  const second = resolve(b);
  if (first === undefined || second === undefined || isBoundless(first) || isBoundless(second)) return 'unknown';
  const relation = relateBounds(first, second);
  if (first.edtf === second.edtf || (first.mode === 'throughout' && second.mode === 'throughout')) return relation;
  if (relation === 'before' || relation === 'after') return relation;
  if (first.mode === 'between' && second.mode === 'between') return 'unknown';
  if (first.mode === 'between') return relation === 'within' || relation === 'equal' ? 'within' : 'unknown';
  return relation === 'contains' || relation === 'equal' ? 'contains' : 'unknown';
}

function isBoundless(bounds: Bounds): boolean {
  return bounds.earliest === null && bounds.latest === null;
}

function relateBounds(a: Bounds, b: Bounds): PeriodRelation {
  if (endOf(a) < startOf(b)) return 'before';
  if (endOf(b) < startOf(a)) return 'after';
  const startsFirst = startOf(a) <= startOf(b);
  const endsLast = endOf(a) >= endOf(b);
  if (startOf(a) === startOf(b) && endOf(a) === endOf(b)) return 'equal';
  if (startsFirst && endsLast) return 'contains';
  return startOf(b) <= startOf(a) && endOf(b) >= endOf(a) ? 'within' : 'overlaps';
}

/** Order for sorting: by first day (open first), then last day (open last), then text; text that is no period comes last. */
export function comparePeriods(a: PeriodLike, b: PeriodLike): number {
  const first = resolve(a);
  const second = resolve(b);
  if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
  return compareText(startOf(first), startOf(second)) || compareText(endOf(first), endOf(second)) || compareText(first.edtf, second.edtf);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from the first to the last possible day, both counted; `undefined` for an open end or no period. */
export function periodDays(period: PeriodLike): number | undefined {
  const found = resolve(period);
  if (found === undefined || found.earliest === null || found.latest === null) return undefined;
  return dayNumber(found.latest) - dayNumber(found.earliest) + 1;
}

/** The calendar months that a period touches, as `YYYY-MM`; `undefined` for an open end or no period. */
export function monthsOf(period: PeriodLike): readonly string[] | undefined {
  const found = resolve(period);
  if (found === undefined || found.earliest === null || found.latest === null) return undefined;
  const from = dayOf(found.earliest);
  const to = dayOf(found.latest);
  const first = monthNumber(from.year, from.month);
  return Array.from({ length: monthNumber(to.year, to.month) - first + 1 }, (_, index) => {
    const { year, month } = monthFromNumber(first + index);
    return `${String(year).padStart(4, '0')}-${pad2(month)}`;
  });
}

/** The calendar years that a period touches; `undefined` for an open end or no period. */
export function yearsOf(period: PeriodLike): readonly number[] | undefined {
  const found = resolve(period);
  if (found === undefined || found.earliest === null || found.latest === null) return undefined;
  const first = dayOf(found.earliest).year;
  return Array.from({ length: dayOf(found.latest).year - first + 1 }, (_, index) => first + index);
}
