// Observations in time: which are joined to the next, and where something lies between them.
import { dayOf, daysInMonth, dayText } from '../../period/index.ts';
import { isOneValue, type Placed, spanIn } from './parts.ts';

export interface Gap {
  readonly from: string | null;
  readonly to: string | null;
  readonly why: 'none' | 'disputed' | 'no-prior' | 'base-sign' | 'part-missing';
}

/** One line: a frequency of one class and issuer, in time. */
export function linesIn(placed: readonly Placed[]): Placed[][] {
  const key = (one: Placed) => JSON.stringify([one.frequency, one.class, one.issuer]);
  return [...Map.groupBy(placed, key).values()].map((line) => line.toSorted(inTime));
}

export function inTime(a: Placed, b: Placed): number {
  const [left, right] = [a.from ?? '', b.from ?? ''];
  return left < right ? -1 : left > right ? 1 : (a.to ?? '9999') < (b.to ?? '9999') ? -1 : (a.to ?? '9999') > (b.to ?? '9999') ? 1 : 0;
}

/** A span that is no calendar unit. */
export function isPartial({ frequency }: Pick<Placed, 'frequency'>): boolean {
  return frequency === 'irregular';
}

/** Observations whose value is joined to the next of their line. */
export function joinedIn(placed: readonly Placed[]): ReadonlySet<Placed> {
  const joined = new Set<Placed>();
  for (const line of linesIn(placed)) {
    for (const [index, one] of line.entries()) {
      const next = line[index + 1];
      if (next !== undefined && !isPartial(one) && touches(one, next) && isOneValue(one) && isOneValue(next)) joined.add(one);
    }
  }
  return joined;
}

export function touches(one: Placed, next: Placed): boolean {
  return one.to !== null && one.to === next.from;
}

/** What lies between the first and the last of a line: nothing told, or several values and no decision. */
export function gapsIn(placed: readonly Placed[]): Gap[] {
  return linesIn(placed).flatMap((line) => {
    if (isPartial(line[0]!)) return [];
    const told = line.filter((one) => spanIn(one) !== undefined);
    return told.flatMap((one, index): Gap[] => {
      const next = told[index + 1];
      if (next === undefined) return [];
      const isMiddle = index > 0 && !isOneValue(one);
      const none: Gap[] = one.to !== null && next.from !== null && one.to < next.from ? [{ from: one.to, to: next.from, why: 'none' }] : [];
      return isMiddle ? [{ from: one.from, to: one.to, why: 'disputed' }, ...none] : none;
    });
  });
}

/** The period that a change is measured against. */
export function priorOf(one: Placed, line: readonly Placed[], on: 'prior' | 'year'): Placed | undefined {
  if (on === 'prior') return isPartial(one) ? undefined : line.find((other) => touches(other, one));
  const [from, to] = [yearBefore(one.from), yearBefore(one.to)];
  return from === null || to === null ? undefined : line.find((other) => other.from === from && other.to === to);
}

/** The same day of the year before; of 29 February the 28th. */
function yearBefore(day: string | null): string | null {
  if (day === null) return null;
  const { year, month, day: of } = dayOf(day);
  return dayText({ year: year - 1, month, day: Math.min(of, daysInMonth(year - 1, month)) });
}
