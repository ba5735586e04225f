// A justified line of a narrow column has such wide gaps that its words look like cells. It is told by its paragraph: lines of
// prose with the same two edges above or below it.
import { type Line, lineOf } from './pieces.ts';

/** Points within which two edges are one. */
const edge = 2;
/** Largest gap over the smallest in one justified line. */
const evenness = 1.35;
/** Font sizes: a wider gap parts the cells of a table. */
const widestGap = 12;

export function joinJustified(lines: readonly Line[]): Line[] {
  const joined = lines.map((line) => line);
  const order = lines.map((_, index) => index);
  // Downwards, then upwards: a line may get its paragraph from either side, over other such lines.
  for (const [indexes, step] of [[order, -1] as const, [order.toReversed(), 1] as const]) {
    for (const index of indexes) {
      const line = joined[index]!;
      const beside = joined[index + step];
      if (
        line.pieces.length > 1 &&
        line.isRow !== true &&
        beside !== undefined &&
        (isProse(beside) || beside !== lines[index + step]) &&
        hasSameEdges(line, beside) &&
        isSpreadOut(line)
      )
        joined[index] = asProse(line);
    }
  }
  return joined;
}

function isProse({ pieces, text }: Line): boolean {
  return pieces.length === 1 && text.split(' ').length > 2;
}

function hasSameEdges(one: Line, other: Line): boolean {
  const isNear = Math.abs(one.y - other.y) < 2.2 * Math.max(one.size, other.size);
  return isNear && Math.abs(one.x - other.x) < edge && Math.abs(one.right - other.right) < edge && Math.abs(one.size - other.size) < 0.5;
}

/** Single words, none of them a bare number, with even gaps. */
function isSpreadOut({ pieces, size }: Line): boolean {
  if (!pieces.every(({ text }) => !text.includes(' ') && /\p{L}|^[—–-]$/u.test(text))) return false;
  const gaps = pieces.slice(1).map((piece, index) => piece.x - pieces[index]!.right);
  return Math.max(...gaps) <= Math.min(widestGap * size, evenness * Math.min(...gaps));
}

function asProse(line: Line): Line {
  const first = line.pieces[0]!;
  return lineOf([{ ...first, text: line.pieces.map((piece) => piece.text).join(' '), right: line.right, size: line.size }]);
}
