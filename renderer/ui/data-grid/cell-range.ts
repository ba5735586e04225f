// The block of cells between an anchor and a corner, painted as classes on the cells that are on screen. New cells ask
// `has` when they are drawn.
export interface CellPosition {
  readonly row: number;
  readonly column: string;
}

export interface RangeBounds {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly string[];
}

export class CellRange {
  private anchor: CellPosition | undefined;
  private corner: CellPosition | undefined;
  private readonly columns: () => readonly string[];

  constructor(columns: () => readonly string[]) {
    this.columns = columns;
  }

  start(position: CellPosition): void {
    this.anchor = position;
    this.corner = position;
  }

  extendTo(position: CellPosition): void {
    this.anchor ??= position;
    this.corner = position;
  }

  /** The corner moved by rows and columns, held inside the grid. */
  moved(rows: number, columns: number, lastRow: number): CellPosition | undefined {
    if (this.corner === undefined) return undefined;
    const order = this.columns();
    const index = Math.min(order.length - 1, Math.max(0, order.indexOf(this.corner.column) + columns));
    const column = order[index];
    return column === undefined ? undefined : { row: Math.min(lastRow, Math.max(0, this.corner.row + rows)), column };
  }

  /** Rows of the anchor and the corner. */
  ends(): { readonly anchor: number; readonly corner: number } | undefined {
    return this.anchor === undefined || this.corner === undefined ? undefined : { anchor: this.anchor.row, corner: this.corner.row };
  }

  moveTo(anchor: number, corner: number): void {
    if (this.anchor === undefined || this.corner === undefined) return;
    this.anchor = { ...this.anchor, row: anchor };
    this.corner = { ...this.corner, row: corner };
  }

  clear(): void {
    this.anchor = undefined;
    this.corner = undefined;
  }

  bounds(): RangeBounds | undefined {
    if (this.anchor === undefined || this.corner === undefined) return undefined;
    const order = this.columns();
    const ends = [order.indexOf(this.anchor.column), order.indexOf(this.corner.column)];
    const [left, right] = [Math.min(...ends), Math.max(...ends)];
    if (left < 0) return undefined;
    return {
      top: Math.min(this.anchor.row, this.corner.row),
      bottom: Math.max(this.anchor.row, this.corner.row),
      columns: order.slice(left, right + 1),
    };
  }

  get isBlock(): boolean {
    const bounds = this.bounds();
    return bounds !== undefined && (bounds.bottom > bounds.top || bounds.columns.length > 1);
  }

  has(row: number, column: string): boolean {
    const bounds = this.isBlock ? this.bounds() : undefined;
    return bounds !== undefined && row >= bounds.top && row <= bounds.bottom && bounds.columns.includes(column);
  }

  paint(root: HTMLElement): void {
    for (const row of root.querySelectorAll<HTMLElement>('.ag-row')) {
      const index = Number(row.getAttribute('row-index'));
      for (const cell of row.querySelectorAll<HTMLElement>('.ag-cell'))
        cell.classList.toggle('cell-in-range', this.has(index, cell.getAttribute('col-id') ?? ''));
    }
  }
}
