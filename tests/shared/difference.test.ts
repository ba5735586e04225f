import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, type Json, withDifference } from '../../shared/difference.ts';

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
/** Lists of rows as answers have them, and the same after some came, went, changed or moved. */
const row = fc.record({ id: fc.nat(30), value: fc.option(fc.string({ maxLength: 4 })), marks: fc.array(fc.nat(3), { maxLength: 3 }) });
const rows = fc.array(row, { maxLength: 12 });

describe('the difference between two answers', () => {
  it('makes the second of the first, whatever they are', () => {
    fc.assert(fc.property(json, json, (before, after) => void expect(made(before, after)).toEqual(after)));
    fc.assert(fc.property(rows, rows, (before, after) => void expect(made({ rows: before }, { rows: after })).toEqual({ rows: after })));
  });
  it('is nothing where nothing differs', () => {
    fc.assert(fc.property(json, (value) => void expect(differenceOf(value, JSON.parse(JSON.stringify(value)))).toBeUndefined()));
  });
  it('tells of one changed row in a list what changed in it', () => {
    const before = Array.from({ length: 1000 }, (_, id) => ({ id, value: 'a' }));
    const after = before.map((one) => (one.id === 500 ? { ...one, value: 'b' } : one));
    expect(differenceOf(before, after)).toEqual({ items: [[500, { fields: { value: { to: 'b' } }, gone: [] }]] });
  });
  it('tells of a row that came, and of one that went, no more than that', () => {
    const before = Array.from({ length: 1000 }, (_, id) => ({ id }));
    expect(differenceOf(before, before.toSpliced(3, 0, { id: -1 }))).toEqual({ at: 3, out: 0, in: [{ id: -1 }] });
    expect(differenceOf(before, before.toSpliced(3, 1))).toEqual({ at: 3, out: 1, in: [] });
  });
  it('keeps what did not become other as the same objects', () => {
    const before = { rows: [{ id: 1 }, { id: 2 }], total: { of: 2 } };
    const after = made(before, { rows: [{ id: 1 }, { id: 3 }], total: { of: 2 } }) as typeof before;
    expect(after.total).toBe(before.total);
    expect(after.rows[0]).toBe(before.rows[0]);
  });
  it('treats names of the language as fields', () => {
    const [before, after] = [JSON.parse('{"a":1}'), JSON.parse('{"__proto__":{"polluted":1},"constructor":2}')] as [Json, Json];
    expect(JSON.stringify(made(before, after))).toBe(JSON.stringify(after));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

/** As it travels: as text. */
function made(before: Json, after: Json): Json {
  const difference = differenceOf(before, after);
  return difference === undefined ? before : withDifference(before, JSON.parse(JSON.stringify(difference)));
}
