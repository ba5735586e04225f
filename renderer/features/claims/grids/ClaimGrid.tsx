// One grid for the three kinds of claim; the kinds differ in their columns only.
import { type Icon, IconTrash } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { ClaimKind } from '../../../../shared/features/claims/model.ts';
import { call, errorWords, openPassage, useAddress, useRevision, useSetting, useWorkspace } from '../../../bridge/index.ts';
import { DataGrid, type GridColumn, type GridGrouping, type GridWindow, type Sort } from '../../../ui/data-grid/index.ts';
import { EmptyState, Tool } from '../../../ui/index.ts';
import { CellHistory, type HistoryOfCell } from './CellHistory.tsx';
import { ChosenTools } from './ChosenTools.tsx';
import { claimMenu } from './claim-menu.ts';
import { TagDialog } from './TagDialog.tsx';
import { useClaimEdits } from './use-claim-edits.ts';
import { useSelectionSummary } from './use-selection-summary.ts';
import './grids.css';

export interface ClaimGridProps {
  readonly kind: ClaimKind;
  readonly view: string;
  readonly icon: Icon;
  readonly columns: readonly GridColumn<ClaimRow>[];
  readonly grouping?: GridGrouping<ClaimRow>;
  readonly initialSort: Sort;
}

/** Columns that tell what a copied block is of, wherever it is pasted. */
const telling = new Set(['measure', 'subject', 'actor', 'topic', 'period', 'unit', 'sourceTitle']);

export function ClaimGrid({ kind, view, icon, columns, grouping, initialSort }: ClaimGridProps) {
  const { t } = useTranslation('claims');
  const revision = useRevision('claims.window');
  const keptColumns = useSetting(`columns:${view}`);
  const selection = useWorkspace((state) => state.selection);
  const select = useWorkspace((state) => state.select);
  const edits = useClaimEdits(kind);
  const summaryOf = useSelectionSummary();
  const [tagged, setTagged] = useState<readonly ClaimRow[]>();
  const [past, setPast] = useState<HistoryOfCell>();
  const options = useMemo(
    () => ({
      edits,
      t,
      tag: setTagged,
      history: ({ row, columnId }: Pick<HistoryOfCell, 'row' | 'columnId'>) =>
        setPast({ row, columnId, title: columns.find(({ id }) => id === columnId)?.title ?? columnId }),
    }),
    [edits, t, columns],
  );
  const address = useAddress();
  const load = useCallback((window: GridWindow) => call('claims.window', { kind, ...window }, { address }), [kind, address]);
  const copiedWith = useMemo(() => columns.filter((column) => telling.has(column.id)), [columns]);
  const selectedId = selection.type === 'claim' ? selection.id : undefined;
  return (
    <div className="view">
      <DataGrid<ClaimRow>
        ariaLabel={t(view)}
        columns={columns}
        load={load}
        errorWords={errorWords}
        rowId={(row) => row.id}
        revision={revision}
        {...(grouping === undefined ? {} : { grouping })}
        copiedWith={copiedWith}
        initialSort={initialSort}
        selectedId={selectedId}
        keptColumns={keptColumns}
        onSelect={(row) => select({ type: 'claim', id: row.id })}
        onOpen={(row) => openPassage(row)}
        onCellEdit={edits.editCell}
        onPasteBlock={edits.editBlock}
        finds="andReplaces"
        summaryOf={summaryOf}
        onRemove={(rows) => void edits.removeRows(rows)}
        menuOf={(target) => claimMenu(target, options)}
        chosenText={(count) => t(`chosen.${kind}`, { count })}
        chosenActions={(rowsAtHand) => <ChosenTools rowsAtHand={rowsAtHand} {...options} />}
        countText={(rows, isFiltered) => t(isFiltered ? `matching.${kind}` : `count.${kind}`, { count: rows })}
        trailing={
          <Tool
            icon={IconTrash}
            label={t('remove')}
            keys="Ctrl Del"
            iconOnly
            isDisabled={selectedId === undefined}
            onRun={() => selectedId !== undefined && void edits.removeRows([{ id: selectedId }])}
          />
        }
        empty={
          <EmptyState
            icon={icon}
            text={t(`empty.${kind}`)}
            action={{ label: t('openReader'), run: () => useWorkspace.getState().openView('reader') }}
          />
        }
      />
      <CellHistory cell={past} onClose={() => setPast(undefined)} />
      <TagDialog rows={tagged} edits={edits} onClose={() => setTagged(undefined)} />
    </div>
  );
}
