// Tables of a page by where their words stand, in whatever order the file draws them: rows on one baseline next to each
// other, parted by white strips that none of their words cross. An empty cell stays empty.
import { type Line, lineOf, type Piece } from '../pieces.ts';
import { isProseOnBothSides, isProsePiece, proseChars } from './columns.ts';
import { baselines } from './touching.ts';

/** Font sizes. */
const narrowestStrip = 0.45;
const firstStrip = 0.8;
const farthestRow = 3.2;
const nearRow = 2.2;
/** Lines of prose alone, one after the other, that a cell of a table may have. */
const mostProse = 4;
/** Share of the rows of a table that have more than one cell. */
const leastWide = 0.3;
/** Lines on both sides of a strip from which it parts columns of prose, not of a table. */
const fewestOfProse = 2;

interface Strip {
  readonly from: number;
  readonly to: number;
}

export interface Table {
  readonly rows: readonly (readonly Piece[])[];
}

export function tablesOf(pieces: readonly Piece[]): Table[] {
  const rows = baselines(pieces.filter((piece) => piece.isUpright));
  const tables: Table[] = [];
  for (let at = 0; at < rows.length; ) {
    const end = tableEnd(rows, at);
    if (end !== undefined) tables.push({ rows: rows.slice(hasWideHead(rows, at) ? at - 1 : at, end) });
    at = end ?? at + 1;
  }
  return tables;
}

/** Index behind the last row of the table that begins with a row; undefined where none does. */
function tableEnd(rows: readonly (readonly Piece[])[], start: number): number | undefined {
  const first = rows[start]!;
  let strips = stripsOf(first);
  if (strips.length === 0) return undefined;
  let end = start + 1;
  for (; end < rows.length; end += 1) {
    const row = rows[end]!;
    if (row[0]!.y - rows[end - 1]![0]!.y > farthestRow * Math.max(row[0]!.size, first[0]!.size)) break;
    const left = without(strips, row).filter((strip) => strip.to - strip.from > narrowestStrip * row[0]!.size);
    if (left.length === 0 || isRunOfProse(rows.slice(end - mostProse + 1, end + 1))) break;
    strips = left;
  }
  const own = trimmed(rows.slice(start, end)) ?? [];
  const wide = own.filter((row) => row.length > 1).length;
  const pieces = own.flat();
  const isOther = strips.some(({ from, to }) => isProseOnBothSides(pieces, (from + to) / 2, fewestOfProse) || isBesideNote(pieces, (from + to) / 2));
  const isTable = wide > 1 && wide > leastWide * own.length && !isOther;
  return isTable ? start + own.length : undefined;
}

/** Prose on one side, and on the other short words without figures: a note in the margin, not a column of values. */
function isBesideNote(pieces: readonly Piece[], x: number): boolean {
  const sides = [pieces.filter((piece) => piece.right <= x), pieces.filter((piece) => piece.x >= x)] as const;
  const isNote = (side: readonly Piece[]) => side.filter(({ text }) => /\d/.test(text) || text.length < 3).length < 0.5 * side.length;
  const chars = (some: readonly Piece[]) => some.reduce((sum, piece) => sum + piece.text.length, 0);
  const isText = (side: readonly Piece[]) => side.length > 1 && chars(side.filter(isProsePiece)) > 0.7 * chars(side);
  return (isText(sides[0]) && isNote(sides[1])) || (isText(sides[1]) && isNote(sides[0]));
}

/** Lines of prose beside a note in the margin: the strip between them parts no columns. */
function isRunOfProse(rows: readonly (readonly Piece[])[]): boolean {
  return rows.length === mostProse && rows.every((row) => row.length === 1 && isProsePiece(row[0]!));
}

function stripsOf(row: readonly Piece[]): Strip[] {
  return row.slice(1).flatMap((piece, index) => {
    const strip = { from: row[index]!.right, to: piece.x };
    return strip.to - strip.from > firstStrip * piece.size ? [strip] : [];
  });
}

/** What is left of white strips beside the words of a row. */
function without(strips: readonly Strip[], row: readonly Piece[]): Strip[] {
  return row.reduce<readonly Strip[]>(
    (left, piece) =>
      left.flatMap((strip) => {
        if (piece.right <= strip.from || piece.x >= strip.to) return [strip];
        return [
          { from: strip.from, to: piece.x },
          { from: piece.right, to: strip.to },
        ].filter((part) => part.to > part.from);
      }),
    strips,
  ) as Strip[];
}

/** A head over several columns, alone on the line above the other heads, and clear of the first column. */
function hasWideHead(rows: readonly (readonly Piece[])[], start: number): boolean {
  const [head, ...others] = rows[start - 1] ?? [];
  const first = rows[start]![0]!;
  return head !== undefined && others.length === 0 && head.x > first.right && first.y - head.y < nearRow * first.size;
}

/** Without lines at the end that only happen to cross nothing; a short label at the pace of the rows is one of them. */
function trimmed(rows: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] | undefined {
  const last = rows.findLastIndex((row) => row.length > 1);
  if (last < 1) return undefined;
  const pace = (index: number) => rows[index]![0]!.y - rows[index - 1]![0]!.y;
  let end = last + 1;
  while (end < rows.length && rows[end]![0]!.text.length < proseChars && pace(end) < 1.25 * pace(last)) end += 1;
  return rows.slice(0, end);
}

/** The rows as lines, each cell in its column. */
export function tableLines({ rows }: Table): Line[] {
  const columns = columnsOf(rows);
  return rows.map((row) => ({ ...lineOf(row), text: rowText(row, columns), isRow: true }));
}

interface Column {
  readonly from: number;
  readonly to: number;
}

/** The columns of a table: what hardly any words cross parts them. A head at the left of its column and numbers at its right are one. */
function columnsOf(rows: readonly (readonly Piece[])[]): Column[] {
  return spansOf(rows).reduce<Column[]>((columns, span) => {
    const last = columns.at(-1);
    const areBeside = last === undefined || rows.some((row) => hasOnly(row, last, span) && hasOnly(row, span, last));
    if (areBeside) columns.push(span);
    else columns[columns.length - 1] = { from: last.from, to: span.to };
    return columns;
  }, []);
}

function hasOnly(row: readonly Piece[], column: Column, other: Column): boolean {
  return row.some((piece) => isIn(piece, column) && !isIn(piece, other));
}

function isIn(piece: Piece, { from, to }: Column): boolean {
  return piece.x < to && piece.right > from;
}

/** Spans of the width that more than a few pieces stand in; wide heads may cross what lies between. */
function spansOf(rows: readonly (readonly Piece[])[]): Column[] {
  const pieces = rows.flat();
  const mostCrossing = Math.floor(0.2 * rows.length);
  const edges = [...new Set(pieces.flatMap((piece) => [piece.x, piece.right]))].toSorted((a, b) => a - b);
  const counts = edges.slice(0, -1).map((from, index) => ({
    from,
    to: edges[index + 1]!,
    count: pieces.filter((piece) => piece.x < edges[index + 1]! && piece.right > from).length,
  }));
  const isCrossed = counts.map(({ from, to, count }) => count <= mostCrossing && pieces.some((piece) => piece.x < from && piece.right > to));
  const spans: Column[] = [];
  for (const [index, { from, to, count }] of counts.entries()) {
    if (count === 0 || (isCrossed[index] && counts.slice(index).some((one) => one.count > mostCrossing))) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.to === from) spans[spans.length - 1] = { from: last.from, to };
    else spans.push({ from, to });
  }
  return spans;
}

/** Where two cells of a row would share a column, the columns say nothing of it. */
function rowText(row: readonly Piece[], columns: readonly Column[]): string {
  const places = row.map((piece) => columnOf(piece, columns));
  const areApart = places.every((place, index) => index === 0 || place > places[index - 1]!);
  if (!areApart || columns.length > mostColumns) return row.map((piece) => piece.text).join('\t');
  const cells: string[] = [];
  for (const [index, piece] of row.entries()) cells[places[index]!] = piece.text;
  return Array.from(cells, (cell) => cell ?? '').join('\t');
}

const mostColumns = 60;

function columnOf(piece: Piece, columns: readonly Column[]): number {
  const overlaps = columns.map((column) => Math.min(piece.right, column.to) - Math.max(piece.x, column.from));
  const widest = Math.max(...overlaps);
  // A head over several columns stands in the first of them.
  return Math.max(
    0,
    overlaps.findIndex((overlap) => overlap > 0.5 * widest && overlap > 0),
  );
}
