import { describe, expect, it } from 'vitest';
import { findPeriod, formatPeriod, PeriodError, readShownPeriod, typedPeriod } from '../../../shared/period/index.ts';

const periods = [
  '2024',
  '202X',
  '2024-06',
  '2024-02-29',
  '2023-09-16',
  '2024-Q3',
  '2023-S1',
  '2023-S2',
  '2024-21',
  '2024-24',
  '2024/2030',
  '2025-01/2025-10',
  '2023-09-11/2023-09-16',
  '2023-09/2024-03',
  '2023-11-30/2024-03-01',
  '2025-04/..',
  '../2025',
  '../2025-06-30',
  '[2021..2023]',
  '[2023-05..2023-09]',
  '[2021,2023]',
  '2024~',
  '2024?',
  '2024-05~',
];

describe('a period as it is shown', () => {
  it.each(['en', 'en-GB', 'ru', 'zh'])('is read back in %s', (locale) => {
    const wrong = periods.filter((period) => {
      const [read, wanted] = [findPeriod(readShownPeriod(formatPeriod(period, locale))), findPeriod(period)!];
      return read === undefined || JSON.stringify({ ...read, edtf: '' }) !== JSON.stringify({ ...wanted, edtf: '' });
    });
    expect(wrong.map((period) => `${period}: ${formatPeriod(period, locale)} → ${readShownPeriod(formatPeriod(period, locale))}`)).toEqual([]);
  });
  it('is read back for each month and its days in each language', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`);
    for (const locale of ['en', 'ru', 'zh'])
      for (const period of [...months, ...months.map((month) => `${month}-09`)]) expect(readShownPeriod(formatPeriod(period, locale))).toBe(period);
  });
  it.each(['', 'soon', '31 Feb 2024', 'Foo 2024', '12 May', '2024 and more', 'from', 'until', '13-е полугодие 2023', '=2024'])(
    'is nothing else: %s',
    (text) => {
      expect(readShownPeriod(text)).toBeUndefined();
      expect(() => typedPeriod(text)).toThrow(PeriodError);
    },
  );
  it('may be typed as EDTF too, which is kept verbatim', () => {
    expect([typedPeriod(' 2024-06~ '), typedPeriod('Jun 2021'), typedPeriod('до 2025')]).toEqual(['2024-06~', '2021-06', '../2025']);
  });
});
