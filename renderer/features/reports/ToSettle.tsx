// What is to be settled before the report goes out: figures that no longer hold, numbers that were typed by hand.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog, Kbd } from '../../ui/index.ts';
import type { LockView, Report } from './use-reports.ts';

export interface ToSettleProps {
  readonly report: Report;
  readonly current: LockView | undefined;
  onChoose(lock: LockView): void;
  onTake(lock: LockView): void;
  onKeep(lock: LockView): void;
}

export function ToSettle({ report, current, onChoose, onTake, onKeep }: ToSettleProps) {
  const { t } = useTranslation('reports');
  const open = report.locks.filter(({ settled }) => !settled);
  const typed = report.typed.filter(({ reason }) => reason === '');
  const { locked, stale, undecided, typed: byHand } = report.coverage;
  return (
    <aside className="report-side" aria-label={t('toSettle')}>
      <p className="report-coverage">{t('coverage', { locked, stale, undecided, typed: byHand })}</p>
      <h3>{t('toSettle')}</h3>
      {open.length + typed.length === 0 ? <p className="muted">{t('allSettled')}</p> : null}
      <ul>
        {open.map((lock) => (
          <li key={lock.id} aria-current={lock === current ? 'true' : undefined}>
            <button type="button" className="report-open" onClick={() => onChoose(lock)}>
              <b>{lock.printed}</b>
              <span className="report-state" data-state={lock.state}>
                {t(`state.${lock.state}`)}
              </span>
            </button>
            <p>
              {lock.now === null ? t('nothingNow') : t('nowIs', { value: lock.now.text })}
              {lock.why[0]?.by ? ` ${t('changedBy', { by: lock.why[0].by })}` : ''}
            </p>
            <div className="report-actions">
              <button type="button" className="button" disabled={lock.now === null} onClick={() => onTake(lock)}>
                {t('take')} {lock === current ? <Kbd>T</Kbd> : null}
              </button>
              <button type="button" className="button" onClick={() => onKeep(lock)}>
                {t('keep')} {lock === current ? <Kbd>K</Kbd> : null}
              </button>
            </div>
          </li>
        ))}
        {typed.map((one) => (
          <li key={`${one.block} ${one.start}`}>
            <b>{one.exact}</b> <span className="report-state">{t('typed')}</span>
            <p>{t('typedHint')}</p>
          </li>
        ))}
      </ul>
      {report.notes.length === 0 ? null : (
        <>
          <h3>{t('notes')}</h3>
          <ol className="report-notes">
            {report.notes.map(({ n, words }) => (
              <li key={n} value={n}>
                {words}
              </li>
            ))}
          </ol>
        </>
      )}
    </aside>
  );
}

/** A reason that is printed. */
export function ReasonDialog({ title, onGive, onClose }: { readonly title: string; onGive(why: string): void; onClose(): void }) {
  const { t } = useTranslation('reports');
  const [why, setWhy] = useState('');
  return (
    <FormDialog
      title={title}
      size="small"
      submit={t('save')}
      canSubmit={why.trim() !== ''}
      onSubmit={async () => onGive(why.trim())}
      onClose={onClose}
    >
      <TextInput
        className="form-wide"
        label={t('reason')}
        description={t('reasonHint')}
        value={why}
        required
        data-autofocus
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
