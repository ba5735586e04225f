// A table as text: one line a row, cells apart by tabs, each sheet under the other. Rows without a cell are left out; the
// layout says which row stands on which line. Caps follow the safety rules and are named with row and column.

import { AppError } from '../../../../../shared/errors.ts';
import type { SheetLayout } from '../../../../../shared/features/sources/cells.ts';
import { cellName } from '../../../../../shared/features/sources/cells.ts';
import { type Message, message } from '../../../../../shared/message.ts';
import { createTextBuilder, keepableLine } from '../text-builder.ts';

export interface TableCaps {
  readonly rows: number;
  readonly columns: number;
  readonly cellBytes: number;
  /** Characters of the whole text. */
  readonly chars: number;
}

export const tableCaps: TableCaps = { rows: 1_000_000, columns: 16_384, cellBytes: 1_000_000, chars: 40_000_000 };

export interface SheetText {
  begin(name: string): void;
  /** `row` counts from 1. @throws AppError `limit` */
  addRow(row: number, cells: readonly string[]): void;
  finish(): { readonly text: string; readonly sheets: SheetLayout[]; readonly folded: number };
}

interface OpenSheet {
  readonly name: string;
  readonly start: number;
  readonly rows: [number, number][];
  line: number;
  columns: number;
}

export function createSheetText(name: string, caps: TableCaps = tableCaps): SheetText {
  const builder = createTextBuilder();
  const sheets: SheetLayout[] = [];
  let open: OpenSheet | undefined;
  let folded = 0;

  function close(): void {
    if (open !== undefined && open.line > 0) {
      const { line: _line, ...sheet } = open;
      sheets.push({ ...sheet, end: builder.length() });
    }
    open = undefined;
  }

  /** Tabs and line ends within a cell would move every cell after it. */
  function textOf(cell: string): string {
    if (!/[\t\r\n\v\f\0\u0085\u2028\u2029]/.test(cell)) return cell.normalize('NFC').toWellFormed();
    folded += 1;
    return keepableLine(cell).replaceAll('\t', ' ').trim();
  }

  return {
    begin(sheetName) {
      close();
      open = { name: sheetName, start: builder.length() + (builder.length() > 0 ? 2 : 0), rows: [], line: 0, columns: 0 };
    },
    addRow(row, cells) {
      if (open === undefined) throw new RangeError('a row needs a sheet');
      assertRow(name, { row, cells, caps });
      const last = cells.findLastIndex((cell) => cell !== '');
      if (last < 0) return;
      if (open.line === 0 && open.start > 0) builder.add('\n\n');
      if (open.line > 0) builder.add('\n');
      const run = open.rows.at(-1);
      if (run === undefined || row !== run[1] + open.line - run[0]) open.rows.push([open.line, row]);
      open.line += 1;
      open.columns = Math.max(open.columns, last + 1);
      builder.add(
        cells
          .slice(0, last + 1)
          .map(textOf)
          .join('\t'),
      );
      if (builder.length() > caps.chars) throw new AppError('limit', 'reading.tableTooLong', { name, row, most: caps.chars });
    },
    finish() {
      close();
      return { text: builder.text(), sheets, folded };
    },
  };
}

function assertRow(name: string, { row, cells, caps }: { row: number; cells: readonly string[]; caps: TableCaps }): void {
  if (row > caps.rows) throw new AppError('limit', 'reading.tooManyRows', { name, row, most: caps.rows });
  if (cells.length > caps.columns) throw new AppError('limit', 'reading.tooManyColumns', { name, row, columns: cells.length, most: caps.columns });
  const large = cells.findIndex((cell) => cell.length > caps.cellBytes);
  if (large >= 0)
    throw new AppError('limit', 'reading.cellTooLong', {
      name,
      row,
      cell: cellName(row, large + 1),
      chars: cells[large]!.length,
      most: caps.cellBytes,
    });
}

export function foldedWarning(folded: number): Message[] {
  return folded === 0 ? [] : [message('reading:warning.foldedCells', { count: folded })];
}
