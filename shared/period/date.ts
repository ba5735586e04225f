// One EDTF date, level 0 to 2: no intervals and no sets.
import { daysInMonth, dayText, firstOfMonth, lastOfMonth } from './calendar.ts';
import { findYearPart, yearPartBounds } from './codes.ts';
import { maskedBounds, maskedGrain } from './masked.ts';
import { type Bounds, type Grain, PeriodError } from './model.ts';

export interface ParsedDate extends Bounds {
  readonly grain: Grain;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

const DATE = /^([\dX]{4})(?:-([\dX]{2}|Q[1-4]|S[12])(?:-([\dX]{2}))?)?$/;
const TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/;
const SIGNIFICANT = /^Y?(\d{4})S([1-4])$/;
const LONG_YEAR = /^(?:Y-?\d+(?:E\d+)?(?:S\d+)?|-\d{4}.*)$/;

/** Throws `PeriodError` when the text is no date. `~`, `?` and `%` count wherever they stand. */
export function parseDate(text: string): ParsedDate {
  const flags = { approximate: /[~%]/.test(text), uncertain: /[?%]/.test(text) };
  const bare = text.replace(/[~?%]/g, '');
  return { ...readBareDate(bare, text), ...flags };
}

function readBareDate(bare: string, text: string): Bounds & { grain: Grain } {
  const date = DATE.exec(bare);
  if (date !== null) return readCalendarDate(date, text);
  if (/^\d{3}$/.test(bare)) return { ...yearSpan(Number(bare) * 10, 10), grain: 'decade' };
  if (/^\d{2}$/.test(bare)) return { ...yearSpan(Number(bare) * 100, 100), grain: 'century' };
  const time = TIME.exec(bare)?.[1];
  if (time !== undefined) return readBareDate(time, text);
  const significant = SIGNIFICANT.exec(bare);
  if (significant !== null) return readSignificant(significant);
  if (LONG_YEAR.test(bare)) throw new PeriodError('errors:period.outOfRange', { text });
  throw new PeriodError('errors:period.notADate', { text });
}

function readCalendarDate(match: RegExpExecArray, text: string): Bounds & { grain: Grain } {
  const [, year = '', month, day] = match;
  const part = month === undefined ? undefined : findYearPart(month);
  if (part !== undefined && day === undefined) {
    if (year.includes('X')) throw new PeriodError('errors:period.partOfUnknownYear', { text });
    return { ...yearPartBounds(Number(year), part), grain: part.grain };
  }
  const bounds =
    year.includes('X') || month?.includes('X') || day?.includes('X') ? maskedBounds({ year, month, day }) : plainBounds(year, month, day);
  if (bounds === undefined) throw new PeriodError('errors:period.noSuchDay', { text });
  return { ...bounds, grain: maskedGrain({ year, month, day }) };
}

/** All digits given: the common case, without a search. */
function plainBounds(yearText: string, monthText: string | undefined, dayPart: string | undefined): Bounds | undefined {
  const year = Number(yearText);
  if (monthText === undefined) return yearSpan(year, 1);
  const month = Number(monthText);
  const last = daysInMonth(year, month);
  if (last === 0) return undefined;
  if (dayPart === undefined) return { earliest: firstOfMonth(year, month), latest: lastOfMonth(year, month) };
  const day = Number(dayPart);
  const text = dayText({ year, month, day });
  return day >= 1 && day <= last ? { earliest: text, latest: text } : undefined;
}

function yearSpan(first: number, count: number): Bounds {
  return { earliest: firstOfMonth(first, 1), latest: lastOfMonth(first + count - 1, 12) };
}

/** `1950S2`: some year of 1900–1999, put at 1950. */
function readSignificant([, year = '', digits = '']: RegExpExecArray): Bounds & { grain: Grain } {
  const span = 10 ** (4 - Number(digits));
  const first = Math.floor(Number(year) / span) * span;
  return { ...yearSpan(first, span), grain: span === 1 ? 'year' : span === 10 ? 'decade' : span === 100 ? 'century' : 'interval' };
}
