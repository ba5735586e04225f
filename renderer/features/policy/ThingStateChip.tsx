import {
  type Icon,
  IconCheck,
  IconClockExclamation,
  IconClockHour4,
  IconGavel,
  IconHandStop,
  IconHelp,
  IconPencil,
  IconPlayerPause,
  IconPlayerStop,
  IconQuestionMark,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ThingState } from '../../../shared/features/policy/contract.ts';

const icons: Readonly<Record<ThingState, Icon>> = {
  draft: IconPencil,
  decided: IconGavel,
  in_force: IconCheck,
  paused: IconPlayerPause,
  halted: IconHandStop,
  ended: IconPlayerStop,
  planned: IconClockHour4,
  hypothetical: IconHelp,
  overdue: IconClockExclamation,
  unknown: IconQuestionMark,
};

export function ThingStateChip({ state }: { state: ThingState }) {
  const { t } = useTranslation('policy');
  const StateIcon = icons[state];
  return (
    <span className="thing-state" data-state={state}>
      <StateIcon size={12} stroke={2} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
