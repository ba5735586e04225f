// Numbers of models as they are shown: money in the scale that fits, shares in per cent.

export interface Scale {
  readonly by: number;
  /** Key of the word behind the number; empty where there is none. */
  readonly word: '' | 'k' | 'm' | 'bn' | 'tn';
}

const scales: readonly Scale[] = [
  { by: 1e12, word: 'tn' },
  { by: 1e9, word: 'bn' },
  { by: 1e6, word: 'm' },
  { by: 1e4, word: 'k' },
];

/** One scale for numbers that stand beside each other. */
export function scaleFor(values: readonly number[]): Scale {
  const largest = Math.max(0, ...values.map(Math.abs));
  const found = scales.find(({ by }) => largest >= by);
  return found === undefined ? { by: 1, word: '' } : found.word === 'k' ? { by: 1000, word: 'k' } : found;
}

export const isShare = (unit: string) => unit === '%';

/** A number in a scale, with about as many digits as tell it from its neighbours. */
export function scaled(value: number, { by }: Scale, locale: string): string {
  const shown = value / by;
  const digits = Math.abs(shown) >= 1000 ? 0 : Math.abs(shown) >= 100 ? 0 : Math.abs(shown) >= 1 ? 1 : by === 1 ? 3 : 2;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, signDisplay: 'negative' }).format(shown).replace('-', '−');
}

/** A number exactly as it is set: grouping but in years, and per cent where the unit is. */
export function plain(value: number, unit: string, locale: string): string {
  const shown = isShare(unit) ? Number((value * 100).toPrecision(12)) : value;
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 9, useGrouping: unit !== 'year' }).format(shown).replace('-', '−');
}

/** A short form for axes, cells and cards: `−1.1`, `704`, `25.7`. */
export function short(value: number, unit: string, scale: Scale, locale: string): string {
  return isShare(unit) ? scaled(value * 100, { by: 1, word: '' }, locale) : scaled(value, scale, locale);
}

/** The unit as it is said once above numbers: `RUB bn`, `%`. */
export function unitWords(unit: string, scale: Scale, word: (scale: string) => string): string {
  if (isShare(unit)) return '%';
  if (unit === 'year') return '';
  const [first = '', ...below] = unit.split('/');
  return [[first, scale.word === '' ? '' : word(scale.word)].filter((part) => part !== '').join(' '), ...below].join('/');
}

/** Typed text as decimal text of the unit: `15` of a share is 0.15. Undefined where it is no number. */
export function typed(text: string, unit: string): string | undefined {
  const clean = text
    .trim()
    .replaceAll(/[\s\u00a0\u202f_]/g, '')
    .replace('−', '-')
    .replaceAll(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
    .replace(/%$/, '');
  if (!/^-?\d{1,20}(\.\d{1,15})?$/.test(clean)) return undefined;
  if (!isShare(unit)) return clean;
  const value = Number((Number(clean) / 100).toPrecision(14));
  return value.toFixed(17).replace(/\.?0+$/, '') === '' ? '0' : trimmed(value);
}

function trimmed(value: number): string {
  const text = value.toFixed(17);
  const short = String(value);
  return short.includes('e') ? text.replace(/\.?0+$/, '') : short;
}
