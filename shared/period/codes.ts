// Parts of a year: quarters and halves as analysts write them, and the two-digit codes 21–41 of ISO 8601-2.
import { firstOfMonth, lastOfMonth, monthFromNumber, monthNumber } from './calendar.ts';
import type { Bounds, Grain } from './model.ts';

export interface YearPart {
  readonly grain: Grain;
  /** Month in which it begins, 1–12. */
  readonly month: number;
  /** Length in months; a winter runs into the next year. */
  readonly months: number;
}

/** Seasons without a hemisphere are the northern meteorological ones: spring is March to May, winter December to February. */
const seasonMonths: readonly number[] = [3, 6, 9, 12];

function season(month: number): YearPart {
  return { grain: 'season', month, months: 3 };
}

function buildCodes(): ReadonlyMap<string, YearPart> {
  const codes = new Map<string, YearPart>();
  seasonMonths.forEach((month, index) => {
    codes.set(String(21 + index), season(month));
    codes.set(String(25 + index), season(month));
    codes.set(String(29 + index), season(((month + 5) % 12) + 1));
    const quarter: YearPart = { grain: 'quarter', month: index * 3 + 1, months: 3 };
    codes.set(String(33 + index), quarter).set(`Q${index + 1}`, quarter);
  });
  for (const [index, month] of [1, 5, 9].entries()) codes.set(String(37 + index), { grain: 'interval', month, months: 4 });
  [1, 7].forEach((month, index) => {
    const half: YearPart = { grain: 'half', month, months: 6 };
    codes.set(String(40 + index), half).set(`S${index + 1}`, half);
  });
  return codes;
}

const codes = buildCodes();

/** The part of a year behind `Q1`–`Q4`, `S1`, `S2` or an ISO 8601-2 code 21–41. */
export function findYearPart(code: string): YearPart | undefined {
  return codes.get(code);
}

export function yearPartBounds(year: number, part: YearPart): Bounds {
  const end = monthFromNumber(monthNumber(year, part.month) + part.months - 1);
  return { earliest: firstOfMonth(year, part.month), latest: lastOfMonth(end.year, end.month) };
}
