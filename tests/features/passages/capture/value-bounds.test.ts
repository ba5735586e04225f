import { describe, expect, it } from 'vitest';
import { boundsOf, cleanNumber, valueTexts } from '../../../../renderer/features/passages/capture/value-bounds.ts';

describe('boundsOf', () => {
  it('leaves the end open that the words leave open', () => {
    const bounds = (qualifier: 'over' | 'at_least' | 'under' | 'at_most' | 'almost', value = '50') => {
      const { low, high } = boundsOf({ qualifier, value, valueTo: '' });
      return [low, high];
    };
    expect([bounds('over'), bounds('at_least')]).toEqual([
      ['50', null],
      ['50', null],
    ]);
    expect([bounds('under'), bounds('at_most'), bounds('almost')]).toEqual([
      [null, '50'],
      [null, '50'],
      [null, '50'],
    ]);
    expect(bounds('almost', '-40')).toEqual(['-40', null]);
  });

  it('comes back to what was typed', () => {
    for (const typed of [
      { qualifier: 'exact', value: '7', valueTo: '' },
      { qualifier: 'between', value: '70', valueTo: '85' },
      { qualifier: 'about', value: '10', valueTo: '20' },
      { qualifier: 'almost', value: '4.6', valueTo: '' },
      { qualifier: 'times', value: '6.4', valueTo: '' },
    ] as const) {
      expect(valueTexts({ ...boundsOf(typed) })).toEqual(typed);
    }
  });
});

describe('cleanNumber', () => {
  it('joins groups of three and knows typographic minus signs', () => {
    expect(['1,160,000', '1 160 000.5', '−39.7', '–39', '+15', '0.50'].map(cleanNumber)).toEqual([
      '1160000',
      '1160000.5',
      '-39.7',
      '-39',
      '15',
      '0.50',
    ]);
  });

  it('reads what only one way of writing allows, and scales', () => {
    expect(['1,16', '1.160.000', '31.000,5', '(2,310)', '1,5 Mio.'].map(cleanNumber)).toEqual(['1.16', '1160000', '31000.5', '-2310', '1500000']);
  });

  it('refuses what it cannot read to the end', () => {
    expect(['12 abc', '=31*1000', '1e6', '', 'x'].map(cleanNumber)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
