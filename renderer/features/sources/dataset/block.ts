// A block of cells as a passage: from its first cell to its last, in code points of the text, and the numbers in it.
import type { Output } from '../../../../shared/contract.ts';
import { cellName, cellRange } from '../../../../shared/features/sources/cells.ts';
import { readNumber } from '../../../../shared/quantity/index.ts';

export type DatasetRow = Output<'sources.cells'>['rows'][number];

export interface CellSpan {
  readonly cells: string;
  readonly words: string;
  /** Code points of the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Block extends CellSpan {
  /** Cells that hold a number and no year beside other numbers. */
  readonly numbers: readonly CellSpan[];
}

/** Columns count from 1. */
export interface BlockColumns {
  readonly left: number;
  readonly right: number;
}

const year = /^(?:1[89]|20)\d\d$/;

export function isNumeric(words: string): boolean {
  return 'value' in readNumber(words.replace(/\s?%\s*$/, ''));
}

/** Undefined for an empty cell: there are no words to stand on. */
export function spanOf(row: DatasetRow, column: number): CellSpan | undefined {
  const words = row.cells[column - 1] ?? '';
  const start = row.starts[column - 1];
  if (words === '' || start === undefined) return undefined;
  return { cells: cellName(row.row, column), words, start, end: start + [...words].length };
}

/** Undefined where all cells are empty. */
export function blockOf(rows: readonly DatasetRow[], { left, right }: BlockColumns): Block | undefined {
  const spans = rows.map((row) => columnsFrom(left, right).flatMap((column) => spanOf(row, column) ?? []));
  const [top, bottom] = [rows[0], rows.at(-1)];
  const all = spans.flat();
  if (top === undefined || bottom === undefined || all.length === 0) return undefined;
  const widest = Math.min(right, bottom.cells.length);
  const last = bottom.starts[widest - 1] ?? bottom.starts.at(-1) ?? 0;
  const first = top.starts[left - 1] ?? top.starts.at(-1) ?? 0;
  return {
    cells: cellRange([top.row, left], [bottom.row, right]),
    words: rows.map((row) => row.cells.slice(left - 1, right).join('\t')).join('\n'),
    start: first,
    // The tab after an empty last cell belongs to it; at the end of a row there is none.
    end: last + Math.max(widest < bottom.cells.length ? 1 : 0, [...(bottom.cells[widest - 1] ?? '')].length),
    numbers: numbersAmong(all),
  };
}

function columnsFrom(left: number, right: number): readonly number[] {
  return Array.from({ length: Math.max(0, right - left + 1) }, (_, index) => left + index);
}

/** Years are what the numbers are of, unless there is nothing else. */
function numbersAmong(spans: readonly CellSpan[]): readonly CellSpan[] {
  const numbers = spans.filter(({ words }) => isNumeric(words));
  const figures = numbers.filter(({ words }) => !year.test(words));
  return figures.length === 0 ? numbers : figures;
}
