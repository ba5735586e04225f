// A fiscal year whose text says when it starts or ends: "fiscal 2024 (ended 30 September 2024)". Without such words a fiscal
// year is taken by the calendar.
import { matchAt } from '../text/match.ts';
import { calendar, type Point } from './point.ts';

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const RUSSIAN_MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const YEAR = '(?<year>(?:19|20)\\d\\d)';

const stated: readonly RegExp[] = [
  new RegExp(
    `[\\s,(]{1,3}(?:(?:which|that|the year|year|12 months)\\s)?(?:(?<ends>ended|ending|ends|to|through)|began|begins|beginning|started|starts|starting|from|running from|runs from|running since)\\s(?:(?:on|in)\\s)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s)?(?<month>${ENGLISH_MONTHS.join('|')})[a-z]*\\.?(?:\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,?\\s${YEAR})?`,
    'y',
  ),
  new RegExp(
    `[\\s,(]{1,3}(?:котор\\p{L}+\\s)?(?:(?<ends>заверш\\p{L}+|законч\\p{L}+|ист[её]к\\p{L}*|оканч\\p{L}+)|начал\\p{L}+|начина\\p{L}+|начавш\\p{L}+|с|со)\\s(?:в\\s)?(?:\\d{1,2}\\s)?(?<month>${RUSSIAN_MONTHS.join('|')})\\p{L}*(?:\\s${YEAR})?`,
    'uy',
  ),
  new RegExp(`\\s\\((?<month>${ENGLISH_MONTHS.join('|')})[a-z]*\\.?\\s${YEAR}\\s?(?:[-–—]|to)\\s?`, 'y'),
  new RegExp(`[（(，,]?(?:(?<ends>截至|止于)|自|从|始于)(?:${YEAR}年)?(?<month>\\d{1,2})月`, 'y'),
  new RegExp(`[（(]${YEAR}年(?<month>\\d{1,2})月(?:\\d{1,2}日)?(?:至|到|[-–—~])`, 'y'),
];

/** Twelve months as the words after `end` state them; `undefined` where they say nothing of it. */
export function statedFiscalYear(lower: string, end: number, fiscalYear: number): Point | undefined {
  for (const pattern of stated) {
    const groups = matchAt(pattern, lower, end)?.groups;
    if (groups === undefined) continue;
    const { ends, month = '', year } = groups;
    return twelveMonths({ isEnd: ends !== undefined, month: monthOf(month), year: year === undefined ? undefined : Number(year) }, fiscalYear);
  }
  return undefined;
}

function monthOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  const months = /^[a-z]/.test(word) ? ENGLISH_MONTHS : RUSSIAN_MONTHS;
  return months.indexOf(word) + 1;
}

interface Stated {
  readonly isEnd: boolean;
  readonly month: number;
  readonly year: number | undefined;
}

/** A start needs its year, for fiscal years are named after their first or their last calendar year; an end is in the year of the name. */
function twelveMonths({ isEnd, month, year }: Stated, fiscalYear: number): Point | undefined {
  if (month < 1 || month > 12 || (!isEnd && year === undefined)) return undefined;
  if (isEnd) return calendar({ kind: 'months-to', count: 12, month }, year ?? fiscalYear);
  const start = year ?? fiscalYear;
  return calendar({ kind: 'months-to', count: 12, month: month === 1 ? 12 : month - 1 }, month === 1 ? start : start + 1);
}
