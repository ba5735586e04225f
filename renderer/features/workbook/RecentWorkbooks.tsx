import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { WorkbookEntry } from '../../../shared/features/library/contract.ts';
import { sizeText } from '../../../shared/size-text.ts';
import { errorWords, notify, useCall, useCommand } from '../../bridge/index.ts';
import { addCommands } from '../../ui/commands.ts';
import { ErrorNotice, momentText } from '../../ui/index.ts';
import { type Refused, RefusedDialog } from './RefusedDialog.tsx';

function RecentRow({ entry, isOpening, onOpen }: { entry: WorkbookEntry; isOpening: boolean; onOpen(): void }) {
  const { t, i18n } = useTranslation('workbook');
  const when = entry.modifiedAt === null ? '' : momentText(entry.modifiedAt, i18n.language);
  return (
    <button type="button" className="recent-row" disabled={isOpening} onClick={onOpen}>
      <span className="recent-name">
        <b className="cut">{entry.name}</b>
        <span className="cut">{entry.place}</span>
      </span>
      {entry.isMissing ? <span className="recent-missing">{t('missing')}</span> : <span>{when}</span>}
      <span className="recent-size">{entry.sizeBytes === null ? '' : sizeText(entry.sizeBytes, i18n.language)}</span>
    </button>
  );
}

/** A backup helps only where the file itself is the trouble. */
const pastOpening: readonly AppError['code'][] = ['damaged', 'not-a-workbook', 'not-found'];

/** Each workbook on this computer can be opened by its name. */
function useOpenCommands(workbooks: readonly WorkbookEntry[], open: (entry: WorkbookEntry) => void): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(
    () =>
      addCommands(
        workbooks.map((entry) => ({
          id: `start.open.${entry.id}`,
          titleKey: 'workbook:command.openNamed',
          titleValues: { name: entry.name },
          worksOnStart: true,
          run: () => latest.current(entry),
        })),
        'last',
      ),
    [workbooks],
  );
}

const noWorkbooks: readonly WorkbookEntry[] = [];

export function RecentWorkbooks() {
  const { t } = useTranslation('workbook');
  const list = useCall('library.list', {});
  const open = useCommand('library.open', { isQuiet: true });
  const [refused, setRefused] = useState<Refused>();
  const workbooks = list.data?.workbooks ?? noWorkbooks;
  const openEntry = (entry: WorkbookEntry) =>
    open.run({ id: entry.id }).catch((error: AppError) => {
      if (pastOpening.includes(error.code)) setRefused({ entry, why: errorWords(error) });
      else notify({ tone: 'error', text: errorWords(error) });
    });
  useOpenCommands(workbooks, (entry) => void openEntry(entry));
  return (
    <section aria-labelledby="start-recent">
      <h2 id="start-recent">{t('recent')}</h2>
      {list.isError ? <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} /> : null}
      <div className="recent-list">
        {workbooks.map((entry) => (
          <RecentRow key={entry.id} entry={entry} isOpening={open.isRunning} onOpen={() => void openEntry(entry)} />
        ))}
      </div>
      {refused === undefined ? null : <RefusedDialog refused={refused} onClose={() => setRefused(undefined)} />}
    </section>
  );
}
