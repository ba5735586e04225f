// One grid for the three kinds of claim; the kinds differ in their columns only.
import { type Icon, IconTrash } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { ClaimKind } from '../../../../shared/features/claims/model.ts';
import { call, errorWords, reasonForChange, useAddress, useCommand, useRevision, useSetting, useWorkspace } from '../../../bridge/index.ts';
import { runCommand } from '../../../ui/commands.ts';
import {
  type CellChange,
  DataGrid,
  type GridColumn,
  type GridGrouping,
  type GridWindow,
  leftAsItWas,
  type PastedBlock,
  type Sort,
} from '../../../ui/data-grid/index.ts';
import { EmptyState, Tool } from '../../../ui/index.ts';

export interface ClaimGridProps {
  readonly kind: ClaimKind;
  readonly view: string;
  readonly icon: Icon;
  readonly columns: readonly GridColumn<ClaimRow>[];
  readonly grouping?: GridGrouping<ClaimRow>;
  readonly initialSort: Sort;
}

/** Columns that passages read as, too. */
const partable = new Set(['value', 'unit', 'period']);

/** Columns that tell what a copied block is of, wherever it is pasted. */
const telling = new Set(['measure', 'subject', 'actor', 'topic', 'period', 'unit', 'sourceTitle']);

/** Opens the passage in the Reader; claims typed by hand have none. */
function openPassage(row: ClaimRow): void {
  const [passage] = row.passages;
  const { select, openView } = useWorkspace.getState();
  select({ type: 'claim', id: row.id });
  if (passage !== undefined) openView('reader', { sourceId: passage.source, start: passage.start, end: passage.end, claimId: row.id });
}

function useClaimEdits(kind: ClaimKind) {
  const { t } = useTranslation('claims');
  const setCells = useCommand('claims.setCells', { isQuiet: true });
  const remove = useCommand('claims.remove');
  const notify = useWorkspace((state) => state.notify);
  const undo = { label: t('undo'), run: () => runCommand('history.undo') };

  const editCell = useCallback(
    async ({ row, columnId, value }: CellChange<ClaimRow>) => {
      const cells = [{ id: row.id, field: columnId, value }];
      const said = partable.has(columnId) ? await reasonForChange({ cells }) : {};
      return said === undefined ? leftAsItWas : setCells.run({ cells, ...said });
    },
    [setCells.run],
  );

  async function editBlock({ cells, skipped, reason }: PastedBlock<ClaimRow>): Promise<void> {
    if (cells.length === 0) return notify({ tone: 'error', text: t('block.nothing') });
    const changed = cells.map(({ row, columnId, value }) => ({ id: row.id, field: columnId, value: value === '' ? null : value }));
    const said = changed.some(({ field }) => partable.has(field)) ? await reasonForChange({ cells: changed }) : {};
    if (said === undefined) return;
    await setCells.run({ cells: changed, ...(cells.length === 1 ? {} : { how: reason }), ...said });
    notify({
      tone: 'info',
      topic: 'edit',
      text: t(skipped === 0 ? `block.${reason}` : `block.${reason}Skipped`, { count: cells.length, skipped }),
      action: undo,
    });
  }

  async function removeRows(rows: readonly Pick<ClaimRow, 'id'>[]): Promise<void> {
    try {
      const { removed } = await remove.run({ ids: rows.map((row) => row.id) });
      useWorkspace.getState().select({ type: 'none' });
      notify({ tone: 'info', topic: 'edit', text: t(`removed.${kind}`, { count: removed }), action: undo });
    } catch {
      // told in the notice area
    }
  }
  return { editCell, editBlock, removeRows };
}

export function ClaimGrid({ kind, view, icon, columns, grouping, initialSort }: ClaimGridProps) {
  const { t } = useTranslation('claims');
  const revision = useRevision('claims.window');
  const keptColumns = useSetting(`columns:${view}`);
  const selection = useWorkspace((state) => state.selection);
  const select = useWorkspace((state) => state.select);
  const setKeys = useWorkspace((state) => state.setKeys);
  const { editCell, editBlock, removeRows } = useClaimEdits(kind);
  const address = useAddress();
  const load = useCallback((window: GridWindow) => call('claims.window', { kind, ...window }, { address }), [kind, address]);
  const copiedWith = useMemo(() => columns.filter((column) => telling.has(column.id)), [columns]);
  const selectedId = selection.type === 'claim' ? selection.id : undefined;
  useEffect(
    () =>
      setKeys(view, [
        { keys: 'O', does: t('keys.open') },
        { keys: 'F2', does: t('keys.edit') },
        { keys: 'Ctrl Del', does: t('keys.remove') },
      ]),
    [setKeys, t, view],
  );
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
        onOpen={openPassage}
        onCellEdit={editCell}
        onPasteBlock={editBlock}
        onRemove={(rows) => void removeRows(rows)}
        countText={(rows, isFiltered) => t(isFiltered ? `matching.${kind}` : `count.${kind}`, { count: rows })}
        trailing={
          <Tool
            icon={IconTrash}
            label={t('remove')}
            keys="Ctrl Del"
            iconOnly
            isDisabled={selectedId === undefined}
            onRun={() => selectedId !== undefined && void removeRows([{ id: selectedId }])}
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
    </div>
  );
}
