// Keys of a grid beside AG Grid's own. Handled while the event goes down, so that the grid does not act on them too.
import { type KeyboardEvent, useMemo } from 'react';
import { isEditableCell, type RangeAccess } from './range-actions.ts';
import type { BlockEdits } from './use-block-edits.ts';
import { isTyping, type RangeControl } from './use-cell-range.ts';
import { columnOrder, type GridCore } from './use-grid-core.ts';

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

interface Options<Row> {
  readonly core: GridCore<Row>;
  readonly control: RangeControl;
  readonly access: RangeAccess<Row>;
  readonly blocks: BlockEdits;
  toggleFilters(): void;
}

export function useGridKeys<Row>({ core, control, access, blocks, toggleFilters }: Options<Row>): { onKeyDownCapture(event: KeyboardEvent): void } {
  return useMemo(() => {
    const { api, latest } = core;

    function open(onlyIfFixed: boolean): boolean {
      const block = control.range.isBlock ? control.bounds() : undefined;
      if (block !== undefined && latest.current.onOpenBlock !== undefined) {
        latest.current.onOpenBlock(block);
        return true;
      }
      const focused = api.current?.getFocusedCell();
      const item = focused == null ? undefined : api.current?.getDisplayedRowAtIndex(focused.rowIndex)?.data;
      if (focused == null || item?.type !== 'row' || latest.current.onOpen === undefined) return false;
      const columnId = focused.column.getColId();
      if (onlyIfFixed && isEditableCell(access.column(columnId), item.row)) return false;
      latest.current.onOpen(item.row, columnId);
      return true;
    }

    /** From the grid as a whole to the cell that had the focus last, the selected row, or the first. */
    function stepIn(): boolean {
      const grid = api.current;
      const known = grid?.getFocusedCell();
      const { selectedId, columns } = latest.current;
      const selected = selectedId === undefined ? undefined : grid?.getRowNode(selectedId)?.rowIndex;
      const first = grid?.getRenderedNodes().find((node) => node.data?.type === 'row')?.rowIndex;
      const row = known?.rowIndex ?? selected ?? first;
      const column = known?.column ?? columnOrder(grid).find((id) => columns.find((one) => one.id === id)?.isTitleHidden !== true);
      if (row == null || column === undefined) return false;
      grid?.ensureIndexVisible(row);
      grid?.setFocusedCell(row, column);
      return true;
    }

    function moveOrExtend(event: KeyboardEvent, [rows, columns]: readonly [number, number]): boolean {
      if (event.shiftKey && !event.ctrlKey && !event.metaKey) {
        control.extend(rows, columns);
        return true;
      }
      control.clear();
      return false;
    }

    function selectAll(): boolean {
      const [first, last] = [columnOrder(api.current)[0], columnOrder(api.current).at(-1)];
      const rows = api.current?.getDisplayedRowCount() ?? 0;
      if (first === undefined || last === undefined || rows === 0) return false;
      control.cover({ row: 0, column: first }, { row: rows - 1, column: last });
      return true;
    }

    /** As in a spreadsheet: the ends of the row, with Ctrl those of the grid. A group's head is no row to stand on. */
    function goToEnd(key: string, isOfGrid: boolean): boolean {
      const grid = api.current;
      const order = columnOrder(grid);
      const column = key === 'Home' ? order[0] : order.at(-1);
      const last = (grid?.getDisplayedRowCount() ?? 0) - 1;
      const here = grid?.getFocusedCell()?.rowIndex ?? 0;
      const isHead = key === 'Home' && grid?.getDisplayedRowAtIndex(0)?.data?.type === 'group';
      const row = !isOfGrid ? here : key === 'End' ? last : isHead ? 1 : 0;
      if (grid === undefined || column === undefined || last < 0) return false;
      control.clear();
      grid.ensureIndexVisible(row);
      grid.ensureColumnVisible(column);
      grid.setFocusedCell(row, column);
      return true;
    }

    function actWithControl(key: string): boolean {
      if (key === 'Enter') return open(false);
      if (key === 'a') return selectAll();
      if (key === 'Home' || key === 'End') return goToEnd(key, true);
      if (key === 'Delete') return blocks.remove();
      return key === 'd' ? blocks.fillDown() : false;
    }

    function actPlain(key: string): boolean {
      if (key === 'Escape') control.clear();
      if (key === 'Home' || key === 'End') return goToEnd(key, false);
      if (key === 'Enter') return open(true);
      if (key === 'Delete' || key === 'Backspace') return blocks.clear();
      if (key === 'f') toggleFilters();
      return key === 'f' || (key === 'o' && open(false));
    }

    function act(event: KeyboardEvent): boolean {
      const arrow = arrows[event.key];
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (arrow !== undefined) return moveOrExtend(event, arrow);
      if (event.altKey) return false;
      return event.ctrlKey || event.metaKey ? actWithControl(key) : actPlain(key);
    }

    return {
      onKeyDownCapture(event) {
        const isAtHost = event.target === event.currentTarget && (arrows[event.key] !== undefined || event.key === 'Enter');
        if (isTyping(event.target) || !(isAtHost ? stepIn() : act(event))) return;
        event.preventDefault();
        event.stopPropagation();
      },
    };
  }, [access, blocks, control, core, toggleFilters]);
}
