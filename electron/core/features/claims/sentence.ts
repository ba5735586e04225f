// The sentence that a selection stands in, and its words as the gist of a claim.
import { type CodePoints, codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import { sentencesAround } from '../../../../shared/features/passages/finder/index.ts';

/** How far to either side a sentence is looked for, in code points. */
const sentenceReach = 600;

export interface SelectedSentence {
  /** Code points of the whole text. */
  readonly start: number;
  readonly text: string;
}

/** The sentence around a selection, cut as the finder cuts; several where the selection runs over more. */
export function sentenceAround(points: CodePoints, start: number, end: number): SelectedSentence {
  const before = points.slice(start - sentenceReach, start);
  const text = before + points.slice(start, end + sentenceReach);
  const [from, to] = sentencesAround(text, before.length, before.length + points.slice(start, end).length);
  const head = before.slice(from).trimStart();
  return { start: start - codePointsOf(head).length, text: head + text.slice(before.length, to) };
}

/** A longer sentence is cut to the part that was selected from. */
const longestGist = 400;

/** The sentence in one line. */
export function gistOf(sentence: string, selectedFrom: number): string {
  const whole = inOneLine(sentence);
  if (whole.length <= longestGist) return whole;
  let end = 0;
  const part = sentence.split(/(?<=[;；])\s*/u).find((words) => {
    end += words.length + 1;
    return end > selectedFrom;
  });
  const words = inOneLine(part ?? whole);
  return words.length <= longestGist ? words : `${words.slice(0, longestGist)}…`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
