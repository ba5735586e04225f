import { useTranslation } from 'react-i18next';
import type { WorkbookEntry } from '../../../shared/features/workbook/contract.ts';
import { useCall, useCommand } from '../../bridge/index.ts';
import { ErrorNotice, momentText } from '../../ui/index.ts';

function sizeText(bytes: number | null, language: string): string {
  if (bytes === null) return '';
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(bytes < 1_000_000 ? bytes / 1000 : bytes / 1_000_000);
}

function RecentRow({ entry, isOpening, onOpen }: { entry: WorkbookEntry; isOpening: boolean; onOpen(): void }) {
  const { t, i18n } = useTranslation('workbook');
  const when = entry.modifiedAt === null ? '' : momentText(entry.modifiedAt, i18n.language);
  return (
    <button type="button" className="recent-row" disabled={entry.isMissing || isOpening} onClick={onOpen}>
      <span className="recent-name">
        <b className="cut">{entry.name}</b>
        <span className="cut">{entry.place}</span>
      </span>
      {entry.isMissing ? <span className="recent-missing">{t('missing')}</span> : <span>{when}</span>}
      <span className="recent-size">{entry.isMissing ? '' : sizeText(entry.sizeBytes, i18n.language)}</span>
    </button>
  );
}

export function RecentWorkbooks({ onNew }: { onNew(): void }) {
  const { t } = useTranslation('workbook');
  const list = useCall('workbook.list', {});
  const open = useCommand('workbook.open');
  const workbooks = list.data?.workbooks ?? [];
  return (
    <section aria-labelledby="start-recent">
      <h2 id="start-recent">{t('recent')}</h2>
      {list.isError ? <ErrorNotice message={list.error.message} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && workbooks.length === 0 ? (
        <p className="recent-none">
          {t('noneYet')}{' '}
          <button type="button" className="link-button" onClick={onNew}>
            {t('new.title')}
          </button>
        </p>
      ) : null}
      <div className="recent-list">
        {workbooks.map((entry) => (
          <RecentRow key={entry.id} entry={entry} isOpening={open.isRunning} onOpen={() => void open.run({ id: entry.id }).catch(() => undefined)} />
        ))}
      </div>
    </section>
  );
}
