import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import type { PanelSeries } from './point-kinds.ts';

export interface SourceLineProps {
  readonly sources: Output<'charts.panel'>['sources'];
  readonly series: readonly PanelSeries[];
}

/** Whose numbers the chart shows. */
export function SourceLine({ sources, series }: SourceLineProps) {
  const { t } = useTranslation('charts');
  const points = series.flatMap((one) => one.points);
  const origins = new Set(points.map((point) => point.issuer).filter((issuer) => issuer !== null)).size;
  const names = sources.map(({ issuer, sourceTitle }) =>
    issuer === null || sourceTitle === null ? (issuer ?? sourceTitle ?? '') : t('sourceOf', { issuer, source: sourceTitle }),
  );
  const named = [...new Set(names)].filter((name) => name !== '').join('; ');
  const text = `${named}. ${t('claims', { count: points.length })}, ${t('origins', { count: origins })}.`;
  return (
    <p className="chart-sources" title={text}>
      <b>{t('sources')}</b> {text}
    </p>
  );
}
