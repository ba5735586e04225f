// The ledger: series down, periods across, each cell an observation with its state.
import { IconListDetails, IconTable } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useCall, useOffers, useViewCommands, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice, isPlainKey, StateMark, Tool, Toolbar } from '../../ui/index.ts';
import { ledgerKeys } from './keys.ts';
import type { CellMode } from './LedgerCell.tsx';
import { LedgerFilterMenu } from './LedgerFilterMenu.tsx';
import { LedgerGrid } from './LedgerGrid.tsx';
import { filterObservations, isFiltering, noFilter } from './ledger-filter.ts';
import { buildMatrix } from './matrix.ts';
import { useHeadWidth } from './use-head-width.ts';
import './ledger.css';

const modes: readonly CellMode[] = ['values', 'origins'];
const legend = ['decided', 'agreed', 'disputed', 'stale'] as const;

export function LedgerView({ params }: ViewProps) {
  const { t } = useTranslation('ledger');
  const { openView } = useWorkspace();
  const ledger = useCall('ledger.list', {});
  const [filter, setFilter] = useState(noFilter);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const [mode, setMode] = useState<CellMode>('values');
  const { ref, headWidth } = useHeadWidth();
  const observations = ledger.data?.observations;
  const matrix = useMemo(() => buildMatrix(filterObservations(observations ?? [], filter)), [observations, filter]);
  const wanted = useMemo(() => (typeof params['observationId'] === 'string' ? { observationId: params['observationId'] } : undefined), [params]);

  const openFilter = () => setFilterOpen(true);
  useViewCommands(ledgerKeys, { F: openFilter });
  const period = (isYearly: boolean) => t(isYearly ? 'years' : 'allPeriods');
  useOffers([
    ...modes.map((one) => ({ id: `ledger.mode.${one}`, title: `${t('show')}: ${t(`mode.${one}`)}`, run: () => setMode(one) })),
    ...[false, true].map((isYearly) => ({
      id: `ledger.yearly.${isYearly}`,
      title: `${t('periods')}: ${period(isYearly)}`,
      run: () => setFilter({ ...filter, isYearly }),
    })),
    { id: 'ledger.series', title: t('seriesView.open'), keys: 'G M', run: () => openView('series') },
    { id: 'ledger.noFilter', title: t('filter.clear'), run: isFiltering(filter) ? () => setFilter(noFilter) : undefined },
  ]);

  if (ledger.isError) return <ErrorNotice message={errorWords(ledger.error)} onRetry={() => void ledger.refetch()} />;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event, 'f')) return;
    event.preventDefault();
    openFilter();
  };
  const total = observations?.length ?? 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F is also a button
    <div className="view ledger" ref={ref} onKeyDown={onKeyDown}>
      <Toolbar label={t('title')}>
        <LedgerFilterMenu filter={filter} isOpen={isFilterOpen} setOpen={setFilterOpen} onChange={setFilter} />
        <div className="ledger-modes" role="radiogroup" aria-label={t('show')}>
          {modes.map((one) => (
            // biome-ignore lint/a11y/useSemanticElements: a segmented control
            <button key={one} type="button" role="radio" aria-checked={one === mode} onClick={() => setMode(one)}>
              {t(`mode.${one}`)}
            </button>
          ))}
        </div>
        <div className="ledger-modes" role="radiogroup" aria-label={t('periods')}>
          {[false, true].map((isYearly) => (
            // biome-ignore lint/a11y/useSemanticElements: a segmented control
            <button
              key={String(isYearly)}
              type="button"
              role="radio"
              aria-checked={isYearly === filter.isYearly}
              onClick={() => setFilter({ ...filter, isYearly })}
            >
              {period(isYearly)}
            </button>
          ))}
        </div>
        <Tool icon={IconListDetails} label={t('seriesView.open')} keys="G M" iconOnly onRun={() => openView('series')} />
        <span className="grow" />
        <ul className="ledger-legend" aria-label={t('legend')}>
          {legend.map((state) => (
            <li key={state}>
              <StateMark state={state} />
              {t(`state.${state}`)}
            </li>
          ))}
          <li>
            <i className="cell-forecast" aria-hidden />
            {t('upcoming')}
          </li>
          <li>
            <span className="ledger-rivals" aria-hidden>
              2
            </span>
            {t('rivals')}
          </li>
        </ul>
        <span className="muted ledger-count">
          {isFiltering(filter) ? t('countOf', { shown: matrix.observations, total }) : t('count', { count: total })}
        </span>
      </Toolbar>
      {observations === undefined ? <div className="grow" aria-busy /> : null}
      {observations !== undefined && total === 0 ? (
        <EmptyState icon={IconTable} text={t('empty')} action={{ label: t('emptyAction'), run: () => openView('reader') }} />
      ) : null}
      {total > 0 && matrix.observations === 0 ? (
        <EmptyState icon={IconTable} text={t('noMatch')} action={{ label: t('filter.clear'), run: () => setFilter(noFilter) }} />
      ) : null}
      {matrix.observations === 0 ? null : <LedgerGrid matrix={matrix} mode={mode} headWidth={headWidth} wanted={wanted} />}
    </div>
  );
}
