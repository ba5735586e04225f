import { IconAlertTriangle, IconUnlink } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PendingPassage } from '../../../../shared/features/passages/contract.ts';
import { listMenus, useMenuCommands } from '../../../bridge/index.ts';
import { anchorsKeys } from '../keys.ts';
import { passageMenu } from './passage-menu.ts';

export interface AnchorQueueProps {
  readonly passages: readonly PendingPassage[];
  readonly selectedId: string;
  onSelect(id: string): void;
  onStep(by: number): void;
}

/** Grouped by source, in the order of the texts. */
export function AnchorQueue({ passages, selectedId, onSelect, onStep }: AnchorQueueProps) {
  const { t } = useTranslation('passages');
  const groups = [...Map.groupBy(passages, (passage) => passage.sourceId).values()];
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onStep(by);
  };
  const menus = listMenus((id) => {
    const passage = passages.find((one) => one.id === id);
    if (passage === undefined) return undefined;
    onSelect(id);
    return passageMenu(passage, t);
  });
  const current = passages.find(({ id }) => id === selectedId);
  useMenuCommands(current === undefined ? undefined : passageMenu(current, t), anchorsKeys);
  return (
    <nav className="anchor-queue" aria-label={t('anchors.queue')} onKeyDown={onKeyDown} {...menus}>
      {groups.map((group) => (
        <section key={group[0]!.sourceId}>
          <h2 className="cut" title={group[0]!.sourceTitle}>
            {group[0]!.sourceTitle} <em>{group.length}</em>
          </h2>
          {group.map((passage) => (
            <Item key={passage.id} passage={passage} isSelected={passage.id === selectedId} onSelect={onSelect} />
          ))}
        </section>
      ))}
    </nav>
  );
}

function Item({ passage, isSelected, onSelect }: { passage: PendingPassage; isSelected: boolean; onSelect(id: string): void }) {
  const { t } = useTranslation('words');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSelected) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const Mark = passage.state === 'lost' ? IconUnlink : IconAlertTriangle;
  return (
    <button
      ref={button}
      type="button"
      className="anchor-item"
      data-entry={passage.id}
      aria-current={isSelected ? 'true' : undefined}
      data-state={passage.state}
      onClick={() => onSelect(passage.id)}
    >
      <Mark size={14} stroke={1.8} aria-label={t(`anchor.${passage.state}`)} />
      <span className="cut source-words">{passage.before.exact}</span>
    </button>
  );
}
