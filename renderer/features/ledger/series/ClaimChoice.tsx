// Which claims of a series get the new key: all of them, or those that belong elsewhere.
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { useCall } from '../../../bridge/index.ts';
import { valueText } from '../../../ui/index.ts';

interface ClaimChoiceProps {
  readonly claims: readonly string[];
  /** Those that stay where they are. */
  readonly left: ReadonlySet<string>;
  onChange(left: ReadonlySet<string>): void;
}

/** Longer series are split in the grid of figures, where claims can be filtered. */
const mostShown = 200;

export function ClaimChoice({ claims, left, onChange }: ClaimChoiceProps) {
  const { t } = useTranslation('ledger');
  if (claims.length > mostShown) return <p className="muted series-hint">{t('seriesView.tooManyToSplit', { count: claims.length })}</p>;
  const turn = (id: string) => onChange(new Set(left.has(id) ? [...left].filter((one) => one !== id) : [...left, id]));
  return (
    <fieldset className="series-claims">
      <legend>{t('seriesView.whichClaims')}</legend>
      {claims.map((id) => (
        <ClaimLine key={id} id={id} isMoving={!left.has(id)} onTurn={() => turn(id)} />
      ))}
    </fieldset>
  );
}

function ClaimLine({ id, isMoving, onTurn }: { id: string; isMoving: boolean; onTurn(): void }) {
  const { i18n } = useTranslation();
  const row = useCall('claims.get', { id }).data;
  return (
    <label>
      <input type="checkbox" checked={isMoving} onChange={onTurn} />
      <span>{row?.period == null ? '–' : formatPeriod(row.period, i18n.language)}</span>
      <span>{row === undefined ? '' : valueText(row, i18n.language)}</span>
      <span className="muted">{row?.sourceTitle}</span>
    </label>
  );
}
