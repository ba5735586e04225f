import { describe, expect, it } from 'vitest';
import { scaleLayout, ticksBetween } from '../../../../renderer/features/claims/evidence/scale-layout.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';

const row = (id: string, low: string | null, high: string | null, qualifier: string, unit = 'PCT') =>
  ({ id, value: { low, high, qualifier }, unit, multiplier: 0, change: null, readings: [] }) as unknown as ClaimRow;

describe('scaleLayout', () => {
  it('sets intervals on one axis, the stated number within its own', () => {
    const [half, over] = scaleLayout([row('a', '50', '50', 'exact'), row('b', '50', null, 'over')])!.bars;
    expect(half!.from).toBeLessThan(half!.said!);
    expect([over!.isOpenHigh, over!.to]).toEqual([true, 1]);
  });

  it('has nothing to compare with one value, or where the units differ', () => {
    expect(scaleLayout([row('a', '50', '50', 'exact')])).toBeUndefined();
    expect(scaleLayout([row('a', '50', '50', 'exact'), row('b', '4', '4', 'exact', 'USD')])).toBeUndefined();
  });
});

describe('ticksBetween', () => {
  it('takes three to six round values', () => {
    expect(ticksBetween(48.2, 52.1)).toEqual([49, 50, 51, 52]);
    expect(ticksBetween(-44, 130).every((tick) => tick % 50 === 0)).toBe(true);
  });
});
