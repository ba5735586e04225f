// Russian dates in all cases: days, months, quarters, half-years, nine months, seasons, decades and relative words.

import type { CalendarUnit } from '../../../../period/index.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import { type AtomMatch, type AtomRule, needing, rule } from './atoms.ts';
import { statedFiscalYear } from './fiscal.ts';
import { dayPoint, fullYear, YEAR } from './numeric-atoms.ts';
import { calendar, isDayOfYear, type Part, type Point, WHOLE_YEAR } from './point.ts';

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const MONTH =
  '(январ(?:ь|я|е|ю|[её]м)|феврал(?:ь|я|е|ю|[её]м)|март(?:а|е|у|ом)?|апрел(?:ь|я|е|ю|ем)|ма(?:й|я|е|ю|ем)|июн(?:ь|я|е|ю|ем)|июл(?:ь|я|е|ю|ем)|август(?:а|е|у|ом)?|сентябр(?:ь|я|е|ю|[её]м)|октябр(?:ь|я|е|ю|[её]м)|ноябр(?:ь|я|е|ю|[её]м)|декабр(?:ь|я|е|ю|[её]м)|(?:янв|февр?|апр|авг|сент?|окт|нояб?|дек)\\.)';
const MONTH_STEM = /янв|фев|мар|апр|ма[йяюе]|июн|июл|авг|сен|окт|ноя|дек/;
const SEASON_STEM = /весн|лет|осен|зим/;
const RELATIVE_UNIT = /год|месяц|недел|квартал|полугоди|десятилети/;
const WEEKDAYS = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресень'];
const WEEKDAY = '(понедельник(?:а|у)?|вторник(?:а|у)?|сред[ауые]|четверг(?:а|у)?|пятниц[ауые]|суббот[ауые]|воскресень[ея])';
const EDGE = '(?<![\\p{L}\\d-])';
const END = '(?![\\p{L}\\d])';
/** A month may end a range that another begins: январе-августе. */
const MONTH_EDGE =
  '(?:(?<![\\p{L}\\d-])|(?<=(?:(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр)[а-яё]{0,2}|(?:янв|февр?|апр|авг|сент?|окт|нояб?)\\.)-))';
const YEAR_WORD = '(?:год(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\\p{L})|гг?\\.(?!\\p{L}))';
/** "2024 года", "2024 г.", "2024-го", or "прошлого года". */
const THIS_YEAR = '(позапрошл|прошл|минувш|предыдущ|истекш|эт|нынешн|текущ|следующ|будущ|того же|сего)\\p{L}* года(?!\\p{L})';
const OF_YEAR = `(?:,? (${YEAR})(?:[/–-]\\d\\d(?!\\d))?(?:-?(?:го|й|м))?(?:[\\s\\u00a0]${YEAR_WORD})?(?!\\d)| ${THIS_YEAR}| года(?!\\p{L}))?`;
const OFFSETS: readonly (readonly [RegExp, number])[] = [
  [/^позапрошл/, -2],
  [/^(?:прошл|минувш|предыдущ|истекш|прошедш)/, -1],
  [/^(?:эт|нынешн|текущ|сего)/, 0],
  [/^(?:следующ|будущ|наступающ|грядущ)/, 1],
];
const ORDINALS: readonly RegExp[] = [/^(?:i|1|перв)/, /^(?:ii|2|втор)/, /^(?:iii|3|трет)/, /^(?:iv|4|четв|последн)/];
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const COUNTS = ['один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять', 'десять', 'одиннадцать'];
const COUNTS_OBLIQUE = ['одного', 'двух', 'трёх', 'четырёх', 'пяти', 'шести', 'семи', 'восьми', 'девяти', 'десяти', 'одиннадцати'];
const SEASONS: Readonly<Record<string, string>> = { весн: '21', лет: '22', осен: '23', зим: '24' };

export function offsetOf(word: string | undefined): number | undefined {
  return word === undefined ? undefined : OFFSETS.find(([pattern]) => pattern.test(word))?.[1];
}

function monthOf(word: string): number {
  return word.startsWith('март') ? 3 : MONTHS.findIndex((stem) => word.startsWith(stem)) + 1;
}

function ordinalOf(word: string): number {
  return ROMAN[word] ?? ORDINALS.findIndex((pattern) => pattern.test(word)) + 1;
}

/** The year of a part: written, relative, or the source's own after a bare "года". */
function ofYear(part: Part, match: RegExpExecArray, group: number): Point {
  const [year, relative] = [match[group], match[group + 1]];
  const offset = offsetOf(relative) ?? (year === undefined && / года$/.test(match[0]) && relative === undefined ? 0 : undefined);
  return calendar(part, year === undefined ? undefined : Number(year), offset);
}

function readDay({ match }: AtomMatch): Point | undefined {
  const [day, month] = [Number(match[2]), monthOf(match[3] ?? '')];
  if (!isDayOfYear(month, day)) return undefined;
  const part: Part = { kind: 'day', month, day };
  return match[4] === undefined ? ofYear(part, match, 4) : dayPoint(Number(match[4]), month, day);
}

function readDays({ match }: AtomMatch): Point | undefined {
  const [first, last, month] = [Number(match[1]), Number(match[2]), monthOf(match[3] ?? '')];
  return first < last && isDayOfYear(month, last) ? ofYear({ kind: 'days', month, first, last }, match, 4) : undefined;
}

/** "финансовый год, завершившийся 31 марта 2025 года", "12 месяцев, закончившихся 30 июня 2024 г.": whole months, counted back. */
function readSpanTo({ match }: AtomMatch): Point | undefined {
  const [, count, , month = ''] = match;
  return ofYear({ kind: 'months-to', count: count === undefined ? 12 : Number(count), month: monthOf(month) }, match, 4);
}

const dayRules: readonly AtomRule[] = [
  ...needing(
    /(?:год|месяц)\p{L}{0,2},? (?:заверш|законч|оканч|ист[её]к)/u,
    rule(
      new RegExp(
        `${EDGE}(?:(?:финансов|отч[её]тн)\\p{L}+ год(?:а|у|ом|е)?|(\\d{1,2}) месяц(?:а|ев|ам|ах)?),? (?:заверш|законч|оканч|ист[её]к)\\p{L}+ (?:(\\d{1,2}) )?${MONTH}${END}${OF_YEAR}`,
        'gu',
      ),
      readSpanTo,
    ),
  ),
  ...needing(
    MONTH_STEM,
    rule(new RegExp(`(?<![\\d.,])(?:с )?(\\d{1,2})(?:\\s?[-–—]\\s?| (?:по|до) )(\\d{1,2}) ${MONTH}${END}${OF_YEAR}`, 'gu'), readDays),
    // One month serves all of a list: 5, 7 и 9 июня.
    rule(
      new RegExp(
        `(?<![\\d.,\\p{L}-])(?<!(?:на|в|из|по|от|до) )(\\d{1,2})(?:-?(?:го|е))?(?=(?:, ?\\d{1,2}(?:-?(?:го|е))?)*(?:,? и |, ?)(\\d{1,2})(?:-?(?:го|е))?[\\s\\u00a0]${MONTH}${END}${OF_YEAR})`,
        'gu',
      ),
      ({ match }) => {
        const [day, last, month] = [Number(match[1]), Number(match[2]), monthOf(match[3] ?? '')];
        return day < last && isDayOfYear(month, day) ? ofYear({ kind: 'day', month, day }, match, 4) : undefined;
      },
    ),
    rule(new RegExp(`(?<![\\d.,\\p{L}])(?:${WEEKDAY},? )?(\\d{1,2})(?:-?(?:го|е|ое|му|м))?[\\s\\u00a0]${MONTH}${END}${OF_YEAR}`, 'gu'), readDay),
  ),
];

/** "0,4 кВ." is a voltage, "4 кв." a quarter. */
function isVolts(text: string, { index, 0: written }: RegExpExecArray): boolean {
  return /кВ/.test(text.slice(index, index + written.length)) || /\d[.,]$/.test(text.slice(0, index));
}

const partRules: readonly AtomRule[] = [
  ...needing(
    /кв/,
    rule(
      new RegExp(
        `${EDGE}(i{1,3}|[1-3])(?:-?[йм])?\\s?[-–—]\\s?(i{2,3}|iv|[2-4])(?:-?(?:й|м|го))?[\\s\\u00a0](?:квартал\\p{L}{0,2}|кв\\.)${OF_YEAR}`,
        'gu',
      ),
      ({ match }) => readQuarters(match),
    ),
    rule(
      new RegExp(
        `${EDGE}(i{1,3}|iv|[1-4]|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|четв[её]рт\\p{L}+|последн\\p{L}+)(?:-?(?:й|го|м|ом|ому|му|ый))?[\\s\\u00a0](?:квартал\\p{L}{0,2}|кв\\.)${OF_YEAR}`,
        'gu',
      ),
      ({ match, sentence }) =>
        isVolts(sentence.text, match) ? undefined : ofYear({ kind: 'code', code: `Q${ordinalOf(match[1] ?? '')}` }, match, 2),
    ),
  ),
  ...needing(
    /пол[оу]/,
    rule(
      new RegExp(
        `${EDGE}(ii?|[12]|перв\\p{L}+|втор\\p{L}+)(?:-?(?:е|го|м|ом|ому|му|ое|ая|ой|я|й))?[\\s\\u00a0](?:полугоди\\p{L}+|половин\\p{L}+(?=[\\s,]*(?:(?:19|20)\\d\\d|(?:эт|прошл|текущ|нынешн|следующ|будущ)\\p{L}+ год|года)))${OF_YEAR}`,
        'gu',
      ),
      ({ match }) => ofYear({ kind: 'code', code: `S${ordinalOf(match[1] ?? '')}` }, match, 2),
    ),
  ),
  ...needing(
    /мес/,
    rule(
      new RegExp(
        `${EDGE}(перв\\p{L}+ )?(\\d{1,2}|${COUNTS.join('|')}|${COUNTS_OBLIQUE.join('|')}) (?:месяц(?:а|ев|ам|ах)?|мес\\.)${OF_YEAR}${END}`,
        'gu',
      ),
      ({ match }) => readMonths(match),
    ),
  ),
  ...needing(
    SEASON_STEM,
    rule(new RegExp(`${EDGE}(весн|лет|осен|зим)(?:ой|ом|ью|а|о|ь|и|ы|у)${OF_YEAR}${END}`, 'gu'), ({ match }) => readSeason(match)),
    rule(
      new RegExp(`${EDGE}(прошл|эт|нынешн|следующ|будущ|минувш)\\p{L}{1,3} (весн|лет|осен|зим)(?:ой|ом|ью|а|о|ь|и|ы|у|е)${END}`, 'gu'),
      ({ match }) => ({
        kind: 'calendar',
        part: { kind: 'code', code: SEASONS[match[2] ?? ''] ?? '' },
        pick: (offsetOf(match[1]) ?? 0) as -1 | 0 | 1,
      }),
    ),
  ),
  ...needing(
    MONTH_STEM,
    rule(new RegExp(`${MONTH_EDGE}${MONTH}${END}${OF_YEAR}`, 'gu'), ({ match, sentence }) => {
      const isOpen = match[1]?.endsWith('.') && match[2] === undefined;
      const isSpan = [match.index - 1, match.index + match[0].length].some((at) => /[-–—]/.test(sentence.lower[at] ?? ''));
      if (isOpen && !isSpan) return undefined;
      return ofYear({ kind: 'month', month: monthOf(match[1] ?? '') }, match, 2);
    }),
  ),
];

/** "I–III кварталы 2024 года" */
function readQuarters(match: RegExpExecArray): Point | undefined {
  const [first, last] = [ordinalOf(match[1] ?? ''), ordinalOf(match[2] ?? '')];
  return first < last ? ofYear({ kind: 'months', first: 3 * first - 2, last: 3 * last }, match, 3) : undefined;
}

/** "9 месяцев 2024 года", "первые девять месяцев"; a bare count of months is a duration. */
function readMonths(match: RegExpExecArray): Point | undefined {
  const count = match[2] ?? '';
  const last = /^\d/.test(count) ? Number(count) : Math.max(COUNTS.indexOf(count), COUNTS_OBLIQUE.indexOf(count)) + 1;
  const isDated = match[1] !== undefined || match[3] !== undefined || match[4] !== undefined || match[0].endsWith(' года');
  if (!isDated || last < 1 || last > 12) return undefined;
  return ofYear({ kind: 'months', first: 1, last }, match, 3);
}

/** "летом" stands alone; "лето", "весны" need their year, and "лет" means years. */
function readSeason(match: RegExpExecArray): Point | undefined {
  const isAdverb = /^(?:весной|летом|осенью|зимой)/.test(match[0]);
  const isDated = match[2] !== undefined || match[3] !== undefined || match[0].endsWith(' года');
  return isAdverb || isDated ? ofYear({ kind: 'code', code: SEASONS[match[1] ?? ''] ?? '' }, match, 2) : undefined;
}

/** More years that share one "годах": "в 2022, 2023 и 2024 годах". */
const YEARS_FOLLOW = new RegExp(
  `(?:-?(?:м|й|го))?(?:(?:,| и| или|, а| против)[\\s\\u00a0](?:в )?(?:19|20)\\d\\d(?:-?(?:м|й|го))?)+[\\s\\u00a0]?(?:${YEAR_WORD}|(?<=-м))`,
  'uy',
);
const YEAR_LEADS = /(?:^|[\s(])(?:в|к|до|с|со|по|за|на|от|после|начиная с|из)[\s\u00a0]$/;

const yearRules: readonly AtomRule[] = [
  ...needing(
    /\d/,
    rule(
      new RegExp(
        `(?<![\\d.,-])(?:с|со) (${YEAR})(?:-го|-й)?(?: (?:года|г\\.))? (?:по|до) (${YEAR})(?:-го|-й)?(?:[\\s\\u00a0]${YEAR_WORD})?(?!\\d)`,
        'gu',
      ),
      ({ match }) => yearsPoint(match),
    ),
    rule(new RegExp(`(?<![\\d.,-])между (${YEAR})(?:-м)? и (${YEAR})(?:-м)?(?:[\\s\\u00a0]${YEAR_WORD})?(?!\\d)`, 'gu'), ({ match }) =>
      yearsPoint(match),
    ),
    rule(new RegExp(`(?<![\\d\\p{L}-])((?:19|20)\\d0|[2-9]0)-(?:е|х|м|ые|ых|ми)(?: ${YEAR_WORD})?(?!\\p{L})`, 'gu'), ({ match }) => {
      const year = fullYear(match[1] ?? '');
      return calendar({ kind: 'years', last: year + 9 }, year);
    }),
    rule(
      new RegExp(
        `(?<![\\d.,/\\p{L}-])(${YEAR})(?:(?:-?(?:й|го|м|му|ом|ый|ым))?[\\s\\u00a0]?(?:финансов\\p{L}+ |учебн\\p{L}+ |маркетингов\\p{L}+ |сельскохозяйственн\\p{L}+ |календарн\\p{L}+ |модельн\\p{L}+ )?${YEAR_WORD}|-(?:й|го|м|му|ом))`,
        'gu',
      ),
      ({ match, sentence }) => readYear(match, sentence.lower),
    ),
    rule(
      new RegExp(
        `(?<![\\d.,/\\p{L}№-])(${YEAR})(?![\\d%\\p{L}]|[.,/:]\\d|-\\p{L}|[\\s\\u00a0](?:тыс|млн|млрд|руб|долл|чел|км|кг|тонн|шт|ед|\\d{3}))`,
        'gu',
      ),
      ({ match, sentence }) => {
        const before = sentence.lower.slice(Math.max(0, match.index - 16), match.index);
        const end = match.index + 4;
        const leads =
          YEAR_LEADS.test(before) &&
          matchAt(/[\s\u00a0]*(?:[.,;:)—–]|$|(?:и|или|против|по|в|на|с|до|рост|год)[\s\u00a0])/y, sentence.lower, end) !== null;
        const isOfRussian = /[а-яё]/.test(sentence.lower);
        const isListed = matchBefore(YEAR_LISTED, sentence.lower, match.index) !== undefined || matchAt(HEADS_VALUE, sentence.lower, end) !== null;
        return isOfRussian && (leads || isListed || matchAt(YEARS_FOLLOW, sentence.lower, end) !== null)
          ? calendar(WHOLE_YEAR, Number(match[1]))
          : undefined;
      },
    ),
  ),
];

/** A year that a value follows, as rows of a table read in a line: "2022 — 1 204,5; 2023: 1 377". */
const HEADS_VALUE = /[\s\u00a0]?(?:[—–]|:|-(?=[\s\u00a0]))[\s\u00a0]?[(−-]?\d/uy;
/** The years before it in a list: "в 2021, 2022 и 2023". */
const YEAR_LISTED = /(?:^|[\s(])(?:в|за|по|с|на)[\s\u00a0](?:19|20)\d\d(?:,[\s\u00a0](?:19|20)\d\d){0,6}(?:,| и| или| и в|, а в)[\s\u00a0]$/;

function readYear(match: RegExpExecArray, lower: string): Point {
  const year = Number(match[1]);
  const isFiscal = /финанс|отч[её]тн/.test(match[0]);
  return (isFiscal ? statedFiscalYear(lower, match.index + match[0].length, year) : undefined) ?? calendar(WHOLE_YEAR, year);
}

function yearsPoint(match: RegExpExecArray): Point | undefined {
  const [first, last] = [Number(match[1]), Number(match[2])];
  return last > first ? calendar({ kind: 'years', last }, first) : undefined;
}

const UNITS: readonly (readonly [RegExp, CalendarUnit])[] = [
  [/^год/, 'year'],
  [/^месяц/, 'month'],
  [/^недел/, 'week'],
  [/^квартал/, 'quarter'],
  [/^полугоди/, 'half'],
  [/^десятилети/, 'decade'],
];

function unitOf(word: string): CalendarUnit {
  return UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? 'year';
}

function weekdayOf(word: string): number {
  return WEEKDAYS.findIndex((stem) => word.startsWith(stem)) + 1;
}

const DAYS: readonly string[] = ['позавчера', 'вчера', 'сегодня', 'завтра', 'послезавтра'];

const relativeRules: readonly AtomRule[] = [
  ...needing(
    RELATIVE_UNIT,
    rule(
      new RegExp(
        `${EDGE}(позапрошл|прошл|минувш|прошедш|предыдущ|истекш|эт|нынешн|текущ|следующ|будущ|наступающ|грядущ)\\p{L}{1,3} (год(?:а|у|ом|е)?|месяц(?:а|е|у|ем)?|недел[яеиюь]\\p{L}?|квартал(?:а|е|у|ом)?|полугоди[еяию]\\p{L}?|десятилети[еяию]\\p{L}?)${END}`,
        'gu',
      ),
      ({ match }) => ({
        kind: 'unit',
        unit: unitOf(match[2] ?? ''),
        offset: offsetOf(match[1]) ?? 0,
      }),
    ),
    rule(
      new RegExp(`(?<=(?:кон(?:ец|ц)|начал|середин)\\p{L}{0,2} )(года|месяца|квартала|недели|полугодия|десятилетия)${END}`, 'gu'),
      ({ match }) => ({
        kind: 'unit',
        unit: unitOf(match[1] ?? ''),
        offset: 0,
      }),
    ),
  ),
  ...needing(
    /втра|вчера|сегодня/,
    rule(new RegExp(`${EDGE}(позавчера|вчера|сегодня|завтра|послезавтра)${END}(?!шн)`, 'gu'), ({ match }) => ({
      kind: 'unit',
      unit: 'day',
      offset: DAYS.indexOf(match[1] ?? '') - 2,
    })),
  ),
  ...needing(
    /ник|сред|четв|пят|субб|воскр/,
    rule(new RegExp(`${EDGE}(прошл|минувш|эт|следующ|ближайш)\\p{L}{1,3} ${WEEKDAY}${END}`, 'gu'), ({ match }) => ({
      kind: 'weekday',
      weekday: weekdayOf(match[2] ?? ''),
      week: offsetOf(match[1]) ?? 0,
    })),
    rule(
      new RegExp(
        `(?<=(?:^|[\\s(])(?:в|во|до|с|со|к|на) )(понедельник(?:а|у)?|вторник(?:а|у)?|среду|четверг(?:а|у)?|пятниц[уы]|суббот[уы]|воскресень[ея])${END}`,
        'gu',
      ),
      ({ match }) => ({
        kind: 'weekday',
        weekday: weekdayOf(match[1] ?? ''),
      }),
    ),
  ),
];

export const russianRules: readonly AtomRule[] = [...dayRules, ...yearRules.slice(0, 2), ...partRules, ...yearRules.slice(2), ...relativeRules];
