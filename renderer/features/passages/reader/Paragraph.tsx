// One piece of the text. Each run of words carries its position in `data-at`, and what lies over it.
import { marked } from '../../../../shared/visible-text.ts';
import type { Piece } from './paragraphs.ts';
import { cutSegments, type Overlay, type Segment } from './segments.ts';

export interface ParagraphProps {
  readonly text: string;
  readonly piece: Piece;
  /** Those that touch the piece. */
  readonly overlays: readonly Overlay[];
  /** Index of the current mention, -1 if it is not in this piece. */
  readonly current: number;
  /** The selected claim, if it has a passage in this piece. */
  readonly selected: string | undefined;
}

export function Paragraph({ text, piece, overlays, current, selected }: ParagraphProps) {
  const segments = cutSegments(piece.start, piece.end, overlays);
  return (
    <p className="reader-paragraph">
      {piece.number === undefined ? null : (
        <span className="reader-number" aria-hidden>
          {piece.number}
        </span>
      )}
      {segments.map((segment) => (
        <Run key={segment.start} words={marked(text.slice(segment.start, segment.end))} segment={segment} current={current} selected={selected} />
      ))}
    </p>
  );
}

interface RunProps {
  readonly words: string;
  readonly segment: Segment;
  readonly current: number;
  readonly selected: string | undefined;
}

function Run({ words, segment, current, selected }: RunProps) {
  const { start, kind, capture, claimIds, mention, colour } = segment;
  if (kind === undefined) return <span data-at={start}>{words}</span>;
  return (
    <span
      data-at={start}
      className="seen"
      data-kind={kind}
      data-colour={colour ?? undefined}
      data-capture={capture}
      data-claims={claimIds.length === 0 ? undefined : claimIds.join(' ')}
      data-mention={mention < 0 ? undefined : mention}
      data-current={mention >= 0 && mention === current ? '' : undefined}
      data-selected={selected !== undefined && claimIds.includes(selected) ? '' : undefined}
    >
      {words}
    </span>
  );
}
