// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role comes with the shared properties
// biome-ignore-all lint/a11y/useSemanticElements: only the part in view is in the document, so rows and cells are placed, not tabled
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../shared/features/ledger/model.ts';
import { DiffersMark, StateMark, valueText } from '../../ui/index.ts';
import { type CellText, isUpcoming } from './cell-text.ts';

export type CellMode = 'values' | 'origins';

export interface LedgerCellProps {
  readonly id: string;
  readonly observation: Observation | undefined;
  readonly text: CellText | undefined;
  readonly mode: CellMode;
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly isNow: boolean;
}

/** Mark and rival count left, value right, on one line. Only disputed and stale cells are filled. */
export const LedgerCell = memo(function LedgerCell({
  id,
  observation,
  text,
  mode,
  column,
  left,
  width,
  isSelected,
  isActive,
  isNow,
}: LedgerCellProps) {
  const { t, i18n } = useTranslation('ledger');
  const shared = {
    id,
    role: 'gridcell',
    'aria-colindex': column + 3,
    'data-column': column,
    'data-now': isNow ? '' : undefined,
    'data-active': isActive ? '' : undefined,
    style: { left, width },
  } as const;
  if (observation === undefined || text === undefined) {
    return (
      <div {...shared} className="ledger-cell" data-empty="">
        –
      </div>
    );
  }
  const { state, status, claims, support } = observation;
  const rivals = claims.length - 1;
  const tone = state === 'disputed' ? 'cell-disputed' : state === 'stale' ? 'cell-stale' : isUpcoming(status) ? 'cell-forecast' : '';
  return (
    <div {...shared} className={`ledger-cell ${tone}`} data-status={status} aria-selected={isSelected} title={valueText(observation, i18n.language)}>
      {state === 'single' ? null : (
        <span className="ledger-mark">
          <StateMark state={state} />
          {rivals === 0 ? null : (
            <span className="ledger-rivals">
              {rivals}
              <span className="visually-hidden"> {t('rivalsWord', { count: rivals })}</span>
            </span>
          )}
        </span>
      )}
      {mode === 'origins' ? (
        <span className="ledger-value ledger-origins">{support}</span>
      ) : (
        <span className="ledger-value">
          {observation.differs ? <DiffersMark /> : null}
          {text.mark === '' ? null : <span className="value-mark">{text.mark}&nbsp;</span>}
          {text.digits}
        </span>
      )}
    </div>
  );
});
