// What reading a file left out, and what it has to remark: remarks in full, what was left out counted by kind and folded.
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../shared/features/sources/model.ts';
import { words } from '../../bridge/index.ts';

export function LeftOut({ warnings, dropped }: Pick<Source, 'warnings' | 'dropped'>) {
  const { t } = useTranslation('sources');
  const told = dropped.map(({ what, text }) => ({ what: words(what), text }));
  const kinds = Map.groupBy(told, (one) => one.what);
  if (warnings.length + dropped.length === 0) return null;
  return (
    <div className="left-out">
      {warnings.map(words).map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      {dropped.length === 0 ? null : (
        <details>
          <summary>
            {t('leftOut.title')}: {[...kinds].map(([what, list]) => (list.length === 1 ? what : `${what} (${list.length})`)).join(', ')}
          </summary>
          <ul>
            {told
              .filter((one) => one.text !== '')
              .map((one) => (
                <li key={`${one.what} ${one.text}`}>
                  <b>{one.what}</b> <span className="source-words">{one.text}</span>
                </li>
              ))}
          </ul>
        </details>
      )}
    </div>
  );
}
