import { describe, expect, it } from 'vitest';
import { createMeasures, familyOfCode, type Measure } from '../../../shared/features/ledger/measures.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const measure = (fields: Partial<Measure>): Measure => ({
  id: 'm-1',
  code: 'sales',
  label: '',
  counts: '',
  family: null,
  unit: null,
  isAdditive: null,
  low: null,
  high: null,
  ...fields,
});

describe('a measure', () => {
  it('has the family that its words say, until the analyst says another', () => {
    expect(['vehicle_exports', 'vehicle_exports_value', 'Vehicle exports change', 'index'].map(familyOfCode)).toEqual([
      'vehicle_exports',
      'vehicle_exports',
      'vehicle_exports',
      'index',
    ]);
    expect(createMeasures([measure({ family: 'Turnover' })]).familyOf('Sales')).toBe('turnover');
  });

  it('adds up when it counts things or money, never as a share, until the analyst says otherwise', () => {
    const plain = createMeasures([]);
    expect([plain.isAdditive('sales', 'UNITS'), plain.isAdditive('sales', 'USD'), plain.isAdditive('share', 'PCT')]).toEqual([true, true, false]);
    expect(createMeasures([measure({ code: 'stock', isAdditive: false })]).isAdditive('stock', 'UNITS')).toBe(false);
  });

  it('keeps a share within 0 and 100, and any measure within the range that was given', () => {
    const top = (measures: ReturnType<typeof createMeasures>, code: string) => measures.rangeOf(code, 'PCT')?.high?.toString();
    expect([top(createMeasures([]), 'market_share'), top(createMeasures([]), 'growth')]).toEqual(['100', undefined]);
    expect(top(createMeasures([measure({ code: 'growth', high: '40' })]), 'growth')).toBe('40');
  });
});

describe('what is said of a measure in a workbook', () => {
  it('joins two measures in one family, so that their forms are set side by side, and one undo parts them', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, 'Turnover came to 600 and 200 cars were sold in 2024.', { title: 'Yearbook' });
    const of = (code: string, exact: string, low: string, unit: string, period = '2024') =>
      figure(source, exact, { measure: code, subject: 'Beer', period, value: { low, high: low, qualifier: 'exact' }, unit });
    await app.ask('claims.capture', { claims: [of('turnover', '600', '600', 'USD', '2023'), of('units_sold', '200', '200', 'UNITS')] });
    const kinds = async () => (await app.ask('conflicts.list', {})).groups.map((group) => group.kind);
    expect(await kinds()).toEqual([]);
    await app.ask('ledger.describeMeasure', { code: 'turnover', family: 'sales', counts: 'what the till took' });
    await app.ask('ledger.describeMeasure', { code: 'units_sold', family: 'sales' });
    expect(await kinds()).toEqual(['unit']);
    const { measures } = await app.ask('ledger.measures', {});
    expect(measures.map((one) => [one.code, one.family, one.claims, one.unit])).toEqual([
      ['turnover', 'sales', 1, 'USD'],
      ['units_sold', 'sales', 1, 'UNITS'],
    ]);
    await app.ask('history.undo', {});
    expect(await kinds()).toEqual([]);
    expect(await app.call('ledger.describeMeasure', { code: 'turnover', low: '5', high: '1' })).toMatchObject({ error: { code: 'invalid-input' } });
  });
});
