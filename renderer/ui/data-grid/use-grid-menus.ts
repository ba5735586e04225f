// Opens the menus of a grid at the pointer, or by the Menu key at the cell or head that has the focus.
import { type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuPlace } from '../menu/menu-model.ts';
import { openMenu, placeUnder } from '../menu/menu-state.ts';
import { cellMenu, headMenu } from './grid-menus.ts';
import type { RangeAccess } from './range-actions.ts';
import type { BlockEdits } from './use-block-edits.ts';
import { cellAt, type RangeControl } from './use-cell-range.ts';
import type { ChosenRows } from './use-chosen-rows.ts';
import type { ColumnLayout } from './use-column-layout.ts';
import type { GridCore } from './use-grid-core.ts';

interface Options<Row> {
  readonly core: GridCore<Row>;
  readonly control: RangeControl;
  readonly access: RangeAccess<Row>;
  readonly blocks: BlockEdits;
  readonly chosen: ChosenRows<Row>;
  readonly layout: ColumnLayout<Row>;
  rowsAtHand(): Promise<readonly Row[]>;
  filter(columnId: string): void;
  readonly groupedBy: string | undefined;
  groupBy(columnId: string | undefined): void;
}

export interface GridMenus {
  readonly pointer: { onContextMenu(event: MouseEvent): void };
  /** At what has the focus; false where that has no menu. */
  openByKey(): boolean;
}

export function useGridMenus<Row>({
  core,
  control,
  access,
  blocks,
  chosen,
  layout,
  rowsAtHand,
  filter,
  groupedBy,
  groupBy,
}: Options<Row>): GridMenus {
  const { t } = useTranslation('ui');
  return useMemo(() => {
    const { api, latest } = core;

    function selectColumn(columnId: string): void {
      const rows = api.current?.getDisplayedRowCount() ?? 0;
      if (rows === 0) return;
      api.current?.setFocusedCell(0, columnId);
      control.cover({ row: 0, column: columnId }, { row: rows - 1, column: columnId });
    }

    function openHead(columnId: string | null | undefined, place: MenuPlace): boolean {
      const column = access.column(columnId ?? '');
      if (column === undefined || api.current === undefined) return false;
      openMenu(headMenu({ api: api.current, layout, column, filter, groupedBy, groupBy, selectColumn, t }), place);
      return true;
    }

    async function openCell(rowIndex: number, columnId: string, place: MenuPlace): Promise<void> {
      const item = api.current?.getDisplayedRowAtIndex(rowIndex)?.data;
      const column = access.column(columnId);
      if (api.current === undefined || item?.type !== 'row' || column === undefined) return;
      const rows = await rowsAtHand();
      const at = control.bounds();
      const { menuOf, onPasteBlock } = latest.current;
      const own = menuOf?.({ row: item.row, columnId, rows }) ?? [];
      const shared = { api: api.current, blocks, column, row: item.row, rowIndex, t };
      openMenu(cellMenu({ ...shared, own, isTall: at !== undefined && at.bottom > at.top, canEdit: onPasteBlock !== undefined }), place);
    }

    /** A click outside of what is selected selects what is there. */
    function aim(rowIndex: number, columnId: string): void {
      const id = api.current?.getDisplayedRowAtIndex(rowIndex)?.data?.id ?? '';
      if (!chosen.has(id)) chosen.clear();
      if (!control.range.has(rowIndex, columnId)) {
        control.clear();
        api.current?.setFocusedCell(rowIndex, columnId);
      }
    }

    function onContextMenu(event: MouseEvent): void {
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, select') !== null) return;
      const place = { left: event.clientX, top: event.clientY, above: event.clientY };
      const cell = cellAt(target);
      if (cell !== undefined) {
        aim(cell.row, cell.column);
        void openCell(cell.row, cell.column, place);
      } else if (!openHead(target.closest('.ag-header-cell')?.getAttribute('col-id'), place)) return;
      event.preventDefault();
      event.stopPropagation();
    }

    function openByKey(): boolean {
      const held = document.activeElement;
      const head = held?.closest('.ag-header-cell');
      if (head != null) return openHead(head.getAttribute('col-id'), placeUnder(head));
      const cell = held === null ? undefined : cellAt(held);
      if (held === null || cell === undefined) return false;
      void openCell(cell.row, cell.column, placeUnder(held));
      return true;
    }
    return { pointer: { onContextMenu }, openByKey };
  }, [access, blocks, chosen, control, core, filter, layout, rowsAtHand, groupedBy, groupBy, t]);
}
