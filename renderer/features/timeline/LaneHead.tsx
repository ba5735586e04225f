import { useTranslation } from 'react-i18next';
import type { Lane } from '../../../shared/features/timeline/contract.ts';
import type { LaneBox } from '../../../shared/features/timeline/lane-heights.ts';
import { laneKind } from './lane-kind.ts';

export interface LaneHeadProps {
  readonly lane: Lane;
  readonly box: LaneBox;
  readonly isSelected: boolean;
  /** Its whole has a lane too. */
  readonly isPart: boolean;
  /** The number that stands last in a lane of rates. */
  readonly last: string | undefined;
}

/** What the lane is of, and the state that it is in today. */
export function LaneHead({ lane, box, isSelected, isPart, last }: LaneHeadProps) {
  const { t } = useTranslation(['timeline', 'words'] as const);
  const type = laneKind(lane, t);
  const claims = lane.marks.reduce((sum, { n }) => sum + n, 0) + lane.undated.length;
  const state = last ?? (lane.state === null || lane.state === 'unknown' ? undefined : t(`state.${lane.state}`));
  const parts = [
    type,
    lane.kind === 'rate' ? '' : t('items', { count: claims }),
    lane.undated.length === 0 ? '' : t('undatedCount', { count: lane.undated.length }),
    lane.folded === 0 ? '' : t('folded', { count: lane.folded }),
  ];
  return (
    <div
      className="timeline-head"
      data-selected={isSelected ? '' : undefined}
      data-part={isPart ? '' : undefined}
      style={{ top: box.top, height: box.height }}
    >
      <b title={lane.name}>{lane.name}</b>
      <span className="cut">{parts.filter((part) => part !== '').join(' · ')}</span>
      {box.height < 64 || state === undefined ? null : <em className="cut">{state}</em>}
    </div>
  );
}
