// What there is to read, beside the Reader: sources with figures and dates that nobody looked at yet come first.
import { IconFileImport, IconFiles } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../shared/features/sources/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { errorWords, useCall, useWorkspace, viewOf } from '../../bridge/index.ts';
import { EmptyState, ErrorNotice, Grade, Tool, Toolbar } from '../../ui/index.ts';
import { chooseFiles } from './choose-files.ts';
import { openSource } from './source-menu.ts';
import './queue.css';

const mostShown = 200;
const newestFirst = [{ field: 'publishedOn', direction: 'desc' }] as const;

/** The source that a Reader showed last. */
function useSourceInReader(): unknown {
  return useWorkspace(
    ({ visits }) => visits.places.slice(0, visits.at + 1).findLast(({ instance }) => viewOf(instance) === 'reader')?.params['sourceId'],
  );
}

const isToFinish = ({ found, captured, setAside }: SourceRow) => captured + setAside < found;

function step(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('li button')];
  const next = buttons[buttons.indexOf(event.target as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}

export function QueueView() {
  const { t } = useTranslation('sources');
  const openView = useWorkspace((state) => state.openView);
  const current = useSourceInReader();
  const list = useCall('sources.window', { count: mostShown, sort: [...newestFirst] });
  if (list.isError) return <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <div className="view" aria-busy />;
  const { rows, total } = list.data;
  if (rows.length === 0)
    return (
      <div className="view">
        <EmptyState icon={IconFiles} text={t('queue.empty')} action={{ label: t('addSource'), run: chooseFiles }} />
      </div>
    );
  const groups = [
    { key: 'toFinish', of: rows.filter(isToFinish) },
    { key: 'done', of: rows.filter((row) => !isToFinish(row)) },
  ] as const;
  return (
    <div className="view queue">
      <Toolbar label={t('queue.title')}>
        <Tool icon={IconFileImport} label={t('queue.add')} isPrimary onRun={chooseFiles} />
        <span className="grow" />
        <button type="button" className="link-button" onClick={() => openView('sources')}>
          {t('queue.all', { count: total })}
        </button>
      </Toolbar>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows step between its buttons */}
      <div className="queue-list" onKeyDown={step}>
        {groups.map(({ key, of }) =>
          of.length === 0 ? null : (
            <section key={key} aria-label={t(`queue.${key}`)}>
              <h2>
                {t(`queue.${key}`)} <em>{of.length}</em>
              </h2>
              <ul>
                {of.map((row) => (
                  <QueueItem key={row.id} row={row} isCurrent={row.id === current} />
                ))}
              </ul>
            </section>
          ),
        )}
        {total > rows.length ? <p className="muted queue-more">{t('queue.more', { count: total - rows.length })}</p> : null}
      </div>
    </div>
  );
}

function QueueItem({ row, isCurrent }: { row: SourceRow; isCurrent: boolean }) {
  const { t, i18n } = useTranslation('sources');
  const about = [row.publisher, row.publishedOn === null ? undefined : formatPeriod(row.publishedOn, i18n.language)].filter(Boolean).join(' · ');
  const share = (part: number): string => `${row.found === 0 ? 0 : (100 * part) / row.found}%`;
  const words = t('coverage', { captured: row.captured, found: row.found, setAside: row.setAside });
  return (
    <li>
      <button type="button" className="queue-item" aria-current={isCurrent ? 'true' : undefined} onClick={() => openSource(row)}>
        <Grade source={row.grade} />
        <span className="queue-words">
          <b className="source-words" lang={row.language ?? undefined} title={row.title}>
            {row.title}
          </b>
          <span className="queue-about">
            <span className="muted">{about}</span>
            {row.found === 0 ? null : (
              <span className="coverage" role="img" aria-label={words} title={words}>
                <i className="coverage-captured" style={{ width: share(row.captured) }} />
                <i className="coverage-aside" style={{ width: share(row.setAside) }} />
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}
