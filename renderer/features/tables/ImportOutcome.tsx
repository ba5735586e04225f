// What came of it, how to take it back, and where to look next.
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall, useOffers, useWorkspace } from '../../bridge/index.ts';
import { nameOf, undoImport, useImport } from './import-state.ts';

export function ImportOutcome() {
  const { t } = useTranslation('tables');
  const state = useImport();
  const openView = useWorkspace(({ openView: open }) => open);
  const next = useCall('history.state', {}).data?.undo;
  const canUndo = state.edit !== undefined && next?.seq === state.edit;
  const undo = canUndo ? () => void undoImport() : undefined;
  useOffers([{ id: 'tables.undo', title: t('undo'), run: undo }]);
  if (state.result === undefined) return null;
  const { added, updated, skipped, rejected } = state.result;
  const kind = state.mapping?.kind ?? 'figure';
  const counts = { new: added, anew: updated, known: skipped, rejected: rejected.length };
  return (
    <div className="import-outcome">
      <IconCircleCheck size={28} stroke={1.4} aria-hidden />
      <h2 role="status">{t('done', { name: nameOf(state) })}</h2>
      <dl>
        {Object.entries(counts).map(([name, count]) => (
          <div key={name}>
            <dd>{count.toLocaleString()}</dd>
            <dt>{t(`outcome.${name}`)}</dt>
          </div>
        ))}
      </dl>
      <p className="muted">{t('rowsAreClaims')}</p>
      <div className="import-outcome-actions">
        <button type="button" className="button" disabled={!canUndo} onClick={undo}>
          <IconArrowBackUp size={14} stroke={1.8} aria-hidden /> {t('undo')}
        </button>
        <button type="button" className="button" data-primary="" onClick={() => openView(`${kind}s`)}>
          {t(`see.${kind}`)}
        </button>
      </div>
    </div>
  );
}
