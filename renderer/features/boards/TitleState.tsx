import { IconAlertTriangle, IconCheck, IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TitleState as State } from '../../../shared/features/boards/findings.ts';

const icons = { holds: IconCheck, no_longer: IconAlertTriangle, cannot_be_told: IconHelp } as const;

/** Whether what a title says is so: an icon and words, never colour alone. Nothing where nothing was to be checked. */
export function TitleStateChip({ state }: { readonly state: State }) {
  const { t } = useTranslation('boards');
  if (state === 'unchecked') return null;
  const StateIcon = icons[state];
  return (
    <span className="board-state" data-state={state}>
      <StateIcon size={13} stroke={2} aria-hidden />
      {t(`titleState.${state}`)}
    </span>
  );
}
