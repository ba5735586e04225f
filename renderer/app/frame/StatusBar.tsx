import { IconClockExclamation, IconSquareRotatedFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkbookInfo } from '../../../shared/features/workbook/contract.ts';
import { hintsOf, useCall, useKeyHints, useWorkspace, words } from '../../bridge/index.ts';
import { runCommand } from '../../ui/commands.ts';
import { Kbd, timeText } from '../../ui/index.ts';
import { findView } from '../features.ts';
import { Jobs } from './Jobs.tsx';

function Count({ number, word }: { number: number; word: string }) {
  const { i18n } = useTranslation();
  return (
    <span className="status-part">
      <b>{new Intl.NumberFormat(i18n.language).format(number)}</b> {word}
    </span>
  );
}

function Counts({ info }: { info: WorkbookInfo }) {
  const { t } = useTranslation('app');
  const openView = useWorkspace((state) => state.openView);
  const claims = info.claims.figure + info.claims.event + info.claims.statement;
  return (
    <>
      <Count number={info.sources} word={t('count.sources', { count: info.sources })} />
      <Count number={claims} word={t('count.claims', { count: claims })} />
      <Count number={info.series} word={t('count.series', { count: info.series })} />
      {info.conflicts === 0 ? null : (
        <button
          type="button"
          className="status-part"
          data-tone="disputed"
          onClick={() => openView(findView('conflicts') === undefined ? 'ledger' : 'conflicts')}
        >
          <IconSquareRotatedFilled size={9} aria-hidden />
          {t('count.conflicts', { count: info.conflicts })}
        </button>
      )}
      {info.stale === 0 ? null : (
        <button type="button" className="status-part" data-tone="stale" onClick={() => openView('ledger')}>
          <IconClockExclamation size={12} aria-hidden />
          {t('count.stale', { count: info.stale })}
        </button>
      )}
    </>
  );
}

/** The edit that the button takes back, or brings back: never another one. */
function LastEdit() {
  const { t, i18n } = useTranslation('app');
  const state = useCall('history.state', {}).data;
  const isUndone = state?.redo != null;
  const edit = state?.redo ?? state?.undo;
  if (edit == null) return null;
  const label = words(edit.label);
  return (
    <span className="status-part status-last">
      <span title={label}>{t(isUndone ? 'undoneEdit' : 'lastEdit', { label, at: timeText(edit.at, i18n.language) })}</span>
      <button type="button" className="link-button" onClick={() => runCommand(isUndone ? 'history.redo' : 'history.undo')}>
        {t(isUndone ? 'redo' : 'undo')}
      </button>
    </span>
  );
}

export function StatusBar({ info }: { info: WorkbookInfo | undefined }) {
  const { t } = useTranslation();
  const view = useWorkspace((state) => state.focusedView);
  const declared = findView(view)?.keys ?? [];
  const hints = useKeyHints(view) ?? hintsOf(declared, t);
  return (
    <footer className="status-bar">
      {info === undefined ? null : <Counts info={info} />}
      <span className="grow" />
      <Jobs />
      <span className="status-part status-keys">
        {(info?.sources === 0 ? [] : hints).map(({ keys, does }) => (
          <span key={keys}>
            <Kbd>{keys}</Kbd>
            {does}
          </span>
        ))}
      </span>
      <LastEdit />
    </footer>
  );
}
