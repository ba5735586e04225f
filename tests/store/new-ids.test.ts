import { describe, expect, it } from 'vitest';
import { createIds } from '../../electron/core/new-ids.ts';

describe('ids of new records', () => {
  it('come in the order in which they are made, within one millisecond and past a clock that is set back', () => {
    let now = 1_700_000_000_000;
    const newId = createIds(() => now);
    const ids = Array.from({ length: 5000 }, (_, nth) => {
      if (nth === 2000) now += 1;
      if (nth === 3000) now -= 60_000;
      return newId();
    });
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  });
  it('of two makers differ', () => {
    const makers = [createIds(() => 1), createIds(() => 1)];
    expect(makers[0]!()).not.toBe(makers[1]!());
  });
});
