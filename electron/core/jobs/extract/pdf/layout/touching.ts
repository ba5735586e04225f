// Pieces of one line that a file draws at different times, such as words in bold after all others: where they touch, they
// are one piece again, at the place of the one that was drawn first.
import type { Piece } from '../pieces.ts';

/** Parts of the font size. */
const touch = { least: -0.3, most: 0.5 } as const;
const wordGap = 0.18;

export function joinTouching(pieces: readonly Piece[]): Piece[] {
  const order = new Map(pieces.map((piece, index) => [piece, index]));
  const joined: { piece: Piece; index: number }[] = [];
  for (const row of baselines(pieces.filter((piece) => piece.isUpright))) {
    let run: { piece: Piece; index: number } | undefined;
    for (const piece of row) {
      const index = order.get(piece)!;
      const gap = run === undefined ? Number.POSITIVE_INFINITY : piece.x - run.piece.right;
      if (run !== undefined && isTouching(run.piece, piece, gap))
        run = { piece: joinedPiece(run.piece, piece, gap), index: Math.min(run.index, index) };
      else {
        if (run !== undefined) joined.push(run);
        run = { piece, index };
      }
    }
    if (run !== undefined) joined.push(run);
  }
  joined.push(...pieces.flatMap((piece, index) => (piece.isUpright ? [] : [{ piece, index }])));
  return joined.toSorted((a, b) => a.index - b.index).map(({ piece }) => piece);
}

/** Pieces on one baseline, from left to right, line by line downwards. */
export function baselines(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first !== undefined && piece.y - first.y < 0.45 * Math.min(Math.max(first.size, piece.size), 2 * Math.min(first.size, piece.size)))
      row!.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

function isTouching(one: Piece, next: Piece, gap: number): boolean {
  const size = Math.max(one.size, next.size);
  const areNumbers = /\d$/.test(one.text) && /^\d/.test(next.text);
  return gap > touch.least * size && gap < (areNumbers ? wordGap : touch.most) * size && Math.abs(one.size - next.size) < 0.5 * size;
}

function joinedPiece(one: Piece, next: Piece, gap: number): Piece {
  const space = one.endsWithBlank === true || next.startsWithBlank === true || gap > wordGap * next.size ? ' ' : '';
  return {
    ...one,
    text: `${one.text}${space}${next.text}`,
    right: Math.max(one.right, next.right),
    size: Math.max(one.size, next.size),
    endsWithBlank: next.endsWithBlank === true,
  };
}
