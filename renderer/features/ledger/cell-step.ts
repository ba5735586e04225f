// Moving the active cell by keys. Group rows have no cells and are stepped over.
import type { Observation } from '../../../shared/features/ledger/model.ts';
import type { LedgerMatrix } from './matrix.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface CellKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** undefined for keys that do not move the cell. */
export function stepCell(matrix: LedgerMatrix, from: CellPlace, { key, ctrlKey }: CellKey, pageRows: number): CellPlace | undefined {
  const lastColumn = matrix.columns.length - 1;
  switch (key) {
    case 'ArrowLeft':
      return { ...from, column: ctrlKey ? nextFilled(matrix, from, -1) : Math.max(0, from.column - 1) };
    case 'ArrowRight':
      return { ...from, column: ctrlKey ? nextFilled(matrix, from, 1) : Math.min(lastColumn, from.column + 1) };
    case 'ArrowUp':
      return { ...from, row: seriesRow(matrix, from.row - 1, -1) ?? from.row };
    case 'ArrowDown':
      return { ...from, row: seriesRow(matrix, from.row + 1, 1) ?? from.row };
    case 'PageUp':
      return { ...from, row: seriesRow(matrix, from.row - pageRows, -1) ?? seriesRow(matrix, 0, 1) ?? from.row };
    case 'PageDown':
      return { ...from, row: seriesRow(matrix, from.row + pageRows, 1) ?? seriesRow(matrix, matrix.rows.length - 1, -1) ?? from.row };
    case 'Home':
      return { row: ctrlKey ? (seriesRow(matrix, 0, 1) ?? from.row) : from.row, column: 0 };
    case 'End':
      return { row: ctrlKey ? (seriesRow(matrix, matrix.rows.length - 1, -1) ?? from.row) : from.row, column: lastColumn };
    default:
      return undefined;
  }
}

/** The nearest series row at `from` or beyond it. */
export function seriesRow(matrix: LedgerMatrix, from: number, direction: 1 | -1): number | undefined {
  for (let row = from; row >= 0 && row < matrix.rows.length; row += direction) {
    if (matrix.rows[row]?.type === 'series') return row;
  }
  return undefined;
}

/** The next cell of the row that holds a value, else the edge. */
function nextFilled(matrix: LedgerMatrix, { row, column }: CellPlace, direction: 1 | -1): number {
  const series = matrix.rows[row];
  const lastColumn = matrix.columns.length - 1;
  if (series?.type !== 'series') return column;
  for (let at = column + direction; at >= 0 && at <= lastColumn; at += direction) {
    if (series.cells.has(matrix.columns[at]!.key)) return at;
  }
  return direction === 1 ? lastColumn : 0;
}

export function placeOfObservation(matrix: LedgerMatrix, isWanted: (observation: Observation) => boolean): CellPlace | undefined {
  for (const [row, series] of matrix.rows.entries()) {
    if (series.type === 'group') continue;
    const column = matrix.columns.findIndex(({ key }) => {
      const observation = series.cells.get(key);
      return observation !== undefined && isWanted(observation);
    });
    if (column >= 0) return { row, column };
  }
  return undefined;
}
