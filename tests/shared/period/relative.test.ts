import { describe, expect, it } from 'vitest';
import { resolveRelative } from '../../../shared/period/index.ts';

describe('resolveRelative', () => {
  it.each([
    ['last year', '2024'],
    ['this month', '2025-06'],
    ['next quarter', '2025-Q3'],
    ['yesterday', '2025-06-17'],
    ['Thursday', '2025-06-12'],
    ['next Thursday', '2025-06-26'],
    ['last week', '2025-06-09/2025-06-15'],
    ['the end of the year', '../2025'],
    ['прошлом году', '2024'],
    ['следующем месяце', '2025-07'],
    ['среду', '2025-06-18'],
    ['до конца года', '../2025'],
    ['去年', '2024'],
    ['上个月', '2025-05'],
    ['下周', '2025-06-23/2025-06-29'],
    ['今年底前', '../2025'],
  ])('reads "%s" in a text of 18 June 2025 as %s', (words, edtf) => {
    expect(resolveRelative(words, '2025-06-18')?.edtf).toBe(edtf);
  });

  it('says what it counted from', () => {
    expect(resolveRelative('last year', '2025')).toEqual({
      edtf: '2024',
      earliest: '2024-01-01',
      latest: '2024-12-31',
      basis: "'last year' in a text of 2025",
    });
  });

  it('gives a rough answer to a rough source date', () => {
    expect(resolveRelative('last month', '2025')).toMatchObject({ edtf: '[2024-12..2025-11]', earliest: '2024-12-01', latest: '2025-11-30' });
    expect(resolveRelative('last year', '2025-04/..')).toMatchObject({ edtf: '[2024..]', earliest: '2024-01-01', latest: null });
  });

  it('moves when the source date moves', () => {
    expect(['2024-01', '2025-01'].map((date) => resolveRelative('last year', date)?.edtf)).toEqual(['2023', '2024']);
  });

  it('gives no date for an undated source', () => {
    expect(resolveRelative('last year', null)).toEqual({ edtf: null, earliest: null, latest: null, basis: "'last year', source undated" });
  });

  it('does not know other words', () => {
    expect(resolveRelative('recent years', '2025')).toBeUndefined();
  });
});
