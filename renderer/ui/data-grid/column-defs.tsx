// From the view's columns to AG Grid's: group heads, option labels, editing and filters.
import type { ColDef, ICellRendererParams, KeyCreatorParams, SuppressKeyboardEventParams, ValueFormatterParams } from 'ag-grid-community';
import type { ReactNode } from 'react';
import { marked } from '../../../shared/visible-text.ts';
import { numberOperators, textOperators } from './filter-model.ts';
import type { GridColumn, GridItem, GridOption } from './grid-types.ts';
import { OptionFilter } from './OptionFilter.tsx';

export interface ColumnContext {
  /** What was typed and is on its way to the core. */
  pendingText(rowId: string, columnId: string): string | undefined;
  /** What was typed into a cell and refused, to go on from. */
  refusedText(rowId: string, columnId: string): string | undefined;
  isInRange(rowIndex: number, columnId: string): boolean;
  readonly showsFilters: boolean;
  isHidden(columnId: string): boolean;
}

type Item<Row> = GridItem<Row> | undefined;

const isRow = <Row,>(item: Item<Row>): item is Extract<GridItem<Row>, { type: 'row' }> => item?.type === 'row';

function GroupHead({ label, detail, count }: { label: string; detail: string; count: number }) {
  return (
    <div className="grid-group">
      <b>{label}</b>
      <span>{detail}</span>
      <em>{count}</em>
    </div>
  );
}

const noChoice = '–';

/** The choices, with an empty one where nothing is chosen yet; a stored word outside the list stays choosable. */
function choices(options: readonly GridOption[], value: string): string[] {
  const known = options.map((option) => option.value);
  return known.includes(value) ? known : [value, ...known];
}

/** Letters are commands everywhere in Assay; only digits, signs and marks begin an edit by typing. */
function isKeyForUs({ event, editing }: SuppressKeyboardEventParams): boolean {
  if (editing) return false;
  if (event.shiftKey && event.key.startsWith('Arrow')) return true;
  if (event.key === 'Delete' || event.key === 'Backspace') return true;
  return event.key.length === 1 && (event.ctrlKey || event.metaKey || /^[\p{L}/?]$/u.test(event.key));
}

export function toColDef<Row>(column: GridColumn<Row>, context: ColumnContext): ColDef<GridItem<Row>, string> {
  const canEdit = (item: Item<Row>): boolean =>
    isRow(item) && (typeof column.isEditable === 'function' ? column.isEditable(item.row) : column.isEditable === true);
  const shown = ({ data, value }: ValueFormatterParams<GridItem<Row>, string>): string => {
    const label = column.options?.find((option) => option.value === value)?.label;
    if (value === '' && column.options !== undefined) return noChoice;
    return label ?? (isRow(data) ? marked(column.text(data.row)) : '');
  };
  return {
    colId: column.id,
    headerName: column.title,
    headerTooltip: column.title,
    ...(column.isTitleHidden === true ? { headerClass: 'title-hidden', resizable: false } : { headerClass: `align-${column.align ?? 'left'}` }),
    width: column.width,
    minWidth: column.minWidth ?? Math.min(column.width, 48),
    // Null takes a share away that the column had before.
    ...(column.flex === undefined ? { flex: null } : { flex: column.flex, minWidth: column.minWidth ?? column.width }),
    pinned: column.pinned ?? null,
    hide: context.isHidden(column.id),
    sortable: column.isSortable !== false,
    sortingOrder: ['asc', 'desc', null],
    colSpan: ({ data, column: at, api }) => (data?.type === 'group' && api.getAllDisplayedColumns()[0] === at ? 100 : 1),
    valueGetter: ({ data }) => (isRow(data) ? (context.refusedText(data.id, column.id) ?? (column.editText ?? column.text)(data.row)) : ''),
    valueFormatter: shown,
    equals: () => false,
    cellRenderer: ({ data, api, column: at }: ICellRendererParams<GridItem<Row>, string>): ReactNode => {
      if (data === undefined) return null;
      if (data.type === 'group') return api.getAllDisplayedColumns()[0] === at ? <GroupHead {...data} /> : null;
      const pending = context.pendingText(data.id, column.id);
      if (pending !== undefined)
        return <span className="cell-pending">{column.options?.find((option) => option.value === pending)?.label ?? pending}</span>;
      return column.render === undefined ? marked(column.text(data.row)) : column.render(data.row);
    },
    cellClass: ({ data }) => [
      `align-${column.align ?? 'left'}`,
      data?.type === 'group' ? 'group-cell' : isRow(data) ? (column.cellClass?.(data.row) ?? '') : '',
    ],
    cellClassRules: {
      'cell-waiting': ({ data }) => data === undefined,
      'cell-in-range': ({ rowIndex }) => context.isInRange(rowIndex, column.id),
      'cell-refused': ({ data }) => isRow(data) && context.refusedText(data.id, column.id) !== undefined,
      'cell-editable': ({ data }) => canEdit(data),
    },
    editable: ({ data }) => canEdit(data),
    suppressKeyboardEvent: isKeyForUs,
    keyCreator: ({ value }: KeyCreatorParams<GridItem<Row>, string>) => value ?? '',
    ...(column.options === undefined
      ? { cellEditor: 'agTextCellEditor' }
      : {
          cellEditor: 'agSelectCellEditor',
          cellEditorParams: ({ value }: { value?: string | null }) => ({
            values: choices(column.options ?? [], value ?? ''),
            valueListMaxHeight: 240,
          }),
        }),
    ...filterPart(column, context.showsFilters),
  };
}

function filterPart<Row>(column: GridColumn<Row>, showsFilters: boolean): ColDef<GridItem<Row>, string> {
  const type = column.filter ?? (column.options === undefined ? 'text' : 'options');
  if (type === 'none') return { filter: false, floatingFilter: false };
  const shared = { floatingFilter: showsFilters, suppressHeaderFilterButton: true, suppressFloatingFilterButton: type === 'options' };
  const params = { debounceMs: 250, maxNumConditions: 1, buttons: ['reset' as const] };
  if (type === 'number') return { ...shared, filter: 'agNumberColumnFilter', filterParams: { ...params, filterOptions: [...numberOperators] } };
  if (type === 'text') return { ...shared, filter: 'agTextColumnFilter', filterParams: { ...params, filterOptions: [...textOperators] } };
  return {
    ...shared,
    filter: 'agTextColumnFilter',
    filterParams: { ...params, filterOptions: ['equals', 'blank'] },
    floatingFilterComponent: OptionFilter,
    floatingFilterComponentParams: { options: column.options ?? [], title: column.title },
  };
}
