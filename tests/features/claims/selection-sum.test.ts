import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { sumOfSelection } from '../../../shared/features/claims/selection-sum.ts';
import { createMeasures } from '../../../shared/features/ledger/measures.ts';

const measures = createMeasures([]);
let serial = 0;

function figure(over: Partial<ClaimRow> & { readonly low: string | null; readonly high?: string | null; readonly qualifier?: string }): ClaimRow {
  const { low, high = low, qualifier = 'exact', ...rest } = over;
  serial += 1;
  const row = {
    id: `f${serial}`,
    kind: 'figure',
    measure: 'widget_sales',
    subject: `Maker ${serial}`,
    area: ['UT'],
    counterpart: null,
    basis: [],
    unit: 'UNITS',
    multiplier: 0,
    change: null,
    status: 'actual',
    period: '2024',
    observationId: `o${serial}`,
    value: { low, high, qualifier },
    readings: [],
  };
  return { ...row, ...rest } as unknown as ClaimRow;
}

const sumOf = (...rows: ClaimRow[]) => sumOfSelection(rows, measures);
const why = (...rows: ClaimRow[]) => sumOf(...rows).why;

describe('sumOfSelection', () => {
  it('adds counts of one measure and unit, scaled, and gives their mean', () => {
    const { count, sum, mean } = sumOf(figure({ low: '1.5', multiplier: 3 }), figure({ low: '500' }));
    expect(count).toBe(2);
    expect(sum).toMatchObject({ low: '2000', high: '2000', qualifier: 'exact', unit: 'UNITS' });
    expect(mean).toMatchObject({ low: '1000', high: '1000' });
  });

  it('adds ranges to a range', () => {
    const { sum } = sumOf(figure({ low: '10', high: '20', qualifier: 'between' }), figure({ low: '5' }));
    expect(sum).toMatchObject({ low: '15', high: '25', qualifier: 'between' });
  });

  it('says nothing of one figure alone', () => {
    expect(sumOf(figure({ low: '1' }))).toMatchObject({ count: 1, sum: undefined, mean: undefined, why: undefined });
  });

  it('gives no sum and no mean of what is not one thing', () => {
    expect(why(figure({ low: '1' }), figure({ low: '1', unit: 'USD' }))).toBe('units');
    expect(why(figure({ low: '1' }), figure({ low: '1', measure: 'widget_exports' }))).toBe('measures');
    expect(sumOf(figure({ low: '1' }), figure({ low: '1', unit: 'USD' })).mean).toBeUndefined();
  });

  it('does not add rivals of one observation, and does not average them either', () => {
    const { sum, mean, why: reason } = sumOf(figure({ low: '17', observationId: 'same' }), figure({ low: '20', observationId: 'same' }));
    expect({ sum, mean, reason }).toEqual({ sum: undefined, mean: undefined, reason: 'rivals' });
  });

  it('does not add shares, changes, prices and stocks of different days', () => {
    expect(why(figure({ low: '20', unit: 'PCT', measure: 'market_share' }), figure({ low: '30', unit: 'PCT', measure: 'market_share' }))).toBe(
      'notAdditive',
    );
    expect(why(figure({ low: '20', unit: 'PCT', change: 'percent' }), figure({ low: '30', unit: 'PCT', change: 'percent' }))).toBe('changes');
    const stock = { measure: 'widget_stock', subject: 'Maker' } as const;
    expect(why(figure({ low: '1', ...stock, period: '2024-06-30' }), figure({ low: '2', ...stock, period: '2024-07-31' }))).toBe('stock');
  });

  it('does not add periods of one subject that overlap, nor outcomes to forecasts, nor different bases', () => {
    expect(why(figure({ low: '1', subject: 'M' }), figure({ low: '1', subject: 'M', period: '2024-03' }))).toBe('periods');
    expect(why(figure({ low: '1', subject: 'M' }), figure({ low: '1', subject: 'M', period: '2023' }))).toBeUndefined();
    expect(why(figure({ low: '1' }), figure({ low: '1', status: 'forecast' }))).toBe('statuses');
    expect(why(figure({ low: '1', subject: 'M', basis: ['brands'] }), figure({ low: '1', subject: 'M', basis: ['imported'], period: '2023' }))).toBe(
      'bases',
    );
  });

  it('does not add what is open or only about its number', () => {
    expect(why(figure({ low: '1' }), figure({ low: '1', high: null, qualifier: 'over' }))).toBe('open');
    expect(why(figure({ low: '1' }), figure({ low: '1', qualifier: 'about' }))).toBe('hedged');
  });
});
