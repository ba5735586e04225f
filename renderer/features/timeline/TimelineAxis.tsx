import { useTranslation } from 'react-i18next';
import type { TimeScale } from '../../../shared/features/timeline/time-scale.ts';
import { lowerTicks, upperTicks } from './axis-ticks.ts';

/** A year's label that close to the word "now" would be covered. */
const nowRoom = 34;

/** Labels above the lanes. */
export function TimelineAxis({ scale, now }: { scale: TimeScale; now: number }) {
  const { t, i18n } = useTranslation('timeline');
  const nowX = scale.x(now);
  const upper = upperTicks(scale, i18n.language).filter((tick) => Math.abs(tick.x - nowX) > nowRoom);
  const lower = lowerTicks(scale, i18n.language);
  return (
    <div className="timeline-axis" aria-hidden>
      {upper.map((tick) => (
        <b key={tick.day} style={{ left: tick.x }}>
          {tick.label}
        </b>
      ))}
      {lower.map((tick) => (
        <span key={tick.day} data-major={tick.isMajor && upper.length === 0 ? '' : undefined} style={{ left: tick.x }}>
          {tick.label}
        </span>
      ))}
      {nowX < 0 || nowX > scale.width ? null : (
        <i className="timeline-now-word" style={{ left: nowX }}>
          {t('now')}
        </i>
      )}
    </div>
  );
}

/** Lines behind the lanes. */
export function TimelineGridLines({ scale, now }: { scale: TimeScale; now: number }) {
  const { i18n } = useTranslation();
  const nowX = scale.x(now);
  return (
    <div className="timeline-lines" aria-hidden>
      {lowerTicks(scale, i18n.language).map((tick) => (
        <i key={tick.day} data-major={tick.isMajor ? '' : undefined} style={{ left: tick.x }} />
      ))}
      {nowX < 0 || nowX > scale.width ? null : <i className="timeline-now" style={{ left: nowX }} />}
    </div>
  );
}
