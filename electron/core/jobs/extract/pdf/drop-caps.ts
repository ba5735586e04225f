// A letter that is set large at the head of a paragraph, over several of its lines, belongs to the word that its first line
// begins with.
import type { Piece } from './pieces.ts';

/** Over the font size of the text beside it. */
const least = 1.8;
const letter = /^["'«“„‘]?(?:\p{Lu}|\p{Lo})$/u;

export function withDropCaps(pieces: readonly Piece[]): Piece[] {
  const joined = [...pieces];
  for (const cap of pieces.filter((piece) => piece.isUpright && letter.test(piece.text))) {
    const first = linesBeside(cap, joined)[0];
    if (first === undefined) continue;
    joined[joined.indexOf(first)] = { ...first, text: cap.text + first.text, x: cap.x };
    joined.splice(joined.indexOf(cap), 1);
  }
  return joined;
}

/** Two lines or more that stand beside the letter, the uppermost first. */
function linesBeside(cap: Piece, pieces: readonly Piece[]): Piece[] {
  const beside = pieces
    .filter(
      (piece) => piece.isUpright && cap.size > least * piece.size && piece.x >= cap.right - 0.1 * cap.size && piece.x < cap.right + 1.2 * piece.size,
    )
    .filter((piece) => piece.y > cap.y - cap.size && piece.y < cap.y + 0.3 * piece.size)
    .toSorted((a, b) => a.y - b.y);
  return beside.length > 1 && /^\p{L}/u.test(beside[0]!.text) ? beside : [];
}
