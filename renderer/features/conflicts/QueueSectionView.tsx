import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { kindIcons } from './kind-icons.ts';
import { QueueItem } from './QueueItem.tsx';
import { type Folding, type QueueSection, shownGroups } from './queue-sections.ts';

export interface QueueSectionViewProps {
  readonly section: QueueSection;
  readonly folding: Folding;
  isFolded(section: QueueSection): boolean;
  onTurn(section: QueueSection): void;
  onMore(section: QueueSection): void;
  readonly selectedId: string | undefined;
  onSelect(id: string): void;
}

/** Groups of one kind under a head that folds them. */
export function QueueSectionView({ section, folding, isFolded, onTurn, onMore, selectedId, onSelect }: QueueSectionViewProps) {
  const { t } = useTranslation('conflicts');
  const isShut = isFolded(section);
  const KindIcon = kindIcons[section.kind];
  const Chevron = isShut ? IconChevronRight : IconChevronDown;
  const shown = shownGroups(section, folding);
  const left = section.groups.length - shown.length;
  return (
    <section>
      <button type="button" className="conflict-kind-head" aria-expanded={!isShut} title={t(`means.${section.kind}`)} onClick={() => onTurn(section)}>
        <Chevron size={12} stroke={1.8} aria-hidden />
        <KindIcon size={14} stroke={1.8} aria-hidden />
        <span className="cut">{t(`kind.${section.kind}`)}</span>
        <em>{section.groups.length}</em>
      </button>
      {isShut ? null : (
        <ul>
          {shown.map((group) => (
            <li key={group.id}>
              <QueueItem group={group} isSelected={group.id === selectedId} onSelect={onSelect} />
            </li>
          ))}
        </ul>
      )}
      {isShut || left === 0 ? null : (
        <button type="button" className="link-button conflict-more" onClick={() => onMore(section)}>
          {t('more', { count: left })}
        </button>
      )}
    </section>
  );
}
