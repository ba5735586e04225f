// A table as its file holds it: the words that are shown, and the values behind them where the file has any.
import type { ReadCell } from '../sources/read-sheet.ts';

export interface TableRow {
  /** From 1. */
  readonly row: number;
  readonly shown: readonly string[];
  /** What the cells hold; absent in a file of text, which holds what it shows. */
  readonly values?: readonly ReadCell[] | undefined;
}

export interface Table {
  readonly sheet: string;
  readonly rows: readonly TableRow[];
  /** Cells that were made one, such as `B2:D2`. */
  readonly merged: readonly string[];
}

/** What a cell holds; null where there is none. `column` counts from 1. */
export function valueAt({ shown, values }: TableRow, column: number): ReadCell {
  const cell = values === undefined ? shown[column - 1] : values[column - 1];
  return cell === undefined || cell === '' ? null : cell;
}

/** The words of a cell as they are shown, without white space around them. */
export function wordsAt({ shown }: TableRow, column: number): string {
  return (shown[column - 1] ?? '').replace(/[\s\u001a]+/gu, ' ').trim();
}
