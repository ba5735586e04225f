// What may follow a number in Chinese and belongs to it: a Han scale, 多 or 余, a lower part, a half.
import { matchAt } from '../text/match.ts';
import { hanScales, scalePattern } from './chinese-words.ts';
import type { Numeral } from './numeral.ts';

const TAIL = new RegExp(`([多余])?(${scalePattern})?([多余])?`, 'y');
const LOWER_PART = /(\d+(?:\.\d+)?)(万|千|百)(?![瓦米克伏])/y;
const KILO_UNIT = /[瓦米克伏卡赫焦帕]/;
const AND_A_HALF = /(?:(?:个|倍|年|天|周)?半)(?![导数成岛径球])/y;

/** Reads the Han scale after digits or a Han number, with 多 or 余 before or after it: 20.53万, 20多亿, 三百多, 1亿5000万. */
export function withChineseTail(lower: string, read: Numeral): Numeral {
  const match = matchAt(TAIL, lower, read.end);
  if (match === null || match[0] === '') return withHalf(lower, read);
  const [, before, scale, after] = match;
  if (scale !== undefined && isUnitPrefix(lower, read.end, scale)) return withHalf(lower, read);
  const power = hanScales[scale ?? ''] ?? 0;
  const qualifier = before !== undefined || after !== undefined ? 'over' : read.qualifier;
  const scaled = { ...read, end: read.end + match[0].length, multiplier: read.multiplier + power, qualifier };
  return scale === undefined ? scaled : withLowerPart(lower, scaled);
}

/** 千 before 瓦, 米 or 克 is a prefix of the unit. */
function isUnitPrefix(lower: string, position: number, scale: string): boolean {
  return scale.endsWith('千') && KILO_UNIT.test(lower[position + scale.length] ?? '');
}

function withLowerPart(lower: string, read: Numeral): Numeral {
  const match = matchAt(LOWER_PART, lower, read.end);
  const power = hanScales[match?.[2] ?? ''] ?? 0;
  if (match === null || power >= read.multiplier) return read;
  const total = Number(read.low) * 10 ** read.multiplier + Number(match[1]) * 10 ** power;
  return Number.isSafeInteger(total) ? { ...read, end: read.end + match[0].length, low: String(total), high: String(total), multiplier: 0 } : read;
}

/** 两年半 and 一倍半: the half belongs to the number before the measure word. */
function withHalf(lower: string, read: Numeral): Numeral {
  const match = matchAt(AND_A_HALF, lower, read.end);
  if (match === null || !/^\d+$/.test(read.low) || read.multiplier !== 0) return read;
  const value = `${read.low}.5`;
  const isFactor = match[0].startsWith('倍');
  return { ...read, end: read.end + match[0].length, low: value, high: value, ...(isFactor ? { form: 'factor', unit: 'TIMES' } : {}) };
}
