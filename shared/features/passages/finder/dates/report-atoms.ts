// Parts of a year as reports abbreviate them, in any language: Q3'24, 3Q24, 24Q3, H1 FY25, 9M24, 9М24, 1П25, 4кв24, 2К24.
import { type AtomRule, needing, rule } from './atoms.ts';
import { fullYear } from './numeric-atoms.ts';
import { calendar, type Point } from './point.ts';

/** Han may touch an abbreviation, letters and digits may not. */
const BEFORE = '(?<![a-zа-яё\\d./№]|\\d,)';
/** An A, E, F or P after the year says actual, estimate, forecast or provisional. */
const AFTER = '(?:[aefp](?![a-zа-яё\\d]))?(?![a-zа-яё\\d%]|[.,]\\d|[\\s\\u00a0]?(?:%|percent|per cent|million|billion|bn|тыс|млн|млрд))';
const YEAR = "['’]?((?:19|20)\\d\\d|\\d\\d)";
const OF_RUSSIAN = '(?:[\\s\\u00a0]?(?:г\\.|год[ау]?(?!\\p{L})))?';
const FISCAL = '(?:fy|fiscal year|fiscal|фг)[\\s-]?';
/** Between a part and its year. */
const JOINT = `(?:[\\s-]?(?:of )?${FISCAL}|[\\s-]|['’])?`;

function code(letter: 'Q' | 'S', part: string | undefined, year: string | undefined): Point {
  return calendar({ kind: 'code', code: `${letter}${part}` }, fullYear(year ?? ''));
}

function coded(letter: 'Q' | 'S', pattern: string, groups: { readonly part: number; readonly year: number }): AtomRule {
  return rule(new RegExp(`${BEFORE}${pattern}${AFTER}`, 'gu'), ({ match }) => code(letter, match[groups.part], match[groups.year]));
}

const partFirst = { part: 1, year: 2 };
const yearFirst = { part: 2, year: 1 };

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };
const MONTHS: readonly RegExp[] = [
  /^(?:jan|янв)/,
  /^(?:feb|фев)/,
  /^(?:mar|март)/,
  /^(?:apr|апр)/,
  /^(?:may|ма[йяюе])/,
  /^(?:jun|июн)/,
  /^(?:jul|июл)/,
  /^(?:aug|авг)/,
  /^(?:sep|сен)/,
  /^(?:oct|окт)/,
  /^(?:nov|ноя)/,
  /^(?:dec|дек)/,
];
const MONTH = '((?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|янв|фев|март|апр|ма[йяюе]|июн|июл|авг|сен|окт|ноя|дек)[a-zа-яё]{0,6}\\.?)';

/** Jan–Apr'25, май'24. */
function monthsOf(first: string | undefined, last: string, year: string): Point | undefined {
  const numberOf = (word: string) => MONTHS.findIndex((pattern) => pattern.test(word)) + 1;
  const [from, to] = [numberOf(first ?? last), numberOf(last)];
  if (from < 1 || to < from) return undefined;
  return calendar(first === undefined ? { kind: 'month', month: to } : { kind: 'months', first: from, last: to }, fullYear(year));
}

function quartersOf(first: number, last: number, year: string): Point | undefined {
  return first < last ? calendar({ kind: 'months', first: 3 * first - 2, last: 3 * last }, fullYear(year)) : undefined;
}

/** One look for all of them: most sentences hold none. */
const MAYBE =
  /(?<![a-z])[qh][12]|(?<![a-z])q[34]|\d[qh](?![a-z])|\d[qh][1-4]|\d[mм](?:['’ ]?\d|\s?fy)|\d(?:-?[её])?\s?п(?:\/?г|[.\s]*['’]?\d)|\d(?:-?й)?\s?кв|\dк['’]?\d|(?:полугоди|кварта)\p{L}+\s['’]?\d\d\s?г|\p{L}{3}\.?['’]\d\d/u;

export const reportRules: readonly AtomRule[] = needing(
  MAYBE,
  rule(new RegExp(`${BEFORE}q([1-4])\\s?[-–—]\\s?q?([1-4])${JOINT}${YEAR}${AFTER}`, 'gu'), ({ match }) =>
    quartersOf(Number(match[1]), Number(match[2]), match[3] ?? ''),
  ),
  coded('Q', `q([1-4])${JOINT}${YEAR}`, partFirst),
  coded('Q', `([1-4])q${JOINT}${YEAR}`, partFirst),
  coded('Q', `(?:${FISCAL})${YEAR}[\\s-]?q([1-4])`, yearFirst),
  coded('Q', `['’]?(\\d\\d)q([1-4])`, yearFirst),
  coded('S', `h([12])${JOINT}${YEAR}`, partFirst),
  coded('S', `([12])h${JOINT}${YEAR}`, partFirst),
  coded('S', `(?:${FISCAL})${YEAR}[\\s-]?h([12])`, yearFirst),
  coded('S', `['’]?(\\d\\d)h([12])`, yearFirst),
  rule(new RegExp(`${BEFORE}([2-9]|1[0-2])[mм](?:\\s?${FISCAL}|\\s(?=(?:19|20)\\d\\d))?${YEAR}${AFTER}`, 'gu'), ({ match }) =>
    calendar({ kind: 'months', first: 1, last: Number(match[1]) }, fullYear(match[2] ?? '')),
  ),
  coded('S', `([12])(?:-?[её])?\\s?п(?:\\/?г|\\.)?\\.?\\s?${YEAR}${OF_RUSSIAN}`, partFirst),
  coded('Q', `([1-4])(?:-?й)?\\s?кв\\.?\\s?${YEAR}${OF_RUSSIAN}`, partFirst),
  coded('Q', `([1-4])к${YEAR}`, partFirst),
  rule(/(?<![\p{L}\d])(i{1,3}|iv|[1-4])(?:-?(?:й|е|м|го))?\s(полугоди|квартал)\p{L}{0,3}\s['’]?(\d\d)\s?г(?:\.|ода)?(?!\p{L})/gu, ({ match }) =>
    code(match[2] === 'квартал' ? 'Q' : 'S', ROMAN[match[1] ?? ''] ?? match[1], match[3]),
  ),
  rule(new RegExp(`(?<![\\p{L}\\d])(?:${MONTH}\\s?[-–—]\\s?)?${MONTH}\\s?['’](\\d\\d)(?![\\d\\p{L}])`, 'gu'), ({ match }) =>
    monthsOf(match[1], match[2] ?? '', match[3] ?? ''),
  ),
);
