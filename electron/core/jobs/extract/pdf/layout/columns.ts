// Columns of prose on a page, told by the white strip between them: what stands in one is no row with what stands in another.
import type { Piece } from '../pieces.ts';

/** Characters from which a piece counts as prose and not as the cell of a table. */
export const proseChars = 24;
const fewestLines = 5;
/** Share of the words on a side that must be prose. */
const mostly = 0.55;
/** Share of the pieces that may cross the strip: titles, rules, wide tables. */
const mostCrossing = 0.12;
/** Part of the width of the text, on either side, in which no column ends. */
const outer = 0.15;

/** Pieces by column; those that cross from one into another are together at the end. */
export function proseColumns(pieces: readonly Piece[], depth = 0): Piece[][] {
  const upright = pieces.filter((piece) => piece.isUpright);
  const strip = depth > 3 ? undefined : stripOf(upright);
  if (strip === undefined) return [[...pieces]];
  const left = upright.filter((piece) => piece.right <= strip + 1);
  const right = upright.filter((piece) => piece.x >= strip - 1);
  const crossing = upright.filter((piece) => piece.right > strip + 1 && piece.x < strip - 1);
  return [...proseColumns(left, depth + 1), ...proseColumns(right, depth + 1), crossing];
}

/** Where the fewest pieces cross, if prose stands on both sides. */
function stripOf(pieces: readonly Piece[]): number | undefined {
  if (pieces.length < 2 * fewestLines) return undefined;
  const from = Math.min(...pieces.map((piece) => piece.x));
  const to = Math.max(...pieces.map((piece) => piece.right));
  const inner = [from + outer * (to - from), to - outer * (to - from)] as const;
  const starts = [...new Set(pieces.map((piece) => Math.round(piece.x) - 1))].filter((x) => x > inner[0] && x < inner[1]);
  const counted = starts.map((x) => ({ x, crossing: pieces.filter((piece) => piece.x < x - 0.5 && piece.right > x + 0.5).length }));
  const fewest = Math.min(...counted.map((one) => one.crossing));
  if (fewest > mostCrossing * pieces.length) return undefined;
  return counted.find(({ x, crossing }) => crossing === fewest && isProseOnBothSides(pieces, x))?.x;
}

export function isProseOnBothSides(pieces: readonly Piece[], x: number, fewest = fewestLines): boolean {
  const left = pieces.filter((piece) => piece.right <= x + 1);
  const right = pieces.filter((piece) => piece.x >= x - 1);
  return isProse(left, fewest) && isProse(right, fewest);
}

/** Most of the words stand in lines of prose, and there are some. */
function isProse(pieces: readonly Piece[], fewest: number): boolean {
  const prose = pieces.filter(isProsePiece);
  const chars = (some: readonly Piece[]) => some.reduce((sum, piece) => sum + piece.text.length, 0);
  return prose.length >= fewest && chars(prose) > mostly * chars(pieces);
}

const ideographs = /[\u3400-\u9fff]{8}/;

export function isProsePiece({ text }: Piece): boolean {
  return ideographs.test(text) || (text.length >= proseChars && text.split(' ').length > 3);
}
