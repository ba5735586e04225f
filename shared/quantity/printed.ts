// Quantities in running text: with the signs of the grids or in words, rounded as a writer chose. No qualifier is ever dropped: a
// one-sided bound is rounded outwards, so that what is printed still holds.
import type { Decimal as BaseDecimal } from 'decimal.js';
import { Decimal, decimalText } from './decimal.ts';
import type { Measured, Qualifier } from './model.ts';
import { groupDigits, withScale } from './number-text.ts';
import { unitDimension, unitLabel } from './units.ts';

export interface PrintOptions {
  readonly words: boolean;
  /** Digits after the point, as shown. */
  readonly places?: number | undefined;
  /** Significant digits. */
  readonly digits?: number | undefined;
  /** Power of ten that the shown number is in: 0 writes it out. As stated without it. */
  readonly power?: number | undefined;
  /** Counts may stand without their unit, changes without their sign. */
  readonly withUnit: boolean;
  readonly withSign: boolean;
  /** Computed: three digits where nothing else was said. */
  readonly isResult: boolean;
}

type Language = 'en' | 'ru' | 'zh';

const SPACE = '\u00a0';
const resultDigits = 3;

/** Empty where there is no value. */
export function printQuantity(value: Measured, language: Language, options: PrintOptions): string {
  const plain = isBasisPoints(value) ? { ...value, multiplier: 0 } : value;
  const m = options.withSign ? plain : withoutSign(plain);
  const bounds = boundsOf(m);
  if (bounds.length === 0) return '';
  const shown = bounds.map(({ text, rounding }) => {
    const { digits, word } = withScale(text, m.multiplier, options.power ?? (m.multiplier > 0 ? m.multiplier : 0), language);
    return { digits: signed(groupDigits(rounded(digits, rounding, options), language), m, options.withSign), word };
  });
  const unit = isBasisPoints(value) ? unitLabel('BP', language) : unitOf(m, language, options.withUnit);
  const parts = { bounds: shown.map(({ digits }) => digits), scale: shown[0]!.word, unit, qualifier: m.qualifier, isFactor: m.unit === 'TIMES' };
  return options.words ? inWords[language](parts) : inSigns(parts);
}

/** Hundredths of a percentage point. */
function isBasisPoints({ unit, multiplier }: Measured): boolean {
  return unit === 'PP' && multiplier === -2;
}

interface Bound {
  readonly text: string;
  readonly rounding: BaseDecimal.Rounding;
}

const { ROUND_FLOOR, ROUND_CEIL, ROUND_HALF_UP } = Decimal;

/** One bound, or two that differ, each with the side to which it may be rounded. */
function boundsOf({ low, high, qualifier }: Measured): Bound[] {
  if (qualifier === 'unknown') return [];
  if (low !== null && high !== null) return (low === high ? [low] : [low, high]).map((text) => ({ text, rounding: ROUND_HALF_UP }));
  if (low !== null) return [{ text: low, rounding: ROUND_FLOOR }];
  return high === null ? [] : [{ text: high, rounding: ROUND_CEIL }];
}

function rounded(text: string, rounding: BaseDecimal.Rounding, { places, digits, isResult }: PrintOptions): string {
  const value = new Decimal(text);
  if (places !== undefined) return value.toFixed(places, rounding).replace(/^-(0(?:\.0*)?)$/, '$1');
  if (digits !== undefined) return decimalText(value.toSignificantDigits(digits, rounding));
  return isResult ? decimalText(value.toSignificantDigits(resultDigits, rounding)) : text;
}

/** A change shows its sign even when it is a rise. */
function signed(digits: string, { change }: Measured, withSign: boolean): string {
  const isPlain = change === null || change === 'factor' || !withSign || digits.startsWith('−') || !/[1-9]/.test(digits);
  return isPlain ? digits : `+${digits}`;
}

const mirrored: Readonly<Partial<Record<Qualifier, Qualifier>>> = { over: 'under', under: 'over', at_least: 'at_most', at_most: 'at_least' };

/** A fall as the text words it: "fell by 39 %". What crosses zero keeps its signs. */
function withoutSign(m: Measured): Measured {
  const stated = [m.low, m.high].filter((text) => text !== null);
  const isFall = m.change !== null && m.change !== 'factor' && stated.length > 0 && stated.every((text) => text.startsWith('-'));
  if (!isFall) return m;
  const magnitude = (text: string | null) => text?.slice(1) ?? null;
  return { ...m, low: magnitude(m.high), high: magnitude(m.low), qualifier: mirrored[m.qualifier] ?? m.qualifier };
}

function unitOf({ unit }: Measured, language: Language, withUnit: boolean): string {
  if (unit === null || unit === 'TIMES' || (!withUnit && unitDimension(unit) === 'count')) return '';
  return unitLabel(unit, language);
}

interface Parts {
  readonly bounds: readonly string[];
  readonly scale: string;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly isFactor: boolean;
}

const signs: Readonly<Partial<Record<Qualifier, string>>> = { about: '≈', over: '>', at_least: '≥', under: '<', at_most: '≤', almost: '≲' };

/** As the grids show it. */
function inSigns({ bounds, scale, unit, qualifier, isFactor }: Parts): string {
  const hasSign = bounds.some((text) => /^[+−]/.test(text));
  const number = `${isFactor ? '×' : ''}${bounds.join(hasSign ? '…' : '–')}${scale}`;
  const mark = signs[qualifier];
  return `${mark === undefined ? '' : `${mark}${SPACE}`}${number}${unit === '' ? '' : `${SPACE}${unit}`}`;
}

type Hedges = Readonly<Partial<Record<Qualifier, string>>>;
const english: Hedges = { about: 'about', over: 'over', at_least: 'at least', under: 'under', at_most: 'at most', almost: 'almost' };
const russian: Hedges = { about: 'около', over: 'более', at_least: 'не менее', under: 'менее', at_most: 'не более', almost: 'почти' };
const russianTimes: Hedges = {
  about: 'примерно',
  over: 'более чем',
  at_least: 'не менее чем',
  under: 'менее чем',
  at_most: 'не более чем',
  almost: 'почти',
};
const chinese: Hedges = { about: '约', over: '超过', at_least: '至少', under: '不到', at_most: '至多', almost: '近' };

const spaced = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== '').join(SPACE);

const inWords: Readonly<Record<Language, (parts: Parts) => string>> = {
  en: ({ bounds, scale, unit, qualifier, isFactor }) =>
    spaced(english[qualifier], `${bounds.join(`${SPACE}to${SPACE}`)}${scale}`, isFactor ? 'times' : unit),
  ru({ bounds, scale, unit, qualifier, isFactor }) {
    const number = `${bounds.length > 1 ? `от${SPACE}${bounds[0]}${SPACE}до${SPACE}${bounds[1]}` : bounds[0]}${scale}`;
    return isFactor ? spaced(russianTimes[qualifier], 'в', number, timesInRussian(bounds.at(-1)!)) : spaced(russian[qualifier], number, unit);
  },
  zh({ bounds, scale, unit, qualifier, isFactor }) {
    const own = isFactor ? '倍' : unit;
    return `${chinese[qualifier] ?? ''}${bounds.map((text) => `${text}${scale}${own}`).join('至')}`;
  },
};

/** в 2 раза, в 5 раз, в 6,4 раза. */
function timesInRussian(number: string): string {
  if (/[.,]/.test(number)) return 'раза';
  return /(^|[^1])[234]$/.test(number) ? 'раза' : 'раз';
}
