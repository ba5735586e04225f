// What is drawn over the words: found mentions, passages of claims, the current span. Ranges may overlap; they are cut at
// every edge into segments, each with all that applies to it. Positions are UTF-16 units.
import type { ClaimKind } from '../../../../shared/features/claims/model.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';

export type Capture = 'open' | 'captured' | 'not-relevant';

/** `mark`: words marked without a claim. */
export type OverlayKind = ClaimKind | 'mark';

export interface Overlay {
  readonly start: number;
  readonly end: number;
  readonly kind: OverlayKind;
  readonly capture: Capture;
  /** Claims of the passage; empty for a mention. */
  readonly claimIds: readonly string[];
  /** Index of the found mention, or -1. */
  readonly mention: number;
  readonly passageId?: string;
  readonly colour?: Passage['colour'];
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly kind: OverlayKind | undefined;
  readonly capture: Capture | undefined;
  readonly claimIds: readonly string[];
  readonly mention: number;
  readonly colour?: Passage['colour'];
}

/** Cuts the piece `start` to `end` at the edges of the overlays, which must be sorted by start. */
export function cutSegments(start: number, end: number, overlays: readonly Overlay[]): readonly Segment[] {
  const inside = overlays.filter((overlay) => overlay.start < end && overlay.end > start && overlay.end > overlay.start);
  const edges = new Set([start, end]);
  for (const overlay of inside) {
    edges.add(Math.max(start, overlay.start));
    edges.add(Math.min(end, overlay.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => segment(from, sorted[index + 1]!, inside));
}

function segment(start: number, end: number, overlays: readonly Overlay[]): Segment {
  const over = overlays.filter((overlay) => overlay.start <= start && overlay.end >= end);
  const passages = over.filter((overlay) => overlay.mention < 0);
  const mention = over.find((overlay) => overlay.mention >= 0);
  const shown = shownOverlay(passages, mention);
  return {
    start,
    end,
    kind: shown?.kind,
    capture: shown?.capture,
    claimIds: [...new Set(passages.flatMap((overlay) => overlay.claimIds))],
    mention: mention?.mention ?? -1,
    ...colourOf(passages),
  };
}

/** The colour of the tightest passage that has one. */
function colourOf(passages: readonly Overlay[]): { colour?: Passage['colour'] } {
  const coloured = passages.filter((overlay) => overlay.colour != null).toSorted((a, b) => a.end - a.start - (b.end - b.start));
  return coloured[0]?.colour == null ? {} : { colour: coloured[0].colour };
}

/** The tightest passage wins; a mention that nobody captured yet shows through a passage around it. */
function shownOverlay(passages: readonly Overlay[], mention: Overlay | undefined): Overlay | undefined {
  if (mention !== undefined && mention.capture !== 'captured') return mention;
  return passages.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? mention;
}

/** Overlays that touch `start` to `end`; the list is sorted by start and `longest` is the longest of its ranges. */
export function overlaysWithin(overlays: readonly Overlay[], start: number, end: number, longest: number): readonly Overlay[] {
  let low = 0;
  let high = overlays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (overlays[middle]!.start < start - longest) low = middle + 1;
    else high = middle;
  }
  const found: Overlay[] = [];
  for (let index = low; index < overlays.length && overlays[index]!.start < end; index += 1) {
    if (overlays[index]!.end > start) found.push(overlays[index]!);
  }
  return found;
}
