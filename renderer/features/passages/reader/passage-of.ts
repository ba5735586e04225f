import type { PassageInput } from '../../../../shared/features/claims/model.ts';
import type { CaptureTarget } from '../capture/drafts.ts';
import type { ReaderText } from './reader-document.ts';

const contextUnits = 32;
const shownUnits = 120;

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

/** The beginning of the sentence that holds the words, cut short. */
export function wordsBefore({ text, index }: ReaderText, { start }: CaptureTarget): string {
  const to = index.toUnits(start);
  const before = text.slice(Math.max(0, to - shownUnits), to);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const sentence = line.search(/(?:[.!?]\s|[。！？])(?!.*(?:[.!?]\s|[。！？]))/);
  return sentence < 0 ? (before.length === shownUnits && !before.includes('\n') ? `…${line}` : line) : line.slice(sentence + 1).trimStart();
}
