// The block of cells under pointer and Shift+arrows.
import { type MouseEvent, useCallback, useMemo, useRef } from 'react';
import { type CellPosition, CellRange, type RangeBounds } from './cell-range.ts';
import { columnOrder, type GridCore } from './use-grid-core.ts';

export interface RangeControl {
  readonly range: CellRange;
  /** The block, or the cell that has the focus. */
  bounds(): RangeBounds | undefined;
  extend(rows: number, columns: number): void;
  clear(): void;
  /** A block that need not be in view. */
  cover(first: CellPosition, last: CellPosition): void;
  /** The same block at other rows. */
  move(anchor: number, corner: number): void;
  /** Selects a block and brings it into view. */
  show(block: RangeBounds): void;
  /** Puts the focus on the first cell of the block. */
  focus(): void;
  readonly pointer: {
    onPointerDownCapture(event: MouseEvent): void;
    onMouseOver(event: MouseEvent): void;
    onMouseUp(): void;
  };
}

export function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"], .ag-cell-inline-editing, .ag-header') !== null
  );
}

/** Read from the cell itself: the grid's own pointer events come later, after the next key. */
export function cellAt(target: EventTarget): CellPosition | undefined {
  const cell = target instanceof Element ? target.closest('.ag-cell') : null;
  const row = Number(cell?.closest('[row-index]')?.getAttribute('row-index') ?? Number.NaN);
  const column = cell?.getAttribute('col-id');
  return column == null || Number.isNaN(row) ? undefined : { row, column };
}

/** Words that do not fit their cell are told in full by the pointer. */
function titleWhenCut(target: EventTarget): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.ag-cell') : null;
  if (cell === null) return;
  const isCut = [cell, ...cell.querySelectorAll<HTMLElement>('.cut, .ag-cell-value')].some((part) => part.scrollWidth > part.clientWidth + 1);
  if (isCut) cell.title = cell.innerText;
  else cell.removeAttribute('title');
}

export interface RangeListener {
  /** Takes the clicks that choose rows instead of cells. */
  chooseRow(event: MouseEvent, row: number): boolean;
  /** The block as it changes; undefined for a single cell. */
  onBlock(block: RangeBounds | undefined): void;
}

export function useCellRange<Row>({ root, api }: GridCore<Row>, { chooseRow, onBlock }: RangeListener): RangeControl {
  const isDragging = useRef(false);
  const range = useMemo(() => new CellRange(() => columnOrder(api.current)), [api]);
  const told = useRef('');
  const paint = useCallback(() => {
    if (root.current !== null) range.paint(root.current);
    const block = range.isBlock ? range.bounds() : undefined;
    const key = JSON.stringify(block) ?? '';
    if (told.current === key) return;
    told.current = key;
    onBlock(block);
  }, [root, range, onBlock]);

  const bounds = useCallback((): RangeBounds | undefined => {
    const focused = api.current?.getFocusedCell();
    if (range.isBlock || focused == null) return range.bounds();
    return { top: focused.rowIndex, bottom: focused.rowIndex, columns: [focused.column.getColId()] };
  }, [api, range]);

  const extend = useCallback(
    (rows: number, columns: number) => {
      const focused = api.current?.getFocusedCell();
      if (focused == null) return;
      if (!range.isBlock) range.start({ row: focused.rowIndex, column: focused.column.getColId() });
      const next = range.moved(rows, columns, (api.current?.getDisplayedRowCount() ?? 1) - 1);
      if (next === undefined) return;
      range.extendTo(next);
      api.current?.ensureIndexVisible(next.row);
      api.current?.ensureColumnVisible(next.column);
      paint();
    },
    [api, paint, range],
  );

  const pointer = useMemo(
    () => ({
      // Before the grid, which moves the focus at this event.
      onPointerDownCapture(event: MouseEvent) {
        const at = event.button === 0 && !isTyping(event.target) ? cellAt(event.target) : undefined;
        if (at === undefined || chooseRow(event, at.row)) return;
        if (event.shiftKey) range.extendTo(at);
        else range.start(at);
        isDragging.current = true;
        paint();
      },
      onMouseOver(event: MouseEvent) {
        titleWhenCut(event.target);
        const at = isDragging.current && event.buttons === 1 ? cellAt(event.target) : undefined;
        if (at === undefined) return;
        range.extendTo(at);
        paint();
      },
      onMouseUp() {
        isDragging.current = false;
      },
    }),
    [chooseRow, paint, range],
  );

  const clear = useCallback(() => {
    range.clear();
    paint();
  }, [paint, range]);

  const cover = useCallback(
    (first: CellPosition, last: CellPosition) => {
      range.start(first);
      range.extendTo(last);
      paint();
    },
    [paint, range],
  );

  const move = useCallback(
    (anchor: number, corner: number) => {
      range.moveTo(anchor, corner);
      paint();
    },
    [paint, range],
  );

  const show = useCallback(
    ({ top, bottom, columns }: RangeBounds) => {
      const [first, last] = [columns[0], columns.at(-1)];
      if (api.current === undefined || first === undefined || last === undefined) return;
      api.current.ensureIndexVisible(top, 'middle');
      api.current.ensureColumnVisible(first);
      range.start({ row: top, column: first });
      range.extendTo({ row: bottom, column: last });
      paint();
    },
    [api, range, paint],
  );
  const focus = useCallback(() => {
    const chosen = range.bounds();
    const first = chosen?.columns[0];
    if (chosen !== undefined && first !== undefined) api.current?.setFocusedCell(chosen.top, first);
  }, [api, range]);
  return useMemo(
    () => ({ range, bounds, extend, clear, cover, move, show, focus, pointer }),
    [range, bounds, extend, clear, cover, move, show, focus, pointer],
  );
}
