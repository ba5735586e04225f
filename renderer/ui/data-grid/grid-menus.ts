// The menus of a grid: of a cell with its row, and of the head of a column. What a view adds of its own stands first.
import {
  IconArrowBarToLeft,
  IconArrowBarToRight,
  IconArrowDown,
  IconArrowUp,
  IconClipboardText,
  IconColumnInsertRight,
  IconColumns3,
  IconCopy,
  IconEraser,
  IconEyeOff,
  IconFilter,
  IconFilterOff,
  IconLayoutRows,
  IconPencil,
  IconPin,
  IconRowInsertBottom,
  IconViewportWide,
} from '@tabler/icons-react';
import type { GridApi } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { MenuGroup, MenuRequest } from '../menu/menu-model.ts';
import type { GridColumn, GridItem } from './grid-types.ts';
import { isEditableCell } from './range-actions.ts';
import type { BlockEdits } from './use-block-edits.ts';
import type { ColumnLayout } from './use-column-layout.ts';

type Api<Row> = GridApi<GridItem<Row>>;

export interface CellMenuOptions<Row> {
  readonly api: Api<Row>;
  readonly blocks: BlockEdits;
  readonly column: GridColumn<Row>;
  readonly row: Row;
  readonly rowIndex: number;
  /** Whether the block of cells is higher than a row. */
  readonly isTall: boolean;
  /** Whether the view takes edits at all. */
  readonly canEdit: boolean;
  readonly own: readonly MenuGroup[];
  readonly t: TFunction<'ui'>;
}

export function cellMenu<Row>(options: CellMenuOptions<Row>): MenuRequest {
  const { api, column, rowIndex, own, t } = options;
  return {
    label: t('menu.cell', { column: column.title }),
    groups: [...own, clipboardPart(options), editPart(options), filterPart(options)],
    restoreFocus: () => api.setFocusedCell(rowIndex, column.id),
  };
}

function clipboardPart<Row>({ blocks, t }: CellMenuOptions<Row>): MenuGroup {
  return [
    { label: t('menu.copy'), icon: IconCopy, keys: 'Ctrl C', run: () => blocks.copy(false) },
    { label: t('menu.copyPlain'), icon: IconClipboardText, run: () => blocks.copy(true) },
  ];
}

function editPart<Row>({ api, blocks, column, row, rowIndex, isTall, canEdit, t }: CellMenuOptions<Row>): MenuGroup {
  if (!canEdit) return [];
  const whyNot = isEditableCell(column, row) ? undefined : t('menu.notEditable', { column: column.title });
  return [
    {
      label: t('menu.edit'),
      icon: IconPencil,
      keys: 'F2',
      whyNot,
      run: () => api.startEditingCell({ rowIndex, colKey: column.id }),
    },
    { label: t('menu.empty'), icon: IconEraser, keys: 'Del', whyNot, run: () => void blocks.clear() },
    {
      label: t('menu.fillDown'),
      icon: IconRowInsertBottom,
      keys: 'Ctrl D',
      whyNot: whyNot ?? (isTall ? undefined : t('menu.fillNeedsBlock')),
      run: () => void blocks.fillDown(),
    },
  ];
}

function filterPart<Row>({ api, column, row, t }: CellMenuOptions<Row>): MenuGroup {
  const by = filterBy(column, row);
  if (by === undefined) return [];
  const shown = column.options?.find(({ value }) => value === by.value)?.label ?? by.value;
  const label = by.value === '' ? t('menu.filterEmpty', { column: column.title }) : t('menu.filterBy', { column: column.title, value: shown });
  return [{ label, icon: IconFilter, run: () => void setFilter(api, column, by) }];
}

/** What a cell is found again by; undefined where its column cannot be filtered by what it shows. */
function filterBy<Row>(column: GridColumn<Row>, row: Row): { readonly type: 'equals' | 'contains'; readonly value: string } | undefined {
  if (column.filter === 'none') return undefined;
  if (column.filterBy !== undefined) return column.filterBy(row);
  return { type: 'equals', value: (column.editText ?? column.text)(row) };
}

async function setFilter<Row>(api: Api<Row>, { id }: GridColumn<Row>, by: { readonly type: string; readonly value: string }): Promise<void> {
  const model = by.value === '' ? { filterType: 'text', type: 'blank' } : { filterType: 'text', type: by.type, filter: by.value };
  await api.setColumnFilterModel(id, model);
  api.onFilterChanged();
}

export interface HeadMenuOptions<Row> {
  readonly api: Api<Row>;
  readonly layout: ColumnLayout<Row>;
  readonly column: GridColumn<Row>;
  readonly t: TFunction<'ui'>;
  /** Shows the filter row with the focus in this column's field. */
  filter(columnId: string): void;
  /** By which column the rows are grouped, where the user chose one. */
  readonly groupedBy: string | undefined;
  groupBy(columnId: string | undefined): void;
  selectColumn(columnId: string): void;
}

export function headMenu<Row>(options: HeadMenuOptions<Row>): MenuRequest {
  const { column, t } = options;
  return {
    label: t('menu.head', { column: column.title }),
    groups: [sortPart(options), groupPart(options), headFilterPart(options), placePart(options)],
  };
}

function sortPart<Row>({ api, column, t }: HeadMenuOptions<Row>): MenuGroup {
  const sorted = api.getColumn(column.id)?.getSort() ?? null;
  const whyNot = column.isSortable === false ? t('menu.notSortable', { column: column.title }) : undefined;
  const sort = (direction: 'asc' | 'desc' | null) =>
    api.applyColumnState({ state: [{ colId: column.id, sort: direction }], defaultState: { sort: null } });
  return [
    { label: t('menu.sortUp'), icon: IconArrowUp, isChecked: sorted === 'asc', whyNot, run: () => void sort('asc') },
    { label: t('menu.sortDown'), icon: IconArrowDown, isChecked: sorted === 'desc', whyNot, run: () => void sort('desc') },
    ...(sorted === null ? [] : [{ label: t('menu.unsort'), run: () => void sort(null) }]),
  ];
}

function groupPart<Row>({ column, groupedBy, groupBy, selectColumn, t }: HeadMenuOptions<Row>): MenuGroup {
  const isGrouped = groupedBy === column.id;
  return [
    {
      label: t('menu.group', { column: column.title }),
      icon: IconLayoutRows,
      isChecked: isGrouped,
      whyNot: column.isSortable === false ? t('menu.notSortable', { column: column.title }) : undefined,
      run: () => groupBy(isGrouped ? undefined : column.id),
    },
    { label: t('menu.selectColumn'), icon: IconColumnInsertRight, run: () => selectColumn(column.id) },
  ];
}

function headFilterPart<Row>({ api, column, filter, t }: HeadMenuOptions<Row>): MenuGroup {
  if (column.filter === 'none') return [];
  const isFiltered = api.getColumnFilterModel(column.id) !== null;
  const clear = () => void api.setColumnFilterModel(column.id, null).then(() => api.onFilterChanged());
  return [
    { label: t('menu.filterColumn'), icon: IconFilter, keys: 'F', run: () => filter(column.id) },
    ...(isFiltered ? [{ label: t('menu.clearFilter'), icon: IconFilterOff, run: clear }] : []),
  ];
}

function placePart<Row>({ api, layout, column, t }: HeadMenuOptions<Row>): MenuGroup {
  const shown = api.getAllDisplayedColumns().map((one) => one.getColId());
  const at = shown.indexOf(column.id);
  const move = (to: number) => layout.setOrder(movedTo(layout.columns, column.id, shown[to]!));
  return [
    {
      label: t('menu.moveLeft'),
      icon: IconArrowBarToLeft,
      whyNot: at <= 0 ? t('menu.isFirst') : undefined,
      run: () => move(at - 1),
    },
    {
      label: t('menu.moveRight'),
      icon: IconArrowBarToRight,
      whyNot: at === shown.length - 1 ? t('menu.isLast') : undefined,
      run: () => move(at + 1),
    },
    {
      label: t(layout.frozenTo === column.id ? 'menu.unfreeze' : 'menu.freeze'),
      icon: IconPin,
      run: () => layout.freeze(layout.frozenTo === column.id ? undefined : column.id),
    },
    { label: t('menu.fit'), icon: IconViewportWide, run: () => api.autoSizeColumns([column.id]) },
    {
      label: t('menu.hide'),
      icon: IconEyeOff,
      whyNot: shown.length === 1 ? t('menu.isOnly') : undefined,
      run: () => layout.show(column.id, false),
    },
    { label: t('grid.resetColumns'), icon: IconColumns3, run: layout.reset },
  ];
}

/** The order in which one column stands where another stood. */
function movedTo(columns: readonly { readonly id: string }[], id: string, at: string): string[] {
  const order = columns.map((column) => column.id);
  const to = order.indexOf(at);
  return order.filter((one) => one !== id).toSpliced(to, 0, id);
}
