import { IconCalculator } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { listMenus, useCall, useMenuCommands, useWorkspace } from '../../bridge/index.ts';
import { Segments } from '../../ui/index.ts';
import { conflictKeys } from './keys.ts';
import { QueueSectionView } from './QueueSectionView.tsx';
import { groupMenu, lineOf } from './queue-menu.ts';
import { type Folding, type QueueSection, type Segment, segments } from './queue-sections.ts';

export interface QueueProps {
  readonly counts: Readonly<Record<Segment, number>>;
  readonly segment: Segment;
  onSegment(segment: Segment): void;
  readonly sections: readonly QueueSection[];
  readonly folding: Folding;
  isFolded(section: QueueSection): boolean;
  onTurn(section: QueueSection): void;
  onMore(section: QueueSection): void;
  readonly selectedId: string | undefined;
  onSelect(id: string): void;
  onStep(by: number): void;
}

export function Queue({ counts, segment, onSegment, sections, onStep, ...rest }: QueueProps) {
  const { t, i18n } = useTranslation('conflicts');
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || !(event.target as HTMLElement).matches('.conflict-item')) return;
    event.preventDefault();
    onStep(by);
  };
  const groups = sections.flatMap((section) => section.groups);
  const menus = listMenus((id) => {
    const group = groups.find((one) => one.id === id);
    if (group === undefined) return undefined;
    rest.onSelect(id);
    return groupMenu(group, lineOf(group, i18n.language), t);
  });
  const current = groups.find(({ id }) => id === rest.selectedId);
  useMenuCommands(current === undefined ? undefined : groupMenu(current, lineOf(current, i18n.language), t), conflictKeys);
  const firstAside = sections.find((section) => section.isAside);
  const asideCount = sections.reduce((sum, section) => sum + (section.isAside ? section.groups.length : 0), 0);
  return (
    <nav className="conflict-queue" aria-label={t('queue')}>
      <Segments
        label={t('show')}
        segments={segments.map((key) => ({ key, label: t(`segment.${key}`), count: counts[key] }))}
        chosen={segment}
        onChoose={onSegment}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only repeat what J and K do */}
      <div className="conflict-sections" onKeyDown={onKeyDown} {...menus}>
        {sections.length === 0 ? <p className="conflict-none">{t(`none.${segment}`)}</p> : null}
        {sections.map((section) => (
          <Fragment key={section.key}>
            {section === firstAside ? (
              <h2 className="conflict-aside">
                {t('tensions')} <em>{asideCount}</em>
              </h2>
            ) : null}
            <QueueSectionView section={section} {...rest} />
          </Fragment>
        ))}
      </div>
      <ChecksLink />
    </nav>
  );
}

function ChecksLink() {
  const { t } = useTranslation('conflicts');
  const openView = useWorkspace((state) => state.openView);
  const checks = useCall('checks.list', {}).data?.checks;
  const breaking = checks?.filter((check) => check.result === 'breaks').length ?? 0;
  return (
    <button type="button" className="conflict-checks-link" onClick={() => openView('checks', {})}>
      <IconCalculator size={14} stroke={1.8} aria-hidden />
      <span className="cut">{t('allChecks', { count: checks?.length ?? 0 })}</span>
      {breaking === 0 ? null : <b>{t('breaking', { count: breaking })}</b>}
    </button>
  );
}
