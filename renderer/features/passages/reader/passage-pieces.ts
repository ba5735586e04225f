import type { Passage } from '../../../../shared/features/passages/model.ts';

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Where the words of a passage stand, UTF-16 units: in one piece, or for a block of cells in one a row. */
export function piecesOf(text: string, { start, end }: Piece, { exact, cells }: Pick<Passage, 'exact' | 'cells'>): readonly Piece[] {
  const span = text.slice(start, end);
  if (cells === null || span === exact) return [{ start, end }];
  const left = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).split('\t').length - 1;
  const rows = exact.split('\n');
  let lineStart = start;
  const pieces = span.split('\n').flatMap((line, index) => {
    const before = index === 0 ? [] : line.split('\t').slice(0, left);
    const from = lineStart + before.reduce((length, cell) => length + cell.length + 1, 0);
    const words = rows[index] ?? '';
    lineStart += line.length + 1;
    return words !== '' && text.startsWith(words, from) ? [{ start: from, end: from + words.length }] : [];
  });
  return pieces.length === 0 ? [{ start, end }] : pieces;
}
