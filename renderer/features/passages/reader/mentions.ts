// What the finder saw in the stretches of the text that were read so far, and how much of all of it is dealt with.
import type { Output } from '../../../../shared/contract.ts';
import type { Found } from '../../../../shared/features/passages/contract.ts';
import type { CodePointIndex } from './code-points.ts';
import type { Capture, Overlay } from './segments.ts';

export type Stretch = Output<'passages.found'>;

/** Positions are UTF-16 units. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Its place among all mentions of the text, from 0. */
  readonly index: number;
  readonly found: Found;
}

export interface Coverage {
  readonly total: number;
  readonly captured: number;
  readonly setAside: number;
  readonly open: number;
}

export function coverageOf({ total, captured, setAside }: Omit<Coverage, 'open'>): Coverage {
  return { total, captured, setAside, open: total - captured - setAside };
}

export function mentionOf(found: Found, index: number, { toUnits }: CodePointIndex): Mention {
  return { start: toUnits(found.start), end: toUnits(found.end), index, found };
}

export interface ReadStretch {
  readonly mentions: readonly Mention[];
  readonly overlays: readonly Overlay[];
}

/** A stretch that did not change gives the same objects again, so that the paragraphs over it are not drawn anew. */
export function createStretchReader(index: CodePointIndex): (stretch: Stretch) => ReadStretch {
  const known = new WeakMap<Stretch, ReadStretch>();
  return (stretch) => {
    const kept = known.get(stretch);
    if (kept !== undefined) return kept;
    const mentions = stretch.found.map((found, at) => mentionOf(found, stretch.first + at, index));
    const read = { mentions, overlays: mentions.map(overlayOf) };
    known.set(stretch, read);
    return read;
  };
}

function overlayOf({ start, end, index, found }: Mention): Overlay {
  return { start, end, kind: found.type === 'date' ? 'event' : 'figure', capture: captureOf(found), claimIds: [], mention: index };
}

function captureOf({ captured, setAside }: Found): Capture {
  if (captured) return 'captured';
  return setAside ? 'not-relevant' : 'open';
}
