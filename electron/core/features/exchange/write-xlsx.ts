// Tables as .xlsx. Text is always a text cell, so that a note beginning with "=" stays a note.
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, Table } from './cells.ts';

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];
type Sheet = Sheets[number];
type StyledCell = NonNullable<Sheet['cells']> extends Map<string, infer C> ? C : never;

/** Longest text that a spreadsheet cell holds. */
const cellLimit = 32_767;

export async function toXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: tables.map(toSheet), defaultFont: { name: 'Calibri', size: 11 } });
}

function toSheet(table: Table): Sheet {
  const cells = new Map<string, StyledCell>();
  table.columns.forEach((column, index) => {
    cells.set(`0,${index}`, { value: column.header, type: 'string', style: { font: { bold: true } } } as StyledCell);
  });
  table.rows.forEach((row, rowIndex) => {
    row.forEach((cell, index) => {
      const styled = toCell(cell);
      if (styled !== undefined) cells.set(`${rowIndex + 1},${index}`, styled);
    });
  });
  return {
    name: table.name,
    columns: table.columns.map((column) => ({ width: column.width ?? 12, hidden: column.isHidden ?? false })),
    rows: [table.columns.map((column) => column.header), ...table.rows.map((row) => row.map(plainValue))],
    cells,
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${columnName(table.columns.length - 1)}${table.rows.length + 1}` },
  } as Sheet;
}

function toCell(cell: Cell): StyledCell | undefined {
  // Spreadsheets drop empty texts; a file that never had any comes back as it went.
  if (cell === null || cell === '') return undefined;
  if (typeof cell === 'number') return { value: cell, type: 'number' } as StyledCell;
  if (typeof cell === 'string') return { value: cell.slice(0, cellLimit), type: 'string' } as StyledCell;
  if ('day' in cell) return { value: plainValue(cell), type: 'date', style: { numFmt: 'yyyy-mm-dd' } } as StyledCell;
  const target = cell.url ?? '';
  const location = cell.sheet === undefined ? undefined : `${cell.sheet}!A${(cell.row ?? 0) + 2}`;
  return {
    value: cell.text,
    type: 'string',
    hyperlink: { target, ...(location === undefined ? {} : { location }) },
    style: { font: { underline: true } },
  } as StyledCell;
}

function plainValue(cell: Cell): string | number | Date | null {
  if (cell === null || typeof cell === 'number') return cell;
  if (cell === '') return null;
  if (typeof cell === 'string') return cell.slice(0, cellLimit);
  if ('day' in cell) return new Date(`${cell.day}T00:00:00Z`);
  return cell.text;
}

/** 0 → A, 26 → AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
