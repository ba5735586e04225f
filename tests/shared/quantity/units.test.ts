import { describe, expect, it } from 'vitest';
import { isAdditiveUnit, isSameDimension, readingQuantity, readingSchema, unitDimension, unitLabel } from '../../../shared/quantity/index.ts';

describe('units', () => {
  it('name what a code measures', () => {
    const codes = ['PCT', 'PP', 'TIMES', 'USD', 'UNITS', 'PLANTS', 'RUB_PER_USD', 'YEARS', 'HP', null];
    expect(codes.map(unitDimension)).toEqual(['share', 'points', 'factor', 'money', 'count', 'count', 'ratio', 'time', 'other', 'none']);
  });

  it('add up where they are amounts of a thing, and not where they are what a thing has', () => {
    expect(['T', 'KWH', 'M3', 'HA', 'BBL', 'TEU', 'UNITS', 'USD'].filter((code) => !isAdditiveUnit(code))).toEqual([]);
    expect(['PCT', 'MW', 'KM', 'HP', 'CELSIUS', 'USD_PER_BBL', 'INDEX', null].filter(isAdditiveUnit)).toEqual([]);
  });

  it('join two currencies and two counts but not a share and a count', () => {
    expect([
      isSameDimension('USD', 'RUB'),
      isSameDimension('UNITS', 'PLANTS'),
      isSameDimension('PCT', 'UNITS'),
      isSameDimension('HP', 'KWH'),
      isSameDimension('T', 'M3'),
    ]).toEqual([true, true, false, false, false]);
  });

  it('have a label for people', () => {
    expect(['PCT', 'RUB_PER_USD', 'TRUCK_BODIES', 'USD'].map((code) => unitLabel(code, 'en'))).toEqual(['%', 'RUB/USD', 'truck bodies', 'USD']);
  });
});

describe('readings', () => {
  it('hold a yearly path', () => {
    const reading = {
      label: 'compounded',
      low: '1.1',
      high: '1.2',
      unit: 'TIMES',
      path: { first: '2025', last: '2030', steps: 6, compounding: 'compounded' },
    };
    expect(readingSchema.parse(reading)).toEqual(reading);
  });

  it('refuse a field that is not theirs', () => {
    expect(readingSchema.safeParse({ label: 'x', low: '1', high: '1', unit: null, colour: 'red' }).success).toBe(false);
  });

  it('become quantities of their own', () => {
    expect(readingQuantity({ label: 'band', low: '1', high: '2', unit: 'TIMES' })).toEqual({
      low: '1',
      high: '2',
      unit: 'TIMES',
      qualifier: 'between',
      multiplier: 0,
      change: null,
    });
  });
});
