// Digits with their grouping: 12,480 · 37 600 · 1.234.567 · 205,3. Which sign is the decimal one follows the language.
import { matchAt } from '../text/match.ts';
import type { NumberStyle } from '../text/sentences.ts';

export interface Digits {
  readonly end: number;
  /** Decimal text. */
  readonly value: string;
  /** False for digits alone, which can be a year, a page or a model. */
  readonly isGrouped: boolean;
}

const SPACED = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,9}(?!\d)(?:[.,]\d{1,6}(?!\d))?/y;
const COMMAS = /\d{1,3}(?:,\d{3}){1,9}(?![\d,]\d)(?:\.\d+)?/y;
const DOTS = /\d{1,3}(?:\.\d{3}){2,9}(?!\d)(?:,\d+)?/y;
const ONE_DOT = /\d{1,3}\.\d{3}(?!\d)(?:,\d+)?/y;
const APOSTROPHES = /\d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d+)?/y;
const DECIMAL_COMMA = /\d+,\d+/y;
const DECIMAL_POINT = /\d+\.\d+/y;
const VULGAR = /(\d+)([½¼¾])/y;
const vulgarParts: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };
const PLAIN = /\d+/y;
const LONGEST = 30;

/** Reads the number that begins at `position`; `undefined` when no digit stands there or there are too many. */
export function readDigits(text: string, position: number, style: NumberStyle): Digits | undefined {
  const read = readGrouped(text, position, style) ?? readFraction(text, position, style) ?? plain(text, position);
  return read === undefined || read.value.length > LONGEST ? undefined : read;
}

function readGrouped(text: string, position: number, style: NumberStyle): Digits | undefined {
  const spaced = matchAt(SPACED, text, position);
  if (spaced !== null) return grouped(position, spaced[0].replace(',', '.'), /[ \u00a0\u2009\u202f]/g);
  const commas = matchAt(COMMAS, text, position);
  if (commas !== null && (style === 'point' || isThousandsComma(commas[0]) || /[$£¥]/.test(text[position - 1] ?? '')))
    return grouped(position, commas[0], /,/g);
  const dots = matchAt(DOTS, text, position) ?? (style === 'comma' ? matchAt(ONE_DOT, text, position) : null);
  if (dots !== null && (style === 'comma' || dots[0].split('.').length > 2) && !isPlainDecimal(dots[0])) {
    return { ...grouped(position, dots[0].replaceAll('.', '').replace(',', '.'), /'/g), end: position + dots[0].length };
  }
  const apostrophes = matchAt(APOSTROPHES, text, position);
  return apostrophes === null ? undefined : grouped(position, apostrophes[0], /['’]/g);
}

/** Where the comma is the decimal sign, "40,000" and "1,234,567" can still only be groups: nobody writes three zero decimals. */
function isThousandsComma(text: string): boolean {
  return text.split(',').length > 2 || /^[1-9]\d{0,2},000$/.test(text);
}

/** "1.025" with a leading one or zero is as often a rate as a thousand; only round thousands are read as groups. */
function isPlainDecimal(text: string): boolean {
  return text.split('.').length === 2 && !text.includes(',') && !text.endsWith('00');
}

function grouped(position: number, written: string, separator: RegExp): Digits {
  return { end: position + written.length, value: written.replace(separator, ''), isGrouped: true };
}

function readFraction(text: string, position: number, style: NumberStyle): Digits | undefined {
  const vulgar = matchAt(VULGAR, text, position);
  if (vulgar !== null) return { end: position + vulgar[0].length, value: `${vulgar[1]}${vulgarParts[vulgar[2]!]}`, isGrouped: true };
  const comma = matchAt(DECIMAL_COMMA, text, position);
  const isDecimalComma = comma !== null && (style === 'comma' || /,\d{1,2}$/.test(comma[0]));
  const match = isDecimalComma ? comma : matchAt(DECIMAL_POINT, text, position);
  if (match === null) return undefined;
  return { end: position + match[0].length, value: match[0].replace(',', '.'), isGrouped: true };
}

function plain(text: string, position: number): Digits | undefined {
  const match = matchAt(PLAIN, text, position);
  return match === null ? undefined : { end: position + match[0].length, value: match[0].replace(/^0+(?=\d)/, ''), isGrouped: false };
}
