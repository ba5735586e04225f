// The columns of a sheet: its row numbers, then A, B, C … with the words of the first row.
import { type CellBlock, columnName } from '../../../../shared/features/sources/cells.ts';
import type { GridColumn } from '../../../ui/data-grid/index.ts';
import { type DatasetRow, isNumeric } from './block.ts';

/** Columns that are drawn; a wider sheet is read in the Reader. */
export const mostColumns = 400;

/** Columns count from 1; 0 holds the row numbers. */
export function columnNumber(columnId: string): number {
  return Number(columnId.slice(1));
}

export function columnId(column: number): string {
  return `c${column}`;
}

export interface SheetColumns {
  readonly head: readonly string[];
  readonly count: number;
  /** Cells that carry claims. */
  readonly captured: readonly CellBlock[];
  /** Cells that hold what was found. */
  readonly found: CellBlock | undefined;
}

function isIn({ top, bottom, left, right }: CellBlock, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

export function datasetColumns({ head, count, captured, found }: SheetColumns): readonly GridColumn<DatasetRow>[] {
  const numbers: GridColumn<DatasetRow> = {
    id: columnId(0),
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
      id: columnId(index + 1),
      title: head[index] === undefined || head[index] === '' ? name : `${name}  ${head[index]}`,
      width: 128,
      isSortable: false,
      filter: 'none',
      text: (row) => row.cells[index] ?? '',
      cellClass: (row) =>
        [
          isNumeric(row.cells[index] ?? '') ? 'cell-number' : '',
          captured.some((block) => isIn(block, row.row, index + 1)) ? 'cell-captured' : '',
          found !== undefined && isIn(found, row.row, index + 1) ? 'cell-found' : '',
        ]
          .filter(Boolean)
          .join(' '),
    };
  });
  return [numbers, ...letters];
}
