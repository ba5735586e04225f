// Tables as CSV. Cells that a spreadsheet would take for formulas are neutral; an import restores them.
import Papa from 'papaparse';
import { withoutFormulaLead } from '../../../../shared/formula-lead.ts';
import { type Cell, type Table, textOf } from './cells.ts';

const byteOrderMark = '\uFEFF';

/** Several tables one after the other, with a mark that tells spreadsheets the encoding. */
export function tablesToCsv(tables: readonly Table[]): Buffer {
  return Buffer.from(
    tables.map(({ columns, rows }) => `${byteOrderMark}${csvOf([columns.map(({ header }) => header), ...wordedRows(rows)])}`).join(''),
    'utf8',
  );
}

/** One table without the mark, under names of its own. */
export function tableToPlainCsv({ rows }: Table, names: readonly string[]): string {
  return csvOf([names, ...wordedRows(rows)]);
}

/** All claims in one table: the columns of the three claim sheets, the kind first. */
export function claimsToCsv(claimTables: readonly Table[]): Buffer {
  const headers = [...new Set(claimTables.flatMap((table) => table.columns.map((column) => column.header)))];
  const rows = claimTables.flatMap((table) => {
    const at = new Map(table.columns.map((column, index) => [column.header, index]));
    return Array.from(table.rows, (row) => [
      table.name.slice(0, -1).toLowerCase(),
      ...headers.map((header) => cellText(at.has(header) ? (row[at.get(header)!] ?? null) : null)),
    ]);
  });
  return Buffer.from(`${byteOrderMark}${csvOf([['Kind', ...headers], ...rows])}`, 'utf8');
}

function wordedRows(rows: Table['rows']): string[][] {
  return Array.from(rows, (row) => row.map(cellText));
}

function csvOf(lines: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    lines.map((line) => [...line]),
    { newline: '\r\n' },
  )}\r\n`;
}

function cellText(cell: Cell): string {
  const isNumber = typeof cell === 'number' || (typeof cell === 'object' && cell !== null && 'number' in cell);
  return isNumber ? textOf(cell) : withoutFormulaLead(textOf(cell));
}
