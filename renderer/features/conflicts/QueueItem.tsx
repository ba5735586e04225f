import { IconClockExclamation } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedGroup } from '../../../shared/features/conflicts/contract.ts';
import { useCall } from '../../bridge/index.ts';
import { useSeen } from './use-seen.ts';
import { againstText, groupTitle } from './words.ts';

export interface QueueItemProps {
  readonly group: ListedGroup;
  readonly isSelected: boolean;
  onSelect(id: string): void;
}

const mostAgainst = 4;

/** The thing, and what stands against what. The claims are read once the line comes into view, so that J and K show them at once. */
export const QueueItem = memo(function QueueItem({ group, isSelected, onSelect }: QueueItemProps) {
  const { t, i18n } = useTranslation('conflicts');
  const button = useRef<HTMLButtonElement>(null);
  const isSeen = useSeen(button);
  const rows = useCall('conflicts.get', { id: group.id }, { enabled: isSeen }).data?.rows;
  useEffect(() => {
    if (!isSelected) return;
    button.current?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement?.matches('.conflict-item') === true) button.current?.focus();
  }, [isSelected]);
  const title = groupTitle(group.title, i18n.language);
  const isSingle = group.claims.length < 2;
  const against = isSingle ? group.why : group.claims.length > mostAgainst ? t('claims', { count: group.claims.length }) : againstText(rows ?? []);
  return (
    <button
      ref={button}
      type="button"
      className="conflict-item"
      aria-current={isSelected ? 'true' : undefined}
      title={`${title}\n${group.why}`}
      onClick={() => onSelect(group.id)}
    >
      <span className="conflict-item-title">{title}</span>
      <span className="cut muted">{against || '\u00a0'}</span>
      {group.state === 'stale' ? <IconClockExclamation className="conflict-stale-mark" size={12} stroke={2} aria-label={t('state.stale')} /> : null}
    </button>
  );
});
