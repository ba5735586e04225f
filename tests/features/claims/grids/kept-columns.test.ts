import { describe, expect, it } from 'vitest';
import { inKeptOrder, readKeptColumns } from '../../../../renderer/ui/data-grid/kept-columns.ts';

const columns = ['state', 'subject', 'period', 'value'].map((id) => ({ id }));
const order = (...kept: string[]) => inKeptOrder(columns, kept).map(({ id }) => id);

describe('the columns of a grid', () => {
  it('stand as the view has them until somebody moved one', () => {
    expect(order()).toEqual(['state', 'subject', 'period', 'value']);
    expect(order('value', 'state', 'subject', 'period')).toEqual(['value', 'state', 'subject', 'period']);
  });

  it('take in those that came later behind what they follow in the view, and forget those that are no more', () => {
    expect(order('value', 'gone', 'subject')).toEqual(['state', 'value', 'subject', 'period']);
  });

  it('are as usual where what was kept cannot be read', () => {
    const usual = { shown: {}, widths: {}, order: [], views: {} };
    expect([readKeptColumns(null), readKeptColumns('{'), readKeptColumns('{"widths":{"value":80}}')]).toEqual([
      usual,
      usual,
      { ...usual, widths: { value: 80 } },
    ]);
  });
});
