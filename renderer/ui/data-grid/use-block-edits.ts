// Copy, paste, clear and fill: what is done with a block of cells, in one call to the view.
import { type ClipboardEvent, useMemo } from 'react';
import type { RefusedCell } from './CellError.tsx';
import type { RangeBounds } from './cell-range.ts';
import { fromTsv, toHtml, toTsv } from './clipboard.ts';
import type { GridItem, PastedBlock } from './grid-types.ts';
import { clearRange, copiedTable, fillDown, fillRight, pasteInto, type RangeAccess, textsOf } from './range-actions.ts';
import { isTyping, type RangeControl } from './use-cell-range.ts';
import type { ChosenRows } from './use-chosen-rows.ts';
import type { GridCore } from './use-grid-core.ts';
import { itemsFrom } from './use-rows-at-hand.ts';

const mostCopiedRows = 100_000;

export interface BlockEdits {
  clear(): boolean;
  fillDown(): boolean;
  fillRight(): boolean;
  /** A block that was made elsewhere. */
  apply(block: PastedBlock<never>): Promise<void>;
  /** One value into every cell of the block. */
  fillWith(value: string): boolean;
  /** The block as the clipboard takes it; `isPlain` leaves out heads and what goes with it. */
  copy(isPlain: boolean): void;
  readonly clipboard: { onCopy(event: ClipboardEvent): void; onPaste(event: ClipboardEvent): void };
}

interface Copied<Row> {
  readonly ids: readonly string[];
  /** Undefined where some of it must be read first. */
  readonly loaded: readonly GridItem<Row>[] | undefined;
  read(): Promise<readonly GridItem<Row>[]>;
}

interface Options<Row> {
  readonly core: GridCore<Row>;
  readonly control: RangeControl;
  readonly access: RangeAccess<Row>;
  readonly chosen: ChosenRows<Row>;
  refuse(cell: RefusedCell | undefined): void;
}

export function useBlockEdits<Row>({ core, control, access, chosen, refuse }: Options<Row>): BlockEdits {
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

    /** Chosen rows with all columns that are shown, else the block of cells. */
    function whatToCopy(): Copied<Row> | undefined {
      const at = control.bounds();
      if (!chosen.isEmpty()) {
        const items = chosen.rows.map((row): GridItem<Row> => ({ type: 'row', id: latest.current.rowId(row), row }));
        return { ids: access.order(), loaded: items, read: async () => items };
      }
      if (at === undefined) return undefined;
      const count = Math.min(at.bottom - at.top + 1, mostCopiedRows);
      const shown = Array.from({ length: count }, (_, index) => api.current?.getDisplayedRowAtIndex(at.top + index)?.data);
      const loaded = shown.every((item) => item !== undefined) ? shown : undefined;
      return { ids: at.columns, loaded, read: () => itemsFrom(access, at.top, count) };
    }

    function onCopy(event: ClipboardEvent): void {
      const copied = isTyping(event.target) ? undefined : whatToCopy();
      if (copied === undefined) return;
      event.preventDefault();
      if (copied.loaded === undefined) writeLater(copied, false);
      else {
        const { plain, html } = flavoursOf(copied.loaded, copied.ids);
        event.clipboardData.setData('text/plain', plain);
        event.clipboardData.setData('text/html', html);
      }
    }

    function writeLater({ ids, read }: Copied<Row>, isPlain: boolean): void {
      const flavours = read().then((items) => flavoursOf(items, ids));
      const blobOf = (type: string, text: Promise<string>) => text.then((written) => new Blob([written], { type }));
      const plain = flavours.then((made) => made.plain);
      const html = flavours.then((made) => made.html);
      const item = new ClipboardItem({
        'text/plain': blobOf('text/plain', plain),
        ...(isPlain ? {} : { 'text/html': blobOf('text/html', html) }),
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

    function onPaste(event: ClipboardEvent): void {
      const text = event.clipboardData.getData('text/plain');
      if (isTyping(event.target) || text === '') return;
      event.preventDefault();
      change((at) => pasteInto(fromTsv(text), at, access));
    }

    return {
      clear: () => change((at) => clearRange(at, access)),
      fillDown: () => change((at) => fillDown(at, access)),
      apply: (block) => apply(Promise.resolve(block as PastedBlock<Row>)),
      fillRight: () => change((at) => fillRight(at, access)),
      fillWith: (value) => change((at) => pasteInto([[value]], at, access)),
      copy(isPlain) {
        const copied = whatToCopy();
        if (copied !== undefined) writeLater(copied, isPlain);
      },
      clipboard: { onCopy, onPaste },
    };
  }, [access, chosen, control, core, refuse]);
}
