// What stands over the columns of a table: its heads, which may be rows of several levels below a title, and the title. A row
// that holds numbers is none of them, but years and other periods are heads.

export interface TableHeads {
  /** Index of the first line with data; 0 where the table has no heads. */
  readonly dataFrom: number;
  /** Indexes of the lines that are heads, from above. */
  readonly levels: readonly number[];
  /** Words over a column, those of wider heads first; '' where there are none. */
  over(column: number): string;
  /** Lines above the heads with words in few cells. */
  readonly title: string;
}

type Row = readonly string[];

/** Lines among which heads are looked for, and levels that they have at most. */
const looked = 40;
const mostLevels = 4;

export function headsOf(rows: readonly Row[]): TableHeads {
  const head = rows.slice(0, looked);
  const width = usualWidth(head);
  const isWide = (row: Row) => filled(row) >= Math.max(2, 0.5 * width);
  const first = head.findIndex(isWide);
  if (first < 0 || width < 2) return plainHeads(rows);
  const from = head.findIndex((row, index) => index >= first && isWide(row) && row.slice(1).some(isValue));
  const dataFrom = from < 0 ? first + 1 : from;
  if (dataFrom === first || dataFrom - first > mostLevels) return dataFrom === first ? noHeads(rows, first) : plainHeads(rows, first);
  const lowest = head.slice(first, dataFrom).filter((row) => filled(row) > 0);
  const wider = head.slice(Math.max(0, first - 2), first).filter((row) => row.slice(1).some((cell) => cell.trim() !== ''));
  const levels = [...wider, ...lowest];
  const title = head.slice(0, first).filter((row) => !wider.includes(row));
  return {
    dataFrom,
    levels: levels.map((row) => head.indexOf(row)),
    title: wordsOf(title),
    over: (column) =>
      [...new Set(levels.map((row, index) => headAt(row, column, levels.slice(index + 1))))].filter((words) => words !== '').join(' '),
  };
}

/** The first line has the heads, whatever it says. */
function plainHeads(rows: readonly Row[], line = 0): TableHeads {
  return { dataFrom: line + 1, levels: [line], title: wordsOf(rows.slice(0, line)), over: (column) => rows[line]?.[column]?.trim() ?? '' };
}

/** Data from the first line on: there is nothing over the columns but a title. */
function noHeads(rows: readonly Row[], first: number): TableHeads {
  return first === 0 ? plainHeads(rows) : { dataFrom: first, levels: [], title: wordsOf(rows.slice(0, first)), over: () => '' };
}

function wordsOf(rows: readonly Row[]): string {
  return rows
    .map((row) => row.filter((cell) => cell.trim() !== '').join(' '))
    .filter((words) => words !== '')
    .join('. ');
}

/** A head over several columns stands in the first of them; the next empty ones are its own where a lower level goes on. */
function headAt(row: Row, column: number, lower: readonly Row[]): string {
  const own = row[column]?.trim() ?? '';
  if (own !== '' || lower.length === 0 || column === 0) return own;
  const left = row.slice(0, column).findLastIndex((cell) => cell.trim() !== '');
  return left > 0 && lower.some((one) => (one[column]?.trim() ?? '') !== '') ? row[left]!.trim() : '';
}

function filled(row: Row): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

/** The number of filled cells that most lines have, of those with two or more. */
function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (filled(row) > 1) counts.set(filled(row), (counts.get(filled(row)) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0] as [number, number])[0];
}

const year = /^\s*(?:19|20)\d\d\s*(?:г\.?|год|年|[EАAFПеfp]|\/\d{2,4})?\s*$/u;

/** A number that is no year. */
function isValue(cell: string): boolean {
  return (
    /^[\s~≈<>±(+−-]*\p{Sc}?\s*[\d.,\s\u00a0\u202f'’]*\d[\d.,\s\u00a0\u202f'’]*\s*(?:\p{Sc}|%|[\p{L}.\s]{0,12})?\)?$/u.test(cell) &&
    !year.test(cell) &&
    !isDay(cell)
  );
}

function isDay(cell: string): boolean {
  return /^\s*\d{4}-\d{2}(?:-\d{2})?\s*$|^\s*\d{1,2}[./]\d{1,2}[./]\d{2,4}\s*$|^\s*(?:[QqHhКк]?[1-4][QqКкПпHh]?[ .'/-]*(?:19|20)?\d{2}|[1-4]\s?кв\.?.*)\s*$/u.test(
    cell,
  );
}
