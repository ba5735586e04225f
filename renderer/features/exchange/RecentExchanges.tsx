// What was taken in from others last, and the way back.
import { useTranslation } from 'react-i18next';
import { call, notifyFailure, useCall, words } from '../../bridge/index.ts';
import { momentText } from '../../ui/index.ts';

const mostEdits = 500;
const mostShown = 8;

export function RecentExchanges() {
  const { t, i18n } = useTranslation('exchange');
  const list = useCall('history.list', { limit: mostEdits });
  const next = useCall('history.state', {}).data?.undo;
  const recent = (list.data?.edits ?? []).filter(({ kind }) => kind === 'merge' || kind === 'import').slice(0, mostShown);
  return (
    <section className="recent-exchanges" aria-label={t('recent.title')}>
      <h2>{t('recent.title')}</h2>
      {list.isSuccess && recent.length === 0 ? <p className="muted">{t('recent.none')}</p> : null}
      <ul>
        {recent.map(({ seq, label, author, at, isUndone }) => (
          <li key={seq}>
            <span className="cut">{words(label)}</span>
            <span className="muted">{[author, momentText(at, i18n.language)].filter((part) => part !== '').join(', ')}</span>
            {isUndone ? (
              <span className="muted">{t('recent.undone')}</span>
            ) : next?.seq === seq ? (
              <button type="button" className="link-button" onClick={() => void call('history.undo', {}).catch(notifyFailure)}>
                {t('recent.undo')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
