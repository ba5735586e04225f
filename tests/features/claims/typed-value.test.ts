import { describe, expect, it } from 'vitest';
import { typedOver } from '../../../electron/core/features/claims/typed-value.ts';
import type { Quantity } from '../../../shared/quantity/index.ts';

const shown = (low: string, multiplier: number, unit: string | null, qualifier: Quantity['qualifier'] = 'exact') => ({
  value: { low, high: qualifier === 'exact' ? low : null, qualifier },
  unit,
  multiplier,
  change: null,
});
const plan = shown('1.4', 6, 'UNITS', 'at_least');

describe('a value typed over another one', () => {
  it.each([
    ['1.5', '1.5', 6],
    ['1.5m', '1.5', 6],
    ['1,500,000', '1500000', 0],
    ['900k', '900', 3],
    ['2', '2', 6],
  ])('takes the scale that was shown where none is typed: %s over ≥ 1.4m', (text, low, multiplier) => {
    expect(typedOver(plan, text)).toMatchObject({ low, high: low, qualifier: 'exact', multiplier, unit: 'UNITS' });
  });
  it('is asked about where neither scale gives a like value', () => {
    expect(() => typedOver(plan, '1500')).toThrow(expect.objectContaining({ key: 'claims.whichScale' }));
  });
  it('is as typed where the scale that was shown is none', () => {
    expect(typedOver(shown('31000', 0, 'UNITS'), '33.5')).toMatchObject({ low: '33.5', multiplier: 0 });
    expect(typedOver(shown('31000', 0, 'UNITS'), '33.5k')).toMatchObject({ low: '33.5', multiplier: 3 });
  });
  it.each(['45%', '45 USD', '12 kWh'])('never changes the unit by the way: %s over units', (text) => {
    expect(() => typedOver(shown('31000', 0, 'UNITS'), text)).toThrow(expect.objectContaining({ key: 'claims.otherUnit' }));
  });
  it('brings its unit where there was none, and keeps the one that was', () => {
    expect(typedOver(shown('3', 0, null), '45 %')).toMatchObject({ unit: 'PCT' });
    expect(typedOver(shown('45', 0, 'PCT'), '47')).toMatchObject({ unit: 'PCT' });
  });
  it.each([
    ['=31*1000', 'number.formula'],
    ['12 abc', 'number.rest'],
    ['see note', 'number.none'],
    ['12 13', 'number.rest'],
  ])('is taken whole or not at all: %s', (text, key) => {
    expect(() => typedOver(shown('3', 0, null), text)).toThrow(expect.objectContaining({ code: 'invalid-input', key }));
  });
  it('reads the groups and decimals of other countries', () => {
    expect(typedOver(shown('3', 0, null), '31.000,5')).toMatchObject({ low: '31000.5' });
    expect(typedOver(shown('3', 0, null), '1 234,5')).toMatchObject({ low: '1234.5' });
  });
});
