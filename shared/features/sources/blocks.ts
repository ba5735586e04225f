// The words of a block of cells: only its own, row by row, though other cells of the same rows stand between them in the
// text of the data set.
import type { CodePoints } from '../passages/code-points.ts';
import type { SheetLayout } from './cells.ts';
import { blockOfCells, type CellBlock } from './cells.ts';

export interface BlockWords {
  /** Code points of the text from the first cell to the last, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** A line a row, cells apart by tabs. */
  readonly exact: string;
  readonly cells: string;
  /** Where the words of each row stand; empty where a row has no such cell. */
  readonly rows: readonly { readonly start: number; readonly end: number }[];
}

export interface SheetText {
  readonly sheet: SheetLayout;
  /** Code points at which the cells of each line begin. */
  readonly starts: readonly (readonly number[])[];
  readonly points: CodePoints;
}

/** `B7:D9` is, `B7` and `B7:D7` are not. */
export function isOverRows(cells: string | null | undefined): cells is string {
  const block = blockOfCells(cells ?? '');
  return block !== undefined && block.bottom > block.top;
}

/** Undefined where no words stand in these cells. */
export function readBlock({ sheet, starts, points }: SheetText, cells: string): BlockWords | undefined {
  const block = blockOfCells(cells);
  const lines = block === undefined ? [] : linesOfRows(sheet, block).filter((line) => line < starts.length);
  const rows = lines.map((line) => rowOfBlock({ starts, sheet }, line, block!));
  const exact = rows.map(({ start, end }) => points.slice(start, end)).join('\n');
  if (!/\S/.test(exact)) return undefined;
  return { start: rows[0]!.start, end: rows.at(-1)!.end, exact, cells, rows };
}

/** Rows that are empty in the file have no line. */
function linesOfRows({ rows }: SheetLayout, { top, bottom }: CellBlock): number[] {
  return rows.flatMap(([line, row], index) => {
    const after = rows[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    const first = Math.max(top, row);
    const last = Math.min(bottom, row + after - line - 1);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => line + first - row + at);
  });
}

function rowOfBlock({ starts, sheet }: Pick<SheetText, 'starts' | 'sheet'>, line: number, { left, right }: CellBlock) {
  const cells = starts[line]!;
  const lineEnd = line + 1 < starts.length ? starts[line + 1]![0]! - 1 : sheet.end;
  const start = cells[left - 1] ?? lineEnd;
  return { start, end: right < cells.length ? cells[right]! - 1 : lineEnd };
}
