// Keys of a grid beside AG Grid's own. Handled while the event goes down, so that the grid does not act on them too.
import { type KeyboardEvent, useMemo } from 'react';
import { leaveByTab } from '../leave-by-tab.ts';
import { isMenuKey } from '../menu/menu-state.ts';
import { isEditableCell, type RangeAccess } from './range-actions.ts';
import type { BlockEdits } from './use-block-edits.ts';
import { isTyping, type RangeControl } from './use-cell-range.ts';
import type { ChosenRows } from './use-chosen-rows.ts';
import { columnOrder, type GridCore } from './use-grid-core.ts';
import type { GridMenus } from './use-grid-menus.ts';

/** More rows and columns than any list has. */
const toEdge = 10_000_000;

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

interface Options<Row> {
  readonly core: GridCore<Row>;
  readonly control: RangeControl;
  readonly access: RangeAccess<Row>;
  readonly blocks: BlockEdits;
  readonly chosen: ChosenRows<Row>;
  readonly menus: GridMenus;
  /** What Ctrl+Delete acts on. */
  rowsAtHand(): Promise<readonly Row[]>;
  setCell(row: number, columnId: string, value: string): void;
  toggleFilters(): void;
  /** Undefined where the view finds in its own way. */
  readonly find: (() => void) | undefined;
}

export function useGridKeys<Row>({ core, control, access, blocks, chosen, menus, rowsAtHand, setCell, toggleFilters, find }: Options<Row>): {
  onKeyDownCapture(event: KeyboardEvent): void;
} {
  return useMemo(() => {
    const { api, latest, root } = core;

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
      if (event.shiftKey) {
        // With Ctrl to the edge of the list, read or not.
        const by = event.ctrlKey || event.metaKey ? toEdge : 1;
        control.extend(rows * by, columns * by);
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

    function remove(): boolean {
      const { onRemove } = latest.current;
      if (onRemove === undefined) return false;
      void rowsAtHand().then((rows) => rows.length > 0 && onRemove(rows));
      return true;
    }

    /** Ctrl+Space takes a row in or out; Shift+Space takes in the rows of the block, or those up to here. */
    function chooseRows(isOne: boolean): boolean {
      const at = control.bounds();
      if (at === undefined || latest.current.chosenActions === undefined) return false;
      if (isOne) chosen.toggle(at.bottom);
      else if (chosen.isEmpty()) chosen.cover(at.top, at.bottom);
      else chosen.extendTo(at.bottom);
      control.clear();
      return true;
    }

    /** In a column of choices of one letter or digit, such as grades, that key is the choice. */
    function chooseTyped(key: string): boolean {
      const at = control.bounds();
      const [columnId, ...others] = at?.columns ?? [];
      if (at === undefined || columnId === undefined || others.length > 0) return false;
      const options = access.column(columnId)?.options ?? [];
      const choice = options.find(({ value }) => value.length === 1 && value.toLowerCase() === key.toLowerCase());
      if (choice === undefined || !options.every(({ value }) => value.length === 1)) return false;
      if (at.bottom > at.top) return blocks.fillWith(choice.value);
      setCell(at.top, columnId, choice.value);
      return true;
    }

    function actWithControl(key: string): boolean {
      if (key === 'Enter') return open(false);
      if (key === 'a') return selectAll();
      if (key === 'Home' || key === 'End') return goToEnd(key, true);
      if (key === 'Delete') return remove();
      if (key === ' ') return chooseRows(true);
      if (key === 'f' && find !== undefined) {
        find();
        return true;
      }
      if (key === 'r') return blocks.fillRight();
      return key === 'd' ? blocks.fillDown() : false;
    }

    function letGo(): boolean {
      control.clear();
      const hadChosen = !chosen.isEmpty();
      chosen.clear();
      return hadChosen;
    }

    function actPlain(key: string): boolean {
      if (key.length === 1 && chooseTyped(key)) return true;
      if (key === 'Escape') return letGo();
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
      if (event.key === 'Tab') return root.current !== null && leaveByTab(root.current, event.shiftKey);
      if (event.key === ' ' && event.shiftKey) return chooseRows(false);
      return event.ctrlKey || event.metaKey ? actWithControl(key) : actPlain(key);
    }

    /** Ctrl+Enter in a cell of a block: what was typed goes into all of its cells, as in a spreadsheet. */
    function fillTyped(event: KeyboardEvent): boolean {
      const field = event.target;
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !control.range.isBlock) return false;
      if (!(field instanceof HTMLInputElement) || field.closest('.ag-cell-inline-editing') === null) return false;
      const typed = field.value;
      api.current?.stopEditing(true);
      return blocks.fillWith(typed);
    }

    function stop(event: KeyboardEvent): void {
      event.preventDefault();
      event.stopPropagation();
    }

    return {
      onKeyDownCapture(event) {
        const isAtHost = event.target === event.currentTarget && (arrows[event.key] !== undefined || event.key === 'Enter');
        const isInHead = (event.target as HTMLElement).matches('.ag-header-cell');
        if (event.key === 'Tab' && isInHead && root.current !== null && leaveByTab(root.current, event.shiftKey)) return stop(event);
        if (isTyping(event.target) && fillTyped(event)) return stop(event);
        const isHandled = isMenuKey(event) ? menus.openByKey() : !isTyping(event.target) && (isAtHost ? stepIn() : act(event));
        if (isHandled) stop(event);
      },
    };
  }, [access, blocks, chosen, control, core, menus, rowsAtHand, setCell, toggleFilters, find]);
}
