// Dates in digits alone, the same in every language: 2025-06-01, 01.10.2024, 22/01/2024, 2024/25, 2018–2022.
import { type AtomRule, needing, rule } from './atoms.ts';
import { calendar, isDayOfYear, type Point, WHOLE_YEAR } from './point.ts';

export const YEAR = '(?:19|20)\\d\\d';
/** What may follow the digits of a year range and belongs to it. */
const YEARS_TAIL =
  '(?:\\s?(?:год(?:а|ах|ов|ы|ами|ам|у|ом|е)?(?![а-яё])|гг\\.|гг(?![а-яё]))|年度?|财年|(?:榨|产|赛|雪|种植|采暖|供暖|生产)季|(?:作物|销售|市场|营销|水文)年度|\\s?(?:сельхоз|маркетинг|учебн\\p{L}+ |финансов\\p{L}+ |сельскохозяйственн\\p{L}+ |маркетингов\\p{L}+ )год(?:а|у|ом|е)?(?![а-яё])|\\s(?:crop|marketing|fiscal|financial|tax|school|academic) year(?![a-z]))?';

/** A winter lies in two years: "winter of 2023/24", "зимой 2023/24", 2023/24年冬季. */
const SEASON = '(?:spring|summer|autumn|fall|winter)(?: of|,)? |(?:весн|лет|осен|зим)\\p{L}{1,2} ';
const NOT_SEASON = '(?!年?度?的?[春夏秋冬]季)';

export function dayPoint(year: number, month: number, day: number): Point | undefined {
  return month >= 1 && month <= 12 && isDayOfYear(month, day) ? calendar({ kind: 'day', month, day }, year) : undefined;
}

/** Two digits of a year: 00–69 are this century. */
export function fullYear(text: string): number {
  const value = Number(text);
  return text.length > 2 ? value : value < 70 ? 2000 + value : 1900 + value;
}

/** Day before month, unless the second number cannot be a month. */
function readNumericDay(first: number, second: number, year: number): Point | undefined {
  return second > 12 ? dayPoint(year, first, second) : dayPoint(year, second, first);
}

/** The second year of "2024/25" or "2018-22"; `undefined` when it is not later. */
export function laterYear(first: number, written: string): number | undefined {
  const last = written.length === 4 ? Number(written) : Math.floor(first / 100) * 100 + Number(written);
  return last > first && last - first < 100 ? last : undefined;
}

function yearsPoint(first: string, last: string): Point | undefined {
  const end = laterYear(Number(first), last);
  return end === undefined ? undefined : calendar({ kind: 'years', last: end }, Number(first));
}

/** 31/12/24: two digits for each, where they can be a day. */
export const slashRules: readonly AtomRule[] = needing(
  /\d\/\d{1,2}\/\d\d(?!\d)/,
  rule(/(?<![\d.,/-])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d%/-]|[.,]\d)/g, ({ match }) =>
    readNumericDay(Number(match[1]), Number(match[2]), fullYear(match[3] ?? '')),
  ),
);

export const numericRules: readonly AtomRule[] = needing(
  /(?:19|20)\d\d|\d\d\.\d\d\.\d\d/,
  rule(/(?<![\d.-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])/g, ({ match }) => dayPoint(Number(match[1]), Number(match[2]), Number(match[3]))),
  rule(/(?<![\d.])((?:19|20)\d\d)[./](\d{1,2})[./](\d{1,2})(?![\d.])/g, ({ match }) =>
    dayPoint(Number(match[1]), Number(match[2]), Number(match[3])),
  ),
  rule(/(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/]|\.\d)(?:\s(?:года|г\.)(?![а-яё]))?/g, ({ match }) =>
    readNumericDay(Number(match[1]), Number(match[3]), Number(match[4])),
  ),
  rule(/(?<![\d.,/-])(\d{2})\.(\d{2})\.(\d{2})(?![\d%/-]|\.\d)/g, ({ match }) =>
    readNumericDay(Number(match[1]), Number(match[2]), fullYear(match[3] ?? '')),
  ),
  rule(new RegExp(`(?<![\\d.,/-])(${YEAR})\\s?[-–—−~～]{1,2}\\s?(${YEAR})(?![\\d.,]\\d|[\\d%])${YEARS_TAIL}`, 'gu'), ({ match }) =>
    yearsPoint(match[1] ?? '', match[2] ?? ''),
  ),
  rule(new RegExp(`(?<![\\d.,/-])(?<!fy\\s?|${SEASON})(${YEAR})/(\\d\\d|${YEAR})(?![\\d/%])${NOT_SEASON}${YEARS_TAIL}`, 'gu'), ({ match }) =>
    yearsPoint(match[1] ?? '', match[2] ?? ''),
  ),
  rule(/(?<![\d.,/-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d%-]|\s?(?:год|гг|年))/g, ({ match }) => readYearMonth(match[1] ?? '', match[2] ?? '')),
  rule(
    new RegExp(
      `(?<![\\d.,/-]|fy\\s?|${SEASON}|(?:fiscal|financial)(?: year)? )(${YEAR})[-–—](\\d\\d)(?![\\d%/-]|\\.\\d)${NOT_SEASON}${YEARS_TAIL}`,
      'gu',
    ),
    ({ match }) => yearsPoint(match[1] ?? '', match[2] ?? ''),
  ),
  rule(/(?<![\d.,/-])(0[1-9]|1[0-2])[./]((?:19|20)\d\d)(?![\d%]|[./]\d)/g, ({ match }) =>
    calendar({ kind: 'month', month: Number(match[1]) }, Number(match[2])),
  ),
  rule(/(?<=[(（])((?:19|20)\d\d)(?=[)）])/g, ({ match }) => calendar(WHOLE_YEAR, Number(match[1]))),
  rule(/(?<![\d.,/\p{L}-])(20\d\d|19\d\d)[-\s]?q([1-4])(?![a-zа-яё\d])/gu, ({ match }) =>
    calendar({ kind: 'code', code: `Q${match[2]}` }, Number(match[1])),
  ),
  rule(/(?<![\d.,/\p{L}-])(20\d\d|19\d\d)[-\s]?[hs]([12])(?![a-zа-яё\d])/gu, ({ match }) =>
    calendar({ kind: 'code', code: `S${match[2]}` }, Number(match[1])),
  ),
);

/** "2025-06" is a month; "2010-12" can be three years and is left to the next rule when it rises. */
function readYearMonth(year: string, month: string): Point | undefined {
  if (laterYear(Number(year), month) !== undefined && Number(month) >= 10) return undefined;
  return calendar({ kind: 'month', month: Number(month) }, Number(year));
}
