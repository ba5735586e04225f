// AG Grid sets a row's classes and column spans only when it draws the row anew. Rows whose looks differ from when they
// were drawn are drawn again; the selected row is marked on the elements themselves.
import type { CellFocusedEvent } from 'ag-grid-community';
import { useCallback, useEffect, useRef } from 'react';
import type { GridItem } from './grid-types.ts';
import type { GridCore } from './use-grid-core.ts';

export interface RowLooks<Row> {
  /** Remembers how a row is drawn and gives its class. */
  draw(item: GridItem<Row> | undefined, rowIndex: number): string;
  redrawChanged(): void;
  paintSelection(): void;
  focus(event: CellFocusedEvent<GridItem<Row>>): void;
}

export function useRowLooks<Row>({ root, api, latest }: GridCore<Row>): RowLooks<Row> {
  const drawn = useRef(new Map<number, string>());
  const { selectedId } = latest.current;

  const looksOf = useCallback(
    (item: GridItem<Row> | undefined): string => {
      if (item?.type !== 'row') return item?.type ?? 'waiting';
      const { rowClass, columns } = latest.current;
      return [rowClass?.(item.row), ...columns.map((column) => column.cellClass?.(item.row))].join('|');
    },
    [latest],
  );

  const draw = useCallback(
    (item: GridItem<Row> | undefined, rowIndex: number): string => {
      drawn.current.set(rowIndex, looksOf(item));
      return item?.type === 'row' ? (latest.current.rowClass?.(item.row) ?? '') : '';
    },
    [latest, looksOf],
  );

  const redrawChanged = useCallback(() => {
    const changed = api.current?.getRenderedNodes().filter((node) => drawn.current.get(node.rowIndex ?? -1) !== looksOf(node.data)) ?? [];
    if (changed.length > 0 && api.current?.getEditingCells().length === 0) api.current.redrawRows({ rowNodes: changed });
  }, [api, looksOf]);

  const paintSelection = useCallback(() => {
    const selected = latest.current.selectedId;
    for (const row of root.current?.querySelectorAll<HTMLElement>('.ag-row') ?? []) {
      row.classList.toggle('row-selected', selected !== undefined && row.getAttribute('row-id') === selected);
    }
  }, [latest, root]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the selection is painted when it changes
  useEffect(() => paintSelection(), [paintSelection, selectedId]);

  const focus = useCallback(
    ({ rowIndex, column }: CellFocusedEvent<GridItem<Row>>): void => {
      if (rowIndex === null || column === null || typeof column === 'string') return;
      const item = api.current?.getDisplayedRowAtIndex(rowIndex)?.data;
      if (item?.type === 'row') latest.current.onSelect?.(item.row, column.getColId());
    },
    [api, latest],
  );
  return { draw, redrawChanged, paintSelection, focus };
}
