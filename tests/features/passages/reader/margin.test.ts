import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepDown } from '../../../../renderer/features/passages/reader/margin.ts';

describe('stepDown', () => {
  it('keeps an item at its passage where there is room', () => {
    const tops = stepDown(
      [
        { id: 'a', anchor: 10, height: 30 },
        { id: 'b', anchor: 60, height: 30 },
      ],
      4,
    );
    expect([...tops]).toEqual([
      ['a', 10],
      ['b', 60],
    ]);
  });

  it('never lets two items overlap and never moves one up', () => {
    const items = fc.array(fc.record({ anchor: fc.nat(400), height: fc.integer({ min: 1, max: 60 }) }), { maxLength: 20 });
    fc.assert(
      fc.property(items, (list) => {
        const named = list.map((item, index) => ({ ...item, id: String(index) }));
        const tops = stepDown(named, 4);
        const placed = named.map((item) => ({ top: tops.get(item.id)!, item })).sort((a, b) => a.top - b.top);
        for (const [index, { top, item }] of placed.entries()) {
          expect(top).toBeGreaterThanOrEqual(item.anchor);
          if (index > 0) expect(top).toBeGreaterThanOrEqual(placed[index - 1]!.top + placed[index - 1]!.item.height + 4);
        }
      }),
    );
  });
});
