import { describe, expect, it } from 'vitest';
import {
  capInterval,
  containsInterval,
  decimalText,
  divideIntervals,
  equalIntervals,
  type Interval,
  interval,
  intervalText,
  isDisjoint,
  multiplyIntervals,
  powInterval,
  roundingInterval,
  scaleInterval,
  shiftPoint,
  statedInterval,
  subtractIntervals,
} from '../../../shared/quantity/index.ts';
import { measured } from './builders.ts';

function shown(i: Interval | undefined, digits = 2): string {
  if (i === undefined) return 'undefined';
  const low = i.low === null ? '−∞' : i.low.toFixed(digits);
  const high = i.high === null ? '∞' : i.high.toFixed(digits);
  return `${i.lowOpen ? '(' : '['}${low}, ${high}${i.highOpen ? ')' : ']'}`;
}

describe('statedInterval', () => {
  it.each([
    ['over', { low: '50', high: null }, '(50.00, ∞)'],
    ['at_least', { low: '50', high: null }, '[50.00, ∞)'],
    ['under', { low: null, high: '50' }, '(−∞, 50.00)'],
    ['at_most', { low: null, high: '50' }, '(−∞, 50.00]'],
    ['almost', { low: null, high: '50' }, '[40.00, 50.00]'],
    ['almost', { low: '-50', high: null }, '[-50.00, -40.00]'],
    ['about', {}, '[47.50, 52.50]'],
    ['between', { low: '50', high: '60' }, '[50.00, 60.00]'],
    ['exact', {}, '[50.00, 50.00]'],
    ['unknown', {}, '(−∞, ∞)'],
  ] as const)('reads %s %j as %s', (qualifier, bounds, expected) => {
    expect(shown(statedInterval(measured('50', { qualifier, ...bounds })))).toBe(expected);
  });

  it('applies the multiplier', () => {
    expect(shown(statedInterval(measured('1.16', { multiplier: 6 })), 0)).toBe('[1160000, 1160000]');
  });

  it('lets "about" reach as far as rounding does where that is wider', () => {
    expect(shown(statedInterval(measured('2', { qualifier: 'about' })))).toBe('[1.50, 2.50]');
  });
});

describe('roundingInterval', () => {
  it.each([
    ['7', 0, '[6.50, 7.50)'],
    ['1.16', 6, '[1155000.00, 1165000.00)'],
    ['40000', 0, '[39999.50, 40000.50)'],
    ['100', 6, '[99500000.00, 100500000.00)'],
    ['-7', 0, '(-7.50, -6.50]'],
    ['25', -2, '[0.24, 0.26)'],
  ])('reads %s × 10^%i as %s', (text, multiplier, expected) => {
    expect(shown(roundingInterval(measured(text, { multiplier })))).toBe(expected);
  });

  it('widens both ends of a range', () => {
    expect(shown(roundingInterval(measured(null, { low: '70', high: '85', qualifier: 'between' })))).toBe('[69.50, 85.50)');
  });

  it('does not widen a stated bound', () => {
    expect(shown(roundingInterval(measured(null, { low: '50', qualifier: 'over' })))).toBe('(50.00, ∞)');
  });
});

describe('rounding carried through arithmetic', () => {
  const million = (text: string) => roundingInterval(measured(text, { multiplier: 6 }));

  it('gives the band of a share of a total', () => {
    expect(shown(scaleInterval(divideIntervals(million('1.4'), million('2.93'))!, 100))).toBe('(46.00, 49.57)');
  });

  it('gives the band of a growth rate', () => {
    const ratio = divideIntervals(roundingInterval(measured('700000')), million('1.16'))!;
    expect(shown(scaleInterval(subtractIntervals(ratio, interval('1', '1')), 100))).toBe('(-39.91, -39.39)');
  });

  it('gives the band of an implied total', () => {
    const share = scaleInterval(roundingInterval(measured('49')), '0.01');
    expect(shown(divideIntervals(roundingInterval(measured('40000')), share), 0)).toBe('(80807, 82475)');
  });

  it('gives the band of an implied exchange rate', () => {
    const rate = divideIntervals(roundingInterval(measured('8.6', { multiplier: 9 })), million('100'));
    expect(shown(rate)).toBe('(85.07, 86.93)');
  });
});

describe('interval relations', () => {
  it('treats an open end as outside', () => {
    expect(isDisjoint(interval('6.5', '7.5', { high: true }), interval('7.5', '8.5'))).toBe(true);
  });

  it('finds a range to hold its own endpoint', () => {
    expect(containsInterval(interval('70', '85'), interval('85', '85'))).toBe(true);
  });

  it('tells an open from a closed end of the same bounds', () => {
    expect(equalIntervals(interval('1', '2'), interval('1', '2', { low: true }))).toBe(false);
  });

  it('caps a share at one hundred', () => {
    expect(shown(capInterval(interval('50', null, { low: true }), interval('0', '100')))).toBe('(50.00, 100.00]');
  });

  it('leaves a value outside the range as stated', () => {
    expect(shown(capInterval(interval('120', '120'), interval('0', '100')))).toBe('[120.00, 120.00]');
  });
});

describe('interval arithmetic', () => {
  it('refuses a divisor that holds zero', () => {
    expect(divideIntervals(interval('1', '1'), interval('-1', '1'))).toBeUndefined();
  });

  it('keeps an unbounded end unbounded', () => {
    expect(shown(multiplyIntervals(interval('2', '3'), interval('5', null)))).toBe('[10.00, ∞)');
  });

  it('multiplies a closed zero by anything to zero', () => {
    expect(shown(multiplyIntervals(interval('0', '0'), interval('5', null)))).toBe('[0.00, 0.00]');
  });

  it('compounds a yearly rise', () => {
    const path = multiplyIntervals(interval('1.7', '1.85'), powInterval(interval('1.1', '1.2'), 6)!);
    expect(shown(path)).toBe('[3.01, 5.52]');
  });

  it('folds an even power of a negative range over zero', () => {
    expect(shown(powInterval(interval('-2', '3'), 2))).toBe('[0.00, 9.00]');
  });

  it('has no root of a negative number', () => {
    expect(powInterval(interval('-2', '3'), '0.5')).toBeUndefined();
  });

  it('rounds bounds outwards when written as text', () => {
    const third = divideIntervals(interval('1', '1'), interval('3', '3'))!;
    expect(intervalText(third)).toEqual({ low: '0.33333333333333333333', high: '0.33333333333333333334' });
  });
});

describe('decimal text', () => {
  it('moves the point exactly', () => {
    expect([shiftPoint('1.16', 6), shiftPoint('25', -2), shiftPoint('-0.050', 1), shiftPoint('0', 9)]).toEqual(['1160000', '0.25', '-0.5', '0']);
  });

  it('prints no exponent and no negative zero', () => {
    expect([decimalText(interval('1e-9', null).low!), decimalText(interval('-0', null).low!)]).toEqual(['0.000000001', '0']);
  });
});
