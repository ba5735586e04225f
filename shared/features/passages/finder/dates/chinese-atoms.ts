// Chinese dates: 2024年5月1日, 第一季度, 上半年, 前9个月, 1—5月, 去年, 上周四, 年底, 21世纪20年代.
import { hanDigits, hanInteger } from '../numbers/chinese-words.ts';
import { type AtomResult, type AtomRule, needing, rule } from './atoms.ts';
import { statedFiscalYear } from './fiscal.ts';
import { dayPoint, fullYear } from './numeric-atoms.ts';
import { calendar, isDayOfYear, type Part, type Point, type Third, WHOLE_YEAR } from './point.ts';

const HAN_YEAR = '[一二][〇零○九一二三四五六七八]{3}';
const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = `(?:((?:19|20)\\d\\d|${HAN_YEAR})年|(去|今|明|(?<![之目提年月日以])前|(?<![之今以日])后|(?<![成资基原根])本)年)`;
const PART_OF_YEAR = `(?:第?([一二三四1-4首末])季度?(?![节性])|(?:的)?q([1-4])|前([一二三])个?季度?|([上下])半年|前(${NUMBER}|两)个?月|(${NUMBER})(?:[-–—~～]{1,2}|至|到)(${NUMBER})月份?|(${NUMBER})月份?(?:(${NUMBER})(?:[日号])(?!线)|(上旬|中旬|下旬|[初底末中])(?!期))?|(春|夏|秋|冬)(?:季|天|日)?|(年?[初底末中]|年中)(?!期|国|小|型|心|级|间|东|俄|方|企|资)|(?:的)?(?:h(?<half>[12])|(?<halfFirst>[12])h)(?![a-z\\d]))`;
/** 25财年第一季度, 2024/25财年上半年: the part after a fiscal year. */
const FISCAL = new RegExp(`(?<![\\d.])((?:19|20)?\\d\\d)(?:[/-]\\d\\d)?(?:财政?年度?|财年)${PART_OF_YEAR}`, 'gu');
/** 25年一季度, 24年底: two digits only before a part of the year. */
const SHORT_DATED = new RegExp(`(?<![\\d.第近过去约]|\\d,|(?:19|20)\\d\\d[/–-])([0-4]\\d)年度?(?!中|前)${PART_OF_YEAR}`, 'gu');
const ERAS: Readonly<Record<string, number>> = { 民: 1911, 令: 2018, 平: 1988, 昭: 1925, 大: 1911, 明: 1867 };
/** 民国113年, 令和5年: years of an era. */
const ERA_DATED = new RegExp(
  `(?<era>民[国國]|令和|平成|昭和|大正|明治)(?<count>元|\\d{1,3}|[一二三四五六七八九十百零〇]{1,5})年度?${PART_OF_YEAR}?`,
  'gu',
);

/** 一季度末 and 90年代初: an edge after a quarter, a half or a decade. */
const EDGE_AFTER = '(?:(?<=季度|半年|年代)(?<edge>[初末底])(?![期]))?';
const DATED = new RegExp(`(?<![\\d.])${YEAR}度?${PART_OF_YEAR}?${EDGE_AFTER}`, 'gu');
const UNDATED = new RegExp(`(?<![\\d.\\u4e00年个半第之每数])(?=[第前上下\\d一二三四五六七八九十首q])${PART_OF_YEAR}${EDGE_AFTER}`, 'gu');
const EDGES: Readonly<Record<string, Third>> = { 初: 'early', 上旬: 'early', 中: 'mid', 中旬: 'mid', 底: 'late', 末: 'late', 下旬: 'late' };
const SEASONS: Readonly<Record<string, string>> = { 春: '21', 夏: '22', 秋: '23', 冬: '24' };
const YEAR_OFFSETS: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 本: 0, 明: 1, 后: 2 };
const WEEKDAYS = '一二三四五六日天';

function numberOf(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d/.test(text) ? Number(text) : (hanInteger(text) ?? 0);
}

function yearNumber(text: string): number {
  return /^\d/.test(text) ? fullYear(text) : Number([...text].map((sign) => hanDigits[sign] ?? 0).join(''));
}

interface ReadPart {
  readonly part: Part;
  readonly third?: Third | undefined;
}

/** The part of the year that the groups of `PART_OF_YEAR` hold, which begin at `from`. */
function readPart(groups: readonly (string | undefined)[]): ReadPart | undefined {
  const [quarter, western, quarters, han, months, first, last, month, day, edge, season, yearEdge, latinHalf, halfLatin] = groups;
  const latin = latinHalf ?? halfLatin;
  if (latin !== undefined) return { part: { kind: 'code', code: `S${latin}` } };
  if (quarter !== undefined) return { part: { kind: 'code', code: `Q${quarterOf(quarter)}` } };
  if (western !== undefined) return { part: { kind: 'code', code: `Q${western}` } };
  if (quarters !== undefined) return { part: { kind: 'months', first: 1, last: numberOf(quarters) * 3 } };
  if (han !== undefined) return { part: { kind: 'code', code: han === '上' ? 'S1' : 'S2' } };
  if (months !== undefined) return { part: { kind: 'months', first: 1, last: numberOf(months) } };
  if (first !== undefined) return { part: { kind: 'months', first: numberOf(first), last: numberOf(last) } };
  if (month !== undefined) return readMonth(numberOf(month), day, edge);
  if (season !== undefined) return { part: { kind: 'code', code: SEASONS[season] ?? '' } };
  return { part: WHOLE_YEAR, third: EDGES[(yearEdge ?? '').replace('年', '')] };
}

function quarterOf(sign: string): number {
  return sign === '首' ? 1 : sign === '末' ? 4 : numberOf(sign);
}

function readMonth(month: number, day: string | undefined, edge: string | undefined): ReadPart | undefined {
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { part: { kind: 'month', month }, third: edge === undefined ? undefined : EDGES[edge] };
  return isDayOfYear(month, numberOf(day)) ? { part: { kind: 'day', month, day: numberOf(day) } } : undefined;
}

function isValid(part: Part): boolean {
  return part.kind !== 'months' || (part.first >= 1 && part.last <= 12 && part.first <= part.last);
}

function readDated(match: RegExpExecArray): AtomResult | Point | undefined {
  const [, year, relative] = match;
  const number = year === undefined ? undefined : yearNumber(year);
  const offset = relative === undefined ? undefined : YEAR_OFFSETS[relative];
  const hasPart = match.slice(3).some((group) => group !== undefined);
  const read = hasPart ? readPart(match.slice(3)) : { part: WHOLE_YEAR };
  if (read === undefined || !isValid(read.part)) return undefined;
  if (read.part.kind === 'day' && number !== undefined && dayPoint(number, read.part.month, read.part.day) === undefined) return undefined;
  return { point: calendar(read.part, number, offset), third: read.third ?? edgeOf(match) };
}

function readEra(match: RegExpExecArray): AtomResult | Point | undefined {
  const { era = '', count = '' } = match.groups ?? {};
  const year = (ERAS[era[0] ?? ''] ?? 0) + (count === '元' ? 1 : numberOf(count));
  return year > 2100 ? undefined : readYearAndPart(year, match.slice(3));
}

/** A year whose number is known, with the part that the groups hold, if any. */
function readYearAndPart(year: number, groups: readonly (string | undefined)[]): AtomResult | undefined {
  const read = groups.some((group) => group !== undefined) ? readPart(groups) : { part: WHOLE_YEAR };
  return read === undefined || !isValid(read.part) ? undefined : { point: calendar(read.part, year), third: read.third };
}

function readUndated(match: RegExpExecArray): AtomResult | undefined {
  const groups = match.slice(1);
  const read = readPart(groups);
  if (read === undefined || !isValid(read.part) || groups.slice(10, 14).some((group) => group !== undefined)) return undefined;
  if (groups[0] !== undefined && !match[0].includes('度')) return undefined;
  return { point: calendar(read.part), third: read.third ?? edgeOf(match) };
}

function edgeOf(match: RegExpExecArray): Third | undefined {
  return EDGES[match.groups?.edge ?? ''];
}

/** 6月9日至15日, 2024年3月1-5日. */
const DAYS = new RegExp(`(?<![\\d.])(?:${YEAR})?(${NUMBER})月(${NUMBER})[日号]?(?:[-–—~～]{1,2}|至|到)(${NUMBER})[日号](?!线)`, 'gu');

function readDays(match: RegExpExecArray): Point | undefined {
  const [, year, relative] = match;
  const [month = 0, first = 0, last = 0] = match.slice(3, 6).map(numberOf);
  if (month < 1 || month > 12 || first >= last || !isDayOfYear(month, last)) return undefined;
  return calendar({ kind: 'days', month, first, last }, year === undefined ? undefined : yearNumber(year), YEAR_OFFSETS[relative ?? '']);
}

const DECADE = new RegExp(
  `(?:(?:(\\d{2}|[二十一]{2,3})世纪|(上|本)个?世纪)([\\d一二三四五六七八九])[0十]?年代|((?:19|20)\\d0)年代)${EDGE_AFTER}`,
  'gu',
);

function readDecade(match: RegExpExecArray): AtomResult {
  const decade = numberOf(match[3]);
  const century = match[1] !== undefined ? (numberOf(match[1]) - 1) * 100 : match[2] === '上' ? 1900 : 2000;
  const year = match[4] === undefined ? century + decade * 10 : Number(match[4]);
  return { point: calendar({ kind: 'years', last: year + 9 }, year), third: edgeOf(match) };
}

/** 截至2025年3月31日止年度, 截至6月30日的三个月: whole months, counted back from the last. */
const SPAN_TO = new RegExp(
  `(?<=截至)(?:${YEAR})?(\\d{1,2})月(?:\\d{1,2}日)?(?:止的?|的)(?:(${NUMBER})个月|(财政?年度|财年|年度|一年)|(季度)|(半年)(?!度))`,
  'gu',
);

function readSpanTo(match: RegExpExecArray): Point | undefined {
  const [, year, relative, month, months, whole, quarter] = match;
  const count = months !== undefined ? numberOf(months) : whole !== undefined ? 12 : quarter !== undefined ? 3 : 6;
  const part: Part = { kind: 'months-to', count, month: Number(month) };
  if (part.month < 1 || part.month > 12 || count < 1) return undefined;
  return calendar(part, year === undefined ? undefined : yearNumber(year), YEAR_OFFSETS[relative ?? '']);
}

const EDGE_OF_UNIT =
  /(?<![\u4e00-\u9fff\d]|[去今明前后本]|\d{4})(年|月)([初底末中])(?![期国小型心级间东])|(?<=[至到前在于截计划将望取争晚迟并称示说，、 ])(年|月)([初底末])(?!期)/gu;

export const chineseRules: readonly AtomRule[] = [
  rule(DECADE, ({ match }) => readDecade(match)),
  ...needing(
    /民[国國]|令和|平成|昭和|大正|明治/,
    rule(ERA_DATED, ({ match }) => readEra(match)),
  ),
  ...needing(
    /财年|财政?年度|[榨产赛雪暖]季|[上下]半财年|年度[报预计销产目]/,
    rule(FISCAL, ({ match }) => readYearAndPart(fullYear(match[1] ?? ''), match.slice(2))),
    rule(/(?<![\d.])((?:19|20)?\d\d)年?([上下])半财年/gu, ({ match }) =>
      calendar({ kind: 'code', code: match[2] === '上' ? 'S1' : 'S2' }, fullYear(match[1] ?? '')),
    ),
    rule(
      /(?<![\d.])((?:19|20)?\d\d)(?:[/-]\d\d)?(?:财政?年度?|财年|(?:榨|产|赛|雪|采暖|供暖)季|年度(?=报|预|计|销|产|目))/gu,
      ({ match, sentence }) => {
        const year = fullYear(match[1] ?? '');
        return statedFiscalYear(sentence.lower, match.index + match[0].length, year) ?? calendar(WHOLE_YEAR, year);
      },
    ),
  ),
  ...needing(
    /截至/,
    rule(SPAN_TO, ({ match }) => readSpanTo(match)),
  ),
  ...needing(
    /(?<![\d.])[0-4]\d年/,
    rule(SHORT_DATED, ({ match }) => readYearAndPart(fullYear(match[1] ?? ''), match.slice(2))),
  ),
  rule(/(?<![\d.])((?:19|20)\d\d)[/–-](?:19|20)?\d\d年?度?的?([春夏秋冬])季/gu, ({ match }) =>
    calendar({ kind: 'code', code: SEASONS[match[2] ?? ''] ?? '' }, Number(match[1])),
  ),
  // One 年 serves all of a list: 2021、2022和2023年.
  rule(/(?<![\d.])((?:19|20)\d\d)(?=(?:[、，](?:19|20)\d\d){0,8}(?:[、和及与]|以及)(?:19|20)\d\d年)/gu, ({ match }) =>
    calendar(WHOLE_YEAR, Number(match[1])),
  ),
  rule(
    /(?<![\d.])((?:19|20)\d\d)年?(?:[-–—~～]{1,2}|至|到)((?:19|20)\d\d)(?=年)年(?![\d一二三四五六七八九十]{1,2}月|第|[上下]半|[初底末])/gu,
    ({ match }) => (Number(match[2]) > Number(match[1]) ? calendar({ kind: 'years', last: Number(match[2]) }, Number(match[1])) : undefined),
  ),
  rule(DAYS, ({ match }) => readDays(match)),
  rule(DATED, ({ match }) => readDated(match)),
  rule(new RegExp(`(?<![\\d.])${YEAR}`, 'gu'), ({ match }) => readDated(match)),
  rule(/(上|本|下)个?月(\d{1,2})[日号]/gu, ({ match }) => ({
    kind: 'day-of-month',
    day: Number(match[2]),
    monthOffset: match[1] === '上' ? -1 : match[1] === '下' ? 1 : 0,
  })),
  rule(/(上|本|下|这|当前)一?个?(月|季度|周|星期|礼拜)([一二三四五六日天])?(?:份)?(?!期)([初底末])?/gu, ({ match }) => readShifted(match)),
  rule(UNDATED, ({ match }) => readUndated(match)),
  rule(/(前|昨|今|明|后)[天日](?!报|版)/gu, ({ match }) => ({ kind: 'unit', unit: 'day', offset: '前昨今明后'.indexOf(match[1] ?? '') - 2 })),
  rule(/(?:周|星期|礼拜)([一二三四五六日天])(?![边围期])/gu, ({ match }) => ({ kind: 'weekday', weekday: weekdayOf(match[1] ?? '') })),
  rule(EDGE_OF_UNIT, ({ match }) => readEdge(match)),
  rule(/(?<![\d.月第])(\d{1,2})日(?![元本均报程线])/gu, ({ match }) =>
    Number(match[1]) >= 1 && Number(match[1]) <= 31 ? { kind: 'day-of-month', day: Number(match[1]) } : undefined,
  ),
];

function weekdayOf(sign: string): number {
  return Math.min(7, WEEKDAYS.indexOf(sign) + 1);
}

/** 上个月, 下季度, 上周四; 这个月底 keeps its edge. */
function readShifted(match: RegExpExecArray): AtomResult | undefined {
  const offset = match[1] === '上' ? -1 : match[1] === '下' ? 1 : 0;
  const third = match[4] === undefined ? undefined : EDGES[match[4]];
  if (match[2] === '月' && match[3] === undefined) return { point: { kind: 'unit', unit: 'month', offset }, third };
  if (match[2] === '季度' && match[3] === undefined) return { point: { kind: 'unit', unit: 'quarter', offset }, third };
  if (match[2] === '月' || match[2] === '季度') return undefined;
  return { point: match[3] === undefined ? { kind: 'unit', unit: 'week', offset } : { kind: 'weekday', weekday: weekdayOf(match[3]), week: offset } };
}

function readEdge(match: RegExpExecArray): AtomResult {
  const unit = (match[1] ?? match[3]) === '年' ? 'year' : 'month';
  return { point: { kind: 'unit', unit, offset: 0 }, third: EDGES[match[2] ?? match[4] ?? ''] };
}
