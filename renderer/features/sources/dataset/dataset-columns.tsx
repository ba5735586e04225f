// The columns of a sheet: its row numbers, then A, B, C … with the words of the first row.
import type { Output } from '../../../../shared/contract.ts';
import { cellRange, columnName } from '../../../../shared/features/sources/cells.ts';
import type { GridColumn } from '../../../ui/data-grid/index.ts';

export type DatasetRow = Output<'sources.cells'>['rows'][number];

export interface CellSpan {
  readonly cells: string;
  readonly words: string;
  /** Code points of the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Columns that are drawn; a wider sheet is read in the Reader. */
const mostColumns = 400;
const numeric = /^[-–−+]?[\d\s.,]+\s?%?$/;

/** Columns count from 1. */
export function columnNumber(columnId: string): number {
  return Number(columnId.slice(1));
}

/** Undefined for an empty cell: there are no words to stand on. */
export function spanOf(row: DatasetRow, column: number): CellSpan | undefined {
  const words = row.cells[column - 1] ?? '';
  const start = row.starts[column - 1];
  if (words === '' || start === undefined) return undefined;
  return { cells: cellRange([row.row, column], [row.row, column]), words, start, end: start + [...words].length };
}

export interface SheetColumns {
  readonly head: readonly string[];
  readonly count: number;
  /** Names of cells that carry claims. */
  readonly captured: ReadonlySet<string | null>;
}

export function datasetColumns({ head, count, captured }: SheetColumns): readonly GridColumn<DatasetRow>[] {
  const numbers: GridColumn<DatasetRow> = {
    id: 'c0',
    title: '#',
    width: 52,
    align: 'right',
    pinned: 'left',
    isSortable: false,
    filter: 'none',
    text: (row) => String(row.row),
    cellClass: () => 'cell-quiet',
  };
  const letters = Array.from({ length: Math.min(count, mostColumns) }, (_, index): GridColumn<DatasetRow> => {
    const name = columnName(index + 1);
    return {
      id: `c${index + 1}`,
      title: head[index] === undefined || head[index] === '' ? name : `${name}  ${head[index]}`,
      width: 128,
      isSortable: false,
      filter: 'none',
      text: (row) => row.cells[index] ?? '',
      cellClass: (row) =>
        [numeric.test(row.cells[index] ?? '') ? 'cell-number' : '', captured.has(`${name}${row.row}`) ? 'cell-captured' : '']
          .filter(Boolean)
          .join(' '),
    };
  });
  return [numbers, ...letters];
}
