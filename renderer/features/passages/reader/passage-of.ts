import type { PassageInput } from '../../../../shared/features/claims/model.ts';
import type { CaptureTarget } from '../capture/drafts.ts';
import type { ReaderText } from './reader-document.ts';

const contextUnits = 32;
const shownUnits = 72;

/** The words of a target with a little context, so that they are found again when the text changes. */
export function passageOf({ text, index }: ReaderText, sourceId: string, { start, end }: CaptureTarget): PassageInput {
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
export function wordsBefore({ text, index }: ReaderText, { start }: CaptureTarget): string {
  const to = index.toUnits(start);
  const before = text.slice(Math.max(0, to - shownUnits), to);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const ends = [...line.matchAll(/[.!?]["”»)]?\s+|[。！？]/g)];
  const last = ends.at(-1);
  if (last !== undefined) return line.slice(last.index + last[0].length);
  if (line.length < before.length || to <= shownUnits) return line;
  return `…${line.slice(line.indexOf(' ') + 1)}`;
}
