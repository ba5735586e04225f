import { useTranslation } from 'react-i18next';
import type { PanelSeries } from './point-kinds.ts';

/** Whose numbers the chart shows. */
export function SourceLine({ sources, series }: { sources: readonly string[]; series: readonly PanelSeries[] }) {
  const { t } = useTranslation('charts');
  const points = series.flatMap((one) => one.points);
  const origins = new Set(points.map((point) => point.issuer).filter((issuer) => issuer !== null)).size;
  const text = `${sources.join('; ')}. ${t('claims', { count: points.length })}, ${t('origins', { count: origins })}.`;
  return (
    <p className="chart-sources" title={text}>
      <b>{t('sources')}</b> {text}
    </p>
  );
}
