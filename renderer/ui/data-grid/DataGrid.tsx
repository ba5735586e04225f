// The one grid of Assay and, with its parts in this folder, the only importer of AG Grid: windows over long lists, edit in
// place, blocks of cells. It never changes a row by itself: edits go to the view, which calls the core; the new rows come
// with `revision`.
import { IconArrowsSort, IconFilter } from '@tabler/icons-react';
import { AllCommunityModule, type ColDef, type GridReadyEvent, ModuleRegistry } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { Tool, Toolbar } from '../Toolbar.tsx';
import { CellError } from './CellError.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { toColDef } from './column-defs.tsx';
import { FilterChips } from './FilterChips.tsx';
import type { DataGridProps } from './grid-props.ts';
import { gridTheme } from './grid-theme.ts';
import type { GridItem } from './grid-types.ts';
import { isEditableCell, type RangeAccess } from './range-actions.ts';
import { useBlockEdits } from './use-block-edits.ts';
import { useCellEdits } from './use-cell-edits.ts';
import { useCellRange } from './use-cell-range.ts';
import { useColumnVisibility } from './use-column-visibility.ts';
import { columnOrder, useGridCore } from './use-grid-core.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridRows } from './use-grid-rows.ts';
import { useHeldRows } from './use-held-rows.ts';
import { useRevealSelection } from './use-reveal-selection.ts';
import { useRowLooks } from './use-row-looks.ts';
import { useShownBlock } from './use-shown-block.ts';
import './data-grid.css';

ModuleRegistry.registerModules([AllCommunityModule]);

const blockRows = 100;
const filterFocusDelayMs = 60;
const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="assay-style-nonce"]')?.content ?? '';

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, grouping, initialSort, ariaLabel } = props;
  const { t } = useTranslation('ui');
  const core = useGridCore(props);
  const { root, api, latest } = core;
  const [showsFilters, setShowsFilters] = useState(false);
  const looks = useRowLooks(core);
  const edits = useCellEdits(core);
  const { refused, pendingText, refusedText, settle } = edits;
  const { redrawChanged } = looks;
  const control = useCellRange(core);
  const held = useHeldRows(core, control);
  const onRows = useCallback(() => {
    // Rows may come after the view was closed.
    if (api.current?.isDestroyed() !== false) return;
    settle();
    redrawChanged();
    held.follow();
  }, [api, held, settle, redrawChanged]);
  const rows = useGridRows(core, onRows, held.hold);
  useRevealSelection(core, rows);
  useShownBlock(core, { control, isRead: rows.isRead });
  const visibility = useColumnVisibility(columns, root, props.keptColumns, rows.isGrouped ? grouping?.columnId : undefined);
  const isFiltered = rows.filters.length > 0;

  const colDefs = useMemo<ColDef<GridItem<Row>, string>[]>(
    () =>
      columns.map((column) => ({
        ...toColDef(column, {
          pendingText,
          refusedText,
          isInRange: (row, at) => control.range.has(row, at),
          showsFilters,
          isHidden: visibility.isHidden,
        }),
        ...(initialSort?.field === column.id ? { initialSort: initialSort.direction } : {}),
      })),
    [columns, control, initialSort, pendingText, refusedText, showsFilters, visibility],
  );

  const access = useMemo<RangeAccess<Row>>(
    () => ({ column: (id) => latest.current.columns.find((column) => column.id === id), order: () => columnOrder(api.current), items: rows.items }),
    [api, latest, rows.items],
  );
  const toggleFilters = useCallback(() => {
    setShowsFilters((shown) => !shown);
    setTimeout(() => root.current?.querySelector<HTMLElement>('.ag-floating-filter input, .option-filter')?.focus(), filterFocusDelayMs);
  }, [root]);
  const blocks = useBlockEdits({ core, control, access, refuse: edits.refuse });
  const keys = useGridKeys({ core, control, access, blocks, toggleFilters });

  function onGridReady(event: GridReadyEvent<GridItem<Row>>): void {
    api.current = event.api;
    root.current?.querySelector('[role="grid"]')?.setAttribute('aria-label', ariaLabel);
  }

  return (
    <div className="data-grid">
      <Toolbar label={ariaLabel}>
        {props.actions}
        {columns.every((column) => column.filter === 'none') ? null : (
          <Tool icon={IconFilter} label={t('grid.filter')} keys="F" isPressed={showsFilters} onRun={toggleFilters} />
        )}
        <FilterChips
          columns={columns}
          filters={rows.filters}
          onRemove={(field) => void api.current?.setColumnFilterModel(field, null).then(() => api.current?.onFilterChanged())}
        />
        <span className="grow" />
        {rows.isSorted ? null : <Tool icon={IconArrowsSort} label={t('grid.sortAgain')} onRun={rows.sortAgain} />}
        <span className="muted cut">{rows.isRead ? props.countText?.(rows.rows, isFiltered) : ''}</span>
        <ColumnChooser
          columns={columns.filter((column) => column.isTitleHidden !== true)}
          isHidden={visibility.isHidden}
          onToggle={visibility.toggle}
          onReset={visibility.reset}
        />
        {props.trailing}
      </Toolbar>
      <div
        className="grid-host"
        ref={root}
        tabIndex={-1}
        data-enter={rows.isRead ? '' : undefined}
        {...keys}
        {...control.pointer}
        {...blocks.clipboard}
      >
        <AgGridReact<GridItem<Row>>
          theme={gridTheme}
          styleNonce={styleNonce}
          rowModelType="infinite"
          datasource={rows.datasource}
          cacheBlockSize={blockRows}
          maxBlocksInCache={40}
          maxConcurrentDatasourceRequests={2}
          infiniteInitialRowCount={1}
          columnDefs={colDefs}
          maintainColumnOrder
          getRowId={({ data }) => data.id}
          readOnlyEdit
          stopEditingWhenCellsLoseFocus
          enterNavigatesVerticallyAfterEdit
          animateRows={false}
          suppressNoRowsOverlay
          suppressDragLeaveHidesColumns
          rowClassRules={{
            'row-selected': ({ data }) => data !== undefined && data.id === latest.current.selectedId,
            'row-group': ({ data }) => data?.type === 'group',
          }}
          getRowClass={({ data, rowIndex }) => looks.draw(data, rowIndex)}
          onGridReady={onGridReady}
          onCellEditRequest={(event) => void edits.request(event)}
          onCellEditingStarted={edits.hideMessage}
          onCellEditingStopped={() => setTimeout(redrawChanged)}
          onCellFocused={looks.focus}
          onCellDoubleClicked={({ data, column }) => {
            if (data?.type === 'row' && !isEditableCell(access.column(column.getColId()), data.row))
              latest.current.onOpen?.(data.row, column.getColId());
          }}
          onBodyScroll={edits.hideMessage}
          onModelUpdated={looks.paintSelection}
        />
        {refused === undefined ? null : (
          <CellError refused={refused} root={root.current} onEditAgain={edits.editAgain} onDismiss={() => edits.refuse(undefined)} />
        )}
        {rows.failure === undefined ? null : (
          <div className="grid-overlay">
            <ErrorNotice message={rows.failure} onRetry={rows.readAgain} />
          </div>
        )}
        {rows.isRead && rows.rows === 0 && rows.failure === undefined ? (
          <div className="grid-overlay">
            {isFiltered ? (
              <EmptyState
                icon={IconFilter}
                text={t('grid.noMatch')}
                action={{ label: t('grid.clearFilters'), run: () => api.current?.setFilterModel(null) }}
              />
            ) : (
              props.empty
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
}
