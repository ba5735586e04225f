// Where the Reader has nothing to show yet: the sources to choose from.
import { IconBook2, IconFiles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../shared/period/index.ts';
import { errorWords, useCall, useWorkspace } from '../../bridge/index.ts';
import { EmptyState, ErrorNotice, Grade } from '../../ui/index.ts';

const mostShown = 200;

/** Beside the queue a first Reader asks for no other list. */
export function SourcePicker({ onChoose, isFirst }: { readonly isFirst: boolean; onChoose(sourceId: string): void }) {
  const { t, i18n } = useTranslation('passages');
  const openView = useWorkspace((state) => state.openView);
  const sources = useCall('sources.window', { count: mostShown });
  const coverage = useCall('passages.coverage', {}).data;
  const isQueueInSight = useWorkspace((state) => state.inSight.includes('queue'));
  if (sources.isError) return <ErrorNotice message={errorWords(sources.error)} onRetry={() => void sources.refetch()} />;
  if (sources.data === undefined) return <div className="view" aria-busy />;
  if (sources.data.rows.length === 0) {
    return (
      <div className="view">
        <EmptyState icon={IconFiles} text={t('reader.noSources')} action={{ label: t('reader.bringIn'), run: () => openView('sources') }} />
      </div>
    );
  }
  if (isFirst && isQueueInSight)
    return (
      <div className="view">
        <EmptyState icon={IconBook2} text={t('reader.chooseInQueue')} />
      </div>
    );
  return (
    <div className="view source-picker">
      <h2>{t('reader.choose')}</h2>
      {coverage === undefined ? null : <p className="muted">{t('reader.workbookCoverage', { ...coverage })}</p>}
      <ul>
        {sources.data.rows.map((source) => (
          <li key={source.id}>
            <button type="button" className="source-choice" onClick={() => onChoose(source.id)}>
              <Grade source={source.grade} />
              <span className="cut">
                <b className="cut source-words" lang={source.language ?? undefined}>
                  {source.title}
                </b>
                <span className="muted cut">
                  {[source.publisher, source.publishedOn === null ? null : formatPeriod(source.publishedOn, i18n.language)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span className="muted" title={t('reader.capturedPlain', { captured: source.captured, total: source.found })}>
                {t('reader.capturedShort', { captured: source.captured, total: source.found })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {sources.data.total > mostShown ? (
        <button type="button" className="link-button" onClick={() => openView('sources')}>
          {t('reader.moreSources', { count: sources.data.total - mostShown })}
        </button>
      ) : null}
    </div>
  );
}
