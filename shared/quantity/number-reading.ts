// Reads a whole text as one number, or says why it does not: half a number is never read. For cells and for what is typed.
import type { Message } from '../message.ts';
import { type NumberStyle, readDigits } from './digits.ts';
import { readScale } from './scale-words.ts';

export interface NumberRead {
  /** Decimal text with its sign; × 10^multiplier. */
  readonly value: string;
  readonly multiplier: number;
}

export type NumberReading = NumberRead | { readonly refusal: Message };

const mostShown = 40;
const SIGN = /^[+\-−–]\s?/;
const MINUS = /[-−–]/;

/**
 * "(104,702)" is −104,702, "1.234,56-" is −1234.56, "1,5 Mio." is 1.5 × 10^6. `style` decides what the digits leave open:
 * "1,234" is one thousand or a fraction.
 */
export function readNumber(text: string, style: NumberStyle = 'point'): NumberReading {
  const trimmed = text.trim();
  if (trimmed === '') return { refusal: { key: 'errors:number.empty' } };
  if (trimmed.startsWith('=')) return { refusal: { key: 'errors:number.formula', params: { text: shown(trimmed) } } };
  const { inner, isNegative } = unwrapped(trimmed);
  const digits = readDigits(inner, 0, style);
  if (digits === undefined) return { refusal: { key: 'errors:number.none', params: { text: shown(trimmed) } } };
  const scale = readScale(inner, digits.end);
  const end = scale?.end ?? digits.end;
  if (end < inner.length) return { refusal: { key: 'errors:number.rest', params: { text: shown(trimmed), rest: shown(inner.slice(end).trim()) } } };
  const isZero = !/[1-9]/.test(digits.value);
  return { value: isNegative && !isZero ? `-${digits.value}` : digits.value, multiplier: digits.power + (scale?.power ?? 0) };
}

interface Unwrapped {
  readonly inner: string;
  readonly isNegative: boolean;
}

/** Without its sign: brackets as in accounts, a minus before the number or, as some programs write, after it. */
function unwrapped(text: string): Unwrapped {
  const bracketed = /^[(（]\s?([^()（）+−–-]*)[)）]$/.exec(text)?.[1];
  if (bracketed !== undefined) return { inner: bracketed.trim(), isNegative: true };
  const sign = SIGN.exec(text)?.[0];
  if (sign !== undefined) return { inner: text.slice(sign.length), isNegative: MINUS.test(sign) };
  return /\d[-−]$/.test(text) ? { inner: text.slice(0, -1), isNegative: true } : { inner: text, isNegative: false };
}

function shown(text: string): string {
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
