import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertSafeInput } from '../../electron/core/safe-input.ts';
import { newWorkbook, pasteSource } from '../helpers/workbook.ts';

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

describe('what a call may hold', () => {
  it('is refused where the store would change it silently', () => {
    for (const value of [NaN, Infinity, -Infinity, 2 ** 53 + 2, '\ud800', 'a\0b', 10n, () => {}, new Date(), new Map(), Symbol('x')])
      expect(() => assertSafeInput({ value }), String(value)).toThrow();
    expect(() => assertSafeInput(JSON.parse('{"__proto__": {"polluted": true}}'))).toThrow(
      expect.objectContaining({ key: 'calls.forbiddenKey', details: { name: '__proto__' } }),
    );
    expect(() => assertSafeInput(nested(100_000))).toThrow(expect.objectContaining({ key: 'calls.tooDeep' }));
  });

  it('passes where it is plain data', () => {
    const leaf = fc.oneof(fc.boolean(), fc.maxSafeInteger(), fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.string(), fc.constant(null));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc.array(tie('tree')),
        fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), tie('tree'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        fc.pre(!/\\u0000|"(__proto__|constructor|prototype)"/.test(JSON.stringify(value)));
        expect(() => assertSafeInput(value)).not.toThrow();
      }),
    );
  });
});

describe('a text that was kept', () => {
  it('comes back as it was, whatever well-formed characters it holds', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((text) => text.isWellFormed() && !text.includes('\0')),
        async (note) => {
          await app.ask('sources.update', { id: source, patch: { note } });
          expect((await app.ask('sources.get', { id: source })).note).toBe(note);
        },
      ),
      { numRuns: 100 },
    );
  });
});
