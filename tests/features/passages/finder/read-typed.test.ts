import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../../shared/features/passages/finder/index.ts';

function read(text: string): string {
  const reading = readTyped(text);
  if ('refusal' in reading) return reading.refusal.key.replace('errors:', '');
  const { low, high, qualifier, unit, multiplier, change } = reading.quantity;
  const bounds = low === high ? low : `${low ?? ''}..${high ?? ''}`;
  return [`${bounds}${multiplier === 0 ? '' : `e${multiplier}`}`, qualifier, unit, change].filter((part) => part !== null).join(' ');
}

describe('a typed value', () => {
  it.each([
    ['2024', '2024 exact'],
    ['31.000,5', '31000.5 exact'],
    ['(104,702)', '-104702 exact'],
    ['12 %', '12 exact PCT'],
    ['-3.4 %', '-3.4 exact PCT percent'],
    ['> 50 %', '50.. over PCT'],
    ['≥ 1.4m', '1.4..e6 at_least'],
    ['almost 4.6bn USD', '..4.6e9 almost USD'],
    ['70–85 %', '70..85 between PCT'],
    ['12 ± 1.5', '10.5..13.5 about'],
    ['около 3 млн руб.', '3e6 about RUB'],
    ['近5亿元', '..5e8 almost CNY'],
    ['1,5 Mio. €', '1.5e6 exact EUR'],
    ['Rs 3.5 lakh crore', '3.5e12 exact INR'],
    ['45 руб. 50 коп.', '45.5 exact RUB'],
    ['12 kWh', '12 exact KWH'],
    ['4.5Mt', '4.5 exact MT'],
    ['3 тыс. тонн', '3e3 exact T'],
    ['25 bp', '25e-2 exact PP points'],
  ])('is read to its last sign: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['', 'number.empty'],
    ['=31*1000', 'number.formula'],
    ['12 abc', 'number.rest'],
    ['12 13', 'number.rest'],
    ['12 % of sales', 'number.rest'],
    ['5 USD EUR', 'number.rest'],
    ['n/a', 'number.none'],
    ['see note', 'number.none'],
    ['sold 5', 'number.none'],
    ['1.2.3.4', 'number.rest'],
    ['12–', 'number.rest'],
  ])('is refused where something of it is not understood: %s', (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it('takes what the digits leave open as the style says', () => {
    expect(readTyped('1,234', 'comma')).toMatchObject({ quantity: { low: '1.234' } });
    expect(readTyped('1,234')).toMatchObject({ quantity: { low: '1234' } });
  });

  it('is refused at once when it is long', () => {
    expect(readTyped(`5 ${'x '.repeat(50_000)}`)).toHaveProperty('refusal');
  });
});
