// Copy, paste, clear and fill: what is done with a block of cells, in one call to the view.
import { type ClipboardEvent, useMemo } from 'react';
import type { RefusedCell } from './CellError.tsx';
import type { RangeBounds } from './cell-range.ts';
import { fromTsv, toHtml, toTsv } from './clipboard.ts';
import type { GridItem, PastedBlock } from './grid-types.ts';
import { clearRange, copiedTable, fillDown, pasteInto, type RangeAccess, textsOf } from './range-actions.ts';
import { isTyping, type RangeControl } from './use-cell-range.ts';
import type { GridCore } from './use-grid-core.ts';

const mostCopiedRows = 100_000;
const windowRows = 500;

export interface BlockEdits {
  clear(): boolean;
  fillDown(): boolean;
  remove(): boolean;
  readonly clipboard: { onCopy(event: ClipboardEvent): void; onPaste(event: ClipboardEvent): void };
}

interface Options<Row> {
  readonly core: GridCore<Row>;
  readonly control: RangeControl;
  readonly access: RangeAccess<Row>;
  refuse(cell: RefusedCell | undefined): void;
}

export function useBlockEdits<Row>({ core, control, access, refuse }: Options<Row>): BlockEdits {
  return useMemo(() => {
    const { api, latest } = core;

    async function apply(making: Promise<PastedBlock<Row>>): Promise<void> {
      const block = await making;
      if (block.cells.length === 0 && block.skipped === 0) return;
      try {
        await latest.current.onPasteBlock?.(block);
        refuse(undefined);
      } catch (error) {
        const [first] = block.cells;
        if (first !== undefined)
          refuse({ rowId: latest.current.rowId(first.row), columnId: first.columnId, typed: '', message: latest.current.errorWords(error) });
      }
    }

    function change(make: (at: RangeBounds) => Promise<PastedBlock<Row>>): boolean {
      const at = control.bounds();
      if (at === undefined || latest.current.onPasteBlock === undefined) return false;
      void apply(make(at));
      return true;
    }

    async function removeRows(at: RangeBounds): Promise<void> {
      const items = await access.items(at.top, at.bottom - at.top + 1);
      const rows = items.flatMap((item) => (item.type === 'row' ? [item.row] : []));
      if (rows.length > 0) latest.current.onRemove?.(rows);
    }

    function onCopy(event: ClipboardEvent): void {
      const at = isTyping(event.target) ? undefined : control.bounds();
      if (at === undefined) return;
      event.preventDefault();
      const count = Math.min(at.bottom - at.top + 1, mostCopiedRows);
      const loaded = Array.from({ length: count }, (_, index) => api.current?.getDisplayedRowAtIndex(at.top + index)?.data);
      if (loaded.every((item) => item !== undefined)) {
        const { plain, html } = flavoursOf(loaded, at.columns);
        event.clipboardData.setData('text/plain', plain);
        event.clipboardData.setData('text/html', html);
        return;
      }
      const flavours = itemsFrom(at.top, count).then((items) => flavoursOf(items, at.columns));
      const blobOf = (type: string, text: Promise<string>) => text.then((written) => new Blob([written], { type }));
      const item = new ClipboardItem({
        'text/plain': blobOf(
          'text/plain',
          flavours.then(({ plain }) => plain),
        ),
        'text/html': blobOf(
          'text/html',
          flavours.then(({ html }) => html),
        ),
      });
      void navigator.clipboard.write([item]);
    }

    /** One cell is its text; a block goes to other programs with heads and whatever tells what it is. */
    function flavoursOf(items: readonly GridItem<Row>[], ids: readonly string[]): { readonly plain: string; readonly html: string } {
      const own = ids.flatMap((id) => access.column(id) ?? []);
      const isBlock = ids.length > 1 || items.length > 1;
      const others = isBlock ? (latest.current.copiedWith ?? []).filter((column) => !ids.includes(column.id)) : [];
      const { heads, rows } = copiedTable(items, [...own, ...others]);
      return { plain: toTsv(textsOf(items, ids, access)), html: toHtml(isBlock ? heads : [], rows) };
    }

    /** Windows hold some hundred rows each. */
    async function itemsFrom(start: number, count: number): Promise<GridItem<Row>[]> {
      const items: GridItem<Row>[] = [];
      while (items.length < count) {
        const next = await access.items(start + items.length, Math.min(windowRows, count - items.length));
        if (next.length === 0) break;
        items.push(...next);
      }
      return items;
    }

    function onPaste(event: ClipboardEvent): void {
      const text = event.clipboardData.getData('text/plain');
      if (isTyping(event.target) || text === '') return;
      event.preventDefault();
      change((at) => pasteInto(fromTsv(text), at, access));
    }

    return {
      clear: () => change((at) => clearRange(at, access)),
      fillDown: () => change((at) => fillDown(at, access)),
      remove() {
        const at = control.bounds();
        if (at === undefined || latest.current.onRemove === undefined) return false;
        void removeRows(at);
        return true;
      },
      clipboard: { onCopy, onPaste },
    };
  }, [access, control, core, refuse]);
}
