// Numbers of Chinese: Han numbers, digits with Han scales, 成 and 分之, orders of magnitude, 翻番.
import { matchAt, matchBefore } from '../text/match.ts';
import { amountText, hanDigitPattern, readHalfPoint, readPercent, readTenths } from './chinese-shares.ts';
import { withChineseTail } from './chinese-tail.ts';
import { hanDigits, hanScales, measureWords, scalePattern } from './chinese-words.ts';
import { factor, type Numeral, numeral, orderOf } from './numeral.ts';

const ORDER = new RegExp(`(?:好?几|数|成)(${scalePattern})(?![瓦米克伏码字])`, 'y');
const UPWARDS_OF = new RegExp(`上(十万|百万|千万|百亿|千亿|百|千|万|亿)(?=${measureWords})`, 'y');
const TEENS = /十几(万亿|万|亿)?/y;
const NEIGHBOURS = /([一二两三四五六七八])([二三四五六七八九])(十|百|千|万|亿|十万|百万|千万)?(成)?/y;
const DOUBLINGS = /翻了?(?:(一|两|二|三|四)?番|倍|([两三四五六七八九\d.]+)倍)/y;
const HAN_NUMBER = new RegExp(`[零〇一二两三四五六七八九十百千万亿]{1,24}(?:点${hanDigitPattern}{1,12}(?:万亿|万|亿)?)?`, 'y');

/** 十四五 names a five-year plan. */
const PLAN_PERIOD = /十?[一二三四]?五(?=[”"」』]?(?:期间|规划|时期|以来|末|开局|收官|目标|纲要))/y;

/** Reads a number that begins with a Han sign at `position`. */
export function readChinese(lower: string, position: number): Numeral | undefined {
  if (isPartOfWord(lower, position) || matchAt(PLAN_PERIOD, lower, position) !== null) return undefined;
  return (
    readHalfPoint(lower, position) ??
    readPercent(lower, position) ??
    readTenths(lower, position) ??
    readOrder(lower, position) ??
    readDoubling(lower, position) ??
    readHan(lower, position)
  );
}

/** 第三 is an ordinal, 周三 a weekday, 统一 a word. */
function isPartOfWord(lower: string, position: number): boolean {
  return (
    matchBefore(
      /(?:第|周|星期|礼拜|统|唯|逐|万一|之|专|单|同|另|进|再|某|每|这|那|任|首|哪|初|十月|闰|老)[零一二三四五六七八九十百千]{0,8}$/,
      lower,
      position,
    ) !== undefined
  );
}

function readOrder(lower: string, position: number): Numeral | undefined {
  const order = matchAt(ORDER, lower, position);
  if (order !== null) return hanOrder(position, order[0].length, order[1] ?? '');
  const upwards = matchAt(UPWARDS_OF, lower, position);
  if (upwards !== null) {
    return numeral(position, position + upwards[0].length, '1', { multiplier: hanScales[upwards[1] ?? ''] ?? 0, form: 'order', qualifier: 'over' });
  }
  const teens = matchAt(TEENS, lower, position);
  if (teens !== null) {
    return { ...orderOf(position, position + teens[0].length, 10, hanScales[teens[1] ?? ''] ?? 0), high: '20' };
  }
  return readNeighbours(lower, position);
}

/** 数百 is 100–1000, 数十万 10–100 × 10^4, 数亿 1–10 × 10^8. */
function hanOrder(position: number, length: number, scale: string): Numeral {
  const power = hanScales[scale] ?? 0;
  const base = power >= 8 ? 8 : power >= 4 ? 4 : power === 3 ? 3 : 0;
  return orderOf(position, position + length, 10 ** (power - base), base);
}

/** 两三年 and 七八成: two neighbouring digits are a range. */
function readNeighbours(lower: string, position: number): Numeral | undefined {
  const match = matchAt(NEIGHBOURS, lower, position);
  const [first, second] = [hanDigits[match?.[1] ?? ''] ?? 0, hanDigits[match?.[2] ?? ''] ?? 0];
  const isClose = second === first + 1 || (first === 3 && second === 5);
  if (match === null || !isClose) return undefined;
  const end = position + match[0].length;
  const isTenths = match[4] !== undefined;
  if (!isTenths && match[3] === undefined && matchAt(MEASURE, lower, end) === null) return undefined;
  const multiplier = isTenths ? 1 : (hanScales[match[3] ?? ''] ?? 0);
  return numeral(position, end, String(first), {
    high: String(second),
    multiplier,
    form: 'order',
    qualifier: 'between',
    unit: isTenths ? 'PCT' : null,
  });
}

function readDoubling(lower: string, position: number): Numeral | undefined {
  const match = matchAt(DOUBLINGS, lower, position);
  if (match === null) return undefined;
  const doublings = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4 }[match[1] ?? ''] ?? 1;
  const times = match[2] === undefined ? String(2 ** doublings) : amountText(match[2]);
  return times === undefined ? undefined : factor(position, position + match[0].length, times);
}

const MEASURE = new RegExp(`(?:${measureWords})`, 'y');
/** 百余家, 千多人. */
const AND_MORE = new RegExp(`[余多](?:${measureWords})`, 'y');
const COUNTING_ONE = /一(?=美元|欧元|卢布|元|倍|百|千|万|亿|成|个?百分点|年半|年(?:内|以内|之内|期|以上)|个月(?:内|以内|之内)|周(?:内|之内)|天之内)/y;
const NOT_COUNTED =
  /(?:十分|百度|百货|百姓|万科|万事|千瓦时?$|两会|两岸|两市|两地|两者|两端|两侧|两极|两手|四川|三亚|三菱|三星|二手|二氧|万向|亿纬|百分|千百|万达|九江|一带|十一月|两国|五一|七国|[一二三四五六]期(?![货间待限望权刊])|零(?:部件|售|件|配件|食|碳|排|距离|工|头))/y;

function readHan(lower: string, position: number): Numeral | undefined {
  const match = matchAt(HAN_NUMBER, lower, position);
  if (match === null || matchAt(NOT_COUNTED, lower, position) !== null) return undefined;
  const read = scaledHan(match[0]);
  if (read === undefined) return undefined;
  const end = position + match[0].length;
  if (!isCounted(lower, position, match[0])) return undefined;
  return withChineseTail(lower, numeral(position, end, read.value, { form: 'words', multiplier: read.multiplier }));
}

function scaledHan(text: string): { readonly value: string; readonly multiplier: number } | undefined {
  const scale = /(?:万亿|亿|万)$/.exec(text)?.[0] ?? '';
  const head = text === scale ? '1' : amountText(text.slice(0, text.length - scale.length));
  if (scale !== '' && head !== undefined && head !== '0' && !/[万亿]/.test(text.slice(0, -scale.length))) {
    return { value: head, multiplier: hanScales[scale] ?? 0 };
  }
  const value = amountText(text);
  return value === undefined ? undefined : { value, multiplier: 0 };
}

/** A lone sign needs a measure word or a word that leads to a number; 一 almost always means "a". */
function isCounted(lower: string, position: number, text: string): boolean {
  const end = position + text.length;
  if (text === '一') return matchAt(COUNTING_ONE, lower, position) !== null;
  if (/^[十百千万亿]+$/.test(text) && text !== '十')
    return matchBefore(/(?:近|约|超|超过|逾|达|不到|破|突破)$/, lower, position) !== undefined || matchAt(AND_MORE, lower, end) !== null;
  if (text.length > 1 && /[十百千万亿]/.test(text)) return true;
  if (text.length > 1) return /点/.test(text);
  if (matchAt(/[至到~～—–-][一二两三四五六七八九十]/y, lower, end) !== null) return true;
  return matchAt(MEASURE, lower, end) !== null && !/^(?:个人|大)/.test(lower.slice(end, end + 2));
}
