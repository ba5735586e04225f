// A date as its words give it, before the year and the source's date are known.

import type { CalendarUnit } from '../../../../period/index.ts';
import { findYearPart, firstOfMonth, lastOfMonth, pad2, yearPartBounds } from '../../../../period/index.ts';

export type Part =
  | { readonly kind: 'year' }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  | { readonly kind: 'days'; readonly month: number; readonly first: number; readonly last: number }
  /** `Q1`–`Q4`, `S1`, `S2` or a season code 21–24. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'months'; readonly first: number; readonly last: number }
  /** So many months that end with `month`; the year is that of the last. */
  | { readonly kind: 'months-to'; readonly count: number; readonly month: number }
  /** The first of two or more years; `last` is the other end. */
  | { readonly kind: 'years'; readonly last: number };

export type Point =
  /** A part of a year. Without `year` and `yearOffset` the year has to be inferred; `week` style words set `pick`. */
  | {
      readonly kind: 'calendar';
      readonly part: Part;
      readonly year?: number | undefined;
      readonly yearOffset?: number | undefined;
      readonly pick?: -1 | 0 | 1 | undefined;
    }
  | { readonly kind: 'unit'; readonly unit: CalendarUnit; readonly offset: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly week?: number | undefined }
  /** A day of the month without its month, as Chinese news writes it. */
  | { readonly kind: 'day-of-month'; readonly day: number; readonly monthOffset?: number | undefined };

/** Early, middle or late third of what the point names. */
export type Third = 'early' | 'mid' | 'late';

export interface Atom {
  /** UTF-16 offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly point: Point;
  readonly third?: Third | undefined;
}

export function calendar(part: Part, year?: number, yearOffset?: number): Point {
  return { kind: 'calendar', part, year, yearOffset };
}

export const WHOLE_YEAR: Part = { kind: 'year' };

/** EDTF of a part of a year. */
export function partText(part: Part, year: number): string {
  switch (part.kind) {
    case 'year':
      return String(year);
    case 'month':
      return `${year}-${pad2(part.month)}`;
    case 'day':
      return `${year}-${pad2(part.month)}-${pad2(part.day)}`;
    case 'days':
      return `${year}-${pad2(part.month)}-${pad2(part.first)}/${year}-${pad2(part.month)}-${pad2(part.last)}`;
    case 'code':
      return `${year}-${part.code}`;
    case 'months':
      return `${year}-${pad2(part.first)}/${year}-${pad2(part.last)}`;
    case 'months-to':
      return `${monthsBefore(year, part.month, part.count - 1)}/${year}-${pad2(part.month)}`;
    case 'years':
      return `${year}/${part.last}`;
  }
}

/** First and last day of a part of a year, `YYYY-MM-DD`. */
export function partDays(part: Part, year: number): { readonly first: string; readonly last: string } {
  switch (part.kind) {
    case 'code': {
      const found = findYearPart(part.code);
      const { earliest, latest } = found === undefined ? { earliest: null, latest: null } : yearPartBounds(year, found);
      return { first: earliest ?? firstOfMonth(year, 1), last: latest ?? lastOfMonth(year, 12) };
    }
    case 'day':
      return { first: `${year}-${pad2(part.month)}-${pad2(part.day)}`, last: `${year}-${pad2(part.month)}-${pad2(part.day)}` };
    case 'days':
      return { first: `${year}-${pad2(part.month)}-${pad2(part.first)}`, last: `${year}-${pad2(part.month)}-${pad2(part.last)}` };
    case 'month':
      return { first: firstOfMonth(year, part.month), last: lastOfMonth(year, part.month) };
    case 'months':
      return { first: firstOfMonth(year, part.first), last: lastOfMonth(year, part.last) };
    case 'months-to':
      return { first: `${monthsBefore(year, part.month, part.count - 1)}-01`, last: lastOfMonth(year, part.month) };
    case 'years':
      return { first: firstOfMonth(year, 1), last: lastOfMonth(part.last, 12) };
    case 'year':
      return { first: firstOfMonth(year, 1), last: lastOfMonth(year, 12) };
  }
}

/** `YYYY-MM` so many months before a month. */
function monthsBefore(year: number, month: number, count: number): string {
  const months = year * 12 + month - 1 - count;
  return `${Math.floor(months / 12)}-${pad2((months % 12) + 1)}`;
}

/** A day of a month that can exist in some year. */
export function isDayOfYear(month: number, day: number): boolean {
  return day >= 1 && day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
