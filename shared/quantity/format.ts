// Quantities as text for people: qualifier mark, digits as written, scale word, unit. Grids style the parts on their own.
import type { Measured, Qualifier } from './model.ts';
import { compactPower, groupDigits, withScale } from './number-text.ts';
import { unitLabel } from './units.ts';

export interface FormatOptions {
  /** BCP 47. */
  readonly locale: string;
  /** true: largest fitting scale (760,000 → 760k); false: written out (1.16m → 1,160,000); absent: as stated. */
  readonly compact?: boolean | undefined;
  readonly withUnit?: boolean | undefined;
}

export interface QuantityParts {
  /** `>`, `≥`, `<`, `≤`, `≈`, `≲` or empty. */
  readonly mark: string;
  readonly number: string;
  readonly unit: string;
}

const NO_BREAK_SPACE = '\u00a0';
export const NO_VALUE = '–';

const marks: Readonly<Record<Qualifier, string>> = {
  exact: '',
  about: '≈',
  over: '>',
  at_least: '≥',
  under: '<',
  at_most: '≤',
  almost: '≲',
  between: '',
  times: '',
  unknown: '',
};

/** "> 50 %", "≥ 1.4m", "70–85 %", "≲ 4.6bn USD", "×6.4", "+15 %"; no-break spaces inside; "–" where there is no value. */
export function formatQuantity(m: Measured, options: FormatOptions): string {
  const { mark, number, unit } = quantityParts(m, options);
  return [mark, number, unit].filter((part) => part !== '').join(NO_BREAK_SPACE);
}

export function quantityParts(m: Measured, options: FormatOptions): QuantityParts {
  const bounds = boundTexts(m);
  if (bounds.length === 0) return { mark: '', number: NO_VALUE, unit: '' };
  const number = numberText(m, bounds, options);
  const isFactor = m.unit === 'TIMES';
  const unit = options.withUnit === false || isFactor ? '' : shownUnit(m, options.locale);
  return { mark: marks[m.qualifier], number: isFactor ? `×${number}` : number, unit };
}

/** One stated bound, or two that differ, in the order low, high. */
function boundTexts(m: Measured): readonly string[] {
  if (m.qualifier === 'unknown') return [];
  const stated = [m.low, m.high].filter((text) => text !== null);
  return stated.length === 2 && stated[0] === stated[1] ? stated.slice(0, 1) : stated;
}

/** Hundredths of a percentage point are shown as basis points. */
function isBasisPoints(m: Measured): boolean {
  return m.unit === 'PP' && m.multiplier === -2;
}

function shownUnit(m: Measured, locale: string): string {
  return unitLabel(isBasisPoints(m) ? 'BP' : m.unit, locale);
}

function numberText(m: Measured, bounds: readonly string[], options: FormatOptions): string {
  const { locale } = options;
  const multiplier = isBasisPoints(m) ? 0 : m.multiplier;
  const power = shownPower(bounds, multiplier, options);
  const scaled = bounds.map((text) => withScale(text, multiplier, power, locale));
  const digits = scaled.map((part) => signed(groupDigits(part.digits, locale), m));
  return joinBounds(digits) + (scaled[0]?.word ?? '');
}

function shownPower(bounds: readonly string[], multiplier: number, options: FormatOptions): number {
  if (options.compact === false) return 0;
  if (options.compact !== true) return multiplier;
  return Math.min(...bounds.map((text) => compactPower(text, multiplier, options.locale)));
}

/** A change shows its sign even when it is a rise. */
function signed(digits: string, m: Measured): string {
  const isSignedChange = m.change !== null && m.change !== 'factor';
  const isPositive = !digits.startsWith('−') && /[1-9]/.test(digits);
  return isSignedChange && isPositive ? `+${digits}` : digits;
}

/** An en dash between plain numbers; an ellipsis beside signs, where a dash would read as a minus. */
function joinBounds(digits: readonly string[]): string {
  const hasSign = digits.some((text) => /^[+−]/.test(text));
  return digits.join(hasSign ? '…' : '–');
}
