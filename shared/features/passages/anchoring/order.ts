// Whether a text only lost and gained pieces, or had some moved: where pieces were moved, words that it has several times
// may have changed places with each other, and no surroundings tell.
import { foldText } from './fold.ts';

const pieceEnd = /(?<=[.!?])\s+|(?<=[。！？])|\n/gu;

/** Sentences and lines that both texts have equally often come in the same order. */
export function keepsOrder(old: string, fresh: string): boolean {
  const then = piecesOf(old);
  const now = piecesOf(fresh);
  const countThen = Map.groupBy(then, (piece) => piece);
  const countNow = Map.groupBy(now, (piece) => piece);
  const isEven = (piece: string) => countThen.get(piece)?.length === countNow.get(piece)?.length;
  const left = now.filter(isEven);
  return then.filter(isEven).every((piece, at) => left[at] === piece);
}

function piecesOf(text: string): string[] {
  return text
    .split(pieceEnd)
    .map((piece) => foldText(piece).text)
    .filter((piece) => piece !== '');
}

/** Folded sentences and lines that a span of the text stands on, whole; offsets count code units. */
export function piecesAround(text: string, { start, end }: { readonly start: number; readonly end: number }): string[] {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lines = text.slice(line, next < 0 ? text.length : next);
  const ends = [...lines.matchAll(pieceEnd)].map((match) => line + match.index);
  const from = ends.findLast((at) => at <= start) ?? line;
  const to = ends.find((at) => at >= end) ?? line + lines.length;
  return piecesOf(text.slice(from, to));
}
