// The words of a passage: with what stands about them, and where they stand in the text.
import type { PassageInput } from '../../../../shared/features/claims/model.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import type { CaptureTarget } from '../capture/drafts.ts';
import type { CodePointIndex } from './code-points.ts';

interface IndexedText {
  readonly text: string;
  readonly index: CodePointIndex;
}

const contextUnits = 32;
const shownUnits = 72;

/** The words of a target with a little context, so that they are found again when the text changes. */
export function passageOf({ text, index }: IndexedText, sourceId: string, { start, end }: CaptureTarget): PassageInput {
  const from = index.toUnits(start);
  const to = index.toUnits(end);
  return {
    source: sourceId,
    exact: text.slice(from, to),
    prefix: text.slice(index.toUnits(index.toCodePoints(Math.max(0, from - contextUnits))), from),
    suffix: text.slice(to, index.toUnits(index.toCodePoints(Math.min(text.length, to + contextUnits)))),
    start,
    end,
  };
}

/** Words before the passage, from the beginning of its sentence where that is near. */
export function wordsBefore({ text, index }: IndexedText, { start }: CaptureTarget): string {
  const to = index.toUnits(start);
  const before = text.slice(Math.max(0, to - shownUnits), to);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const ends = [...line.matchAll(/[.!?]["”»)]?\s+|[。！？]/g)];
  const last = ends.at(-1);
  if (last !== undefined) return line.slice(last.index + last[0].length);
  if (line.length < before.length || to <= shownUnits) return line;
  return `…${line.slice(line.indexOf(' ') + 1)}`;
}

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
