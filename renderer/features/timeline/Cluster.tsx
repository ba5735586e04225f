import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { evidenceOf, type Mark } from '../../../shared/features/timeline/drawn-mark.ts';
import { rowPitch } from '../../../shared/features/timeline/lane-heights.ts';
import type { PlacedCluster } from '../../../shared/features/timeline/place-marks.ts';

export interface ClusterProps {
  readonly cluster: PlacedCluster;
  readonly top: number;
  readonly isTabStop: boolean;
  readonly selected: string | undefined;
  nameOf(mark: Mark): string;
  onSelect(claimId: string): void;
  onZoom(marks: readonly Mark[]): void;
}

const mostListed = 14;

/** Marks that stand too close: a disc with their number, which opens a list. */
export function Cluster({ cluster, top, isTabStop, selected, nameOf, onSelect, onZoom }: ClusterProps) {
  const { t } = useTranslation('timeline');
  const { marks } = cluster;
  const kind = marks.every((mark) => mark.shape === 'quote') ? 'statement' : 'event';
  const isSelected = marks.some((mark) => selected !== undefined && mark.source.claims.includes(selected));
  return (
    <Menu position="bottom-start" shadow="md" width={320}>
      <Menu.Target>
        <button
          type="button"
          className="timeline-cluster"
          data-item={marks[0]?.id}
          data-kind={kind}
          aria-current={isSelected ? 'true' : undefined}
          aria-label={t('cluster', { count: marks.length })}
          tabIndex={isTabStop ? 0 : -1}
          style={{ left: cluster.left, top: top + cluster.row * rowPitch }}
        >
          {marks.length}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onZoom(marks)}>{t('clusterZoom')}</Menu.Item>
        <Menu.Divider />
        {marks.slice(0, mostListed).map((mark) => (
          <Menu.Item key={mark.id} className="timeline-listed" title={nameOf(mark)} onClick={() => onSelect(evidenceOf(mark)[0] ?? mark.id)}>
            {nameOf(mark)}
          </Menu.Item>
        ))}
        {marks.length > mostListed ? <Menu.Label>{t('clusterMore', { count: marks.length - mostListed })}</Menu.Label> : null}
      </Menu.Dropdown>
    </Menu>
  );
}
