// A number as it stands in the text, before the words around it are read.
import type { Qualifier } from '../../../../quantity/model.ts';

export interface Numeral {
  /** UTF-16 offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly low: string;
  readonly high: string;
  readonly multiplier: number;
  /** `digits` as figures, `words` spelled out, `order` hundreds of millions, `share` a third, `factor` doubled. */
  readonly form: 'digits' | 'words' | 'order' | 'share' | 'factor';
  /** Unit that the number itself carries: a third is PCT, doubled is TIMES. */
  readonly unit: 'PCT' | 'TIMES' | 'PP' | null;
  /** Qualifier that the number itself carries, as in 过半 or 1900多. */
  readonly qualifier: Qualifier | null;
}

export function numeral(start: number, end: number, value: string, fields: Partial<Numeral> = {}): Numeral {
  return { start, end, low: value, high: value, multiplier: 0, form: 'digits', unit: null, qualifier: null, ...fields };
}

/** An order of magnitude: "hundreds of millions" is 100–1000 × 10^6. */
export function orderOf(start: number, end: number, low: number, multiplier: number): Numeral {
  return numeral(start, end, String(low), { high: String(low * 10), multiplier, form: 'order', qualifier: 'between' });
}

export function share(start: number, end: number, percent: string): Numeral {
  return numeral(start, end, percent, { form: 'share', unit: 'PCT' });
}

export function factor(start: number, end: number, times: string): Numeral {
  return numeral(start, end, times, { form: 'factor', unit: 'TIMES' });
}

/** n of m in per cent with one decimal: 1 of 3 is "33.3", 1 of 4 is "25". */
export function percentOf(part: number, whole: number): string {
  return String(Math.round((part * 1000) / whole) / 10);
}
