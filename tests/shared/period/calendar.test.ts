import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, dayNumber, shiftedUnit, weekdayOf } from '../../../shared/period/index.ts';

const MS_PER_DAY = 86_400_000;

describe('calendar days', () => {
  it('count as the platform calendar counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const text = new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
        expect([dayFromNumber(number), dayNumber(text)]).toEqual([text, number]);
      }),
    );
  });

  it('know their weekday', () => {
    expect([weekdayOf('2025-06-18'), weekdayOf('1969-12-28'), addDays('2024-02-28', 2)]).toEqual([3, 7, '2024-03-01']);
  });
});

describe('shiftedUnit', () => {
  it.each([
    ['day', -1, '2025-01-14'],
    ['week', 0, '2025-01-13/2025-01-19'],
    ['month', -1, '2024-12'],
    ['quarter', -1, '2024-Q4'],
    ['half', 1, '2025-S2'],
    ['year', -1, '2024'],
    ['decade', -1, '2010/2019'],
  ] as const)('moves the %s by %i to %s', (unit, offset, expected) => {
    expect(shiftedUnit('2025-01-15', unit, offset)).toBe(expected);
  });
});
