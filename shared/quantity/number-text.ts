// Decimal text to text for people, digit by digit: no binary float is involved, so nothing is rounded or gains noise.
import { shiftPoint } from './decimal.ts';

interface Symbols {
  readonly group: string;
  readonly decimal: string;
}

const symbolsByLocale = new Map<string, Symbols>();

function symbolsOf(locale: string): Symbols {
  const cached = symbolsByLocale.get(locale);
  if (cached !== undefined) return cached;
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const pick = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  const symbols = { group: pick('group', ','), decimal: pick('decimal', '.') };
  symbolsByLocale.set(locale, symbols);
  return symbols;
}

/** Groups thousands and sets the decimal sign of the locale; a minus becomes U+2212. Digits stay as given, trailing zeros too. */
export function groupDigits(text: string, locale: string): string {
  const { group, decimal } = symbolsOf(locale);
  const negative = text.startsWith('-');
  const [whole = '0', fraction] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${negative ? '−' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}

interface Scale {
  readonly power: number;
  readonly word: string;
}

const scalesByLanguage: Readonly<Record<string, readonly Scale[]>> = {
  en: scales({ k: 3, m: 6, bn: 9, tn: 12 }),
  ru: scales({ '\u00a0тыс.': 3, '\u00a0млн': 6, '\u00a0млрд': 9, '\u00a0трлн': 12 }),
  zh: scales({ 万: 4, 亿: 8, 万亿: 12 }),
  de: scales({ '\u00a0Tsd.': 3, '\u00a0Mio.': 6, '\u00a0Mrd.': 9, '\u00a0Bio.': 12 }),
};

function scales(words: Readonly<Record<string, number>>): readonly Scale[] {
  return Object.entries(words)
    .map(([word, power]) => ({ power, word }))
    .sort((a, b) => b.power - a.power);
}

/** The scales of a language, largest first; English for a language without its own. */
export function scalesOf(locale: string): readonly Scale[] {
  return scalesByLanguage[locale.split('-')[0] ?? 'en'] ?? scalesByLanguage.en ?? [];
}

/** A number as it is shown: digits and the power of ten that its scale word stands for. */
export interface ScaledNumber {
  readonly digits: string;
  readonly word: string;
}

/** Writes value × 10^multiplier with the nearest scale at or below `power`; a power without a scale is written out. */
export function withScale(text: string, multiplier: number, power: number, locale: string): ScaledNumber {
  const scale = scalesOf(locale).find((candidate) => candidate.power <= power);
  const target = scale?.power ?? 0;
  const digits = multiplier === target ? text : shiftPoint(text, multiplier - target);
  return { digits, word: scale?.word ?? '' };
}

/** The largest power of ten whose scale leaves at least one digit before the point. */
export function compactPower(text: string, multiplier: number, locale: string): number {
  const whole = shiftPoint(text, multiplier).replace('-', '').split('.')[0] ?? '0';
  return scalesOf(locale).find((scale) => whole.length > scale.power)?.power ?? 0;
}
