// The period that a cell or a head says, all of its words understood: EDTF, what people write, codes of statistics, days in
// digits by the order that the table has. Anything else is no period.
import { findPeriod, monthNamed, readShownPeriod } from '../../period/index.ts';
import { findMentions } from '../passages/finder/index.ts';
import type { ReadCell } from '../sources/read-sheet.ts';
import type { DateOrder } from './mapping.ts';

const pad = (part: number | string) => String(part).padStart(2, '0');
const known = (edtf: string | undefined) => (findPeriod(edtf) === undefined ? undefined : edtf);
const fullYear = (year: string) => (year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year);

type Reader = (words: string, order: DateOrder | undefined) => string | undefined;

const dash = '\\s*[-–—]\\s*';
const monthName = '(\\p{L}{3,12})\\.?';

function monthOf(name: string | undefined): string | undefined {
  const month = monthNamed(name ?? '');
  return month === undefined ? undefined : pad(month);
}

/** `2024M06`, `2024-M06`, `2024-S1`, `2024H1`, `2024-A1`: codes of statistics. */
function coded(words: string): string | undefined {
  const [, year, kind, number] = /^(\d{4})-?([AMQSHB])(\d{1,2})$/iu.exec(words) ?? [];
  if (year === undefined || number === undefined) return undefined;
  switch (kind!.toUpperCase()) {
    case 'A':
      return Number(number) === 1 ? year : undefined;
    case 'M':
      return `${year}-${pad(number)}`;
    case 'Q':
      return `${year}-Q${Number(number)}`;
    default:
      return `${year}-S${Number(number)}`;
  }
}

/** `01.2024`, `1/2024`, `2024/01`, `202401`. */
function monthInDigits(words: string): string | undefined {
  const [, month, year] = /^(\d{1,2})[./-](\d{4})$/.exec(words) ?? [];
  if (year !== undefined) return `${year}-${pad(month!)}`;
  const [, before, after] = /^(\d{4})[./](0?[1-9]|1[0-2])$/.exec(words) ?? /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/.exec(words) ?? [];
  return after === undefined ? undefined : `${before}-${pad(after)}`;
}

/** Days in digits; which of two numbers is the month is told by the order of the table, by the numbers, or not at all. */
function dayInDigits(words: string, order: DateOrder | undefined): string | undefined {
  const [, iso, isoMonth, isoDay] = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(words) ?? [];
  if (iso !== undefined) return `${iso}-${pad(isoMonth!)}-${pad(isoDay!)}`;
  const [, first, mark, second, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(words) ?? [];
  if (year === undefined) return undefined;
  const day = (one: string, month: string) => known(`${fullYear(year)}-${pad(month)}-${pad(one)}`);
  if (order === 'dmy' || (order === undefined && mark === '.')) return day(first!, second!);
  if (order === 'mdy') return day(second!, first!);
  const possible = [...new Set([day(first!, second!), day(second!, first!)].flatMap((one) => one ?? []))];
  return possible.length === 1 ? possible[0] : undefined;
}

/** `Juni 2024`, `2024 June`, `Jun-24`, `January - June 2024`. */
function named(words: string): string | undefined {
  const [, first, last, year] = new RegExp(`^${monthName}${dash}${monthName}\\s+(\\d{4})$`, 'u').exec(words) ?? [];
  if (year !== undefined) {
    const [from, to] = [monthOf(first), monthOf(last)];
    return from === undefined || to === undefined ? undefined : `${year}-${from}/${year}-${to}`;
  }
  const [, name, ofYear] = new RegExp(`^${monthName}[\\s-]*['’]?(\\d{4}|\\d{2})$`, 'u').exec(words) ?? [];
  const [, yearFirst, nameLast] = new RegExp(`^(\\d{4})[\\s-]+${monthName}$`, 'u').exec(words) ?? [];
  const month = monthOf(name ?? nameLast);
  const of = ofYear ?? yearFirst;
  return month === undefined || of === undefined ? undefined : `${fullYear(of)}-${month}`;
}

/** What the finder reads as one date with no word left over. */
function found(words: string): string | undefined {
  const dates = findMentions(words).filter((mention) => mention.type === 'date' && mention.edtf !== null && mention.relative === false);
  const [date, ...others] = dates;
  if (date === undefined || others.length > 0) return undefined;
  const points = [...words];
  points.splice(date.start, date.end - date.start);
  return /[\p{L}\d]/u.test(points.join('').replace(/^\s*(?:г(?:ода?|\.)?|year|年)\s*|\s*(?:г(?:ода?|\.)?|year|年)\s*$/giu, ''))
    ? undefined
    : date.edtf!;
}

const readers: readonly Reader[] = [(words) => words, (words) => readShownPeriod(words), coded, monthInDigits, dayInDigits, named, found];

/** EDTF of the words of a cell or head; undefined where not all of them are understood as one period. */
export function readPeriodWords(words: string, order?: DateOrder): string | undefined {
  const tidy = words.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (tidy === '' || tidy.length > 120) return undefined;
  const [, year, part] = /^(\d{4})\s+(?:г(?:ода?|\.)?\s+)?(.*\p{L}.*)$/u.exec(tidy) ?? [];
  for (const said of year === undefined ? [tidy] : [tidy, `${part} ${year}`])
    for (const read of readers) {
      const period = known(read(said, order));
      if (period !== undefined) return period;
    }
  return undefined;
}

/** The same of what a cell holds: a day of a spreadsheet is as much of it as is shown. */
export function readPeriodCell(cell: ReadCell, order?: DateOrder): string | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) ? readPeriodWords(String(cell), order) : undefined;
  if (typeof cell === 'string') return readPeriodWords(cell, order);
  return typeof cell === 'object' && cell !== null && 'day' in cell ? known(cell.day) : undefined;
}

/** The order in which a column of days in digits is written, where a day above 12 tells it. */
export function orderOfDays(words: Iterable<string>): DateOrder | undefined {
  let order: DateOrder | undefined;
  for (const one of words) {
    const [, first, , second] = /^\s*(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})\s*$/.exec(one) ?? [];
    if (first === undefined || second === undefined) continue;
    const told = Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : undefined;
    if (told === undefined) continue;
    if (order !== undefined && order !== told) return undefined;
    order = told;
  }
  return order;
}
