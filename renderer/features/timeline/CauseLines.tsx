// What brought the selected event about, and what it brought about, as arrows.
export interface CauseLine {
  readonly from: string;
  readonly to: string;
  readonly proposed: boolean;
}

export interface MarkSpot {
  readonly x: number;
  readonly y: number;
}

export interface CauseLinesProps {
  readonly causes: readonly CauseLine[];
  readonly claimId: string;
  spotOf(claimId: string): MarkSpot | undefined;
  readonly height: number;
}

const middle = 10;

export function CauseLines({ causes, claimId, spotOf, height }: CauseLinesProps) {
  const lines = causes
    .filter(({ from, to }) => from === claimId || to === claimId)
    .flatMap(({ from, to, proposed }) => {
      const [start, end] = [spotOf(from), spotOf(to)];
      return start === undefined || end === undefined ? [] : [{ key: `${from} ${to}`, start, end, proposed }];
    });
  if (lines.length === 0) return null;
  return (
    <svg className="timeline-causes" width="100%" height={height} aria-hidden>
      <defs>
        <marker id="timeline-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {lines.map(({ key, start, end, proposed }) => (
        <path key={key} data-proposed={proposed ? '' : undefined} d={arrow(start, end)} markerEnd="url(#timeline-arrow)" />
      ))}
    </svg>
  );
}

/** Down or up from the cause, then along to what it led to. */
function arrow({ x: x1, y: y1 }: MarkSpot, { x: x2, y: y2 }: MarkSpot): string {
  const [from, to] = [y1 + middle, y2 + middle];
  const bend = Math.min(60, Math.abs(x2 - x1) / 2 + 12);
  return `M${x1} ${from}C${x1} ${from + (to - from) * 0.6} ${x2 - bend} ${to} ${x2 - 3} ${to}`;
}
