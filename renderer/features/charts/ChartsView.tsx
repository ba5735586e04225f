// Charts of chosen series among the events around them.
import { IconCalendarEvent, IconChartLine, IconChevronDown, IconTable } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unitLabel } from '../../../shared/quantity/index.ts';
import { errorWords, useCall, useOffers, useSharedAxis, useViewCommands, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice, isPlainKey, Tool, Toolbar } from '../../ui/index.ts';
import { useBox } from '../../ui/use-box.ts';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { ChartPanel } from './ChartPanel.tsx';
import { chartKeys } from './keys.ts';
import { PickMenu } from './PickMenu.tsx';
import { PointsTable } from './PointsTable.tsx';
import { type TimeSpan, timeSpan } from './panel-layout.ts';
import type { PanelSeries } from './point-kinds.ts';
import { SeriesPicker } from './SeriesPicker.tsx';
import { SourceLine } from './SourceLine.tsx';
import { eventLanes, mostSeries, useChartChoice, usualEvents } from './use-chart-choice.ts';
import { seriesDetail, seriesWords } from './words.ts';
import './charts.css';

const mostEvents = 32;

export function ChartsView({ params }: ViewProps) {
  const { t, i18n } = useTranslation('charts');
  const { selection, select, openView } = useWorkspace();
  const workbook = useCall('workbook.info', {});
  const list = useCall('ledger.series', {});
  const timeline = useCall('timeline.lanes', { by: 'thing' });
  const { choice, choose } = useChartChoice(workbook.data?.id, list.data?.series);
  const [openMenu, setOpenMenu] = useState<'series' | 'events'>();
  const [isTable, setTable] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, [isTable, ...(choice?.series ?? [])].join(' '));
  const lanes = useMemo(() => eventLanes(timeline.data?.lanes ?? []), [timeline.data]);
  const events = useMemo(() => (choice === undefined ? [] : (choice.events ?? usualEvents(lanes))), [choice, lanes]);
  const seriesIds = choice?.series ?? [];
  const panel = useCall(
    'charts.panel',
    { seriesIds: [...seriesIds], eventSubjects: [...events].slice(0, mostEvents) },
    { enabled: seriesIds.length > 0 },
  );
  const panels = useMemo(() => byUnit((panel.data?.series ?? []).filter((one) => choice?.series.includes(one.id))), [panel.data, choice]);
  const own = useMemo(() => timeSpan(panels.flatMap((one) => one.series)), [panels]);
  const box = useBox();
  const { span, days } = useSpan(own, box, panels.length > 0);
  // The view held the keys while the chart that had them gave way to another.
  useEffect(() => {
    if (panels.length > 0 && document.activeElement === root.current)
      root.current?.querySelector<HTMLElement>('.chart-box')?.focus({ preventScroll: true });
  }, [panels]);
  const selected = selection.type === 'claim' ? selection.id : undefined;
  const onSelect = useCallback((claimId: string) => select({ type: 'claim', id: claimId }), [select]);
  const asked = params['seriesId'];

  // biome-ignore lint/correctness/useExhaustiveDependencies: each request is answered once, when the choice has been read
  useEffect(() => {
    if (typeof asked === 'string' && choice !== undefined) choose({ ...choice, series: [asked] });
  }, [params, choice === undefined]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event, 't')) return;
    event.preventDefault();
    turn();
  };
  const turn = () => setTable(!isTable);
  const openSeries = () => setOpenMenu(openMenu === 'series' ? undefined : 'series');
  const openEvents = () => setOpenMenu(openMenu === 'events' ? undefined : 'events');
  useViewCommands(chartKeys, { T: turn });
  useOffers([
    { id: 'charts.series', title: t('choose'), run: openSeries },
    { id: 'charts.events', title: t('chooseEvents'), run: openEvents },
  ]);
  const steppedPanel = Math.max(
    0,
    panels.findIndex((one) => one.series.some(({ points }) => points.some(({ claimId }) => claimId === selected))),
  );
  const failed = list.error ?? panel.error;
  const series = list.data?.series;
  const chosen = seriesIds.flatMap((id) => series?.find((one) => one.id === id) ?? []);
  const title =
    chosen[0] === undefined
      ? t('choose')
      : chosen.length === 1
        ? seriesWords(chosen[0])
        : t('titleMore', { first: seriesWords(chosen[0]), count: chosen.length - 1 });
  const detail =
    chosen.length === 1 && chosen[0] !== undefined
      ? [seriesDetail(chosen[0], ''), unitLabel(chosen[0].unit, i18n.language)].filter(Boolean).join(' · ')
      : '';
  if (series !== undefined && series.length === 0) {
    return (
      <div className="view">
        <EmptyState icon={IconChartLine} text={t('empty')} action={{ label: t('emptyAction'), run: () => openView('reader') }} />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: T is also a button
    <div className="view charts" ref={root} tabIndex={-1} onKeyDown={onKeyDown}>
      <Toolbar label={t('title')}>
        <PickMenu
          items={(series ?? [])
            .toSorted((a, b) => b.observations - a.observations)
            .map((one) => ({
              id: one.id,
              label: seriesWords(one),
              detail: [
                seriesDetail(one, t(`frequency.${one.frequency}`, { defaultValue: one.frequency })),
                unitLabel(one.unit, i18n.language),
                t('observations', { count: one.observations }),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          chosen={seriesIds}
          most={mostSeries}
          isOpen={openMenu === 'series'}
          label={t('choose')}
          findLabel={t('findSeries')}
          fullText={t('full', { count: mostSeries })}
          setOpen={(isOpen) => setOpenMenu(isOpen ? 'series' : undefined)}
          onChange={(ids) => choose({ series: ids, events: choice?.events })}
        >
          <button type="button" data-offer="charts.series" className="tool chart-title" aria-expanded={openMenu === 'series'} onClick={openSeries}>
            <span className="cut">{title}</span>
            <IconChevronDown size={12} aria-hidden />
          </button>
        </PickMenu>
        <span className="muted cut chart-detail">{detail}</span>
        <span className="grow" />
        <PickMenu
          items={lanes.map((lane) => ({
            id: lane.name,
            label: lane.name,
            detail: [
              t(`words:subjectType.${lane.kind}`, { defaultValue: lane.kind }),
              t('eventCount', { count: lane.marks.reduce((sum, { n }) => sum + n, 0) }),
            ].join(' · '),
          }))}
          chosen={events}
          most={mostEvents}
          isOpen={openMenu === 'events'}
          label={t('chooseEvents')}
          findLabel={t('findEvents')}
          fullText={t('full', { count: mostEvents })}
          setOpen={(isOpen) => setOpenMenu(isOpen ? 'events' : undefined)}
          onChange={(subjects) => choose({ series: seriesIds, events: subjects })}
        >
          <Tool
            data-offer="charts.events"
            icon={IconCalendarEvent}
            label={t('events', { count: events.length })}
            isExpanded={openMenu === 'events'}
            onRun={openEvents}
          />
        </PickMenu>
        <Tool icon={IconTable} label={t('tableView')} keys="T" isPressed={isTable} onRun={turn} />
      </Toolbar>
      {failed === null ? null : <ErrorNotice message={errorWords(failed)} onRetry={() => void panel.refetch()} />}
      {choice !== undefined && seriesIds.length === 0 ? (
        <EmptyState icon={IconChartLine} text={t('noneChosen')} action={{ label: t('choose'), run: () => setOpenMenu('series') }} />
      ) : null}
      <div className="chart-row">
        {series === undefined ? null : (
          <SeriesPicker series={series} chosen={seriesIds} most={mostSeries} onChange={(ids) => choose({ series: ids, events: choice?.events })} />
        )}
        <div
          className="chart-panels"
          ref={box.ref}
          data-from={Math.round(span.from)}
          data-to={Math.round(span.to)}
          data-table={isTable ? '' : undefined}
        >
          {isTable ? (
            <PointsTable series={panel.data?.series ?? []} label={title} selected={selected} onSelect={onSelect} />
          ) : (
            panels.map(({ unit, key, series: list }, index) => (
              <ChartPanel
                key={key}
                isStepped={index === steppedPanel}
                series={list}
                events={panel.data?.events ?? []}
                shades={panel.data?.shades ?? []}
                unit={unit}
                span={span}
                days={days}
                selected={selected}
                onSelect={onSelect}
              />
            ))
          )}
        </div>
      </div>
      {panel.data === undefined || seriesIds.length === 0 ? null : <SourceLine sources={panel.data.sources} series={panel.data.series} />}
    </div>
  );
}

/** The time of the series; above or below a time line that of both, which begins with room for the series. */
function useSpan(own: TimeSpan, box: { readonly left: number; readonly width: number }, hasSeries: boolean) {
  const shared = useSharedAxis(box);
  const { from, to } = own;
  const change = shared?.change;
  useEffect(() => {
    if (hasSeries) change?.((span) => ({ from: Math.min(span.from, from), to: Math.max(span.to, to) }));
  }, [change, hasSeries, from, to]);
  const inset = shared?.inset;
  const end = shared?.end;
  const days = useMemo(() => (inset === undefined || end === undefined ? undefined : { left: inset, right: end }), [inset, end]);
  return { span: shared?.span ?? own, days };
}

interface UnitPanel {
  readonly key: string;
  readonly unit: string | null;
  readonly series: readonly PanelSeries[];
}

/** Series of one unit and one kind of number share a panel; others never share an axis. */
function byUnit(series: readonly PanelSeries[]): readonly UnitPanel[] {
  const panels = new Map<string, PanelSeries[]>();
  for (const one of series) {
    const key = `${one.unit ?? ''}|${one.change ?? ''}`;
    panels.set(key, [...(panels.get(key) ?? []), one]);
  }
  return [...panels].map(([key, list]) => ({ key, unit: list[0]?.unit ?? null, series: list }));
}
