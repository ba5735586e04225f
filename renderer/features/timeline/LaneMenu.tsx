import { Checkbox, Popover, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lane } from '../../../shared/features/timeline/contract.ts';
import { Tool } from '../../ui/index.ts';
import { laneKind } from './lane-kind.ts';

export interface LaneMenuProps {
  readonly lanes: readonly Lane[];
  readonly hidden: ReadonlySet<string>;
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
  onChange(hidden: ReadonlySet<string>): void;
}

/** Which lanes are shown. */
export function LaneMenu({ lanes, hidden, isOpen, setOpen, onChange }: LaneMenuProps) {
  const { t } = useTranslation(['timeline', 'words'] as const);
  const [typed, setTyped] = useState('');
  const shown = lanes.filter((lane) => !hidden.has(lane.id)).length;
  const listed = lanes.filter((lane) => lane.name.toLowerCase().includes(typed.trim().toLowerCase()));
  const toggle = (id: string, isShown: boolean) => onChange(new Set(isShown ? [...hidden].filter((one) => one !== id) : [...hidden, id]));
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus shadow="md" width={300}>
      <Popover.Target>
        <Tool
          icon={IconFilter}
          label={shown === lanes.length ? t('lanes', { count: shown }) : t('lanesOf', { shown, total: lanes.length })}
          keys="F"
          isExpanded={isOpen}
          onRun={() => setOpen(!isOpen)}
        />
      </Popover.Target>
      <Popover.Dropdown className="timeline-lane-menu" aria-label={t('chooseLanes')}>
        <TextInput
          data-autofocus
          aria-label={t('findLane')}
          placeholder={t('findLane')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className="timeline-lane-all">
          <button
            type="button"
            className="link-button"
            onClick={() => onChange(new Set([...hidden].filter((id) => !listed.some((lane) => lane.id === id))))}
          >
            {t('showAll')}
          </button>
          <button type="button" className="link-button" onClick={() => onChange(new Set([...hidden, ...listed.map((lane) => lane.id)]))}>
            {t('hideAll')}
          </button>
        </div>
        <ul>
          {listed.map((lane) => (
            <li key={lane.id}>
              <Checkbox
                classNames={{ label: 'timeline-pick-label', description: 'timeline-pick-detail' }}
                label={lane.name}
                description={laneKind(lane, t)}
                checked={!hidden.has(lane.id)}
                onChange={(event) => toggle(lane.id, event.currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
