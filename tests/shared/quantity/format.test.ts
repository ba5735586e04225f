import { describe, expect, it } from 'vitest';
import { type FormatOptions, formatQuantity, type Measured, quantityParts } from '../../../shared/quantity/index.ts';
import { measured } from './builders.ts';

/** No-break spaces as `_`, which a reader of the test can see. */
function shown(m: Measured, options: Partial<FormatOptions> = {}): string {
  return formatQuantity(m, { locale: 'en', ...options }).replaceAll('\u00a0', '_');
}

describe('formatQuantity', () => {
  it.each([
    ['> 50 %', measured(null, { low: '50', qualifier: 'over', unit: 'PCT' }), '>_50_%'],
    ['≥ 1.4m', measured(null, { low: '1.4', qualifier: 'at_least', multiplier: 6 }), '≥_1.4m'],
    ['≈ 50 %', measured('50', { qualifier: 'about', unit: 'PCT' }), '≈_50_%'],
    ['70–85 %', measured(null, { low: '70', high: '85', qualifier: 'between', unit: 'PCT' }), '70–85_%'],
    ['≲ 4.6bn USD', measured(null, { high: '4.6', qualifier: 'almost', multiplier: 9, unit: 'USD' }), '≲_4.6bn_USD'],
    ['×6.4', measured('6.4', { qualifier: 'times', unit: 'TIMES', change: 'factor' }), '×6.4'],
    ['a fall', measured('-39', { unit: 'PCT', change: 'percent' }), '−39_%'],
    ['a rise with its sign', measured('15', { unit: 'PCT', change: 'percent' }), '+15_%'],
    ['no change without a sign', measured('0', { unit: 'PCT', change: 'percent' }), '0_%'],
    ['a range of falls', measured(null, { low: '-25', high: '-15', qualifier: 'between', unit: 'PCT', change: 'percent' }), '−25…−15_%'],
    ['grouped thousands', measured('1160000', { unit: 'UNITS' }), '1,160,000_units'],
    ['basis points', measured('25', { unit: 'PP', multiplier: -2 }), '25_bp'],
    ['tens of percent', measured('4', { unit: 'PCT', multiplier: 1 }), '40_%'],
    ['an absent value', measured(null, { qualifier: 'unknown' }), '–'],
    ['a ratio of units', measured('86', { unit: 'RUB_PER_USD' }), '86_RUB/USD'],
  ])('shows %s', (_name, quantity, expected) => {
    expect(shown(quantity)).toBe(expected);
  });

  it('keeps the digits as written', () => {
    expect(shown(measured('4.60', { multiplier: 9 }))).toBe('4.60bn');
  });

  it('writes a number out or shortens it when asked', () => {
    expect([
      shown(measured('1.16', { multiplier: 6 }), { compact: false }),
      shown(measured('760000'), { compact: true }),
      shown(measured('999'), { compact: true }),
    ]).toEqual(['1,160,000', '760k', '999']);
  });

  it('writes numbers and scales as the language does', () => {
    expect([
      shown(measured('1160000'), { locale: 'ru' }),
      shown(measured('1.16', { multiplier: 6, unit: 'RUB' }), { locale: 'ru' }),
      shown(measured('1.16', { multiplier: 6, unit: 'UNITS' }), { locale: 'zh-CN' }),
      shown(measured('20.53', { multiplier: 4 }), { locale: 'en' }),
    ]).toEqual(['1_160_000', '1,16_млн_RUB', '116万_辆', '205.3k']);
  });

  it('leaves the unit out when asked', () => {
    expect(shown(measured('49', { unit: 'PCT' }), { withUnit: false })).toBe('49');
  });

  it('gives its parts apart', () => {
    expect(quantityParts(measured(null, { low: '50', qualifier: 'over', unit: 'PCT' }), { locale: 'en' })).toEqual({
      mark: '>',
      number: '50',
      unit: '%',
    });
  });
});
