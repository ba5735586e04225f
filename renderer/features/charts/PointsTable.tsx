import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../shared/period/index.ts';
import { valueText } from '../../ui/index.ts';
import type { PanelSeries } from './point-kinds.ts';
import { seriesWords } from './words.ts';

export interface PointsTableProps {
  readonly series: readonly PanelSeries[];
  readonly label: string;
  readonly selected: string | undefined;
  onSelect(claimId: string): void;
}

/** The same numbers as a table; a value leads to its claim. */
export function PointsTable({ series, label, selected, onSelect }: PointsTableProps) {
  const { t, i18n } = useTranslation(['charts', 'words'] as const);
  return (
    <table className="chart-points" aria-label={label}>
      <thead>
        <tr>
          {(['series', 'period', 'value', 'status', 'role', 'issuer', 'source'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.flatMap((one) =>
          one.points.map((point) => (
            <tr key={point.claimId} aria-current={point.claimId === selected ? 'true' : undefined}>
              <td>{seriesWords(one)}</td>
              <td>{formatPeriod(point.period, i18n.language)}</td>
              <td className="chart-number">
                <button type="button" onClick={() => onSelect(point.claimId)}>
                  {valueText(point.value, i18n.language)}
                </button>
              </td>
              <td>{t(`words:status.${point.status}`)}</td>
              <td>{t(`role.${point.role}`)}</td>
              <td>{point.issuer ?? <span className="chart-unnamed">{t('unnamed')}</span>}</td>
              <td className="muted">{point.sourceTitle}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
