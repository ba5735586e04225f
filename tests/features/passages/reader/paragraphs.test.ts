import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkAt, chunkPieces, paragraphAt, splitPieces } from '../../../../renderer/features/passages/reader/paragraphs.ts';

const wordsOf = (text: string) => splitPieces(text).map((piece) => text.slice(piece.start, piece.end));

describe('splitPieces', () => {
  it('numbers each line with words and leaves out blank ones', () => {
    const text = 'One.\n\n  \nTwo.\r\n\u3000Three.';
    expect(splitPieces(text).map((piece) => [piece.number, text.slice(piece.start, piece.end)])).toEqual([
      [1, 'One.'],
      [2, 'Two.'],
      [3, 'Three.'],
    ]);
  });

  it('keeps the lines of a hand-wrapped block together', () => {
    const line = 'This line has been wrapped by hand at about seventy characters, see.';
    const block = Array.from({ length: 5 }, () => line).join('\n');
    expect(wordsOf(`${block}\n\n${block}`)).toEqual([block, block]);
  });

  it('cuts a very long paragraph between words and numbers it once', () => {
    const text = 'word '.repeat(3000).trim();
    const pieces = splitPieces(text);
    expect(pieces.map((piece) => piece.number)).toEqual([1, undefined, undefined, undefined]);
    expect(wordsOf(text).join('')).toBe(text);
  });

  it('never cuts through a character', () => {
    const text = '𠀀'.repeat(9001);
    expect(wordsOf(text).every((words) => [...words].every((character) => character === '𠀀'))).toBe(true);
  });

  it('loses no words of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b ', '\n', '\n\n', '\t', '😀'), { maxLength: 80 }), (parts) => {
        const text = parts.join('');
        expect(wordsOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('chunkPieces', () => {
  it('finds the chunk and the paragraph of a position', () => {
    const text = Array.from({ length: 200 }, (_, index) => `Paragraph ${index + 1} ${'x'.repeat(200)}`).join('\n');
    const chunks = chunkPieces(splitPieces(text));
    const at = text.indexOf('Paragraph 150 ');
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunkAt(chunks, at)?.pieces.some((piece) => piece.start === at)).toBe(true);
    expect(paragraphAt(chunks, at + 5)).toBe(150);
    expect(chunkAt(chunks, text.length)).toBe(chunks.at(-1));
  });

  it('has no chunk for an empty text', () => {
    expect(chunkPieces(splitPieces(' \n '))).toEqual([]);
    expect(paragraphAt([], 3)).toBeUndefined();
  });
});
