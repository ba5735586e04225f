import { describe, expect, it } from 'vitest';
import { agreementOf, type Unit } from '../../../shared/features/readings/alpha.ts';

const units = (...rows: readonly string[]): Unit[] => rows.map((row) => row.split(' ').map((value) => (value === '.' ? null : value)));

describe('agreement', () => {
  it('is one where all agree on values that vary, and none where nothing varies', () => {
    expect(agreementOf(units('a a', 'b b', 'a a'), 'nominal')).toMatchObject({ n: 3, agree: 3, alpha: 1 });
    expect(agreementOf(units('a a', 'a a'), 'nominal')).toMatchObject({ n: 2, agree: 2, alpha: null });
  });

  it('counts only units that were read twice', () => {
    expect(agreementOf(units('a .', '. b', 'a a', 'b b'), 'nominal').n).toBe(2);
  });

  it('minds how far values lie apart where they have an order', () => {
    const near = units('1 2', '2 2', '3 3', '9 9');
    const far = units('1 9', '2 2', '3 3', '9 9');
    expect(agreementOf(near, 'interval').alpha!).toBeGreaterThan(agreementOf(far, 'interval').alpha!);
  });

  it('holds its alpha within its interval', () => {
    const { alpha, low, high } = agreementOf(units('a a', 'b b', 'a b', 'c c', 'b b'), 'nominal');
    expect(low! <= alpha! && alpha! <= high!).toBe(true);
  });
});
