import { describe, expect, it } from 'vitest';
import type { CheckRule } from '../../../shared/features/checks/model.ts';
import { runChecks } from '../../../shared/features/checks/run.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';

const level = (period: string, value: string, fields = {}) => ({
  kind: 'figure',
  measure: 'beer_sales',
  subject: 'Utopia',
  area: 'UT',
  basis: 'all beer',
  period,
  value: { low: value, high: value, qualifier: 'exact' },
  unit: 'UNITS',
  passage: { source: 'a', exact: 'words', start: 1 },
  ...fields,
});
const change = (period: string, value: string, fields = {}) =>
  level(period, value, { measure: 'beer_sales_change', unit: 'PCT', change: 'percent', ...fields });
const factor = (period: string, value: string, fields = {}) => change(period, value, { unit: 'TIMES', change: 'factor', ...fields });

function run(rule: CheckRule, ...claims: readonly object[]) {
  return runChecks(toClaims(claims), plainContext)
    .filter((check) => check.rule === rule)
    .map((check) => [check.result, check.implied.low, check.implied.high, check.implied.unit]);
}

describe('a stated change', () => {
  it('is set against the levels of the same months of two years, however long', () => {
    expect(run('growth', level('2023', '100'), level('2024', '150'), change('2024', '50'))).toEqual([['holds', '50', '50', 'PCT']]);
    expect(run('growth', level('2023-Q1', '100'), level('2024-Q1', '120'), change('2024-Q1', '50'))).toEqual([['breaks', '20', '20', 'PCT']]);
    expect(run('growth', level('2023-02', '100'), level('2024-02', '150'), change('2024-02', '50'))).toEqual([['holds', '50', '50', 'PCT']]);
    expect(run('growth', level('2023-01', '100'), level('2024-02', '150'), change('2024-02', '50'))).toEqual([['implied', '100', '100', 'UNITS']]);
  });

  it('may be a factor', () => {
    expect(run('growth', level('2023', '100'), level('2024', '640'), factor('2024', '6.4'))).toEqual([['holds', '6.4', '6.4', 'TIMES']]);
  });

  it('implies the level that nobody stated, as a band where it can be read in several ways', () => {
    expect(run('growth', level('2024', '150'), change('2024', '50'))).toEqual([['implied', '100', '100', 'UNITS']]);
    expect(run('growth', level('2023', '100'), change('2024', '-20'))).toEqual([['implied', '80', '80', 'UNITS']]);
    const readings = [
      { label: 'factor', low: '4', high: '4', unit: 'TIMES' },
      { label: 'rise', low: '400', high: '400', unit: 'PCT' },
    ];
    expect(run('growth', level('2024', '600'), factor('2024', '4', { readings }))).toEqual([['implied', '120', '150', 'UNITS']]);
  });

  it('says nothing of another universe, and of the money nothing about the count', () => {
    expect(run('growth', level('2024', '150', { basis: 'lagers' }), change('2024', '50'))).toEqual([]);
    expect(run('growth', level('2024', '150', { measure: 'beer_sales_value', unit: 'USD' }), change('2024', '50'))).toEqual([]);
  });
});

describe('months, quarters and halves', () => {
  it('add up to the half-year that they make', () => {
    expect(run('months_vs_year', level('2024-Q1', '100'), level('2024-Q2', '150'), level('2024-S1', '250'))).toEqual([
      ['holds', '250', '250', 'UNITS'],
    ]);
    expect(run('months_vs_year', level('2024-S1', '100'), level('2024-S2', '100'), level('2024', '250'))).toEqual([
      ['breaks', '200', '200', 'UNITS'],
    ]);
  });

  it('never exceed the whole, and one of them alone is a share of it', () => {
    expect(run('part_le_total', level('2024-06', '300'), level('2024-01/2024-06', '250'))).toEqual([['breaks', '300', null, 'UNITS']]);
    const half = level('2024-01/2024-06', '4.6', { value: { low: null, high: '4.6', qualifier: 'almost' } });
    const june = level('2024-06', '1', { value: { low: '1', high: null, qualifier: 'over' } });
    expect(run('part_le_total', june, half)).toEqual([['implied', '21.7391', null, 'PCT']]);
  });

  it('of a rate stand around the rate of the whole', () => {
    const share = (period: string, value: string) => level(period, value, { measure: 'beer_share', unit: 'PCT' });
    expect(run('max_of_months', share('2024-Q1', '60'), share('2024-Q2', '62'), share('2024-S1', '63'))).toEqual([['breaks', '60', '62', 'PCT']]);
  });
});
