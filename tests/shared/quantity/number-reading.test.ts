import { describe, expect, it } from 'vitest';
import { type NumberStyle, readNumber } from '../../../shared/quantity/index.ts';

function read(text: string, style?: NumberStyle): string {
  const reading = readNumber(text, style);
  if ('refusal' in reading) return reading.refusal.key.replace('errors:number.', '');
  return reading.multiplier === 0 ? reading.value : `${reading.value}e${reading.multiplier}`;
}

describe('a text that is one number', () => {
  it.each([
    ['1.234,56', '1234.56'],
    ['12.345.678,90', '12345678.90'],
    ['1.234,567', '1234.567'],
    ['21.419,06', '21419.06'],
    ['31.000,5', '31000.5'],
    ['1,234.56', '1234.56'],
    ['1,234,567.8', '1234567.8'],
    ['1.234.567', '1234567'],
    ['12,34,567', '1234567'],
    ['1,23,45,678.5', '12345678.5'],
    ['1,2345,6789', '123456789'],
    ['12,3456', '123456'],
    ['1 234 567,8', '1234567.8'],
    ['29\u00a0041,2', '29041.2'],
    ["1'250.40", '1250.40'],
    ['205,3', '205.3'],
    ['0,5', '0.5'],
    ['2½', '2.5'],
  ])('has its groups and its decimal sign told apart in %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes what its digits leave open as the style of the text says', () => {
    expect([read('1,234', 'point'), read('1,234', 'comma'), read('1.234', 'point'), read('41.500', 'comma')]).toEqual([
      '1234',
      '1.234',
      '1.234',
      '41500',
    ]);
  });

  it.each([
    ['(104,702)', '-104702'],
    ['（3,2）', '-3.2'],
    ['−2.405,17', '-2405.17'],
    ['-7', '-7'],
    ['+7', '7'],
    ['1.234,56-', '-1234.56'],
    ['-0', '0'],
  ])('has its sign read in %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['5×10⁶', '5e6'],
    ['5 x 10^6', '5e6'],
    ['2,5·10⁻³', '2.5e-3'],
    ['10⁹', '1e9'],
    ['1.2E+06', '1.2e6'],
    ['1,5 Mio.', '1.5e6'],
    ['3 Mrd.', '3e9'],
    ['12 Tsd.', '12e3'],
    ['4 lakh', '4e5'],
    ['3.5 crore', '3.5e7'],
    ['2 lakh crore', '2e12'],
    ['4.6bn', '4.6e9'],
    ['760k', '760e3'],
    ['1,16 млн', '1.16e6'],
    ['29 тыс.', '29e3'],
    ['125万', '125e4'],
    ['1.4 万亿', '1.4e12'],
  ])('has its power of ten read in %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['', 'empty'],
    ['=31*1000', 'formula'],
    ['abc', 'none'],
    ['12 abc', 'rest'],
    ['12 13', 'rest'],
    ['31.000,5,7', 'rest'],
    ['1.2.3', 'rest'],
    ['12..5', 'rest'],
    ['5.6²', 'rest'],
    ['(12', 'none'],
    ['5×10⁹⁹', 'rest'],
    ['5 Mio. x', 'rest'],
  ])('is refused with a reason rather than half read: %s', (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it('is not taken for a list of years', () => {
    expect(read('2021,2022')).toBe('rest');
  });

  it('says what it did not understand', () => {
    expect(readNumber('12 abc')).toEqual({ refusal: { key: 'errors:number.rest', params: { text: '12 abc', rest: 'abc' } } });
  });
});
