// The series of the workbook and its measures: to rename, to join under one name, to describe.
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series } from '../../../../shared/features/ledger/model.ts';
import { errorWords, useCall, useOffers, useWorkspace } from '../../../bridge/index.ts';
import { EmptyState, ErrorNotice, type Segment, Segments, segmentOffers, Toolbar } from '../../../ui/index.ts';
import { AlikeTable } from './AlikeTable.tsx';
import { type ListedMeasure, MeasureDialog } from './MeasureDialog.tsx';
import { MeasureTable, SeriesTable } from './NameTable.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import './series.css';

type Shown = 'series' | 'alike' | 'measures';

/** Rows drawn at once; the filter finds the others. */
const mostRows = 500;

export function SeriesView() {
  const { t } = useTranslation('ledger');
  const openView = useWorkspace((state) => state.openView);
  const [shown, setShown] = useState<Shown>('series');
  const [typed, setTyped] = useState('');
  const [renamed, setRenamed] = useState<Series>();
  const [described, setDescribed] = useState<ListedMeasure>();
  const list = useCall('ledger.series', {});
  const alike = useCall('ledger.alike', {}).data ?? { pairs: [], apart: [] };
  const measures = useCall('ledger.measures', {}).data?.measures ?? [];
  const segments: readonly Segment<Shown>[] = [
    { key: 'series', label: t('seriesView.segment.series'), count: list.data?.series.length ?? 0 },
    { key: 'alike', label: t('seriesView.segment.alike'), count: alike.pairs.length },
    { key: 'measures', label: t('seriesView.segment.measures'), count: measures.length },
  ];
  const onChoose = (next: Shown) => setShown(next);
  useOffers(segmentOffers({ label: t('seriesView.show'), segments, onChoose }));
  if (list.isError) return <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <div className="view" aria-busy />;
  const { series } = list.data;
  const fits = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(typed.trim().toLowerCase()));
  const foundSeries = series.filter((one) => fits(one.label, one.measure));
  const foundMeasures = measures.filter((one) => fits(one.code, one.described?.label ?? '', one.family));
  const total = shown === 'series' ? foundSeries.length : shown === 'measures' ? foundMeasures.length : 0;
  const isNothing =
    shown === 'series' ? foundSeries.length === 0 : shown === 'alike' ? alike.pairs.length + alike.apart.length === 0 : foundMeasures.length === 0;
  return (
    <div className="view">
      <Toolbar label={t('seriesView.title')}>
        <Segments label={t('seriesView.show')} segments={segments} chosen={shown} onChoose={onChoose} />
        <span className="grow" />
        {shown === 'alike' ? null : (
          <input
            type="search"
            className="series-filter"
            placeholder={t('seriesView.filter')}
            aria-label={t('seriesView.filter')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Toolbar>
      {series.length === 0 ? (
        <EmptyState
          icon={IconListDetails}
          text={t('seriesView.empty')}
          action={{ label: t('seriesView.emptyAction'), run: () => openView('reader') }}
        />
      ) : isNothing ? (
        <EmptyState icon={IconListDetails} text={t(shown === 'alike' ? 'seriesView.noAlike' : 'seriesView.noMatch')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <section className="series-body" tabIndex={0} aria-label={t(`seriesView.segment.${shown}`)}>
          {shown === 'series' ? <SeriesTable series={foundSeries.slice(0, mostRows)} onRename={setRenamed} /> : null}
          {shown === 'alike' ? <AlikeTable alike={alike} /> : null}
          {shown === 'measures' ? <MeasureTable measures={foundMeasures.slice(0, mostRows)} onDescribe={setDescribed} /> : null}
          {total > mostRows ? <p className="muted series-hint">{t('seriesView.firstRows', { shown: mostRows, total })}</p> : null}
        </section>
      )}
      {renamed === undefined ? null : <RenameDialog series={renamed} onClose={() => setRenamed(undefined)} />}
      {described === undefined ? null : <MeasureDialog measure={described} onClose={() => setDescribed(undefined)} />}
    </div>
  );
}
