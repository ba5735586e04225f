import { IconClockExclamation } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuedGroup } from '../../../shared/features/conflicts/contract.ts';
import { words } from '../../bridge/index.ts';
import { againstText, groupTitle } from './words.ts';

export interface QueueItemProps {
  readonly group: QueuedGroup;
  readonly isSelected: boolean;
  onSelect(id: string): void;
}

/** The thing, and what stands against what. */
export const QueueItem = memo(function QueueItem({ group, isSelected, onSelect }: QueueItemProps) {
  const { t, i18n } = useTranslation('conflicts');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isSelected) return;
    button.current?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement?.matches('.conflict-item') === true) button.current?.focus();
  }, [isSelected]);
  const title = groupTitle(group.title, i18n.language);
  const why = words(group.why);
  const isSingle = group.claims.length < 2;
  const against = isSingle
    ? why
    : group.against.length === 0
      ? t('claims', { count: group.claims.length })
      : againstText(group.against, i18n.language);
  return (
    <button
      ref={button}
      type="button"
      className="conflict-item"
      data-entry={group.id}
      aria-current={isSelected ? 'true' : undefined}
      title={`${title}\n${why}`}
      onClick={() => onSelect(group.id)}
    >
      <span className="conflict-item-title">{title}</span>
      <span className="conflict-item-against muted">{against || '\u00a0'}</span>
      {group.state === 'stale' ? <IconClockExclamation className="conflict-stale-mark" size={12} stroke={2} aria-label={t('state.stale')} /> : null}
    </button>
  );
});
