// The one grid of Assay and, with its parts in this folder, the only importer of AG Grid: windows over long lists, edit in
// place, blocks of cells. It never changes a row by itself: edits go to the view, which calls the core; the new rows come
// with `revision`.
import { IconArrowsSort, IconFilter } from '@tabler/icons-react';
import {
  AllCommunityModule,
  type ColDef,
  type ColumnMovedEvent,
  type ColumnResizedEvent,
  type GridReadyEvent,
  ModuleRegistry,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { Reading } from '../Reading.tsx';
import { Tool, Toolbar } from '../Toolbar.tsx';
import { CellError } from './CellError.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import type { RangeBounds } from './cell-range.ts';
import { toColDef } from './column-defs.tsx';
import { FilterChips } from './FilterChips.tsx';
import { GridFindBar } from './GridFindBar.tsx';
import type { DataGridProps } from './grid-props.ts';
import { gridTheme } from './grid-theme.ts';
import type { GridItem, PastedBlock } from './grid-types.ts';
import { isEditableCell, type RangeAccess } from './range-actions.ts';
import { SavedViews } from './SavedViews.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useBlockEdits } from './use-block-edits.ts';
import { useCellEdits } from './use-cell-edits.ts';
import { type RangeListener, useCellRange } from './use-cell-range.ts';
import { type ChosenRows, useChosenRows } from './use-chosen-rows.ts';
import { type ColumnLayout, useColumnLayout } from './use-column-layout.ts';
import { useFilterRow } from './use-filter-row.ts';
import { columnOrder, useGridCore } from './use-grid-core.ts';
import { useGridFind } from './use-grid-find.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridMenus } from './use-grid-menus.ts';
import { useGridRows } from './use-grid-rows.ts';
import { useGroupBy } from './use-group-by.ts';
import { useHeldRows } from './use-held-rows.ts';
import { useRevealSelection } from './use-reveal-selection.ts';
import { useRowCount } from './use-row-count.ts';
import { useRowLooks } from './use-row-looks.ts';
import { useRowsAtHand } from './use-rows-at-hand.ts';
import { useShownBlock } from './use-shown-block.ts';
import './data-grid.css';

ModuleRegistry.registerModules([AllCommunityModule]);

const blockRows = 100;
const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="assay-style-nonce"]')?.content ?? '';

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, initialSort, ariaLabel } = props;
  const { t } = useTranslation('ui');
  const { groupedBy, groupBy, grouping, ...grouped } = useGroupBy(props);
  const core = useGridCore(grouped.props);
  const { root, api, latest } = core;
  const [showsFilters, setShowsFilters] = useState(false);
  const [editing, setEditing] = useState<string>();
  const looks = useRowLooks(core);
  const edits = useCellEdits(core);
  const { refused, pendingText, refusedText, settle } = edits;
  const { redrawChanged } = looks;
  const [block, setBlock] = useState<RangeBounds>();
  const chosenRef = useRef<ChosenRows<Row>>(undefined);
  const listener = useMemo<RangeListener>(
    () => ({
      chooseRow: (event, row) => latest.current.chosenActions !== undefined && chooseByClick(chosenRef.current, event, row),
      onBlock: (next) => {
        setBlock(next);
        latest.current.onBlock?.(next);
      },
    }),
    [latest],
  );
  const control = useCellRange(core, listener);
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
  const layout = useColumnLayout(columns, root, props.keptColumns, rows.isGrouped ? grouping?.columnId : undefined);
  const isFiltered = rows.filters.length > 0;

  const colDefs = useMemo<ColDef<GridItem<Row>, string>[]>(
    () =>
      layout.columns.map((column) => ({
        ...toColDef(column, {
          pendingText,
          refusedText,
          isInRange: (row, at) => control.range.has(row, at),
          showsFilters,
          isHidden: layout.isHidden,
        }),
        ...(initialSort?.field === column.id ? { initialSort: initialSort.direction } : {}),
      })),
    [control, initialSort, pendingText, refusedText, showsFilters, layout],
  );

  const access = useMemo<RangeAccess<Row>>(
    () => ({ column: (id) => latest.current.columns.find((column) => column.id === id), order: () => columnOrder(api.current), items: rows.items }),
    [api, latest, rows.items],
  );
  const chosen = useChosenRows(core, { access, filters: rows.filters });
  chosenRef.current = chosen;
  const rowsAtHand = useRowsAtHand(chosen, control, access);
  const rowCount = useRowCount(block, chosen, rows);
  const { toggleFilters, filter } = useFilterRow(root, setShowsFilters);
  const blocks = useBlockEdits({ core, control, access, chosen, refuse: edits.refuse });
  const menus = useGridMenus({ core, control, access, blocks, chosen, layout, rowsAtHand, filter, groupedBy, groupBy });
  const countItems = useCallback(() => api.current?.getDisplayedRowCount() ?? 0, [api]);
  const find = useGridFind({ access, control, count: countItems, revision: props.revision });
  const keys = useGridKeys({
    core,
    control,
    access,
    blocks,
    chosen,
    menus,
    rowsAtHand,
    setCell: edits.setCell,
    toggleFilters,
    find: props.finds === undefined ? undefined : find.ask,
  });

  /** How long the list is, or that it is still being read. */
  function listWords(): string | undefined {
    if (!rows.isRead) return rows.failure === undefined ? t('grid.reading') : undefined;
    return rowCount === 0 ? props.countText?.(rows.rows, isFiltered) : undefined;
  }

  function onGridReady(event: GridReadyEvent<GridItem<Row>>): void {
    api.current = event.api;
    root.current?.querySelector('[role="grid"]')?.setAttribute('aria-label', ariaLabel);
  }

  return (
    <div className="data-grid">
      <Toolbar label={ariaLabel}>
        {rowCount > 0 && props.chosenActions !== undefined ? (
          <>
            <b className="chosen-count">{props.chosenText?.(rowCount)}</b>
            {props.chosenActions(rowsAtHand)}
          </>
        ) : (
          props.actions
        )}
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
        <span className="muted cut">{listWords()}</span>
        <ColumnChooser
          columns={columns.filter((column) => column.isTitleHidden !== true)}
          isHidden={layout.isHidden}
          onToggle={layout.show}
          onReset={layout.reset}
        />
        {props.keptColumns === undefined ? null : <SavedViews layout={layout} api={api} groupedBy={groupedBy} groupBy={groupBy} />}
        {rowCount > 0 && props.chosenActions !== undefined ? null : props.trailing}
      </Toolbar>
      <GridFindBar
        find={find}
        titleOf={(id) => access.column(id)?.title ?? id}
        {...(props.finds !== 'andReplaces' ? {} : { replace: (made: PastedBlock<Row>) => blocks.apply(made as PastedBlock<never>) })}
      />
      <div
        className="grid-host"
        ref={root}
        tabIndex={-1}
        data-sending={edits.isSending ? '' : undefined}
        data-refused={edits.kept || undefined}
        data-editing={editing}
        data-enter={rows.isRead ? '' : undefined}
        {...menus.pointer}
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
          getRowId={({ data }) => data.id}
          readOnlyEdit
          stopEditingWhenCellsLoseFocus
          enterNavigatesVerticallyAfterEdit
          animateRows={false}
          suppressNoRowsOverlay
          suppressDragLeaveHidesColumns
          rowClassRules={{
            'row-selected': ({ data }) => data !== undefined && data.id === latest.current.selectedId,
            'row-chosen': ({ data }) => chosenRef.current?.has(data?.id ?? '') === true,
            'row-group': ({ data }) => data?.type === 'group',
          }}
          getRowClass={({ data, rowIndex }) => looks.draw(data, rowIndex)}
          onGridReady={onGridReady}
          onCellEditRequest={(event) => void edits.request(event)}
          onCellEditingStarted={({ value }) => {
            edits.hideMessage();
            setEditing(String(value ?? ''));
          }}
          onCellEditingStopped={() => {
            setEditing(undefined);
            setTimeout(redrawChanged);
          }}
          onCellFocused={looks.focus}
          onCellDoubleClicked={({ data, column }) => {
            if (data?.type === 'row' && !isEditableCell(access.column(column.getColId()), data.row))
              latest.current.onOpen?.(data.row, column.getColId());
          }}
          onColumnResized={(event) => keepWidths(event, layout)}
          onColumnMoved={(event) => keepOrder(event, layout)}
          onBodyScroll={edits.hideMessage}
          onModelUpdated={looks.paintSelection}
        />
        {refused === undefined ? null : (
          <CellError refused={refused} root={root.current} onEditAgain={edits.editAgain} onDismiss={() => edits.refuse(undefined)} />
        )}
        {rows.isRead || rows.failure !== undefined ? null : (
          <div className="grid-overlay">
            <Reading text={t('grid.reading')} detail={t('grid.readingFirst')} />
          </div>
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
      <SelectionBar
        block={block}
        chosen={chosen}
        access={access}
        revision={props.revision}
        {...(props.summaryOf === undefined ? {} : { summaryOf: props.summaryOf })}
      />
    </div>
  );
}

/** As in lists elsewhere: Ctrl takes a row in or out, Shift goes on from the row that was chosen last, a plain click lets go. */
function chooseByClick<Row>(chosen: ChosenRows<Row> | undefined, event: MouseEvent, row: number): boolean {
  const isOne = event.ctrlKey || event.metaKey;
  if (chosen === undefined || (!isOne && (!event.shiftKey || chosen.isEmpty()))) {
    chosen?.clear();
    return false;
  }
  if (event.shiftKey) chosen.extendTo(row);
  else chosen.toggle(row);
  return true;
}

/** Widths that a user gave, by dragging, by a double click or by the menu; not those that follow from the room there is. */
function keepWidths<Row>({ finished, source, columns }: ColumnResizedEvent, layout: ColumnLayout<Row>): void {
  if (!finished || (source !== 'uiColumnResized' && source !== 'autosizeColumns' && source !== 'api')) return;
  layout.setWidths(Object.fromEntries((columns ?? []).map((column) => [column.getColId(), Math.round(column.getActualWidth())])));
}

function keepOrder<Row>({ finished, source, api }: ColumnMovedEvent, layout: ColumnLayout<Row>): void {
  if (finished && source === 'uiColumnMoved') layout.setOrder(api.getAllGridColumns().map((column) => column.getColId()));
}
