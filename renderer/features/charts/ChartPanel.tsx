// One panel: the series of one unit over one time, with its legend. Left and Right step through the points.
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../shared/period/index.ts';
import { formatQuantity, unitLabel } from '../../../shared/quantity/index.ts';
import { useKeyedCommands, useMenuCommands } from '../../bridge/index.ts';
import { Chart, type ChartPointEvent, type ChartTokens } from '../../ui/chart/index.ts';
import { menuHandlers, openMenu, valueText } from '../../ui/index.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { chartOption, pointSeries } from './chart-option.ts';
import { chartKeys } from './keys.ts';
import { layoutPanel, type PanelLayout, type TimeSpan } from './panel-layout.ts';
import type { PointShape } from './panel-shapes.ts';
import { type InForce, type PanelEvent, type PanelPoint, type PanelSeries, panelPoints } from './point-kinds.ts';
import { pointMenu } from './point-menu.ts';
import { seriesWords } from './words.ts';

export interface ChartPanelProps {
  readonly series: readonly PanelSeries[];
  readonly events: readonly PanelEvent[];
  readonly shades: readonly InForce[];
  readonly unit: string | null;
  readonly span: TimeSpan;
  /** Where the days stand, where a time line below has set that. */
  readonly days: { readonly left: number; readonly right: number } | undefined;
  readonly selected: string | undefined;
  /** The one whose points the commands step through. */
  readonly isStepped: boolean;
  onSelect(claimId: string): void;
}

export function ChartPanel({ isStepped, series, events, shades, unit, span, days, selected, onSelect }: ChartPanelProps) {
  const { t, i18n } = useTranslation(['charts', 'words'] as const);
  const locale = i18n.language;
  const drawn = useRef<PanelLayout>(undefined);
  const points = useMemo(() => series.flatMap((one) => panelPoints(one.points)), [series]);

  const tooltip = useCallback(
    ({ entry: { point, kind } }: PointShape) => {
      const issuer = point.issuer ?? t(kind === 'upcoming' ? 'issuerUnknown' : 'unnamed');
      return [
        `${valueText(point.value, locale)} · ${formatPeriod(point.period, locale)}`,
        [t(`words:status.${point.status}`), t(`role.${point.role}`)].join(' · '),
        [issuer, point.sourceTitle].filter(Boolean).join(' · '),
      ].join('\n');
    },
    [t, locale],
  );
  const option = useCallback(
    (tokens: ChartTokens, { width, height }: { readonly width: number; readonly height: number }) => {
      const layout = layoutPanel({ series, events, shades, unit, span, days, selected, locale }, { width, height });
      drawn.current = layout;
      return chartOption({ layout, tokens, width, height, selected, axisText: (value) => axisText(value, locale), tooltip });
    },
    [series, events, shades, unit, span, days, selected, locale, tooltip],
  );
  const pointAt = ({ seriesIndex, dataIndex }: ChartPointEvent) =>
    seriesIndex === pointSeries ? drawn.current?.points[dataIndex]?.entry.point : undefined;
  const onPointClick = (event: ChartPointEvent) => {
    const point = pointAt(event);
    if (point !== undefined) onSelect(point.claimId);
  };
  const menuOf = (point: PanelPoint['point']) => pointMenu(point, `${valueText(point.value, locale)} · ${formatPeriod(point.period, locale)}`, t);
  const onPointMenu = (event: ChartPointEvent, { left, top }: { readonly left: number; readonly top: number }) => {
    const point = pointAt(event);
    if (point === undefined) return;
    onSelect(point.claimId);
    openMenu(menuOf(point), { left, top, above: top });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || points.length === 0) return;
    event.preventDefault();
    step(event.key === 'ArrowRight' ? 1 : -1);
  };
  const step = (by: 1 | -1) => {
    const at = points.findIndex((entry) => entry.point.claimId === selected);
    const next = points[at >= 0 ? at + by : by > 0 ? 0 : points.length - 1];
    if (next !== undefined) onSelect(next.point.claimId);
  };

  const table = useMemo(
    () => ({
      columns: [t('column.series'), t('column.period'), t('column.value'), t('column.status'), t('column.issuer')],
      rows: series.flatMap((one) =>
        one.points.map((point) => [
          seriesWords(one),
          formatPeriod(point.period, locale),
          valueText(point.value, locale),
          t(`words:status.${point.status}`),
          point.issuer ?? t('unnamed'),
        ]),
      ),
    }),
    [series, locale, t],
  );
  const label = t('chartLabel', { series: series.map(seriesWords).join('; '), unit: unitLabel(unit, locale) });
  const current = points.find((entry) => entry.point.claimId === selected);
  const menu = menuHandlers(() => (current === undefined ? undefined : menuOf(current.point)));
  useMenuCommands(isStepped && current !== undefined ? menuOf(current.point) : undefined);
  useKeyedCommands(chartKeys, isStepped && points.length > 0 ? { '→': () => step(1), '←': () => step(-1) } : {});
  const hasShades = shades.length > 0;
  const isListing = (event: PanelEvent) => event.stage === 'listed' || event.stage === 'delisted';
  return (
    <div className="chart-panel">
      <ChartLegend
        unit={unitLabel(unit, locale)}
        series={series}
        points={points}
        hasShades={hasShades}
        hasPolicyLines={events.some((event) => !isListing(event))}
        hasListingLines={events.some(isListing)}
      />
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/noNoninteractiveTabindex: the drawing is stepped through by keys */}
      <div className="chart-box" role="group" aria-label={t('stepLabel')} tabIndex={0} onKeyDown={onKeyDown} onKeyDownCapture={menu.onKeyDownCapture}>
        <Chart option={option} ariaLabel={label} table={table} onPointClick={onPointClick} onPointMenu={onPointMenu} />
        <div className="visually-hidden" role="status">
          {current === undefined
            ? ''
            : `${valueText(current.point.value, locale)}, ${formatPeriod(current.point.period, locale)}, ${t(`words:status.${current.point.status}`)}`}
        </div>
      </div>
    </div>
  );
}

/** "500k", "1.5m": scales as in the rest of the program. */
function axisText(value: number, locale: string): string {
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return formatQuantity(
    { low: text, high: text, qualifier: 'exact', unit: null, multiplier: 0, change: null },
    { locale, compact: Math.abs(value) >= 1000 },
  );
}
