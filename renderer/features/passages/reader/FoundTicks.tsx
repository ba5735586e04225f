// Where in the whole text the hits stand, beside the scroll bar.
import { type RefObject, useLayoutEffect, useState } from 'react';
import { firstHitFrom, type Hit, type Hits } from '../../../../shared/find-in-text.ts';
import { type Chunk, chunkAt } from './paragraphs.ts';

/** Ticks that can be told apart. */
const mostTicks = 240;

export interface FoundTicksProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly words: RefObject<HTMLElement | null>;
  readonly chunks: readonly Chunk[];
  readonly hits: Hits;
  readonly current: Hit | undefined;
  /** What changes the layout of the words. */
  readonly drawn: readonly unknown[];
}

interface Ticks {
  /** Shares of the height. */
  readonly all: readonly number[];
  readonly now: number | undefined;
}

const none: Ticks = { all: [], now: undefined };

export function FoundTicks({ scroller, words, chunks, hits, current, drawn }: FoundTicksProps) {
  const [ticks, setTicks] = useState(none);
  useLayoutEffect(() => {
    if (scroller.current === null || words.current === null || hits.count === 0) return setTicks(none);
    setTicks(placeTicks({ places: placesOf(words.current, scroller.current, chunks), chunks, hits, current }));
  }, [scroller, words, chunks, hits, current, ...drawn]);
  return (
    <div className="found-ticks" aria-hidden>
      {ticks.all.map((share) => (
        <i key={share} style={{ top: `${share * 100}%` }} />
      ))}
      {ticks.now === undefined ? null : <i data-current="" style={{ top: `${ticks.now * 100}%` }} />}
    </div>
  );
}

interface Place {
  readonly top: number;
  readonly height: number;
}

/** Of each chunk, as shares of the page. */
function placesOf(words: HTMLElement, scroller: HTMLElement, chunks: readonly Chunk[]): readonly Place[] {
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const whole = Math.max(1, scroller.scrollHeight);
  const elements = words.querySelectorAll<HTMLElement>('[data-chunk]');
  return chunks.map((_, index) => {
    const box = elements[index]?.getBoundingClientRect();
    return box === undefined ? { top: 0, height: 0 } : { top: (box.top - origin) / whole, height: box.height / whole };
  });
}

interface Placing {
  readonly places: readonly Place[];
  readonly chunks: readonly Chunk[];
  readonly hits: Hits;
  readonly current: Hit | undefined;
}

/** Looks each part of each chunk up once: a text of a million hits costs no more than one of a few. */
function placeTicks({ places, chunks, hits, current }: Placing): Ticks {
  const shares = new Set<number>();
  for (const chunk of chunks) {
    const place = places[chunk.index]!;
    const parts = Math.max(1, Math.ceil(place.height * mostTicks));
    const length = (chunk.end - chunk.start) / parts;
    for (let part = 0; part < parts; part += 1) {
      const from = chunk.start + part * length;
      const first = firstHitFrom(hits, from);
      if (first < hits.count && hits.start(first) < from + length) shares.add(rounded(shareOf(place, chunk, hits.start(first))));
    }
  }
  const chunk = current === undefined ? undefined : chunkAt(chunks, current.start);
  return { all: [...shares], now: chunk === undefined || current === undefined ? undefined : shareOf(places[chunk.index]!, chunk, current.start) };
}

function shareOf({ top, height }: Place, { start, end }: Chunk, unit: number): number {
  return top + (height * (unit - start)) / Math.max(1, end - start);
}

function rounded(share: number): number {
  return Math.round(share * mostTicks) / mostTicks;
}
