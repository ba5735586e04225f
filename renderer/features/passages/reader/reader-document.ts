// Everything the page draws of one source, with positions in UTF-16 units.
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Found } from '../../../../shared/features/passages/contract.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import { type CodePointIndex, indexCodePoints } from './code-points.ts';
import type { Mention } from './mentions.ts';
import { type Chunk, chunkPieces, splitPieces } from './paragraphs.ts';
import type { Overlay } from './segments.ts';

export interface ReaderText {
  readonly text: string;
  readonly index: CodePointIndex;
  readonly chunks: readonly Chunk[];
}

export interface ReaderMention extends Mention {
  readonly found: Found;
}

export interface MarginClaim {
  readonly row: ClaimRow;
  /** UTF-16 position of its first passage in this source. */
  readonly at: number;
}

/** A passage with its place in UTF-16 units. */
export interface MarkedPassage {
  readonly passage: Passage & { readonly claimIds: readonly string[] };
  readonly start: number;
  readonly end: number;
}

export interface ReaderMarks {
  /** In the order of the text. */
  readonly passages: readonly MarkedPassage[];
  readonly mentions: readonly ReaderMention[];
  /** Sorted by start. */
  readonly overlays: readonly Overlay[];
  readonly longest: number;
  readonly claims: readonly MarginClaim[];
  readonly lost: number;
}

export function readText(text: string): ReaderText {
  return { text, index: indexCodePoints(text), chunks: chunkPieces(splitPieces(text)) };
}

export interface MarkSources {
  readonly sourceId: string;
  readonly found: readonly Found[];
  readonly passages: readonly (Passage & { readonly claimIds: readonly string[] })[];
  readonly rows: readonly ClaimRow[];
}

export function readMarks({ index }: ReaderText, { sourceId, found, passages, rows }: MarkSources): ReaderMarks {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const mentions = found
    .map(
      (one): ReaderMention => ({
        start: index.toUnits(one.start),
        end: index.toUnits(one.end),
        captured: one.captured,
        setAside: one.setAside,
        found: one,
      }),
    )
    .toSorted((a, b) => a.start - b.start);
  const placed = passages.filter((passage) => passage.source === sourceId && passage.state !== 'lost');
  const passageOverlays = placed.map(
    (passage): Overlay => ({
      start: index.toUnits(passage.start),
      end: index.toUnits(passage.end),
      kind: passage.claimIds.map((id) => byId.get(id)?.kind).find((kind) => kind !== undefined) ?? 'mark',
      capture: 'captured',
      claimIds: passage.claimIds,
      mention: -1,
      passageId: passage.id,
      colour: passage.colour,
    }),
  );
  const overlays = [...passageOverlays, ...mentions.map(mentionOverlay)].toSorted((a, b) => a.start - b.start || b.end - a.end);
  return {
    mentions,
    passages: placed.map((passage) => ({ passage, start: index.toUnits(passage.start), end: index.toUnits(passage.end) })),
    overlays,
    longest: overlays.reduce((most, overlay) => Math.max(most, overlay.end - overlay.start), 0),
    claims: marginClaims(passageOverlays, byId),
    lost: passages.filter((passage) => passage.isPending).length,
  };
}

function mentionOverlay(mention: ReaderMention, index: number): Overlay {
  const capture = mention.captured ? 'captured' : mention.setAside ? 'not-relevant' : 'open';
  return { start: mention.start, end: mention.end, kind: mention.found.type === 'date' ? 'event' : 'figure', capture, claimIds: [], mention: index };
}

/** Each claim once, at its first passage here. */
function marginClaims(overlays: readonly Overlay[], byId: ReadonlyMap<string, ClaimRow>): readonly MarginClaim[] {
  const first = new Map<string, number>();
  for (const overlay of overlays) {
    for (const id of overlay.claimIds) first.set(id, Math.min(first.get(id) ?? Number.POSITIVE_INFINITY, overlay.start));
  }
  const claims = [...first].flatMap(([id, at]) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ row, at }];
  });
  return claims.toSorted((a, b) => a.at - b.at);
}
