import { useTranslation } from 'react-i18next';
import type { Lane } from '../../../shared/features/timeline/contract.ts';
import type { LaneBox } from './lane-heights.ts';

export interface LaneHeadProps {
  readonly lane: Lane;
  readonly box: LaneBox;
  readonly isSelected: boolean;
}

/** What the lane is of, and the stage that it is in. */
export function LaneHead({ lane, box, isSelected }: LaneHeadProps) {
  const { t } = useTranslation(['timeline', 'words'] as const);
  const undated = lane.items.filter((item) => item.earliest === null && item.latest === null).length;
  const last = lane.items.findLast((item) => item.stage !== null && item.status !== 'planned' && item.status !== 'expected')?.stage;
  const type = t(`type.${lane.type}`, { defaultValue: lane.type });
  return (
    <div className="timeline-head" data-selected={isSelected ? '' : undefined} style={{ top: box.top, height: box.height }}>
      <b title={lane.label}>{lane.label}</b>
      <span className="cut">
        {[type, t('items', { count: lane.items.length }), undated === 0 ? '' : t('undatedCount', { count: undated })].filter(Boolean).join(' · ')}
      </span>
      {box.height < 64 || last === undefined || last === null ? null : <em className="cut">{t(`words:stage.${last}`)}</em>}
    </div>
  );
}
