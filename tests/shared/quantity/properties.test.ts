import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addIntervals,
  canonicalQuantity,
  containsInterval,
  Decimal,
  decimalTextSchema,
  divideIntervals,
  formatQuantity,
  type Interval,
  interval,
  intervalText,
  multiplyIntervals,
  normaliseQuantity,
  statedInterval,
  subtractIntervals,
} from '../../../shared/quantity/index.ts';
import { measured } from './builders.ts';

const decimal = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 })).map(([negative, digits, places]) =>
  new Decimal(digits)
    .div(new Decimal(10).pow(places))
    .times(negative ? -1 : 1)
    .toFixed(),
);
const share = fc.integer({ min: 0, max: 100 });

/** An interval and a value inside it. */
const spanWithPoint = fc.tuple(decimal, decimal, share).map(([a, b, part]) => {
  const [low, high] = new Decimal(a).lte(b) ? [new Decimal(a), new Decimal(b)] : [new Decimal(b), new Decimal(a)];
  return { span: interval(low, high), point: low.plus(high.minus(low).times(part).div(100)) };
});

function point(value: Decimal): Interval {
  return interval(value, value);
}

describe('interval arithmetic', () => {
  it('encloses what happens to every value inside', () => {
    fc.assert(
      fc.property(spanWithPoint, spanWithPoint, (a, b) => {
        expect(containsInterval(addIntervals(a.span, b.span), point(a.point.plus(b.point)))).toBe(true);
        expect(containsInterval(subtractIntervals(a.span, b.span), point(a.point.minus(b.point)))).toBe(true);
        expect(containsInterval(multiplyIntervals(a.span, b.span), point(a.point.times(b.point)))).toBe(true);
      }),
    );
  });

  it('encloses quotients by checking them as products', () => {
    fc.assert(
      fc.property(spanWithPoint, spanWithPoint, (a, b) => {
        const quotient = divideIntervals(a.span, b.span);
        fc.pre(quotient !== undefined);
        expect(containsInterval(multiplyIntervals(quotient!, b.span), a.span)).toBe(true);
      }),
    );
  });

  it('writes bounds that the store accepts', () => {
    fc.assert(
      fc.property(spanWithPoint, spanWithPoint, (a, b) => {
        const quotient = divideIntervals(a.span, b.span);
        fc.pre(quotient !== undefined);
        const { low, high } = intervalText(quotient!);
        expect([decimalTextSchema.safeParse(low).success, decimalTextSchema.safeParse(high).success]).toEqual([true, true]);
      }),
    );
  });
});

describe('formatQuantity', () => {
  it('shows the digits that were given and no others', () => {
    fc.assert(
      fc.property(decimal, fc.boolean(), (text, compact) => {
        const shown = formatQuantity(measured(text), compact ? { locale: 'en', compact: false } : { locale: 'en' });
        expect(shown.replaceAll(',', '').replace('−', '-')).toBe(text);
      }),
    );
  });
});

describe('normaliseQuantity', () => {
  it('is idempotent and keeps the stated interval', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: -2, max: 12 }), (text, multiplier) => {
        const quantity = measured(text, { multiplier });
        const canonical = canonicalQuantity(quantity);
        expect(canonicalQuantity(canonical)).toEqual(canonical);
        expect(statedInterval(canonical).low?.eq(statedInterval(quantity).low ?? NaN)).toBe(true);
      }),
    );
  });

  it('does not see how a magnitude was written', () => {
    expect(normaliseQuantity(measured('1.16', { multiplier: 6 }))).toBe(normaliseQuantity(measured('1160000')));
    expect(normaliseQuantity(measured('7.0'))).toBe(normaliseQuantity(measured('7')));
  });

  it('keeps apart what differs', () => {
    const texts = [measured('7', { unit: 'PCT' }), measured('7', { unit: 'PP' }), measured('7', { unit: 'PCT', change: 'percent' })].map(
      normaliseQuantity,
    );
    expect(new Set(texts).size).toBe(3);
  });
});
