// Marks what was found in the words that are drawn. The marks are the browser's own: nothing of the text is drawn anew for them.
import { type RefObject, useLayoutEffect } from 'react';
import { firstHitFrom, type Hit, type Hits } from '../../../../shared/find-in-text.ts';
import { type Chunk, chunkAt } from './paragraphs.ts';

/** Several Readers share the two marks; each takes its own away again. */
const found = new Highlight();
const foundNow = new Highlight();
foundNow.priority = 1;
CSS.highlights.set('assay-found', found);
CSS.highlights.set('assay-found-current', foundNow);

export interface FoundMarks {
  readonly words: RefObject<HTMLElement | null>;
  readonly chunks: readonly Chunk[];
  readonly hits: Hits;
  readonly current: Hit | undefined;
  /** What draws the words anew. */
  readonly drawn: readonly unknown[];
}

export function useFoundMarks({ words, chunks, hits, current, drawn }: FoundMarks): void {
  useLayoutEffect(() => {
    if (words.current === null || hits.count === 0) return;
    const ranges = rangesIn(words.current, chunks, hits);
    const now = current === undefined ? undefined : rangesOf(chunkElement(words.current, chunks, current.start), [current])[0];
    for (const range of ranges) found.add(range);
    if (now !== undefined) foundNow.add(now);
    return () => {
      for (const range of ranges) found.delete(range);
      if (now !== undefined) foundNow.delete(now);
    };
  }, [words, chunks, hits, current, ...drawn]);
}

function chunkElement(words: HTMLElement, chunks: readonly Chunk[], unit: number): Element | null {
  return words.querySelector(`[data-chunk="${chunkAt(chunks, unit)?.index ?? 0}"]`);
}

function rangesIn(words: HTMLElement, chunks: readonly Chunk[], hits: Hits): readonly Range[] {
  return [...words.querySelectorAll<HTMLElement>('[data-chunk]:not([aria-hidden])')].flatMap((element) => {
    const chunk = chunks[Number(element.dataset['chunk'])];
    return chunk === undefined ? [] : rangesOf(element, hitsWithin(hits, chunk));
  });
}

function hitsWithin(hits: Hits, { start, end }: Chunk): readonly Hit[] {
  const first = firstHitFrom(hits, start);
  return Array.from({ length: firstHitFrom(hits, end) - first }, (_, index) => ({ start: hits.start(first + index), end: hits.end(first + index) }));
}

/** One range a hit; runs of words and hits both go in the order of the text. */
function rangesOf(element: Element | null, wanted: readonly Hit[]): readonly Range[] {
  const runs = [...(element?.querySelectorAll<HTMLElement>('[data-at]') ?? [])].flatMap((run) => {
    const node = run.firstChild;
    return node === null ? [] : [{ node, start: Number(run.dataset['at']), length: node.nodeValue?.length ?? 0 }];
  });
  let at = 0;
  const pointOf = (unit: number, isEnd: boolean) => {
    while (at + 1 < runs.length && (runs[at + 1]!.start < unit || (!isEnd && runs[at + 1]!.start === unit))) at += 1;
    const run = runs[at]!;
    return { node: run.node, offset: Math.max(0, Math.min(unit - run.start, run.length)) };
  };
  if (runs.length === 0) return [];
  return wanted.map(({ start, end }) => {
    const range = document.createRange();
    const [from, to] = [pointOf(start, false), pointOf(end, true)];
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  });
}
