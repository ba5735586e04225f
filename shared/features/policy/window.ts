// A day that is known within bounds, both inclusive; null is open. Intervals of a life cycle run from one such window to another.

import { addDays, dayNumber, dayOf, daysInMonth, dayText, findPeriod, monthFromNumber, monthNumber, type Period } from '../../period/index.ts';
import type { Claim } from '../claims/model.ts';

export interface Window {
  readonly earliest: string | null;
  readonly latest: string | null;
}

export const anyDay: Window = { earliest: null, latest: null };

/** Which way a doubtful date (`?`) may lie: what begins may have begun earlier, what ends may have ended later. */
export type OpenSide = 'earlier' | 'later';

/** The window of one day: the period in which it happened some time. `~` widens it by one unit on each side, `?` opens one side. */
export function windowOf(edtf: string | null, open: OpenSide): Window {
  const period = findPeriod(edtf);
  if (period === undefined) return anyDay;
  const { earliest, latest } = period.approximate ? widened(period) : period;
  if (!period.uncertain) return { earliest, latest };
  return open === 'earlier' ? { earliest: null, latest } : { earliest, latest: null };
}

const monthsOf: Readonly<Partial<Record<Period['grain'], number>>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

function widened({ earliest, latest, grain }: Period): Window {
  const months = monthsOf[grain];
  if (months === undefined)
    return { earliest: earliest === null ? null : addDays(earliest, -1), latest: latest === null ? null : addDays(latest, 1) };
  return { earliest: earliest === null ? null : firstOf(earliest, -months), latest: latest === null ? null : lastOf(latest, months) };
}

function firstOf(day: string, months: number): string {
  const { year, month } = dayOf(day);
  return dayText({ ...monthFromNumber(monthNumber(year, month) + months), day: 1 });
}

function lastOf(day: string, months: number): string {
  const { year, month } = dayOf(day);
  const moved = monthFromNumber(monthNumber(year, month) + months);
  return dayText({ ...moved, day: daysInMonth(moved.year, moved.month) });
}

export function intersection(a: Window, b: Window): Window {
  return { earliest: later(a.earliest, b.earliest), latest: earlier(a.latest, b.latest) };
}

export function hull(a: Window, b: Window): Window {
  const earliest = a.earliest === null || b.earliest === null ? null : earlier(a.earliest, b.earliest);
  const latest = a.latest === null || b.latest === null ? null : later(a.latest, b.latest);
  return { earliest, latest };
}

/** The later of two days; an open one says nothing. */
export function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

export function isEmpty({ earliest, latest }: Window): boolean {
  return earliest !== null && latest !== null && earliest > latest;
}

export function meet(a: Window, b: Window): boolean {
  return !isEmpty(intersection(a, b));
}

/** Days from the first that it may be to the last; more than any where a side is open, most of all where both are. */
export function widthOf({ earliest, latest }: Window): number {
  if (earliest === null || latest === null) return earliest === latest ? Number.POSITIVE_INFINITY : Number.MAX_SAFE_INTEGER;
  return dayNumber(latest) - dayNumber(earliest);
}

export function dayAfter({ earliest, latest }: Window): Window {
  return { earliest: earliest === null ? null : addDays(earliest, 1), latest: latest === null ? null : addDays(latest, 1) };
}

export function dayBefore(day: string | null): string | null {
  return day === null ? null : addDays(day, -1);
}

/** Windows that follow each other cut each other: none begins before the one before it, none ends after the one after it. */
export function inSequence(windows: readonly Window[]): Window[] {
  let floor: string | null = null;
  const forward = windows.map((window) => {
    const cut = { earliest: later(window.earliest, floor), latest: window.latest };
    floor = cut.earliest;
    return cut;
  });
  let ceiling: string | null = null;
  return forward
    .toReversed()
    .map((window) => {
      const cut = { earliest: window.earliest, latest: earlier(window.latest, ceiling) };
      ceiling = cut.latest;
      return isEmpty(cut) ? window : cut;
    })
    .toReversed();
}

/** The day by which a claim was made: its own, that of its source, else the day on which its source was added. */
export interface Told {
  readonly claim: Claim;
  readonly madeOn: Window;
}

/** What happened is no later than the day on which it was told. */
export function noLaterThanTold(window: Window, madeOn: Window): Window {
  const told = { earliest: null, latest: madeOn.latest };
  return meet(window, told) ? intersection(window, told) : window;
}

/** What several tell of one day: what all of them allow, else all that any of them says. */
export function together(a: Window, b: Window): Window {
  return meet(a, b) ? intersection(a, b) : hull(a, b);
}

/** By what claims say and where they stand, never by when they were captured. */
export function byContent(a: Claim, b: Claim): number {
  const place = ({ passages }: Claim) => passages[0]?.start ?? 0;
  return place(a) - place(b) || compareTexts(a.contentKey, b.contentKey) || compareTexts(a.id, b.id);
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By the day on which it was told, or that its version names, then by its place in the text. */
export function inOrderOfTelling(a: Told, b: Told): number {
  const day = ({ claim, madeOn }: Told) => findPeriod(claim.vintage)?.latest ?? madeOn.latest ?? madeOn.earliest ?? '';
  return compareTexts(day(a), day(b)) || byContent(a.claim, b.claim);
}
