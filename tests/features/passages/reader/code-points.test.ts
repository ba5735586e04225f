import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCodePoints } from '../../../../renderer/features/passages/reader/code-points.ts';
import { anyText } from '../../../helpers/any-text.ts';

const textArbitrary = anyText(60);

describe('indexCodePoints', () => {
  it('counts a character outside the basic plane as one code point and two units', () => {
    const index = indexCodePoints('a😀b𠀀c');
    expect([0, 1, 2, 3, 4, 5].map(index.toUnits)).toEqual([0, 1, 3, 4, 6, 7]);
    expect(index.codePoints).toBe(5);
  });

  it('takes a position between two halves as before the character', () => {
    expect(indexCodePoints('a😀b').toCodePoints(2)).toBe(1);
  });

  it('counts a lone half as one code point, as iteration does', () => {
    expect(indexCodePoints('a\ud83db').codePoints).toBe([...'a\ud83db'].length);
  });

  it('keeps positions inside the text', () => {
    const index = indexCodePoints('ab');
    expect([index.toUnits(-3), index.toUnits(9), index.toCodePoints(9)]).toEqual([0, 2, 2]);
  });

  it('agrees with iteration over any text', () => {
    fc.assert(
      fc.property(textArbitrary, (text) => {
        const index = indexCodePoints(text);
        const characters = [...text];
        let unit = 0;
        for (const [codePoint, character] of characters.entries()) {
          expect(index.toUnits(codePoint)).toBe(unit);
          expect(index.toCodePoints(unit)).toBe(codePoint);
          unit += character.length;
        }
        expect(index.codePoints).toBe(characters.length);
      }),
    );
  });

  it('comes back to the same code point by way of units', () => {
    fc.assert(
      fc.property(textArbitrary, fc.nat(70), (text, at) => {
        const index = indexCodePoints(text);
        const codePoint = Math.min(at, index.codePoints);
        expect(index.toCodePoints(index.toUnits(codePoint))).toBe(codePoint);
      }),
    );
  });
});
