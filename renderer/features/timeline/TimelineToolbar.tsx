import { NativeSelect } from '@mantine/core';
import { IconFocusCentered, IconTable, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Lane, type LanesBy, lanesBy } from '../../../shared/features/timeline/contract.ts';
import { type Level, levels } from '../../../shared/features/timeline/time-scale.ts';
import { Tool, Toolbar } from '../../ui/index.ts';
import { LaneMenu } from './LaneMenu.tsx';

export interface TimelineToolbarProps {
  readonly lanes: readonly Lane[];
  readonly hidden: ReadonlySet<string>;
  readonly isLaneMenuOpen: boolean;
  readonly by: LanesBy;
  readonly level: Level;
  readonly isTable: boolean;
  setHidden(hidden: ReadonlySet<string>): void;
  setLaneMenuOpen(isOpen: boolean): void;
  setBy(by: LanesBy): void;
  setLevel(level: Level): void;
  zoom(factor: number): void;
  fit(): void;
  setTable(isTable: boolean): void;
}

const legend = ['proposed', 'adopted', 'running', 'halted', 'planned', 'uncertain'] as const;

export function TimelineToolbar(props: TimelineToolbarProps) {
  const { t } = useTranslation('timeline');
  return (
    <Toolbar label={t('title')}>
      <LaneMenu lanes={props.lanes} hidden={props.hidden} isOpen={props.isLaneMenuOpen} setOpen={props.setLaneMenuOpen} onChange={props.setHidden} />
      <NativeSelect
        aria-label={t('by')}
        classNames={{ root: 'timeline-by', input: 'timeline-by-input' }}
        value={props.by}
        data={lanesBy.map((value) => ({ value, label: t(`group.${value}`) }))}
        onChange={(event) => props.setBy(lanesBy.find((one) => one === event.currentTarget.value) ?? 'thing')}
      />
      <div className="timeline-levels" role="radiogroup" aria-label={t('zoomTo')}>
        {levels.map((level) => (
          // biome-ignore lint/a11y/useSemanticElements: a segmented control
          <button key={level} type="button" role="radio" aria-checked={level === props.level} onClick={() => props.setLevel(level)}>
            {t(`level.${level}`)}
          </button>
        ))}
      </div>
      <span className="grow" />
      <ul className="timeline-legend" aria-label={t('legend')}>
        {legend.map((sign) => (
          <li key={sign}>
            <i data-sign={sign} aria-hidden />
            {t(`sign.${sign}`)}
          </li>
        ))}
      </ul>
      <span className="vertical-rule timeline-wide" />
      <Tool icon={IconZoomOut} label={t('zoomOut')} keys="−" iconOnly onRun={() => props.zoom(1.5)} />
      <Tool icon={IconZoomIn} label={t('zoomIn')} keys="+" iconOnly onRun={() => props.zoom(1 / 1.5)} />
      <Tool icon={IconFocusCentered} label={t('fit')} keys="0" iconOnly onRun={props.fit} />
      <Tool icon={IconTable} label={t('tableView')} keys="T" iconOnly isPressed={props.isTable} onRun={() => props.setTable(!props.isTable)} />
    </Toolbar>
  );
}
