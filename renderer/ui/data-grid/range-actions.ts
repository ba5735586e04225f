// What is done with a block of cells: copy, paste, clear, fill down. Rows beyond the loaded blocks are read by position.
import type { RangeBounds } from './cell-range.ts';
import type { CopiedCell } from './clipboard.ts';
import type { CellChange, GridColumn, GridItem, PastedBlock } from './grid-types.ts';

export interface RangeAccess<Row> {
  column(id: string): GridColumn<Row> | undefined;
  /** Columns on screen, in their order. */
  order(): readonly string[];
  items(start: number, count: number): Promise<readonly GridItem<Row>[]>;
}

const mostInOneRead = 500;

const rowsOf = <Row>(items: readonly GridItem<Row>[]) => items.filter((item) => item.type === 'row');

export function isEditableCell<Row>(column: GridColumn<Row> | undefined, row: Row): boolean {
  return column !== undefined && (typeof column.isEditable === 'function' ? column.isEditable(row) : column.isEditable === true);
}

/** The items of a range, however long it is. */
async function itemsOf<Row>({ top, bottom }: RangeBounds, access: RangeAccess<Row>): Promise<readonly GridItem<Row>[]> {
  const items: GridItem<Row>[] = [];
  while (items.length < bottom - top + 1) {
    const next = await access.items(top + items.length, Math.min(mostInOneRead, bottom - top + 1 - items.length));
    if (next.length === 0) break;
    items.push(...next);
  }
  return items;
}

export function textsOf<Row>(items: readonly GridItem<Row>[], columnIds: readonly string[], access: RangeAccess<Row>): string[][] {
  return rowsOf(items).map(({ row }) => columnIds.map((id) => access.column(id)?.text(row) ?? ''));
}

/** A block for other programs: heads, the columns that go with it, numbers in full. */
export function copiedTable<Row>(
  items: readonly GridItem<Row>[],
  columns: readonly GridColumn<Row>[],
): { readonly heads: readonly string[]; readonly rows: readonly (readonly CopiedCell[])[] } {
  const rows = rowsOf(items).map(({ row }) => columns.map((column) => ({ text: column.text(row), number: column.number?.(row) })));
  return { heads: columns.map((column) => column.title), rows };
}

function collect<Row>(
  pairs: readonly { row: Row; columnId: string; value: string | null }[],
  access: RangeAccess<Row>,
  reason: PastedBlock<Row>['reason'],
  lost: number,
): PastedBlock<Row> {
  const cells: CellChange<Row>[] = pairs.filter(({ row, columnId }) => isEditableCell(access.column(columnId), row));
  return { cells, skipped: pairs.length - cells.length + lost, reason };
}

/** Lays the block at the range's first cell; one single value fills the whole range. */
export async function pasteInto<Row>(
  block: readonly (readonly string[])[],
  bounds: RangeBounds,
  access: RangeAccess<Row>,
): Promise<PastedBlock<Row>> {
  const isFill = block.length === 1 && block[0]?.length === 1;
  const height = isFill ? bounds.bottom - bounds.top + 1 : block.length;
  const order = access.order();
  const first = order.indexOf(bounds.columns[0] ?? '');
  const targets = rowsOf(await access.items(bounds.top, isFill ? height : height + 64)).slice(0, height);
  const pairs = targets.flatMap(({ row }, line) => {
    const values = isFill ? bounds.columns.map(() => block[0]?.[0] ?? '') : (block[line] ?? []);
    return values.map((value, index) => ({ row, columnId: order[first + index] ?? '', value }));
  });
  const lost = isFill ? 0 : block.slice(targets.length).reduce((sum, line) => sum + line.length, 0);
  return collect(pairs, access, 'paste', lost);
}

export async function clearRange<Row>(bounds: RangeBounds, access: RangeAccess<Row>): Promise<PastedBlock<Row>> {
  const items = rowsOf(await itemsOf(bounds, access));
  const pairs = items.flatMap(({ row }) => bounds.columns.map((columnId) => ({ row, columnId, value: null })));
  return collect(pairs, access, 'clear', 0);
}

/** The first row of the range, copied to the rows below it. */
export async function fillDown<Row>(bounds: RangeBounds, access: RangeAccess<Row>): Promise<PastedBlock<Row>> {
  const [first, ...below] = rowsOf(await itemsOf(bounds, access));
  if (first === undefined) return { cells: [], skipped: 0, reason: 'fill' };
  const values = bounds.columns.map((id) => {
    const column = access.column(id);
    return (column?.editText ?? column?.text)?.(first.row) ?? '';
  });
  const pairs = below.flatMap(({ row }) => bounds.columns.map((columnId, index) => ({ row, columnId, value: values[index] ?? null })));
  return collect(pairs, access, 'fill', 0);
}

/** The first column of the range, copied to the columns beside it. */
export async function fillRight<Row>(bounds: RangeBounds, access: RangeAccess<Row>): Promise<PastedBlock<Row>> {
  const [first, ...beside] = bounds.columns;
  const column = access.column(first ?? '');
  const pairs = rowsOf(await itemsOf(bounds, access)).flatMap(({ row }) => {
    const value = (column?.editText ?? column?.text)?.(row) ?? '';
    return beside.map((columnId) => ({ row, columnId, value }));
  });
  return collect(pairs, access, 'fill', 0);
}
