// The one reader of numbers in digits: 12,480 · 37 600 · 1.234,56 · 12,34,567 · 1,2345,6789 · 205,3 · 5×10⁶. The finder, cells
// of data sets and typed numbers read with it. Most ways of grouping tell by themselves which sign is the decimal one; where
// they leave it open (1,234 and 1.234), the style of the text decides.
import { readPower } from './power.ts';
import { matchSticky } from './sticky.ts';

/** Which sign parts whole and fraction where the digits leave it open. */
export type NumberStyle = 'point' | 'comma';

export interface Digits {
  readonly end: number;
  /** Decimal text. */
  readonly value: string;
  /** Power of ten that is written with the number: 6 in 5×10⁶. */
  readonly power: number;
  /** False for digits alone, which can be a year, a page or a model. */
  readonly isGrouped: boolean;
}

/** Each shape takes the longest number that it can, so that no digit of a number is ever left over. */
interface Shape {
  readonly pattern: RegExp;
  /** Signs that only group. */
  readonly groups: RegExp;
  readonly isRead?: (written: string, text: string, position: number, style: NumberStyle) => boolean;
}

const SPACES = /[ \u00a0\u2009\u202f]/g;
const longest = 30;

const shapes: readonly Shape[] = [
  { pattern: /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,9}(?!\d)(?:[.,]\d{1,6}(?!\d))?/y, groups: SPACES },
  { pattern: /\d{1,3}(?:\.\d{3}){1,9},\d{1,20}(?![\d,]*\d)/y, groups: /\./g },
  { pattern: /\d{1,3}(?:,\d{3}){1,9}\.\d{1,20}(?![\d.]*\d)/y, groups: /,/g },
  { pattern: /\d{1,3}(?:,\d{3}){1,9}(?!\d|,\d)/y, groups: /,/g, isRead: isThousandsComma },
  { pattern: /\d{1,2}(?:,\d{2}){1,9},\d{3}(?!\d|,\d)(?:\.\d{1,20})?/y, groups: /,/g },
  { pattern: /\d{1,4}(?:,\d{4}){1,7}(?!\d|,\d)(?:\.\d{1,20})?/y, groups: /,/g, isRead: isMyriads },
  { pattern: /\d{1,3}(?:\.\d{3}){2,9}(?!\d|\.\d)/y, groups: /\./g },
  { pattern: /\d{1,3}\.\d{3}(?!\d|\.\d)/y, groups: /\./g, isRead: isThousandsDot },
  { pattern: /\d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d+)?/y, groups: /['’]/g },
];

/** Where the comma is the decimal sign, "40,000" and "1,234,567" can still only be groups: nobody writes three zero decimals. */
function isThousandsComma(written: string, text: string, position: number, style: NumberStyle): boolean {
  if (style === 'point' || written.split(',').length > 2) return true;
  return /^[1-9]\d{0,2},000$/.test(written) || /[$£¥]/.test(text[position - 1] ?? '');
}

/** Groups of four as Chinese writes them; "2021,2022" lists years, and one group is a fraction where the comma is decimal. */
function isMyriads(written: string, _text: string, _position: number, style: NumberStyle): boolean {
  const [, ...rest] = written.split(',');
  return (rest.length > 1 || style === 'point') && !rest.every((group) => /^(?:19|20)\d\d$/.test(group));
}

/** "1.025" with a decimal comma is as often a rate as a thousand; only round thousands are read as groups. */
function isThousandsDot(written: string, _text: string, _position: number, style: NumberStyle): boolean {
  return style === 'comma' && written.endsWith('00');
}

const DECIMAL_COMMA = /\d+,\d+/y;
const DECIMAL_POINT = /\d+\.\d+/y;
const VULGAR = /(\d+)([½¼¾⅓⅔⅛⅜⅝⅞])/y;
const vulgarParts: Readonly<Record<string, string>> = {
  '½': '.5',
  '¼': '.25',
  '¾': '.75',
  '⅓': '.33',
  '⅔': '.67',
  '⅛': '.125',
  '⅜': '.375',
  '⅝': '.625',
  '⅞': '.875',
};
/** What can follow the first digits of a number and belong to it. */
const GOES_ON = /[ \u00a0\u2009\u202f.,'’½¼¾⅓⅔⅛⅜⅝⅞]/;
const PLAIN = /\d+/y;

/** Reads the number that begins at `position`; `undefined` when no digit stands there or there are too many. */
export function readDigits(text: string, position: number, style: NumberStyle): Digits | undefined {
  const alone = plain(text, position);
  if (alone === undefined) return undefined;
  const goesOn = GOES_ON.test(text[alone.end] ?? '');
  const read = goesOn ? (readGrouped(text, position, style) ?? readFraction(text, position, style) ?? alone) : alone;
  if (read.value.length > longest) return undefined;
  const power = readPower(text, position, read.end, read.value);
  return power === undefined ? { ...read, power: 0 } : { value: power.value ?? read.value, end: power.end, power: power.power, isGrouped: true };
}

type Mantissa = Omit<Digits, 'power'>;

function readGrouped(text: string, position: number, style: NumberStyle): Mantissa | undefined {
  for (const { pattern, groups, isRead } of shapes) {
    const written = matchSticky(pattern, text, position)?.[0];
    if (written === undefined || isRead?.(written, text, position, style) === false) continue;
    return { end: position + written.length, value: written.replace(groups, '').replace(',', '.'), isGrouped: true };
  }
  return undefined;
}

function readFraction(text: string, position: number, style: NumberStyle): Mantissa | undefined {
  const vulgar = matchSticky(VULGAR, text, position);
  if (vulgar !== null) return { end: position + vulgar[0].length, value: `${vulgar[1]}${vulgarParts[vulgar[2]!]}`, isGrouped: true };
  const comma = matchSticky(DECIMAL_COMMA, text, position);
  const isDecimalComma = comma !== null && (style === 'comma' || /,\d{1,2}$/.test(comma[0]));
  const match = isDecimalComma ? comma : matchSticky(DECIMAL_POINT, text, position);
  return match === null ? undefined : { end: position + match[0].length, value: match[0].replace(',', '.'), isGrouped: true };
}

function plain(text: string, position: number): Mantissa | undefined {
  const match = matchSticky(PLAIN, text, position);
  return match === null ? undefined : { end: position + match[0].length, value: match[0].replace(/^0+(?=\d)/, ''), isGrouped: false };
}
