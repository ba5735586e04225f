// Where rows and columns stand, and which of them are in view. All sizes in pixels.
import type { CellText } from './cell-text.ts';
import type { LedgerMatrix, PeriodColumn, SeriesRow } from './matrix.ts';

export interface Range {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
}

/** Rows of equal height that touch `from` to `to`, with some around them, in whole blocks so that scrolling draws seldom. */
export function rowsInView(from: number, to: number, rowHeight: number, count: number): Range {
  const block = 8;
  const first = Math.floor(from / rowHeight / block) * block - block;
  const last = Math.ceil(to / rowHeight / block) * block + block;
  return { first: Math.max(0, first), last: Math.min(count, last) };
}

export interface ColumnPlaces {
  /** Left edge of each column, and the right edge of the last. */
  readonly edges: readonly number[];
}

export function columnsInView({ edges }: ColumnPlaces, from: number, to: number): Range {
  const block = 4;
  const count = edges.length - 1;
  const first = edges.findIndex((_, index) => index < count && edges[index + 1]! > from);
  if (first < 0) return { first: Math.max(0, count - block), last: count };
  let last = first;
  while (last < count && edges[last]! < to) last += 1;
  return { first: Math.max(0, Math.floor(first / block) * block - block), last: Math.min(count, Math.ceil(last / block) * block + block) };
}

const characterWidth = 6.9;
/** Letters of a head are wider than digits, and a head is never cut. */
const titleCharacterWidth = 7.8;
const markRoom = 34;
const padding = 16;
const least = 52;
const most = 156;

/** Wide enough for the longest text of each column. */
export function placeColumns(
  matrix: LedgerMatrix,
  textOf: (row: SeriesRow, column: PeriodColumn) => CellText | undefined,
  titleOf: (column: PeriodColumn) => string,
): ColumnPlaces {
  const widths = matrix.columns.map((column) => {
    let width = titleOf(column).length * titleCharacterWidth + padding;
    for (const row of matrix.rows) {
      if (row.type === 'group') continue;
      const observation = row.cells.get(column.key);
      const text = observation === undefined ? undefined : textOf(row, column);
      if (text === undefined || observation === undefined) continue;
      const room = observation.state === 'single' ? 0 : markRoom;
      width = Math.max(width, (text.digits.length + (text.mark === '' ? 0 : 2)) * characterWidth + room + padding);
    }
    return Math.round(Math.min(most, Math.max(least, width)));
  });
  const edges = [0];
  for (const width of widths) edges.push(edges.at(-1)! + width);
  return { edges };
}

export interface FirstScreen {
  /** Pixels beside the heads of the rows. */
  readonly room: number;
  /** Rows that are seen before anything is scrolled. */
  readonly rows: number;
}

/** The column to open at: from there the first screen holds the most values; of places that hold as many, the latest. */
export function fullestStart(matrix: LedgerMatrix, { edges }: ColumnPlaces, { room, rows }: FirstScreen): number {
  const seen = matrix.rows.slice(0, Math.max(1, rows)).filter((row) => row.type === 'series');
  const values = matrix.columns.map(({ key }) => seen.filter((row) => row.cells.has(key)).length);
  let best = { column: 0, held: -1 };
  let held = 0;
  let end = 0;
  for (let column = 0; column < values.length; column += 1) {
    while (end < values.length && (end === column || edges[end + 1]! - edges[column]! <= room)) held += values[end++]!;
    if (held >= best.held) best = { column, held };
    // No further start brings another column in.
    if (end === values.length) break;
    held -= values[column]!;
  }
  return best.column;
}
