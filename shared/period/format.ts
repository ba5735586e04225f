// Periods as text for people: "Jun 2023", "H1 2023", "Jan–Oct 2025", "from Apr 2025", "≈ 2024".
import { findYearPart } from './codes.ts';
import { type PeriodWords, wordsOf } from './format-words.ts';
import { findPeriod } from './parse.ts';

const NO_BREAK_SPACE = '\u00a0';

/** Text that is no period is returned as it is. */
export function formatPeriod(text: string, locale: string): string {
  const period = findPeriod(text);
  if (period === undefined) return text;
  const words = wordsOf(locale);
  const shown = formatBare(text.replace(/[~?%]/g, ''), words);
  return `${period.approximate ? `≈${NO_BREAK_SPACE}` : ''}${shown}${period.uncertain ? '?' : ''}`;
}

function formatBare(bare: string, words: PeriodWords): string {
  if (bare.startsWith('[')) return formatChoice(bare.slice(1, -1), words);
  if (bare.startsWith('{')) return formatMembers(bare.slice(1, -1), words).join(', ');
  const [first = '', last] = bare.split('/');
  return last === undefined ? formatDate(first, words) : formatSpan(first, last, words);
}

function formatMembers(inner: string, words: PeriodWords): string[] {
  return inner.split(',').map((member) => {
    const [first = '', last] = member.trim().split('..');
    return last === undefined ? formatDate(first, words) : formatSpan(first, last, words);
  });
}

function formatChoice(inner: string, words: PeriodWords): string {
  const [first = '', last, ...rest] = inner.split(/\.\./);
  if (last !== undefined && rest.length === 0 && !inner.includes(',') && first !== '' && last !== '') {
    return words.between(formatDate(first, words), formatDate(last, words));
  }
  return formatMembers(inner, words).join(words.or);
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function formatSpan(first: string, last: string, words: PeriodWords): string {
  if (isOpen(first) && isOpen(last)) return '–';
  if (isOpen(last)) return words.from(formatDate(first, words));
  if (isOpen(first)) return words.until(formatDate(last, words));
  return sharedSpan(first, last, words) ?? `${formatDate(first, words)} – ${formatDate(last, words)}`;
}

/** What both ends have in common is written once: "2024–2030", "Jan–Oct 2025", "11–16 Sep 2023". */
function sharedSpan(first: string, last: string, words: PeriodWords): string | undefined {
  const [yearA = '', monthA, dayA] = first.split('-');
  const [yearB = '', monthB, dayB] = last.split('-');
  if (monthA === undefined && monthB === undefined) return words.years(yearA, yearB);
  if (yearA !== yearB || monthA === undefined || monthB === undefined || !isMonth(monthA) || !isMonth(monthB)) return undefined;
  if (dayA === undefined && dayB === undefined) return words.months(yearA, Number(monthA), Number(monthB));
  if (dayA === undefined || dayB === undefined || monthA !== monthB) return undefined;
  return words.days(yearA, Number(monthA), Number(dayA), Number(dayB));
}

function isMonth(code: string): boolean {
  return Number(code) >= 1 && Number(code) <= 12;
}

function formatDate(date: string, words: PeriodWords): string {
  const [year = '', month, day] = (date.split('T')[0] ?? date).split('-');
  if (month === undefined) return formatYear(year, words);
  if (date.includes('X')) return date;
  const part = findYearPart(month);
  if (part?.grain === 'quarter') return words.quarter(year, (part.month + 2) / 3);
  if (part?.grain === 'half') return words.half(year, part.month === 1 ? 1 : 2);
  if (part?.grain === 'season') return words.season(year, part.month);
  if (!isMonth(month)) return date;
  return day === undefined ? words.month(year, Number(month)) : words.day(year, Number(month), Number(day));
}

function formatYear(year: string, words: PeriodWords): string {
  if (/^\d{3}X?$/.test(year)) return words.decade(`${year.slice(0, 3)}0`);
  return words.year(year);
}
