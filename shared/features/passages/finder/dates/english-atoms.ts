// English dates: days, months, quarters, halves, seasons, fiscal years, decades and relative words.
import { type AtomMatch, type AtomRule, needing, rule } from './atoms.ts';
import { isEnglishYear } from './english-years.ts';
import { statedFiscalYear } from './fiscal.ts';
import { dayPoint, fullYear, laterYear, YEAR } from './numeric-atoms.ts';
import { calendar, isDayOfYear, type Part, type Point, WHOLE_YEAR } from './point.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|jun(?:e|\\.)?|jul(?:y|\\.)?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const FULL_MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const FULL_MONTH = `(${FULL_MONTHS})`;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = '((?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
/** Further days of a list up to its last. */
const DAYS_ON = '(?:, ?\\d{1,2}(?:st|nd|rd|th)?)*(?:,? and |, ?)(\\d{1,2})(?:st|nd|rd|th)?';
const LEAD = `(?<![\\p{L}\\d'’-])(?:${WEEKDAY},? (?:the )?)?`;
/** A year written after a part of it, or "last year" and its like. */
const OF_YEAR = `(?:(?: of)?(?: the)?(?: (?:fiscal|financial)(?: year)?)?,? (?:fy ?)?(${YEAR})(?![\\d.,]*\\d|[%/]\\d)| (?:of )?(last|this|next|the (?:current|previous|same)) year| of the year)?`;
const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
const OFFSETS: Readonly<Record<string, -1 | 0 | 1>> = { last: -1, previous: -1, this: 0, current: 0, next: 1, coming: 1 };
const SEASONS: Readonly<Record<string, string>> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' };
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  opening: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  final: 4,
  last: 4,
  closing: 4,
};

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3)) + 1;
}

/** Month and weekday names are capitalised: "may" and "march" are verbs. */
function isCapital({ match, sentence }: AtomMatch, word: string): boolean {
  const at = match.index + match[0].indexOf(word);
  return /[A-Z]/.test(sentence.text[at] ?? '');
}

function yearOf(written: string | undefined): number | undefined {
  return written === undefined ? undefined : fullYear(written);
}

function offsetOf(words: string | undefined): number | undefined {
  const word = words?.split(' ').at(-1);
  return word === undefined ? undefined : OFFSETS[word];
}

/** A part with "of 2024", "of last year", "of the year", or nothing. */
function ofYear(part: Part, year: string | undefined, relative: string | undefined, written: string): Point {
  const offset = offsetOf(relative) ?? (written.endsWith(' of the year') ? 0 : undefined);
  return calendar(part, yearOf(year), offset);
}

function readDay(found: AtomMatch, month: string, day: string, year: string | undefined): Point | undefined {
  const number = monthOf(month);
  if (!isCapital(found, month) || !isDayOfYear(number, Number(day))) return undefined;
  return year === undefined ? calendar({ kind: 'day', month: number, day: Number(day) }) : dayPoint(Number(year), number, Number(day));
}

/** A day before others of its month. */
function readListed(found: AtomMatch, day: string, [last, month]: readonly [string, string], year: string | undefined): Point | undefined {
  const number = monthOf(month);
  const isNamed = new RegExp(`[A-Z]${month.slice(1, 3)}`).test(found.sentence.text.slice(found.match.index));
  if (!isNamed || Number(day) >= Number(last) || !isDayOfYear(number, Number(day))) return undefined;
  return year === undefined ? calendar({ kind: 'day', month: number, day: Number(day) }) : dayPoint(Number(year), number, Number(day));
}

function readDays(found: AtomMatch, month: string, days: readonly [string, string], year: string | undefined): Point | undefined {
  const [first, last] = [Number(days[0]), Number(days[1])];
  if (!isCapital(found, month) || first >= last || !isDayOfYear(monthOf(month), last)) return undefined;
  return calendar({ kind: 'days', month: monthOf(month), first, last }, yearOf(year));
}

/** "Jan–Apr 2025"; a span over the turn of a year is left to the joining of two dates. */
function readMonthSpan(found: AtomMatch): Point | undefined {
  const [, first = '', last = '', year] = found.match;
  const part: Part = { kind: 'months', first: monthOf(first), last: monthOf(last) };
  return isCapital(found, first) && part.first < part.last ? calendar(part, Number(year)) : undefined;
}

const MONTH_STEM = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;
const SEASON_STEM = /spring|summer|autumn|fall|winter/;

const SPAN_MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** "the nine months to September 2024", "the two years ended 31 March 2025": whole months, counted back from the last. */
function readSpanTo(found: AtomMatch): Point | undefined {
  const [, count = 'one', unit = '', before, month = '', after, year] = found.match;
  const number = /^\d/.test(count) ? Number(count) : [...NUMBER_WORDS, 'twelve'].indexOf(count) + 1;
  const day = Number(before ?? after ?? 31);
  if (!isCapital(found, month) || number < 1 || day < 28) return undefined;
  return calendar({ kind: 'months-to', count: number * (SPAN_MONTHS[unit] ?? 1), month: monthOf(month) }, yearOf(year));
}

const dayRules: readonly AtomRule[] = needing(
  MONTH_STEM,
  rule(
    new RegExp(
      `(?<![\\p{L}\\d])(?<!\\b(?:every|each|per|last|this|next|by|to|from) )(?:(?:first )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}) )?(month|quarter|year)s?,? (?:to|ended|ending|through)(?: the end of)? (?:${DAY} )?${MONTH}(?![\\p{L}])(?: ${DAY}(?![\\d]))?(?:,? (${YEAR})(?![\\d.,]*\\d))?`,
      'gu',
    ),
    readSpanTo,
  ),
  rule(
    new RegExp(`(?<![\\p{L}\\d])(?:from )?${DAY} (?:to|through|until) ${DAY} (?:of )?${MONTH}(?![\\p{L}])(?:,? (${YEAR})(?!\\d))?`, 'gu'),
    (found) => readDays(found, found.match[3] ?? '', [found.match[1] ?? '', found.match[2] ?? ''], found.match[4]),
  ),
  rule(new RegExp(`(?<![\\p{L}\\d])between ${DAY} and ${DAY} (?:of )?${MONTH}(?![\\p{L}])(?:,? (${YEAR})(?!\\d))?`, 'gu'), (found) =>
    readDays(found, found.match[3] ?? '', [found.match[1] ?? '', found.match[2] ?? ''], found.match[4]),
  ),
  rule(new RegExp(`${LEAD}${DAY}\\s?[-–—]\\s?${DAY} (?:of )?${MONTH}(?![\\p{L}])(?:,? (${YEAR})(?!\\d))?`, 'gu'), (found) =>
    readDays(found, found.match[4] ?? '', [found.match[2] ?? '', found.match[3] ?? ''], found.match[5]),
  ),
  rule(new RegExp(`${LEAD}${MONTH} ${DAY}\\s?[-–—]\\s?${DAY}(?![\\d.,]*\\d)(?:,? (${YEAR})(?!\\d))?`, 'gu'), (found) =>
    readDays(found, found.match[2] ?? '', [found.match[3] ?? '', found.match[4] ?? ''], found.match[5]),
  ),
  // One month serves all of a list: on 5, 7 and 9 June.
  rule(
    new RegExp(
      `(?<=\\b(?:on|from|of|for|by|the|between) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?, ?)*)${DAY}(?=${DAYS_ON} (?:of )?${MONTH}(?![\\p{L}])(?:,? (${YEAR})(?!\\d))?)`,
      'gu',
    ),
    (found) => readListed(found, found.match[1] ?? '', [found.match[2] ?? '', found.match[3] ?? ''], found.match[4]),
  ),
  rule(new RegExp(`${LEAD}${DAY}(?: of)?[ -]${MONTH}(?![\\p{L}])(?:,?[ -](${YEAR})(?!\\d))?`, 'gu'), (found) =>
    readDay(found, found.match[3] ?? '', found.match[2] ?? '', found.match[4]),
  ),
  rule(
    new RegExp(`${LEAD}${MONTH} ${DAY}(?![\\d]|[.,:]\\d|\\s?%| (?:million|billion|thousand|percent|per cent))(?:,? (${YEAR})(?![\\d.,]*\\d))?`, 'gu'),
    (found) => readDay(found, found.match[2] ?? '', found.match[3] ?? '', found.match[4]),
  ),
  rule(new RegExp(`(?<![\\p{L}\\d])${MONTH}(?:\\s?[-–—]\\s?| to )${MONTH},?(?: of)? (${YEAR})(?![\\d.,]*\\d)`, 'gu'), readMonthSpan),
  rule(new RegExp(`(?<![\\p{L}\\d])${MONTH}(?: of|,)?[ -](${YEAR})(?![\\d.,]*\\d)`, 'gu'), (found) => {
    const month = found.match[1] ?? '';
    return isCapital(found, month) ? calendar({ kind: 'month', month: monthOf(month) }, Number(found.match[2])) : undefined;
  }),
);

const partRules: readonly AtomRule[] = [
  ...needing(
    /quarter/,
    rule(
      new RegExp(`(?<![\\p{L}\\d-])(first|second|third|fourth|1st|2nd|3rd|4th|final|last|opening|closing)[ -]quarter(?![\\p{L}-])${OF_YEAR}`, 'gu'),
      ({ match }) => readQuarter(match),
    ),
  ),
  ...needing(
    /half/,
    rule(
      new RegExp(
        `(?<![\\p{L}\\d-])(first|second|1st|2nd)[ -]half(?![\\p{L}-])(?! of (?!(?:the )?(?:year|${YEAR}|last year|this year|next year|fiscal|financial|fy)))${OF_YEAR}`,
        'gu',
      ),
      ({ match }) => ofYear({ kind: 'code', code: `S${ORDINALS[match[1] ?? '']}` }, match[2], match[3], match[0]),
    ),
  ),
  ...needing(
    /q[1-4]|[1-4]q/,
    rule(/(?<![a-zа-яё\d])(?:q([1-4])|([1-4])q)(?: (?:of )?(last|this|next) year)?(?![a-zа-яё\d])/gu, ({ match }) =>
      calendar({ kind: 'code', code: `Q${match[1] ?? match[2]}` }, undefined, offsetOf(match[3])),
    ),
  ),
  ...needing(
    /h[12]/,
    rule(/(?<=(?:^|\b(?:in|for|of|by|during|from|since|until|and|the)\s|\())h([12])(?: (?:of )?(last|this|next) year)?(?![\p{L}\d])/gu, ({ match }) =>
      calendar({ kind: 'code', code: `S${match[1]}` }, undefined, offsetOf(match[2])),
    ),
  ),
  ...needing(
    /month/,
    rule(new RegExp(`(?<![\\p{L}\\d])(first )?(${NUMBER_WORDS.join('|')}|\\d{1,2}) months${OF_YEAR}(?![\\p{L}])`, 'gu'), ({ match }) =>
      readMonths(match),
    ),
  ),
  ...needing(
    SEASON_STEM,
    rule(new RegExp(`(?<![\\p{L}-])(spring|summer|autumn|fall|winter)(?: of|,)? (${YEAR})(?:[/–-]\\d\\d)?(?!\\d)`, 'gu'), ({ match }) =>
      calendar({ kind: 'code', code: SEASONS[match[1] ?? ''] ?? '' }, Number(match[2])),
    ),
    rule(/(?<![\p{L}-])(spring|summer|autumn|fall|winter) of (last|this|next) year(?!\p{L})/gu, ({ match }) =>
      calendar({ kind: 'code', code: SEASONS[match[1] ?? ''] ?? '' }, undefined, OFFSETS[match[2] ?? '']),
    ),
    rule(/(?<![\p{L}-])(last|this|next) (spring|summer|autumn|fall|winter)(?![\p{L}-])/gu, ({ match }) => ({
      kind: 'calendar',
      part: { kind: 'code', code: SEASONS[match[2] ?? ''] ?? '' },
      pick: OFFSETS[match[1] ?? ''],
    })),
    rule(
      /(?<=(?<![\p{L}])(?:(?:in|during|throughout) the|(?:by|since|until|till|before|after)(?: the)?) (?:early |late )?)(?:(spring|summer|autumn|winter)|(?<=the )(fall))(?![\p{L}-]| (?:of|season|collections?|tires?|tyres?|time|games|school|in)(?!\p{L}))/gu,
      ({ match }) => calendar({ kind: 'code', code: SEASONS[match[1] ?? match[2] ?? ''] ?? '' }),
    ),
  ),
];

/** "last quarter" alone is the one before this; "last quarter of 2024" is the fourth. */
function readQuarter(match: RegExpExecArray): Point {
  const [written, ordinal = '', year, relative] = match;
  if (ordinal === 'last' && written === 'last quarter') return { kind: 'unit', unit: 'quarter', offset: -1 };
  return ofYear({ kind: 'code', code: `Q${ORDINALS[ordinal]}` }, year, relative, written);
}

/** "nine months of 2024" and "first nine months"; a bare "nine months" is a duration. */
function readMonths(match: RegExpExecArray): Point | undefined {
  const [written, first, count = '', year, relative] = match;
  const last = /^\d/.test(count) ? Number(count) : NUMBER_WORDS.indexOf(count) + 1;
  const isDated = first !== undefined || year !== undefined || relative !== undefined;
  return isDated && last >= 1 && last <= 12 ? ofYear({ kind: 'months', first: 1, last }, year, relative, written) : undefined;
}

const yearRules: readonly AtomRule[] = [
  ...needing(
    /fy|fiscal|year/,
    rule(
      new RegExp(
        `(?<![\\p{L}\\d])(?:fy ?|fiscal(?: year)? ?|financial year |tax year |crop year |marketing year |model year )['’]?(${YEAR}|\\d\\d)(?:[/–-](\\d{2,4}))?(?![\\d%])`,
        'gu',
      ),
      ({ match, sentence }) => readFiscal(match, sentence.lower),
    ),
  ),
  ...needing(
    /0[’']?s/,
    rule(/(?<![\p{L}\d'’])((?:19|20)\d0)[’']?s(?![\p{L}\d])|(?<=the |early |mid-|late |mid )['’]?(\d0)s(?![\p{L}\d])/gu, ({ match }) => {
      const year = yearOf(match[1] ?? match[2]) ?? 0;
      return calendar({ kind: 'years', last: year + 9 }, year);
    }),
  ),
  ...needing(
    /(?:19|20)\d\d/,
    rule(new RegExp(`(?<![\\p{L}\\d.,:$€£¥₽#№/-]|no\\. |(?:mid|late|early|end)-\\d)(${YEAR})(?![\\d%]|[.,/:-]\\d|[-–][\\p{Ll}])`, 'gu'), (found) =>
      isEnglishYear(found.sentence, found.match.index) ? calendar(WHOLE_YEAR, Number(found.match[1])) : undefined,
    ),
    rule(new RegExp(`(?<=(?:early|mid|late|post|pre|end)[-‑])(${YEAR})(?![\\d%])`, 'gu'), ({ match }) => calendar(WHOLE_YEAR, Number(match[1]))),
  ),
];

function readFiscal(match: RegExpExecArray, lower: string): Point {
  const year = fullYear(match[1] ?? '');
  const last = match[2] === undefined ? undefined : laterYear(year, match[2]);
  const stated = statedFiscalYear(lower, match.index + match[0].length, last ?? year);
  if (stated !== undefined) return stated;
  return calendar(last === undefined ? WHOLE_YEAR : { kind: 'years', last }, year);
}

const relativeRules: readonly AtomRule[] = [
  ...needing(
    MONTH_STEM,
    rule(new RegExp(`(?<![\\p{L}-])${FULL_MONTH} (?:of )?(last|this|next) year(?![\\p{L}])`, 'gu'), (found) => {
      const month = found.match[1] ?? '';
      return isCapital(found, month) ? calendar({ kind: 'month', month: monthOf(month) }, undefined, OFFSETS[found.match[2] ?? '']) : undefined;
    }),
  ),
  ...needing(
    /last|this|next|previous|current/,
    rule(/(?<![\p{L}-])(last|this|next|(?<=the )previous|(?<=the )current) (year|month|quarter|week|decade)(?![\p{L}-])/gu, ({ match }) => ({
      kind: 'unit',
      unit: match[2] as 'year',
      offset: OFFSETS[match[1] ?? ''] ?? 0,
    })),
  ),
  ...needing(
    / of |year-end|['’]s end/,
    rule(/(?<=(?:end|start|beginning|middle|close) of (?:the|this) )(year|month|quarter|week|decade)(?![\p{L}-])/gu, ({ match }) => ({
      kind: 'unit',
      unit: match[1] as 'year',
      offset: 0,
    })),
    rule(/(?<![\p{L}-])(?:year-end|year['’]s end)(?![\p{L}-]| (?:19|20)\d\d)/gu, () => ({
      point: { kind: 'unit', unit: 'year', offset: 0 },
      third: 'late',
    })),
  ),
  ...needing(
    /yesterday|today|tomorrow|[nseirtu]day/,
    rule(/(?<![\p{L}-])(yesterday|today|tomorrow)(?![\p{L}-])/gu, (found) => readNearDay(found)),
    rule(new RegExp(`(?<![\\p{L}-])(?:(last|this|next) )?${WEEKDAY}(?![\\p{L}-])`, 'gu'), (found) => {
      const name = found.match[2] ?? '';
      if (!isCapital(found, name)) return undefined;
      return { kind: 'weekday', weekday: WEEKDAYS.indexOf(name.slice(0, 3)) + 1, week: OFFSETS[found.match[1] ?? ''] };
    }),
  ),
  ...needing(
    MONTH_STEM,
    rule(
      new RegExp(
        `(?<![\\p{L}])(?<!(?<!mid|end|late|early|${FULL_MONTHS})-)(?<!\\b(?:every|each) )(?:(last|this|next) )?${FULL_MONTH}(?![\\p{L}]|-(?!${MONTH})\\p{L})`,
        'gu',
      ),
      (found) => readMonth(found),
    ),
  ),
];

/** "Russia Today" is a name: inside a sentence the words are lower case. */
function readNearDay(found: AtomMatch): Point | undefined {
  const word = found.match[1] ?? '';
  if (isCapital(found, word) && /\p{L}/u.test(found.sentence.text.slice(0, found.match.index))) return undefined;
  return { kind: 'unit', unit: 'day', offset: ['yesterday', 'today', 'tomorrow'].indexOf(word) - 1 };
}

/** A sentence that begins with "May" or "March" may begin with a verb. */
function readMonth(found: AtomMatch): Point | undefined {
  const [, pick, month = ''] = found.match;
  if (!isCapital(found, month)) return undefined;
  const isFirst = /^[^\p{L}]*$/u.test(found.sentence.text.slice(0, found.match.index));
  if (isFirst && pick === undefined && (month === 'may' || month === 'march')) return undefined;
  return { kind: 'calendar', part: { kind: 'month', month: monthOf(month) }, pick: OFFSETS[pick ?? ''] };
}

/** "4.2 (Mar), 4.3 (Apr)": a short month alone in brackets. */
const bracketRules: readonly AtomRule[] = needing(
  /\([a-z]{3,4}\)/,
  rule(/(?<=\()(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\))/gu, (found) =>
    isCapital(found, found.match[1] ?? '') ? calendar({ kind: 'month', month: monthOf(found.match[1] ?? '') }) : undefined,
  ),
);

export const englishRules: readonly AtomRule[] = [...dayRules, ...bracketRules, ...partRules, ...yearRules, ...relativeRules];
