// The order in which a page is read. The order of the file is kept where it goes down the page column by column, as most
// programs write it. Rows that run across two columns of prose are taken apart; a page written in no order is sorted.
import { type Line, lineOf, type Piece, rowsOf } from './pieces.ts';

/** Characters from which a piece counts as prose and not as the cell of a table. */
const proseChars = 24;
const fewestColumnRows = 5;
/** Share of steps back up the page, other than to a next column, above which the order of the file says nothing. */
const disorder = 0.2;

export function linesInReadingOrder(pieces: readonly Piece[]): Line[] {
  const rows = rowsOf(isOrdered(pieces) ? pieces : pieces.toSorted(fromTop));
  const gutter = gutterOf(rows);
  return gutter === undefined ? rows.map(lineOf) : byColumns(rows, gutter).map(lineOf);
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

/** The white strip between two columns of prose that rows run across; undefined where there are none. */
function gutterOf(rows: readonly (readonly Piece[])[]): number | undefined {
  const across = rows.filter((row) => row.length === 2 && row.every((piece) => piece.text.length >= proseChars));
  if (across.length < fewestColumnRows) return undefined;
  const from = Math.max(...across.map((row) => row[0]!.right));
  const to = Math.min(...across.map((row) => row[1]!.x));
  return from < to ? (from + to) / 2 : undefined;
}

/** Left column, then right, between the rows that cross the gutter. */
function byColumns(rows: readonly (readonly Piece[])[], gutter: number): Piece[][] {
  const ordered: Piece[][] = [];
  let left: Piece[][] = [];
  let right: Piece[][] = [];
  const flush = () => {
    ordered.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.some((piece) => piece.x < gutter && piece.right > gutter)) {
      flush();
      ordered.push([...row]);
      continue;
    }
    const before = row.filter((piece) => piece.x < gutter);
    const after = row.filter((piece) => piece.x >= gutter);
    if (before.length > 0) left.push(before);
    if (after.length > 0) right.push(after);
  }
  flush();
  return ordered;
}
