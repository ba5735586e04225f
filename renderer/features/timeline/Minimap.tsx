// The whole time at a glance. The window in it is dragged to move and by its edges to zoom.
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark } from '../../../shared/features/timeline/drawn-mark.ts';
import { spanLimits, type TimeView, timeScale } from '../../../shared/features/timeline/time-scale.ts';
import { dayFromNumber, formatPeriod } from '../../../shared/period/index.ts';
import { useInnerSize } from '../../ui/use-inner-size.ts';
import { lowerTicks } from './axis-ticks.ts';

const barRoom = 30;
const barTop = 20;

export interface MinimapProps {
  readonly lanes: readonly (readonly Mark[])[];
  readonly whole: TimeView;
  readonly view: TimeView;
  readonly now: number;
  onChange(view: TimeView): void;
  onKeyDown(event: KeyboardEvent): void;
}

type Grip = 'window' | 'start' | 'end';

export function Minimap({ lanes, whole, view, now, onChange, onKeyDown }: MinimapProps) {
  const { t, i18n } = useTranslation('timeline');
  const { ref, width } = useInnerSize();
  const scale = useMemo(() => timeScale(whole, Math.max(1, width)), [whole, width]);
  const [grip, setGrip] = useState<Grip>();
  const from = useRef({ x: 0, view });
  const left = Math.max(-4, scale.x(view.from));
  const right = Math.min(width + 4, scale.x(view.to));

  const grab = (event: PointerEvent<HTMLElement>, next: Grip) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, view };
    setGrip(next);
  };
  const drag = (event: PointerEvent) => {
    if (grip === undefined) return;
    const days = ((event.clientX - from.current.x) / Math.max(1, width)) * (whole.to - whole.from);
    const { from: start, to: end } = from.current.view;
    if (grip === 'window') onChange({ from: start + days, to: end + days });
    if (grip === 'start') onChange({ from: Math.min(start + days, end - spanLimits.least), to: end });
    if (grip === 'end') onChange({ from: start, to: Math.max(end + days, start + spanLimits.least) });
  };
  const release = () => setGrip(undefined);
  const jump = (event: PointerEvent<HTMLElement>) => {
    const centre = scale.day(event.clientX - event.currentTarget.getBoundingClientRect().left);
    const half = (view.to - view.from) / 2;
    onChange({ from: centre - half, to: centre + half });
  };

  const words = `${formatPeriod(dayFromNumber(Math.round(view.from)), i18n.language)} – ${formatPeriod(dayFromNumber(Math.round(view.to)), i18n.language)}`;
  const pitch = Math.min(5, barRoom / Math.max(1, lanes.length));
  return (
    <div className="timeline-map" ref={ref} onPointerDown={jump}>
      {lowerTicks(scale, i18n.language)
        .filter((tick) => tick.x < width - 28)
        .map((tick) => (
          <i key={tick.day} className="timeline-map-tick" style={{ left: tick.x }} aria-hidden>
            {tick.label}
          </i>
        ))}
      {lanes.map((marks, lane) =>
        marks.map((mark) => {
          const start = scale.x(mark.start.earliest);
          const end = scale.x(mark.end?.latest ?? (mark.shape === 'bar' || mark.shape === 'step' ? now : mark.start.latest));
          return (
            <i
              key={`${mark.tone}-${mark.id}`}
              className="timeline-map-mark"
              data-tone={mark.tone}
              data-phase={mark.phase}
              style={{ left: start, width: Math.max(3, end - start), top: barTop + lane * pitch, height: Math.max(2, pitch - 1.5) }}
              aria-hidden
            />
          );
        }),
      )}
      <div
        className="timeline-window"
        role="slider"
        tabIndex={0}
        aria-label={t('window')}
        aria-valuemin={Math.round(whole.from)}
        aria-valuemax={Math.round(whole.to)}
        aria-valuenow={Math.round((view.from + view.to) / 2)}
        aria-valuetext={words}
        data-dragging={grip}
        style={{ left, width: Math.max(10, right - left) }}
        onPointerDown={(event) => grab(event, 'window')}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={onKeyDown}
      >
        <span onPointerDown={(event) => grab(event, 'start')} onPointerMove={drag} onPointerUp={release} />
        <span onPointerDown={(event) => grab(event, 'end')} onPointerMove={drag} onPointerUp={release} />
      </div>
    </div>
  );
}
