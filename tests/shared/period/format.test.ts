import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../../shared/period/index.ts';

describe('formatPeriod', () => {
  it.each([
    ['2023-06', 'Jun 2023'],
    ['2023-S1', 'H1 2023'],
    ['2025-Q1', 'Q1 2025'],
    ['2025-33', 'Q1 2025'],
    ['2023', '2023'],
    ['2025-01/2025-10', 'Jan–Oct 2025'],
    ['2025-04/..', 'from Apr 2025'],
    ['../2025', 'until 2025'],
    ['2023-09-16', '16 Sep 2023'],
    ['2024~', '≈\u00a02024'],
    ['2024?', '2024?'],
    ['2024/2030', '2024–2030'],
    ['2024-10/2025', 'Oct 2024 – 2025'],
    ['2023-09-11/2023-09-16', '11–16 Sep 2023'],
    ['[2020..2023]', 'between 2020 and 2023'],
    ['[2020..]', 'from 2020'],
    ['{2020,2022}', '2020, 2022'],
    ['[2020,2022]', '2020 or 2022'],
    ['202X', '2020s'],
    ['2024-24', 'Winter 2024'],
    ['2024-06-XX', '2024-06-XX'],
    ['no period', 'no period'],
  ])('shows %s as %s', (edtf, expected) => {
    expect(formatPeriod(edtf, 'en')).toBe(expected);
  });

  it('speaks Russian and Chinese', () => {
    expect([
      formatPeriod('2024-S1', 'ru'),
      formatPeriod('2024-Q1', 'ru'),
      formatPeriod('2025-04/..', 'zh-CN'),
      formatPeriod('2023-09-16', 'zh'),
    ]).toEqual(['1-е полугодие 2024', 'I кв. 2024', '自2025年4月起', '2023年9月16日']);
  });
});
