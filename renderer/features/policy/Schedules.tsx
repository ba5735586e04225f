// Schedules of a thing: what rate or share follows from which driver, in a line of words, with a way to edit and remove each.
import { IconPencil, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { measureWords } from '../../../shared/code-words.ts';
import type { ThingPage } from '../../../shared/features/policy/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useCommand } from '../../bridge/index.ts';
import { EvidenceButton } from './EvidenceButton.tsx';
import { LineButton } from './LineButton.tsx';

export type ShownSchedule = ThingPage['schedules'][number];

export function Schedules({ schedules, onEdit }: { schedules: readonly ShownSchedule[]; onEdit(schedule: ShownSchedule): void }) {
  return (
    <ul className="policy-lines">
      {schedules.map((schedule) => (
        <ScheduleLine key={schedule.id} schedule={schedule} onEdit={() => onEdit(schedule)} />
      ))}
    </ul>
  );
}

function ScheduleLine({ schedule, onEdit }: { schedule: ShownSchedule; onEdit(): void }) {
  const { t, i18n } = useTranslation('policy');
  const forget = useCommand('policy.forget');
  const name = t(schedule.to === null ? `gives.${schedule.gives}` : 'gives.shareTo', { name: schedule.to });
  const driver = withUnit(measureWords(schedule.driver.measure), schedule.driver.unit);
  const bounds = [
    ...(schedule.floor === null ? [] : [t('atLeast', { value: schedule.floor })]),
    ...(schedule.cap === null ? [] : [t('atMost', { value: schedule.cap })]),
  ];
  return (
    <li>
      <b>{withUnit(name, schedule.unit)}</b>
      <span>
        {t(`form.${schedule.form}`, { driver, formula: schedule.formula })}
        {schedule.points.length === 0 ? null : (
          <span className="muted"> {schedule.points.map(([from, gives]) => `${from} → ${gives}`).join(', ')}</span>
        )}
        {bounds.length === 0 ? null : <span className="muted"> · {bounds.join(', ')}</span>}
        {schedule.period === null ? null : <span className="muted"> · {formatPeriod(schedule.period, i18n.language)}</span>}
      </span>
      {schedule.claims.length === 0 ? null : <EvidenceButton claims={schedule.claims}>{t('linkEvidence')}</EvidenceButton>}
      <span className="grow" />
      <LineButton icon={IconPencil} label={t('editSchedule', { name })} onRun={onEdit} />
      <LineButton
        icon={IconX}
        label={t('removeSchedule', { name })}
        isDisabled={forget.isRunning}
        onRun={() => void forget.run({ record: 'schedule', id: schedule.id }).catch(() => undefined)}
      />
    </li>
  );
}

function withUnit(words: string, unit: string | null): string {
  return unit === null ? words : `${words}, ${unit}`;
}
