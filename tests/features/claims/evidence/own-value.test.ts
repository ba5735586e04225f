import { describe, expect, it } from 'vitest';
import { emptyOwn, readOwn } from '../../../../renderer/features/claims/evidence/own-value.ts';

describe('readOwn', () => {
  it('leaves the end open that the qualifier leaves open', () => {
    expect(readOwn({ qualifier: 'at_least', value: '1 400', valueTo: '' })).toEqual({ low: '1400', high: null, qualifier: 'at_least' });
    expect(readOwn({ qualifier: 'under', value: '−3.5', valueTo: '' })).toEqual({ low: null, high: '-3.5', qualifier: 'under' });
  });

  it('needs both ends of a range, and numbers', () => {
    expect(readOwn({ qualifier: 'between', value: '70', valueTo: '' })).toBeUndefined();
    expect(readOwn({ qualifier: 'exact', value: 'about 5', valueTo: '' })).toBeUndefined();
  });

  it('shows a kept value as it was typed', () => {
    const typed = { qualifier: 'between', value: '70', valueTo: '85' } as const;
    expect(emptyOwn(readOwn(typed)!)).toEqual(typed);
  });
});
