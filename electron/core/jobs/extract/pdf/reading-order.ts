// The order in which a page is read. The order of the file is kept where it goes down the page column by column, as most
// programs write it; a page written in no order is sorted. Tables are read by rows, wherever the file draws their cells.
import { proseChars, proseColumns } from './layout/columns.ts';
import { type Table, tableLines, tablesOf } from './layout/tables.ts';
import { joinTouching } from './layout/touching.ts';
import { type Line, lineOf, type Piece, rowsOf } from './pieces.ts';

/** Of one page: finding tables among more takes the square of their number, and no page that people read has them. */
const mostPieces = 6000;
const fewestColumnRows = 5;
/** Share of steps back up the page, other than to a next column, above which the order of the file says nothing. */
const disorder = 0.2;

export function linesInReadingOrder(drawn: readonly Piece[]): Line[] {
  const pieces = joinTouching(drawn);
  const ordered = isOrdered(pieces) ? pieces : pieces.toSorted(fromTop);
  const lines = withTables(ordered, pieces.length > mostPieces ? [] : proseColumns(pieces).flatMap(tablesOf));
  const gutter = gutterOf(lines);
  return gutter === undefined ? lines : byColumns(lines, gutter);
}

/** Lines in the order of their pieces; a table stands where the first of its cells does. */
function withTables(pieces: readonly Piece[], tables: readonly Table[]): Line[] {
  const tableOf = new Map(tables.flatMap((table) => table.rows.flat().map((piece) => [piece, table] as const)));
  const placed = new Set<Table>();
  const lines: Line[] = [];
  let others: Piece[] = [];
  const flush = () => {
    lines.push(...rowsOf(others).map(lineOf));
    others = [];
  };
  for (const piece of pieces) {
    const table = tableOf.get(piece);
    if (table === undefined) others.push(piece);
    else if (!placed.has(table)) {
      flush();
      placed.add(table);
      lines.push(...tableLines(table));
    }
  }
  flush();
  return lines;
}

function isOrdered(pieces: readonly Piece[]): boolean {
  const upright = pieces.filter((piece) => piece.isUpright);
  const stepsBack = upright.filter((piece, index) => {
    const before = upright[index - 1];
    return before !== undefined && piece.y < before.y - before.size && piece.x < before.right;
  });
  return stepsBack.length <= disorder * upright.length;
}

function fromTop(a: Piece, b: Piece): number {
  return Math.abs(a.y - b.y) < 0.4 * Math.max(a.size, b.size) ? a.x - b.x : a.y - b.y;
}

/** The white strip between two columns of prose that lines run across; undefined where there are none. */
function gutterOf(lines: readonly Line[]): number | undefined {
  const across = lines.filter(({ pieces }) => pieces.length === 2 && pieces.every((piece) => piece.text.length >= proseChars));
  if (across.length < fewestColumnRows) return undefined;
  const from = Math.max(...across.map(({ pieces }) => pieces[0]!.right));
  const to = Math.min(...across.map(({ pieces }) => pieces[1]!.x));
  return from < to ? (from + to) / 2 : undefined;
}

/** Left column, then right, between the lines that cross the gutter. */
function byColumns(lines: readonly Line[], gutter: number): Line[] {
  const ordered: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  const flush = () => {
    ordered.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const line of lines) {
    const before = line.pieces.filter((piece) => piece.x < gutter);
    const after = line.pieces.filter((piece) => piece.x >= gutter);
    const isCrossing =
      line.pieces.some((piece) => piece.x < gutter && piece.right > gutter) || (line.isRow === true && before.length * after.length > 0);
    if (isCrossing) {
      flush();
      ordered.push(line);
      continue;
    }
    if (before.length > 0) left.push(after.length > 0 ? lineOf(before) : line);
    if (after.length > 0) right.push(before.length > 0 ? lineOf(after) : line);
  }
  flush();
  return ordered;
}
