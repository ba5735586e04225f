// Which sheet of an edited file is which table of the export, in which row its heads stand, and which column is which. Sheets may
// be renamed and columns moved, renamed or set between: what is known is known by its heads, its hidden marks and what it holds.
import type { ReadCell, ReadRow, ReadSheet } from '../../../../../shared/features/sources/read-sheet.ts';
import type { Cell, Head } from '../cells.ts';
import type { EvidenceTable } from '../sheets.ts';
import { isSame, wordsOf } from './read-cell.ts';

export interface FoundSheet {
  readonly part: EvidenceTable;
  readonly sheet: ReadSheet;
  /** Index of the row of heads. */
  readonly headAt: number;
  /** For each column of the export, where it stands in the file. */
  readonly columns: readonly (number | undefined)[];
  /** Heads of columns that are the user's own. */
  readonly own: readonly { readonly column: number; readonly head: string }[];
}

/** Rows over the heads that a user may have set in. */
const mostRowsOver = 30;
const sampleRows = 60;
/** Share of the heads by which a sheet without marks is known, and of the cells by which a column without its head is. */
const mostHeads = 0.8;
/** Rows of claims bear ids of sources too: marks count where the heads fit. */
const someHeads = 0.5;
const mostSame = 0.6;

const headText = (cell: ReadCell) => wordsOf(cell).trim().toLowerCase();

export interface SheetChoice {
  readonly found: readonly FoundSheet[];
  readonly others: readonly ReadSheet[];
}

export function findSheets(sheets: readonly ReadSheet[], parts: readonly EvidenceTable[], isComputed: (sheet: ReadSheet) => boolean): SheetChoice {
  const open = sheets.filter((sheet) => !isComputed(sheet));
  const scored = parts
    .flatMap((part) => open.map((sheet) => ({ part, sheet, ...scoreOf(part, sheet) })))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const found: FoundSheet[] = [];
  for (const { part, sheet, headAt } of scored) {
    if (found.some((one) => one.part === part || one.sheet === sheet)) continue;
    found.push({ part, sheet, headAt, ...findColumns(part, sheet, headAt) });
  }
  return { found, others: open.filter((sheet) => !found.some((one) => one.sheet === sheet)) };
}

function scoreOf({ table, records }: EvidenceTable, { name, rows }: ReadSheet): { score: number; headAt: number } {
  const heads = new Set(table.columns.map(({ header }) => header.toLowerCase()));
  let best = { count: 0, headAt: 0 };
  rows.slice(0, mostRowsOver).forEach(({ cells }, headAt) => {
    const count = new Set(cells.map(headText).filter((text) => heads.has(text))).size;
    if (count > best.count) best = { count, headAt };
  });
  const isNamed = name.toLowerCase() === table.name.toLowerCase();
  const ids = new Set(records.map(({ id }) => id));
  const marks = rows.slice(0, sampleRows).filter(({ cells }) => cells.some((cell) => typeof cell === 'string' && ids.has(cell))).length;
  const share = best.count / heads.size;
  const isKnown = isNamed ? best.count >= 3 : share >= mostHeads || (marks > 0 && share >= someHeads);
  return { score: isKnown ? share * 100 + (isNamed ? 60 : 0) + (marks > 0 ? 30 : 0) : 0, headAt: best.headAt };
}

function findColumns({ table }: EvidenceTable, { rows }: ReadSheet, headAt: number): Pick<FoundSheet, 'columns' | 'own'> {
  const heads = rows[headAt]!.cells.map(headText);
  const body = rows.slice(headAt + 1, headAt + 1 + sampleRows);
  const samples = createSamples(table.rows);
  const taken = new Set<number>();
  const columns = table.columns.map(({ header }, index) => {
    const named = heads.flatMap((head, column) => (head === header.toLowerCase() ? [column] : []));
    const [best] = named.length < 2 ? named : named.toSorted((a, b) => samples.share(b, index, body) - samples.share(a, index, body));
    if (best !== undefined) taken.add(best);
    return best;
  });
  const width = rows.slice(headAt).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const left = Array.from({ length: width }, (_, column) => column).filter((column) => !taken.has(column));
  columns.forEach((column, index) => {
    if (column !== undefined || !isTelling(table.columns[index]!)) return;
    const best = left.filter((one) => !taken.has(one)).toSorted((a, b) => samples.share(b, index, body) - samples.share(a, index, body))[0];
    if (best === undefined || samples.share(best, index, body) < mostSame) return;
    columns[index] = best;
    taken.add(best);
  });
  // A head that was renamed over an empty column is known by its neighbours.
  columns.forEach((column, index) => {
    const [before, after] = [columns[index - 1], columns[index + 1]];
    if (column !== undefined || before === undefined || after !== before + 2 || taken.has(before + 1) || !isTelling(table.columns[index]!)) return;
    columns[index] = before + 1;
    taken.add(before + 1);
  });
  const own = left.filter((column) => !taken.has(column)).map((column) => ({ column, head: wordsOf(rows[headAt]!.cells[column] ?? null) }));
  return { columns, own };
}

const isTelling = ({ field, header }: Head) => field !== undefined || header.endsWith(' id') || header === 'content key' || header === 'row digest';

/** How many filled cells of a column are among those that the export had there. */
function createSamples(rows: Iterable<readonly Cell[]>) {
  let all: readonly (readonly Cell[])[] | undefined;
  return {
    share(column: number, index: number, body: readonly ReadRow[]): number {
      all ??= Array.from(rows).slice(0, 5000);
      const before = new Set(all.map((row) => JSON.stringify(row[index] ?? null)));
      const values = [...before].slice(0, 300).map((text) => JSON.parse(text) as Cell);
      const filled = body.map(({ cells }) => cells[column] ?? null).filter((cell) => cell !== null && cell !== '');
      if (filled.length === 0) return 0;
      const hits = filled.filter((cell) => before.has(JSON.stringify(cell)) || values.some((value) => value !== null && isSame(cell, value, 'text')));
      return hits.length / filled.length;
    },
  };
}
