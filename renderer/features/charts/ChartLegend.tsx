import { useTranslation } from 'react-i18next';
import type { PanelPoint, PanelSeries } from './point-kinds.ts';
import { distinctWords } from './words.ts';

export interface ChartLegendProps {
  readonly unit: string;
  readonly series: readonly PanelSeries[];
  readonly points: readonly PanelPoint[];
  readonly hasShades: boolean;
  readonly hasPolicyLines: boolean;
  readonly hasListingLines: boolean;
}

/** Only the signs that the panel uses. */
export function ChartLegend({ unit, series, points, hasShades, hasPolicyLines, hasListingLines }: ChartLegendProps) {
  const { t } = useTranslation('charts');
  const signs: readonly (readonly [string, boolean])[] = [
    ['adopted', points.some((point) => point.kind === 'main' && !point.isEstimate)],
    ['estimate', points.some((point) => point.isEstimate)],
    ['rival', points.some((point) => point.kind === 'rival')],
    ['open', points.some((point) => (point.low === undefined) !== (point.high === undefined))],
    ['reading', points.some((point) => point.band !== undefined)],
    ['upcoming', points.some((point) => point.kind === 'upcoming')],
    ['event', hasPolicyLines],
    ['listing', hasListingLines],
    ['force', hasShades],
  ];
  return (
    <ul className="chart-legend" aria-label={t('legend')}>
      {unit === '' ? null : <li className="chart-unit">{unit}</li>}
      {series.length < 2
        ? null
        : series.map((one, index) => (
            <li key={one.id}>
              <i data-sign="series" style={{ background: `var(--series-${(index % 5) + 1})` }} aria-hidden />
              {distinctWords(one, series)}
            </li>
          ))}
      {signs.map(([sign, isUsed]) =>
        isUsed ? (
          <li key={sign}>
            <i data-sign={sign} aria-hidden />
            {t(`sign.${sign}`)}
          </li>
        ) : null,
      )}
    </ul>
  );
}
