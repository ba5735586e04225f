// Names of cells as spreadsheets write them: columns A to XFD, rows from 1.
import { z } from 'zod';

/** A sheet is one line a row, cells apart by tabs. `rows`: pairs of a line of the sheet (from 0) and the row (from 1) that stands there; rows between follow one by one. */
export const sheetLayoutSchema = z.strictObject({
  name: z.string(),
  start: z.int(),
  end: z.int(),
  rows: z.array(z.tuple([z.int(), z.int()])),
  columns: z.int(),
});
export type SheetLayout = z.infer<typeof sheetLayoutSchema>;

/** `1` is A, `27` is AA. */
export function columnName(column: number): string {
  let rest = column;
  let name = '';
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}

type Cell = readonly [row: number, column: number];

/** `A` is 1, `AA` is 27. */
export function columnOfName(name: string): number {
  return [...name].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

export interface CellBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows and columns, from 1, of `B7` or `B7:D9`; undefined for what is no name of cells. */
export function blockOfCells(cells: string): CellBlock | undefined {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(cells) ?? [];
  if (left === undefined || top === undefined) return undefined;
  return { top: Number(top), left: columnOfName(left), bottom: Number(bottom ?? top), right: columnOfName(right ?? left) };
}

/** `B7`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** `B7` for one cell, `B7:D9` for several. */
export function cellRange(from: Cell, to: Cell): string {
  const [first, last] = [cellName(...from), cellName(...to)];
  return first === last ? first : `${first}:${last}`;
}

/** `cell=7,2-9,4` for `B7:D9`: a fragment of a table as RFC 7111 writes it, rows first. */
export function fragmentOfCells(cells: string): string | undefined {
  const block = blockOfCells(cells);
  if (block === undefined) return undefined;
  const { top, left, bottom, right } = block;
  return top === bottom && left === right ? `cell=${top},${left}` : `cell=${top},${left}-${bottom},${right}`;
}

/** Undefined for what is no such fragment, or an endless one. */
export function cellsOfFragment(fragment: unknown): string | undefined {
  const [, top, left, bottom = top, right = left] =
    /^cell=([1-9]\d{0,6}),([1-9]\d{0,4})(?:-([1-9]\d{0,6}),([1-9]\d{0,4}))?$/.exec(String(fragment)) ?? [];
  return top === undefined ? undefined : cellRange([Number(top), Number(left)], [Number(bottom), Number(right)]);
}
