// Dates with unspecified digits: `202X`, `2024-XX`, `156X-12-25`. The bounds are the first and last real day that fits.
import { daysInMonth, dayText } from './calendar.ts';
import type { Bounds, Grain } from './model.ts';

export interface DateParts {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

function fits(value: number, mask: string): boolean {
  const text = String(value).padStart(mask.length, '0');
  return text.length === mask.length && [...mask].every((digit, index) => digit === 'X' || digit === text[index]);
}

function candidates(mask: string | undefined, from: number, to: number): number[] {
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return mask === undefined ? all : all.filter((value) => fits(value, mask));
}

/** `undefined` when no day fits, as for `2023-02-30`. */
export function maskedBounds(parts: DateParts): Bounds | undefined {
  const low = Number(parts.year.replaceAll('X', '0'));
  const high = Number(parts.year.replaceAll('X', '9'));
  const years = low === high ? [low] : candidates(parts.year, low, high);
  const months = candidates(parts.month, 1, 12);
  const earliest = firstFit(years, months, parts.day);
  const latest = firstFit(years.toReversed(), months.toReversed(), parts.day, true);
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
}

function firstFit(years: readonly number[], months: readonly number[], mask: string | undefined, fromEnd = false): string | undefined {
  for (const year of years) {
    for (const month of months) {
      const days = candidates(mask, 1, daysInMonth(year, month));
      const day = fromEnd ? days.at(-1) : days[0];
      if (day !== undefined) return dayText({ year, month, day });
    }
  }
  return undefined;
}

/** The grain that the written digits leave: `202X` is a decade, `2024-XX` a year, `1560-XX-25` no single span. */
export function maskedGrain({ year, month, day }: DateParts): Grain {
  const isFree = (part: string | undefined) => part === undefined || part === 'XX';
  if (year.includes('X')) {
    if (!isFree(month) || !isFree(day)) return 'interval';
    return /^\d{3}X$/.test(year) ? 'decade' : /^\d\dXX$/.test(year) ? 'century' : 'interval';
  }
  if (month === undefined) return 'year';
  if (month.includes('X')) return isFree(month) && isFree(day) ? 'year' : 'interval';
  if (day === undefined) return 'month';
  return day.includes('X') ? (day === 'XX' ? 'month' : 'interval') : 'day';
}
