// One mark: a button with a name, drawn by the style sheet; its ends fade over the days that are not certain.
import type { CSSProperties } from 'react';
import { memo } from 'react';
import { rowPitch } from '../../../shared/features/timeline/lane-heights.ts';
import type { PlacedMark } from '../../../shared/features/timeline/place-marks.ts';

export interface TimelineItemProps {
  readonly placed: PlacedMark;
  readonly top: number;
  readonly name: string;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
}

export const TimelineItemButton = memo(function TimelineItemButton({ placed, top, name, isSelected, isTabStop }: TimelineItemProps) {
  const { mark, left, width, fadeStart, fadeEnd, label, labelLeft, labelWidth } = placed;
  const style = {
    left,
    width,
    top: top + placed.row * rowPitch,
    '--fade-start': `${fadeStart}px`,
    '--fade-end': `${fadeEnd}px`,
  } as CSSProperties;
  const isUncertain = mark.shape !== 'bar' && mark.shape !== 'span' && mark.start.latest > mark.start.earliest && width > 20;
  return (
    <button
      type="button"
      className="timeline-item"
      data-item={mark.id}
      data-shape={mark.shape}
      data-phase={mark.phase}
      data-tone={mark.tone}
      data-step={mark.step}
      data-uncertain={isUncertain ? '' : undefined}
      data-open-start={mark.isOpenStart ? '' : undefined}
      data-open-end={mark.shape === 'bar' && mark.end === undefined ? '' : undefined}
      aria-label={name}
      aria-current={isSelected ? 'true' : undefined}
      title={name}
      tabIndex={isTabStop ? 0 : -1}
      style={style}
    >
      <span className="timeline-body" aria-hidden />
      {mark.shape === 'bar' || isUncertain ? <span className="timeline-foot" aria-hidden /> : null}
      {mark.shape === 'bar' || mark.shape === 'span' ? null : <span className="timeline-glyph" aria-hidden />}
      {label === 'none' ? null : (
        <span
          className="timeline-label"
          data-at={label}
          style={label === 'inside' ? { left: labelLeft, maxWidth: labelWidth } : { maxWidth: labelWidth }}
          aria-hidden
        >
          {mark.label}
          {mark.n > 1 ? <em>×{mark.n}</em> : null}
        </span>
      )}
    </button>
  );
});
