// Which of several dates of a sentence goes with the words that were selected: the nearest, where what parts them counts as
// well. A date that opens the sentence holds for all of it, as long as none stands closer.
import { codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import type { Mention } from '../../../../shared/features/passages/finder/index.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How far a thing between two words sets them apart, in characters. */
const commaApart = 40;
const conjunctionApart = 20;
const figureApart = 30;
const farthestFrame = 60;
/** The longest "On the" before a date that opens a sentence. */
const opening = 12;

const commas = /[,;，；、]/gu;
const conjunctions = /(?<=\s)(?:and|or|to|but|while|then|against|и|а|но|или|до|против|тогда как)(?=\s)|[和而到及至]/giu;

/** Positions count code points of the sentence. */
export function dateBeside(sentence: string, mentions: readonly Mention[], selected: Span): Mention | undefined {
  const points = codePointsOf(sentence);
  const figures = mentions.filter(({ type }) => type === 'figure');

  function distance({ start, end }: Mention): number {
    const isAfter = start >= selected.end;
    const gap: Span = isAfter ? { start: selected.end, end: start } : { start: end, end: selected.start };
    const words = ` ${points.slice(gap.start, gap.end)} `;
    const between = figures.filter((one) => one.start >= gap.start && one.end <= gap.end).length;
    const apart = commaApart * countOf(words, commas) + conjunctionApart * countOf(words, conjunctions) + figureApart * between;
    const far = gap.end - gap.start + apart + (isAfter ? 0 : 0.5);
    return !isAfter && start <= opening ? Math.min(far, farthestFrame) : far;
  }

  return mentions
    .filter(({ type, edtf }) => type === 'date' && edtf !== null)
    .map((date) => ({ date, far: distance(date) }))
    .toSorted((a, b) => a.far - b.far)[0]?.date;
}

function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
