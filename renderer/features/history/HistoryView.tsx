// Every edit, newest first; the chosen one opens to what it changed, record by record.
import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edit } from '../../../shared/features/history/contract.ts';
import { errorWords, useCall, words } from '../../bridge/index.ts';
import { dayText, EmptyState, ErrorNotice, Tool, Toolbar, timeText } from '../../ui/index.ts';
import { EditChanges } from './EditChanges.tsx';
import { redo, undo } from './undo.ts';
import './history.css';

const pageEdits = 200;

function EditRow({ edit, isOpen, onToggle }: { edit: Edit; isOpen: boolean; onToggle(): void }) {
  const { t, i18n } = useTranslation('history');
  const time = timeText(edit.at, i18n.language);
  return (
    <li className="history-edit" data-undone={edit.isUndone ? '' : undefined}>
      <button type="button" aria-expanded={isOpen} onClick={onToggle}>
        <time dateTime={edit.at}>{time}</time>
        <b className="cut">{words(edit.label)}</b>
        {edit.kind === 'do' ? null : <span className="history-kind">{t(`kind.${edit.kind}`, { target: edit.target })}</span>}
        {edit.isUndone ? <span className="history-kind">{t('isUndone')}</span> : null}
        <span className="grow" />
        <span className="muted">{t('changes', { count: edit.changes })}</span>
        <span className="muted history-author">{edit.author === '' ? t('unnamedPerson') : edit.author}</span>
      </button>
      {isOpen ? <EditChanges seq={edit.seq} /> : null}
    </li>
  );
}

function Days({ edits, openSeq, onOpen }: { edits: readonly Edit[]; openSeq: number | undefined; onOpen(seq: number | undefined): void }) {
  const { i18n } = useTranslation();
  const days = Map.groupBy(edits, (edit) => dayText(edit.at, i18n.language));
  return [...days].map(([day, ofDay]) => (
    <section key={day}>
      <h2>{day}</h2>
      <ol>
        {ofDay.map((edit) => (
          <EditRow key={edit.seq} edit={edit} isOpen={edit.seq === openSeq} onToggle={() => onOpen(edit.seq === openSeq ? undefined : edit.seq)} />
        ))}
      </ol>
    </section>
  ));
}

export function HistoryView() {
  const { t } = useTranslation('history');
  const [limit, setLimit] = useState(pageEdits);
  const [openSeq, setOpenSeq] = useState<number>();
  const list = useCall('history.list', { limit });
  const state = useCall('history.state', {}).data;
  const edits = list.data?.edits ?? [];
  const total = list.data?.total ?? 0;
  return (
    <div className="view">
      <Toolbar label={t('title')}>
        <Tool icon={IconArrowBackUp} label={t('undo')} isDisabled={state?.undo == null} onRun={() => void undo()} />
        <Tool icon={IconArrowForwardUp} label={t('redo')} isDisabled={state?.redo == null} onRun={() => void redo()} />
        <span className="grow" />
        <span className="muted">{list.data === undefined ? '' : t('total', { count: total })}</span>
      </Toolbar>
      {list.isError ? <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && edits.length === 0 ? <EmptyState icon={IconHistory} text={t('empty')} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="history-list" tabIndex={0} aria-label={t('edits')}>
        <Days edits={edits} openSeq={openSeq} onOpen={setOpenSeq} />
        {total > edits.length ? (
          <button type="button" className="link-button history-more" onClick={() => setLimit((count) => Math.min(1000, count + pageEdits))}>
            {t('more')}
          </button>
        ) : null}
      </section>
    </div>
  );
}
