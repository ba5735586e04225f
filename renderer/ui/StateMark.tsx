import { IconCheck, IconClockExclamation, IconEqual, IconHistory, IconPoint, IconSquareRotatedFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export type ObservationState = 'single' | 'agreed' | 'revised' | 'disputed' | 'decided' | 'stale';

const icons = {
  decided: IconCheck,
  agreed: IconEqual,
  revised: IconHistory,
  disputed: IconSquareRotatedFilled,
  stale: IconClockExclamation,
  single: IconPoint,
} as const;
const strokes = { decided: 2.6, agreed: 2, revised: 2, disputed: 2, stale: 2, single: 2 } as const;

/** Glyph of an observation's state, 12 px; the same in grids, margin, palette and Evidence. */
export function StateMark({ state, size = 12 }: { state: ObservationState; size?: number }) {
  const { t } = useTranslation('ui');
  const StateIcon = icons[state];
  const words = t(`state.${state}`);
  return (
    <span className="state" data-state={state} role="img" aria-label={words} title={words}>
      <StateIcon size={state === 'disputed' ? size - 3 : size} stroke={strokes[state]} aria-hidden />
    </span>
  );
}

/** Mark and word on the state's soft fill: for Evidence and lists, not for grids. */
export function StateChip({ state }: { state: ObservationState }) {
  const { t } = useTranslation('ui');
  return (
    <span className="state-chip" data-state={state}>
      <StateMark state={state} />
      {t(`state.${state}`)}
    </span>
  );
}
