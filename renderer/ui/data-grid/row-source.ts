// Feeds the grid's windows. Lists up to `groupLimit` rows are read whole and get group heads between them; longer lists
// are read window by window without heads, since the position of a head would need a count of every group before it.
import type { GridGrouping, GridItem, GridPage, GridWindow, Sort } from './grid-types.ts';

const pageRows = 500;
const groupLimit = 2000;

export interface ItemPage<Row> {
  readonly total: number;
  readonly items: readonly GridItem<Row>[];
  /** Rows that match, without group heads. */
  readonly rows: number;
  readonly isGrouped: boolean;
  /** Whether the rows stand as they would if they were sorted now. */
  readonly isSorted: boolean;
}

interface Options<Row> {
  load(window: GridWindow): Promise<GridPage<Row>>;
  rowId(row: Row): string;
  readonly grouping: GridGrouping<Row> | undefined;
  readonly initialSort: Sort | undefined;
}

type Whole<Row> = { readonly key: string; readonly page: Promise<ItemPage<Row>> };

export class RowSource<Row> {
  private whole: Whole<Row> | undefined;
  /** Where the rows of a sort and filter stand: they stay there until the user asks for another. */
  private order: { readonly key: string; readonly name: string } | undefined;
  private readonly options: () => Options<Row>;

  constructor(options: () => Options<Row>) {
    this.options = options;
  }

  /** Position of a row in a list that was read whole; undefined in longer ones. */
  async positionOf(id: string): Promise<number | undefined> {
    const items = (await this.whole?.page)?.items ?? [];
    const position = items.findIndex((item) => item.id === id);
    return position < 0 ? undefined : position;
  }

  /** Drops what was read, after a change. */
  forget(): void {
    this.whole = undefined;
  }

  sortAgain(): void {
    this.order = undefined;
    this.forget();
  }

  private load(window: GridWindow): Promise<GridPage<Row>> {
    const key = JSON.stringify([window.sort, window.filter]);
    if (this.order?.key !== key) this.order = { key, name: crypto.randomUUID() };
    return this.options().load({ ...window, order: this.order.name });
  }

  async window(window: GridWindow): Promise<ItemPage<Row>> {
    const { grouping } = this.options();
    if (grouping === undefined) return this.plain(window);
    const sort = [
      { field: grouping.sortField, direction: directionOf(window, grouping.sortField) },
      ...window.sort.filter((one) => one.field !== grouping.sortField),
    ].slice(0, 4);
    const key = JSON.stringify([grouping.columnId, sort, window.filter]);
    if (this.whole?.key !== key) this.whole = { key, page: this.readWhole({ ...window, sort }, grouping) };
    const whole = await this.whole.page;
    // Too long for heads: ordered as the groups would be until the user asks for another order.
    if (!whole.isGrouped) return this.plain(this.isUsual(window.sort) ? { ...window, sort } : window);
    return { ...whole, items: whole.items.slice(window.start, window.start + window.count) };
  }

  private isUsual(sort: readonly Sort[]): boolean {
    return sort.length === 0 || JSON.stringify(sort) === JSON.stringify([this.options().initialSort]);
  }

  private async plain(window: GridWindow): Promise<ItemPage<Row>> {
    const page = await this.load(window);
    return { total: page.total, rows: page.total, isGrouped: false, isSorted: page.isSorted ?? true, items: page.rows.map((row) => this.item(row)) };
  }

  private item(row: Row): GridItem<Row> {
    return { type: 'row', id: this.options().rowId(row), row };
  }

  private async readWhole(window: GridWindow, grouping: GridGrouping<Row>): Promise<ItemPage<Row>> {
    const first = await this.load({ ...window, start: 0, count: pageRows });
    if (first.total > groupLimit) return { total: first.total, rows: first.total, isGrouped: false, isSorted: true, items: [] };
    const rows = [...first.rows];
    while (rows.length < first.total) {
      const next = await this.load({ ...window, start: rows.length, count: pageRows });
      if (next.rows.length === 0) break;
      rows.push(...next.rows);
    }
    const items = withHeads(rows, grouping, (row) => this.item(row));
    return { total: items.length, rows: rows.length, isGrouped: true, isSorted: first.isSorted ?? true, items };
  }
}

function directionOf(window: GridWindow, field: string): 'asc' | 'desc' {
  return window.sort.find((one) => one.field === field)?.direction ?? 'asc';
}

function withHeads<Row>(rows: readonly Row[], grouping: GridGrouping<Row>, item: (row: Row) => GridItem<Row>): GridItem<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = grouping.key(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups].flatMap(([key, members]) => {
    const first = members[0] as Row;
    const head: GridItem<Row> = {
      type: 'group',
      id: `group:${key}`,
      label: grouping.label(first),
      detail: grouping.detailOf?.(members) ?? grouping.detail?.(first) ?? '',
      count: members.length,
    };
    return [head, ...members.map(item)];
  });
}
