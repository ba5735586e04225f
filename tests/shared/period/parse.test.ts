import { describe, expect, it } from 'vitest';
import { findPeriod, PeriodError, parsePeriod } from '../../../shared/period/index.ts';

function bounds(text: string): string {
  const { earliest, latest, grain } = parsePeriod(text);
  return `${earliest ?? '…'} ${latest ?? '…'} ${grain}`;
}

describe('parsePeriod', () => {
  it.each([
    ['2024', '2024-01-01 2024-12-31 year'],
    ['2024-02', '2024-02-01 2024-02-29 month'],
    ['2024-02-29', '2024-02-29 2024-02-29 day'],
    ['2024-Q1', '2024-01-01 2024-03-31 quarter'],
    ['2024-33', '2024-01-01 2024-03-31 quarter'],
    ['2024-S2', '2024-07-01 2024-12-31 half'],
    ['2024-41', '2024-07-01 2024-12-31 half'],
    ['2024-22', '2024-06-01 2024-08-31 season'],
    ['2023-24', '2023-12-01 2024-02-29 season'],
    ['2023-30', '2023-12-01 2024-02-29 season'],
    ['2024-38', '2024-05-01 2024-08-31 interval'],
    ['202X', '2020-01-01 2029-12-31 decade'],
    ['20XX', '2000-01-01 2099-12-31 century'],
    ['202', '2020-01-01 2029-12-31 decade'],
    ['2024-XX', '2024-01-01 2024-12-31 year'],
    ['2024-06-XX', '2024-06-01 2024-06-30 month'],
    ['2024-1X', '2024-10-01 2024-12-31 interval'],
    ['156X-12-25', '1560-12-25 1569-12-25 interval'],
    ['202X-02-29', '2020-02-29 2028-02-29 interval'],
    ['1950S2', '1900-01-01 1999-12-31 century'],
    ['2023-06-12T12:00:00Z', '2023-06-12 2023-06-12 day'],
    ['2022/..', '2022-01-01 … interval'],
    ['2022/', '2022-01-01 … interval'],
    ['../2025', '… 2025-12-31 interval'],
    ['2023-01/2023-06', '2023-01-01 2023-06-30 interval'],
    ['2024-10/2025', '2024-10-01 2025-12-31 interval'],
    ['2023-09-11/2023-09-16', '2023-09-11 2023-09-16 interval'],
    ['[2020..2023]', '2020-01-01 2023-12-31 set'],
    ['[2020..]', '2020-01-01 … set'],
    ['[..2023-06]', '… 2023-06-30 set'],
    ['{2020,2022}', '2020-01-01 2022-12-31 set'],
    ['[1670..1672,1680..]', '1670-01-01 … set'],
  ])('reads %s as %s', (text, expected) => {
    expect(bounds(text)).toBe(expected);
  });

  it('keeps the text, the doubt and the approximation', () => {
    const flags = ['2024?', '2024~', '2024%', '?2004-06', '2023-12~/2024?'].map((text) => {
      const { edtf, approximate, uncertain } = parsePeriod(text);
      return [edtf, approximate, uncertain];
    });
    expect(flags).toEqual([
      ['2024?', false, true],
      ['2024~', true, false],
      ['2024%', true, true],
      ['?2004-06', false, true],
      ['2023-12~/2024?', true, true],
    ]);
  });

  it('tells "some time between" from "throughout"', () => {
    expect(['[2020..2023]', '{2020..2023}', '2020/2023'].map((text) => parsePeriod(text).mode)).toEqual(['between', 'throughout', 'throughout']);
  });

  it.each([
    ['', 'errors:period.notADate'],
    ['2025/2024', 'errors:period.reversed'],
    ['[2025..2024]', 'errors:period.reversed'],
    ['2024-02-30', 'errors:period.noSuchDay'],
    ['2025-13', 'errors:period.noSuchDay'],
    ['2024/25', 'errors:period.yearsInFull'],
    ['2024/2025/2026', 'errors:period.notAnInterval'],
    ['/', 'errors:period.notAnInterval'],
    ['[2020', 'errors:period.notASet'],
    ['Y170000002', 'errors:period.outOfRange'],
    ['June 2024', 'errors:period.notADate'],
    ['202X-Q1', 'errors:period.partOfUnknownYear'],
  ])('refuses %j because it is: %s', (text, reason) => {
    expect(() => parsePeriod(text)).toThrow(PeriodError);
    expect(() => parsePeriod(text)).toThrow(reason);
  });
});

describe('findPeriod', () => {
  it('gives undefined where parsing would throw', () => {
    expect([findPeriod('soon'), findPeriod(null), findPeriod(undefined)]).toEqual([undefined, undefined, undefined]);
  });
});
