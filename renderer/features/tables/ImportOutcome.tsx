// What came of it, how to take it back, and where to look next.
import { useTranslation } from 'react-i18next';
import { useCall, useOffers, useWorkspace } from '../../bridge/index.ts';
import { Outcome } from '../../ui/index.ts';
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
    <Outcome
      title={t('done', { name: nameOf(state) })}
      counts={Object.entries(counts).map(([name, count]) => ({ label: t(`outcome.${name}`), count }))}
      note={t('rowsAreClaims')}
      undo={{ label: t('undo'), run: undo }}
      next={{ label: t(`see.${kind}`), run: () => openView(`${kind}s`) }}
    />
  );
}
