import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelledTicks, scaleLayout, ticksBetween } from '../../renderer/ui/scale-layout.ts';
import type { ClaimRow } from '../../shared/features/claims/contract.ts';

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

const textsOf = (rows: readonly ClaimRow[]) => labelledTicks(scaleLayout(rows)!.ticks, { width: 304, language: 'en' }).map(({ text }) => text);

describe('labelledTicks', () => {
  it('names the one value on which all agree, once and with its digits', () => {
    expect(textsOf([row('a', '1158000', '1158000', 'exact'), row('b', '1158000', '1158000', 'exact')])).toEqual(['1.158M']);
    expect(textsOf([row('a', '70', '85', 'between'), row('b', '70', '85', 'between')])).toEqual(['70', '85']);
  });

  it('tells values apart that differ only in their last digits', () => {
    const texts = textsOf([row('a', '1158000', '1158000', 'exact'), row('b', '1158004', '1158004', 'exact')]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('never says two ticks alike, nor lets them touch', () => {
    const numbers = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(numbers, fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (from, span) => {
        const values = ticksBetween(from, from + span);
        const ticks = values.map((value) => ({ value, at: (value - from) / span }));
        const shown = ticks.length === 0 ? [] : labelledTicks(ticks, { width: 304, language: 'en' });
        expect(new Set(shown.map(({ text }) => text)).size).toBe(shown.length);
        for (const [index, { at, text }] of shown.entries())
          if (index > 0) expect((at - shown[index - 1]!.at) * 304).toBeGreaterThan(text.length * 5);
      }),
    );
  });
});

describe('ticksBetween', () => {
  it('takes three to six round values', () => {
    expect(ticksBetween(48.2, 52.1)).toEqual([49, 50, 51, 52]);
    expect(ticksBetween(-44, 130).every((tick) => tick % 50 === 0)).toBe(true);
  });
});
