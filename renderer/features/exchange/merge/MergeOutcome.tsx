// What came of it, how to take it back, and where to look next.
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall, useOffers, useWorkspace, words } from '../../../bridge/index.ts';
import { undoMerge, useMerge } from './merge-state.ts';

export function MergeOutcome() {
  const { t } = useTranslation('exchange');
  const { result, file, edit } = useMerge();
  const openView = useWorkspace((state) => state.openView);
  const next = useCall('history.state', {}).data?.undo;
  const canUndo = edit !== undefined && next?.seq === edit;
  const undo = canUndo ? () => void undoMerge() : undefined;
  useOffers([{ id: 'exchange.undo', title: t('merge.undo'), run: undo }]);
  if (result === undefined) return null;
  const { taken, united, answered, same } = result.merged;
  const counts = { taken, united, answered, same };
  return (
    <div className="merge-outcome">
      <IconCircleCheck size={28} stroke={1.4} aria-hidden />
      <h2 role="status">{t('merge.done', { name: file?.name })}</h2>
      <dl>
        {Object.entries(counts).map(([name, count]) => (
          <div key={name}>
            <dd>{count.toLocaleString()}</dd>
            <dt>{t(`merge.count.${name}`)}</dt>
          </div>
        ))}
      </dl>
      {result.after.length === 0 ? null : (
        <ul>
          {result.after.slice(0, 20).map(({ kind, record, words: told }) => (
            <li key={`${kind} ${record}`}>{words(told)}</li>
          ))}
        </ul>
      )}
      <p className="muted">{t(canUndo ? 'merge.oneEdit' : 'merge.undoInHistory')}</p>
      <div className="merge-outcome-actions">
        <button type="button" className="button" disabled={!canUndo} onClick={undo}>
          <IconArrowBackUp size={14} stroke={1.8} aria-hidden /> {t('merge.undo')}
        </button>
        <button type="button" className="button" data-primary="" onClick={() => openView('history')}>
          {t('merge.seeHistory')}
        </button>
      </div>
    </div>
  );
}
