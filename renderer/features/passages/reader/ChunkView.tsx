// A run of paragraphs; until it comes near the screen only a box of about its height stands in for it.
import { memo, useMemo } from 'react';
import { Paragraph } from './Paragraph.tsx';
import type { Chunk } from './paragraphs.ts';
import { type Overlay, overlaysWithin } from './segments.ts';

const noOverlays: readonly Overlay[] = [];
/** Roughly how many units one line holds and how high it is; only the scroll bar depends on it. */
const unitsPerLine = 42;
const lineRem = 1.75;

export interface ChunkViewProps {
  readonly text: string;
  readonly chunk: Chunk;
  readonly isMounted: boolean;
  readonly overlays: readonly Overlay[];
  readonly longest: number;
  readonly current: number;
  readonly selected: string | undefined;
}

export const ChunkView = memo(function ChunkView({ text, chunk, isMounted, overlays, longest, current, selected }: ChunkViewProps) {
  const within = useMemo(
    () => (isMounted ? overlaysWithin(overlays, chunk.start, chunk.end, longest) : noOverlays),
    [isMounted, overlays, chunk, longest],
  );
  const lines = chunk.pieces.reduce((sum, piece) => sum + Math.ceil((piece.end - piece.start) / unitsPerLine) + 0.5, 0);
  if (!isMounted) return <div data-chunk={chunk.index} style={{ height: `${lines * lineRem}rem` }} aria-hidden />;
  return (
    <div data-chunk={chunk.index}>
      {chunk.pieces.map((piece) => {
        const over = within.filter((overlay) => overlay.start < piece.end && overlay.end > piece.start);
        return (
          <MemoParagraph
            key={piece.start}
            text={text}
            piece={piece}
            overlays={over}
            current={over.some((overlay) => overlay.mention >= 0 && overlay.mention === current) ? current : -1}
            selected={selected !== undefined && over.some((overlay) => overlay.claimIds.includes(selected)) ? selected : undefined}
          />
        );
      })}
    </div>
  );
});

/** The list of overlays is new at each render; the same overlays draw the same paragraph. */
const MemoParagraph = memo(Paragraph, (before, after) => {
  const isSame = before.text === after.text && before.piece === after.piece && before.current === after.current && before.selected === after.selected;
  return isSame && before.overlays.length === after.overlays.length && before.overlays.every((overlay, index) => overlay === after.overlays[index]);
});
