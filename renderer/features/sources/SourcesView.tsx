import { IconClipboardText, IconFileImport, IconFiles, IconFolderOpen, IconInfoCircle, IconTrash } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Removal, SourceRow } from '../../../shared/features/sources/contract.ts';
import type { SourcePatch } from '../../../shared/features/sources/model.ts';
import {
  call,
  errorWords,
  notifyFailure,
  useAddress,
  useCommand,
  useRevision,
  useSetting,
  useViewInstance,
  useWorkspace,
} from '../../bridge/index.ts';
import { runCommand } from '../../ui/commands.ts';
import { type CellChange, DataGrid, type GridWindow, type PastedBlock } from '../../ui/data-grid/index.ts';
import { EmptyState, Tool } from '../../ui/index.ts';
import { chooseFiles, chooseFolder } from './choose-files.ts';
import { sourceColumns } from './columns.tsx';
import { useIntake } from './intake-state.ts';
import { RemovalDialog } from './RemovalDialog.tsx';
import { SourceDialog } from './SourceDialog.tsx';
import { openSource, type SourceMenuOptions, sourceMenu } from './source-menu.ts';
import './sources.css';

const newestFirst = { field: 'publishedOn', direction: 'desc' } as const;

function patchOf({ columnId, value }: Pick<CellChange<SourceRow>, 'columnId' | 'value'>): SourcePatch {
  return { [columnId]: columnId === 'note' ? (value ?? '') : columnId === 'title' ? (value ?? '') : value } as SourcePatch;
}

function useAddKey(): void {
  const instance = useViewInstance();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'a') return;
      if (useWorkspace.getState().focusedView !== instance) return;
      event.preventDefault();
      chooseFiles();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [instance]);
}

export function SourcesView() {
  const { t, i18n } = useTranslation('sources');
  const revision = useRevision('sources.window');
  const keptColumns = useSetting('columns:sources');
  const { selection, select, notify } = useWorkspace();
  const update = useCommand('sources.update', { isQuiet: true });
  const updateAll = useCommand('sources.updateAll', { isQuiet: true });
  const remove = useCommand('sources.remove');
  const [described, setDescribed] = useState<string>();
  const [going, setGoing] = useState<readonly string[]>([]);
  const columns = useMemo(() => sourceColumns(t, i18n.language), [t, i18n.language]);
  const address = useAddress();
  const load = useCallback((window: GridWindow) => call('sources.window', window, { address }), [address]);
  const selectedId = selection.type === 'source' ? selection.id : undefined;
  useAddKey();
  const edit = useCallback(
    ({ row, columnId, value }: CellChange<SourceRow>) => update.run({ id: row.id, patch: patchOf({ columnId, value }) }),
    [update.run],
  );

  async function paste({ cells, skipped }: PastedBlock<SourceRow>): Promise<void> {
    const byRow = Map.groupBy(cells, (cell) => cell.row.id);
    const changes = [...byRow].map(([id, ofRow]) => ({ id, patch: Object.assign({}, ...ofRow.map(patchOf)) as SourcePatch }));
    if (changes.length > 0) await updateAll.run({ changes });
    if (cells.length + skipped > 1) notify({ tone: 'info', topic: 'edit', text: t('pasted', { count: cells.length, skipped }) });
  }

  function removeAll({ claims }: Removal): void {
    const ids = [...going];
    setGoing([]);
    void remove.run({ ids, withClaims: claims > 0 }).then(
      ({ removed, claims: gone }) => {
        select({ type: 'none' });
        notify({
          tone: 'info',
          topic: 'edit',
          text: gone === 0 ? t('removed', { count: removed }) : t('removedWithClaims', { count: removed, claims: gone }),
          action: { label: t('undo'), run: () => runCommand('history.undo') },
        });
      },
      () => undefined,
    );
  }

  const askRemoval = (rows: readonly Pick<SourceRow, 'id'>[]) => setGoing(rows.map((row) => row.id));
  const menuOptions: SourceMenuOptions = {
    t,
    grade: (row, grade) => void update.run({ id: row.id, patch: { grade } }).catch(notifyFailure),
    describe: (row) => setDescribed(row.id),
    remove: askRemoval,
  };

  return (
    <div className="view">
      <DataGrid<SourceRow>
        ariaLabel={t('title')}
        columns={columns}
        load={load}
        errorWords={errorWords}
        rowId={(row) => row.id}
        revision={revision}
        initialSort={newestFirst}
        selectedId={selectedId}
        keptColumns={keptColumns}
        onSelect={(row) => select({ type: 'source', id: row.id })}
        onOpen={openSource}
        menuOf={(target) => sourceMenu(target, menuOptions)}
        chosenText={(count) => t('chosen', { count })}
        chosenActions={(rowsAtHand) => (
          <Tool icon={IconTrash} label={t('menu.removeChosen')} keys="Ctrl Del" onRun={() => void rowsAtHand().then(askRemoval)} />
        )}
        finds="words"
        onCellEdit={edit}
        onPasteBlock={paste}
        onRemove={askRemoval}
        countText={(rows, isFiltered) => t(isFiltered ? 'countMatching' : 'count', { count: rows })}
        actions={
          <>
            <Tool icon={IconFileImport} label={t('addSource')} keys="A" isPrimary onRun={chooseFiles} />
            <Tool icon={IconFolderOpen} label={t('addFolder')} onRun={chooseFolder} iconOnly />
            <Tool icon={IconClipboardText} label={t('pasteText')} onRun={() => useIntake.getState().set({ isPasting: true })} />
            <i className="vertical-rule" />
          </>
        }
        trailing={
          <>
            <Tool icon={IconInfoCircle} label={t('describe')} iconOnly isDisabled={selectedId === undefined} onRun={() => setDescribed(selectedId)} />
            <Tool
              icon={IconTrash}
              label={t('remove')}
              iconOnly
              isDisabled={selectedId === undefined}
              onRun={() => selectedId !== undefined && askRemoval([{ id: selectedId }])}
            />
          </>
        }
        empty={<EmptyState icon={IconFiles} text={t('empty')} action={{ label: t('addSource'), run: chooseFiles }} />}
      />
      <RemovalDialog ids={going} onRemove={removeAll} onClose={() => setGoing([])} />
      {described === undefined ? null : <SourceDialog id={described} onClose={() => setDescribed(undefined)} />}
    </div>
  );
}
