import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCopies } from '../../../electron/core/features/sources/copies.ts';
import { isNearCopy, likenessOf, sketchOf } from '../../../shared/features/sources/likeness.ts';
import type { Source } from '../../../shared/features/sources/model.ts';
import { handOver, newWorkbook, pasteSource } from '../../helpers/workbook.ts';
import { chineseSentences, russianSentences } from './sentences.ts';

const subjects = ['The ministry', 'An agency', 'Dealers', 'The plant', 'Analysts', 'A bank', 'The union', 'Importers', 'The city', 'Buyers'];
const verbs = ['expects', 'doubts', 'reports', 'denies', 'plans', 'fears', 'counts', 'promises', 'delays', 'welcomes'];
const objects = [
  'a higher fee',
  'falling sales',
  'the new line',
  'a lower rate',
  'more imports',
  'fewer brands',
  'the second shift',
  'a local motor',
  'longer loans',
  'old stocks',
];
const times = [
  'this spring',
  'next year',
  'since autumn',
  'until March',
  'at once',
  'again',
  'for now',
  'in the south',
  'by decree',
  'after the holidays',
];

/** An article of sentences drawn by a seed: the same seed tells the same. */
function article(seed: number, sentences = 40): string[] {
  let state = seed * 7919;
  const pick = (list: readonly string[]) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return list[(state >> 8) % list.length]!;
  };
  return Array.from({ length: sentences }, () => {
    const name = `${pick(subjects).split(' ').at(-1)}${pick(times).length}${pick(objects).length}`;
    return `${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${name} ${pick(times)}, say ${(state >> 4) % 1000} letters to ${pick(subjects)}.`;
  });
}

const sketch = (sentences: readonly string[]) => sketchOf(sentences.join(' '));

describe('likeness of texts', () => {
  it('sees a copy with a frame around it and one word in twenty changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 19 }), (seed, offset) => {
        const words = article(seed).join(' ').split(' ');
        const changed = words.map((word, index) => (index % 20 === offset ? `${word}x` : word));
        const copy = ['Our paper, front page, subscribe now.', ...changed, 'All rights reserved, read more tomorrow.'].join(' ');
        expect(isNearCopy(sketchOf(words.join(' ')), sketchOf(copy))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps apart two articles that share a third of their sentences', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 401, max: 800 }), (one, other) => {
        const shared = article(one).slice(0, 14);
        expect(isNearCopy(sketch(article(one)), sketch([...shared, ...article(other, 28)]))).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('tells an excerpt from a copy by its size, and judges no short note', () => {
    const whole = article(3, 80);
    const { contained, size } = likenessOf(sketch(whole), sketch(whole.slice(0, 20)));
    expect(contained).toBeGreaterThan(0.7);
    expect(size).toBeLessThan(0.4);
    expect(isNearCopy(sketch(whole), sketch(whole.slice(0, 20)))).toBe(false);
    expect(isNearCopy(sketchOf('Sales rose again.'), sketchOf('Sales rose again.'))).toBe(false);
  });

  it('reads Chinese and Russian alike', () => {
    for (const sentences of [chineseSentences, russianSentences]) {
      expect(isNearCopy(sketch(sentences), sketch([...sentences.slice(1), '2024']))).toBe(true);
      expect(isNearCopy(sketch(sentences.slice(0, 5)), sketch(sentences.slice(5)))).toBe(false);
    }
  });
});

describe('the sketch of a long text', () => {
  it('counts each run of five words once, also where one step ends and the next begins', () => {
    const words = Array.from({ length: 60_000 }, (_, number) => `word${number}`);
    expect(sketchOf(words.join(' ')).runs).toBe(words.length - 4);
  });
});

describe('near copies in a workbook', () => {
  const first = article(1).join(' ');
  const again = ['Another head.', ...article(1).slice(1), 'Sent by our desk.'].join(' ');

  it('are kept as sources and proposed, with the earlier one as the original', async () => {
    const { app, files } = await newWorkbook();
    const original = await pasteSource(app, first, { title: 'First' });
    const { added } = await app.ask('sources.add', {
      files: [handOver(files, 'again.txt', again), handOver(files, 'other.txt', article(2).join(' '))],
    });
    expect(added.map((one) => [one.duplicateOf, one.copyProposal?.id ?? null])).toEqual([
      [null, original],
      [null, null],
    ]);
    const row = await app.ask('sources.get', { id: added[0]!.id });
    expect(row).toMatchObject({ copyOf: null, copyProposal: { id: original, title: 'First' } });
    expect((await app.ask('sources.get', { id: original })).copyProposal).toBe(null);
  });

  it('are accepted or refused by the analyst; a refusal is remembered, and both can be undone', async () => {
    const { app } = await newWorkbook();
    const original = await pasteSource(app, first, { title: 'First' });
    const copy = await pasteSource(app, again, { title: 'Again' });
    expect(await app.ask('sources.judgeCopy', { id: copy, of: original, isCopy: false })).toMatchObject({ copyOf: null, copyProposal: null });
    await app.ask('history.undo', {});
    expect((await app.ask('sources.get', { id: copy })).copyProposal?.id).toBe(original);
    expect(await app.ask('sources.judgeCopy', { id: copy, of: original, isCopy: true })).toMatchObject({ copyOf: original, copyProposal: null });
    expect(await app.ask('sources.judgeCopy', { id: copy, of: original, isCopy: false })).toMatchObject({ copyOf: null, copyProposal: null });
    await expect(app.ask('sources.judgeCopy', { id: copy, of: copy, isCopy: true })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('copies kept up with edits', () => {
  const texts = [article(1), article(2), [...article(1).slice(0, 36), ...article(3).slice(0, 4)], article(2).slice(4)].map((one) => one.join(' '));
  type Kept = Pick<Source, 'id' | 'kind' | 'title' | 'addedAt' | 'textSha256' | 'copyOf' | 'notCopyOf'>;
  const change = fc.record({
    id: fc.integer({ min: 0, max: 5 }),
    is: fc.constantFrom('gone', 'document', 'dataset'),
    text: fc.integer({ min: 0, max: 3 }),
    day: fc.integer({ min: 1, max: 3 }),
    copyOf: fc.option(fc.integer({ min: 0, max: 5 })),
    refused: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
  });

  it('says after any edits what a first look at the sources says', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const held = new Map<string, Kept>();
        let version = 0;
        const shelf = {
          all: () => [...held.values()] as Source[],
          find: (id: string) => held.get(id) as Source | undefined,
          sketch: () => undefined,
          text: (name: string) => texts[Number(name)]!,
        };
        const followed = createCopies(shelf, () => version);
        for (const { id, is, text, day, copyOf, refused } of changes) {
          const kept = { id: String(id), title: `Page ${id}`, addedAt: `2026-01-0${day}`, textSha256: String(text) };
          if (is === 'gone') held.delete(kept.id);
          else
            held.set(kept.id, { ...kept, kind: is as Kept['kind'], copyOf: copyOf === null ? null : String(copyOf), notCopyOf: refused.map(String) });
          followed.touch([kept.id]);
          version += 1;
          const anew = createCopies(shelf, () => 0);
          for (const source of shelf.all()) expect(followed.proposalFor(source)).toEqual(anew.proposalFor(source));
        }
      }),
      { numRuns: 60 },
    );
  });
});
