// What a cell with a number says. The number is written in full with the 15 digits that spreadsheets keep, not as rounded on
// screen; what its format adds is kept: the currency, unit or scale, words that qualify (~500, 39% of total), the leading
// zeros and hyphens of a code. A number that its format shows as a day or a time is one.

import { format as asShown, type Token } from 'numfmt';
import { dateText, isDateSection } from './date-format.ts';
import { numberText } from './number-text.ts';
import { type Choice, type Section, sectionFor } from './sections.ts';

export interface NumberOptions {
  readonly is1904?: boolean;
  /** The file itself says that the cell holds a date. */
  readonly isDate?: boolean;
}

export function formattedNumber(value: number, format: string, { is1904 = false, isDate = false }: NumberOptions = {}): string {
  const choice = readChoice(value, format);
  if (choice !== undefined && isDateSection(choice.section)) return dateText(value, choice.section, is1904);
  if (isDate) return dateText(value, undefined, is1904);
  return choice === undefined ? numberText(value) : inWords(value, choice);
}

function readChoice(value: number, format: string): Choice | undefined {
  if (format === '' || /^general$/i.test(format)) return undefined;
  try {
    return sectionFor(value, format);
  } catch {
    // A format that nobody can read says nothing; the number stays.
    return undefined;
  }
}

const placeholders = new Set(['ZERO', 'HASH', 'QMARK', 'GENERAL']);
const literals = new Set([
  'STRING',
  'ESCAPED',
  'CHAR',
  'CURRENCY',
  'SPACE',
  'LOCALE',
  'PERCENT',
  'PLUS',
  'MINUS',
  'PAREN',
  'SLASH',
  'COMMA',
  'POINT',
]);

function inWords(value: number, { section, isForNegative, other }: Choice): string {
  const { tokens } = section;
  const first = tokens.findIndex((token) => placeholders.has(token.type));
  // Without a digit the format shows words instead of the number, which stays.
  if (first < 0) return numberText(value);
  const code = codeText(value, tokens);
  if (code !== undefined) return code;
  const last = tokens.findLastIndex((token) => placeholders.has(token.type));
  const before = wordsOf(tokens.slice(0, first));
  const after = wordsOf(tokens.slice(last + 1));
  const isPercent = tokens.some((token) => token.type === 'PERCENT');
  const divisor = before === '' && after === '' ? 1 : divisorOf(tokens);
  const number = numberText((Math.abs(value) / divisor) * (isPercent ? 100 : 1));
  const sign = value < 0 && !(isForNegative && saysSign(section, other)) ? '-' : '';
  return `${sign}${before.trimStart()}${number}${after.trimEnd()}`;
}

/** Words for a fall instead of a minus: `"up "0;"down "0`. The same words in both sections are a unit. */
function saysSign(section: Section, other: Section | undefined): boolean {
  const words = lettersOf(section);
  return words !== '' && other !== undefined && words !== lettersOf(other);
}

function lettersOf({ tokens }: Section): string {
  return tokens.map((token) => (token.type === 'STRING' || token.type === 'ESCAPED' ? token.value.replace(/[^\p{L}]/gu, '') : '')).join('');
}

/** Signs and brackets alone say nothing: the number has its own sign. Words, currencies and signs that qualify do. */
function wordsOf(tokens: readonly Token[]): string {
  const words = tokens
    .filter((token) => literals.has(token.type))
    .map(wordOf)
    .join('')
    .replace(/[\s\u00a0]+/g, ' ');
  return /[\p{L}\p{Sc}%‰°~≈<>≤≥±№#×*†]/u.test(words) ? words : '';
}

function wordOf({ type, value }: Token): string {
  // The language behind a currency: [$€-407].
  if (type === 'LOCALE') return value.replace(/-[^-]*$/, '');
  if (type === 'PERCENT') return '%';
  return value.replace(/^[()+−-]+$/, '');
}

/** Commas behind the last digit divide by a thousand each, a point that stands for itself among the digits by ten for each digit after it. */
function divisorOf(tokens: readonly Token[]): number {
  const scale = tokens.filter((token) => token.type === 'SCALE').reduce((sum, token) => sum + token.raw.length, 0);
  const point = tokens.findIndex((token) => (token.type === 'ESCAPED' || token.type === 'STRING') && /^[.,]$/.test(token.value));
  const digitsAfter = point < 0 ? 0 : tokens.slice(point).filter((token) => placeholders.has(token.type)).length;
  const isWithin = digitsAfter > 0 && tokens.slice(0, point).some((token) => placeholders.has(token.type));
  return 1000 ** scale * (isWithin && !tokens.some((token) => token.type === 'POINT') ? 10 ** digitsAfter : 1);
}

const signsOfNumber = new Set(['HASH', 'QMARK', 'POINT', 'PERCENT', 'EXP', 'SCALE', 'GROUP', 'GENERAL', 'DIGIT']);

/** Zeros alone are the places of a code (00123, 495-00-12), which is shown whole; a fraction is shown where it is exact. */
function codeText(value: number, tokens: readonly Token[]): string | undefined {
  const pattern = tokens.map((token) => token.raw).join('');
  const slash = tokens.findIndex((token) => token.type === 'SLASH');
  if (slash > 0 && tokens.slice(0, slash).some((token) => token.type === 'QMARK' || token.type === 'HASH')) return fractionText(value, pattern);
  const zeros = tokens.filter((token) => token.type === 'ZERO').length;
  if (zeros < 2 || !Number.isInteger(value) || tokens.some((token) => signsOfNumber.has(token.type))) return undefined;
  return asShown(value < 0 ? `-${pattern}` : pattern, Math.abs(value)).trim();
}

function fractionText(value: number, pattern: string): string | undefined {
  const shown = asShown(pattern, value).trim();
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(shown) ?? [];
  return over !== undefined && Math.abs(Number(over) / Number(under) - value) < 1e-12 ? shown : undefined;
}
