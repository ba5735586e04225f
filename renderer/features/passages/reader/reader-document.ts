// Everything the page draws of one source, with positions in UTF-16 units.
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import { type CodePointIndex, indexCodePoints } from './code-points.ts';
import { type Coverage, coverageOf, type Mention, type ReadStretch } from './mentions.ts';
import { type Chunk, chunkPieces, splitPieces } from './paragraphs.ts';
import { piecesOf } from './passage-words.ts';
import type { Overlay } from './segments.ts';

export interface ReaderText {
  readonly text: string;
  readonly index: CodePointIndex;
  readonly chunks: readonly Chunk[];
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
  /** Those of the stretches that were read, by their place among all of the text. */
  readonly mentions: ReadonlyMap<number, Mention>;
  readonly coverage: Coverage;
  /** Asks for the mentions between two positions. */
  want(start: number, end: number): void;
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
  readonly counts: Omit<Coverage, 'open'>;
  readonly stretches: readonly ReadStretch[];
  want(start: number, end: number): void;
  readonly passages: readonly (Passage & { readonly claimIds: readonly string[] })[];
  readonly rows: readonly ClaimRow[];
}

export function readMarks({ text, index }: ReaderText, { sourceId, counts, stretches, passages, rows, want }: MarkSources): ReaderMarks {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const placed = passages.filter((passage) => passage.source === sourceId && passage.state !== 'lost');
  const marked = placed.map((passage) => ({ passage, start: index.toUnits(passage.start), end: index.toUnits(passage.end) }));
  const passageOverlays = marked.flatMap(({ passage, ...span }) =>
    piecesOf(text, span, passage).map(
      (piece): Overlay => ({
        ...piece,
        kind: passage.claimIds.map((id) => byId.get(id)?.kind).find((kind) => kind !== undefined) ?? 'mark',
        capture: 'captured',
        claimIds: passage.claimIds,
        mention: -1,
        passageId: passage.id,
        colour: passage.colour,
      }),
    ),
  );
  const overlays = [...passageOverlays, ...stretches.flatMap((stretch) => stretch.overlays)].toSorted((a, b) => a.start - b.start || b.end - a.end);
  return {
    mentions: new Map(stretches.flatMap((stretch) => stretch.mentions).map((mention) => [mention.index, mention])),
    coverage: coverageOf(counts),
    want,
    passages: marked,
    overlays,
    longest: overlays.reduce((most, overlay) => Math.max(most, overlay.end - overlay.start), 0),
    claims: marginClaims(passageOverlays, byId),
    lost: passages.filter((passage) => passage.isPending).length,
  };
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
