// Shares in Chinese: 百分之五, 三分之一, 四成, 一半, 过半; and the digits that they are written in.
import { matchAt } from '../text/match.ts';
import { hanDigits, hanInteger } from './chinese-words.ts';
import { type Numeral, numeral, percentOf, share } from './numeral.ts';

export const hanDigitPattern = '[零〇一二两三四五六七八九]';
const AMOUNT = `(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千]{1,16}(?:点${hanDigitPattern}{1,12})?)`;
const PER_HUNDRED = new RegExp(`([百千万])分之(${AMOUNT})`, 'y');
const FRACTION = new RegExp(`(${AMOUNT})分之(${AMOUNT})`, 'y');
const TENTHS = /([一二两三四五六七八九]|\d(?:\.\d)?)成([一二三四五六七八九半])?(?![为立员功交熟就果绩效都人品型因])(?!本[^地国土])/y;
const HALVES = /(?:(过)半数?|一半|半数|大半|对半)/y;

/** Han or Arabic digits to decimal text. */
export function amountText(text: string): string | undefined {
  if (/^\d/.test(text)) return text;
  const [whole = '', fraction] = text.split('点');
  const value = hanInteger(whole);
  if (value === undefined) return undefined;
  return fraction === undefined ? String(value) : `${value}.${[...fraction].map((sign) => hanDigits[sign] ?? 0).join('')}`;
}

export function readPercent(lower: string, position: number): Numeral | undefined {
  const match = matchAt(PER_HUNDRED, lower, position);
  if (match !== null) {
    const value = amountText(match[2] ?? '');
    const power = { 百: 0, 千: -1, 万: -2 }[match[1] ?? ''] ?? 0;
    return value === undefined ? undefined : { ...share(position, position + match[0].length, value), multiplier: power };
  }
  return readFraction(lower, position);
}

const HALF_POINT = /(一个)?半个?百分点/y;
const OF_A_POINT = /个?百分点/y;

/** 半个百分点 and 一个半百分点 are points, not shares. */
export function readHalfPoint(lower: string, position: number): Numeral | undefined {
  const match = matchAt(HALF_POINT, lower, position);
  if (match === null) return undefined;
  return numeral(position, position + match[0].length, match[1] === undefined ? '0.5' : '1.5', { form: 'words', unit: 'PP' });
}

/** Reads 三分之一 and 4分之1; 四分之一个百分点 is 0.25 of a point. */
export function readFraction(lower: string, position: number): Numeral | undefined {
  const fraction = matchAt(FRACTION, lower, position);
  const [bottom, top] = [fraction?.[1], fraction?.[2]].map((text) => Number(amountText(text ?? '')));
  if (fraction === null || !bottom || !top || top >= bottom) return undefined;
  const end = position + fraction[0].length;
  const point = matchAt(OF_A_POINT, lower, end);
  if (point === null) return share(position, end, percentOf(top, bottom));
  return numeral(position, end + point[0].length, String(Math.round((top / bottom) * 100) / 100), { form: 'words', unit: 'PP' });
}

/** Reads 四成, 三成五, 7.5成: tenths, kept as 4 × 10 per cent. */
export function readTenths(lower: string, position: number): Numeral | undefined {
  const match = matchAt(TENTHS, lower, position);
  if (match !== null) {
    const [written, tens = '', rest] = match;
    const head = hanDigits[tens] ?? tens;
    const value = rest === undefined ? String(head) : `${head}.${rest === '半' ? 5 : hanDigits[rest]}`;
    return { ...share(position, position + written.length, value), multiplier: 1 };
  }
  const half = matchAt(HALVES, lower, position);
  return half === null ? undefined : { ...share(position, position + half[0].length, '50'), qualifier: half[1] === undefined ? null : 'over' };
}
