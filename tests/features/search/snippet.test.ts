import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markSnippet } from '../../../shared/features/search/words.ts';

describe('the snippet around a hit', () => {
  it('finds the first hit wherever it lies in a long text', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.constantFrom('Ёлка', 'café au lait', '汽车'), (before, word) => {
        const text = `${'ab '.repeat(Math.floor(before / 3))}${word}. And once more: ${word}.`;
        const { at, snippet, marks } = markSnippet(text, [word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()]);
        const shown = [...snippet].slice(marks[0]!.start, marks[0]!.end).join('');
        expect([at, shown]).toEqual([text.indexOf(word), word]);
      }),
    );
  });

  it('begins with the text where no word of the query stands in it', () => {
    expect(markSnippet('x'.repeat(3000), ['y'])).toMatchObject({ at: -1, marks: [] });
  });
});
