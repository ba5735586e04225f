// A lane of rates: levels as steps, readings of a path as bands; each is a button that leads to its claims.
import { memo } from 'react';
import { type PlacedLevel, seriesHeight } from '../../../shared/features/timeline/place-series.ts';

export interface SeriesLaneProps {
  readonly levels: readonly PlacedLevel[];
  /** From the top of the lane. */
  readonly top: number;
  readonly selected: string | undefined;
  readonly tabStop: string | undefined;
  nameOf(level: PlacedLevel): string;
}

export const SeriesLane = memo(function SeriesLane({ levels, top, selected, tabStop, nameOf }: SeriesLaneProps) {
  return levels.map((level, index) => {
    const { mark, left, width, bottom } = level;
    const high = Math.max(2, bottom - level.top);
    const before = levels[index - 1];
    const joins = before !== undefined && before.mark.shape === mark.shape && Math.abs(before.left + before.width - left) < 1;
    const from = joins ? Math.min(before.top, level.top) : level.top;
    return (
      <button
        key={mark.id}
        type="button"
        className="timeline-item timeline-level"
        data-item={mark.id}
        data-shape={mark.shape}
        data-tone={mark.tone}
        aria-label={nameOf(level)}
        aria-current={mark.id === selected ? 'true' : undefined}
        title={nameOf(level)}
        tabIndex={mark.id === tabStop ? 0 : -1}
        style={{ left, width, top, height: seriesHeight }}
      >
        <span className="timeline-area" style={{ top: level.top }} aria-hidden />
        <span className="timeline-value" style={{ top: level.top, height: high }} aria-hidden />
        {joins ? <span className="timeline-riser" style={{ top: from, height: Math.abs(before.top - level.top) }} aria-hidden /> : null}
        {level.label ? (
          <span className="timeline-label" style={{ left: Math.max(0, -left) + 3, top: level.top - 17 }} aria-hidden>
            {mark.label}
          </span>
        ) : null}
      </button>
    );
  });
});
