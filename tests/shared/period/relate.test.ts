import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePeriods, monthsOf, type PeriodRelation, parsePeriod, periodDays, relatePeriods, yearsOf } from '../../../shared/period/index.ts';

const opposite: Readonly<Record<PeriodRelation, PeriodRelation>> = {
  equal: 'equal',
  contains: 'within',
  within: 'contains',
  overlaps: 'overlaps',
  before: 'after',
  after: 'before',
  unknown: 'unknown',
};

const year = fc.integer({ min: 1990, max: 2040 });
const month = fc.integer({ min: 1, max: 12 }).map((m) => String(m).padStart(2, '0'));
const instant = fc.oneof(
  year.map(String),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}`),
  fc.tuple(year, fc.constantFrom('Q1', 'Q3', 'S1', 'S2', '24')).map(([y, p]) => `${y}-${p}`),
);
const period = fc
  .tuple(instant, instant, fc.constantFrom('date', 'interval', 'between', 'from', 'until'))
  .map(([a, b, form]) => {
    const [first, last] = comparePeriods(a, b) <= 0 ? [a, b] : [b, a];
    return { date: first, interval: `${first}/${last}`, between: `[${first}..${last}]`, from: `${first}/..`, until: `../${last}` }[form] ?? first;
  })
  .filter((text) => !isReversed(text));

function isReversed(text: string): boolean {
  try {
    parsePeriod(text);
    return false;
  } catch {
    return true;
  }
}

describe('relatePeriods', () => {
  it.each([
    ['2024', '2024-01/2024-12', 'equal'],
    ['2024-Q1', '2024-01/2024-03', 'equal'],
    ['2021', '2021-06', 'contains'],
    ['2021-06', '2021', 'within'],
    ['2024-S2', '2024-10/2025-03', 'overlaps'],
    ['2023', '2024-01-01', 'before'],
    ['2025/..', '2024', 'after'],
    ['../2025', '2024', 'contains'],
    ['[2020..2023]', '2021', 'unknown'],
    ['[2020..2023]', '2019/2024', 'within'],
    ['[2020..2023]', '2024', 'before'],
    ['[2020..2023]', '[2020..2023]', 'equal'],
    ['../..', '2024', 'unknown'],
    ['soon', '2024', 'unknown'],
  ])('finds %s to stand to %s as: %s', (a, b, relation) => {
    expect(relatePeriods(a, b)).toBe(relation);
  });

  it('gives the opposite answer when asked the other way round', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(relatePeriods(b, a)).toBe(opposite[relatePeriods(a, b)]);
      }),
    );
  });
});

describe('comparePeriods', () => {
  it('orders by start, then end, with open starts first and text that is no period last', () => {
    const texts = ['later', '2024-02', '2024', '../2023', '2024-01', '2024/..'];
    expect(texts.toSorted(comparePeriods)).toEqual(['../2023', '2024-01', '2024', '2024/..', '2024-02', 'later']);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(Math.sign(comparePeriods(a, b)) + Math.sign(comparePeriods(b, a))).toBe(0);
      }),
    );
  });
});

describe('the size of a period', () => {
  it('counts both ends', () => {
    expect([periodDays('2024'), periodDays('2023-09-11/2023-09-16'), periodDays('2024/..')]).toEqual([366, 6, undefined]);
  });

  it('lists the months and years that it touches', () => {
    expect([monthsOf('2023-12-30/2024-02'), yearsOf('2023-12/2024-02'), monthsOf('../2024')]).toEqual([
      ['2023-12', '2024-01', '2024-02'],
      [2023, 2024],
      undefined,
    ]);
  });
});
