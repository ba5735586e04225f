// The words of a passage with what stands around them in its source.
import type { PassageRef } from '../../../../shared/features/claims/model.ts';
import { type CodePoints, codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import { type BlockWords, isOverRows } from '../../../../shared/features/sources/blocks.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';

export interface TextsInContext {
  find(id: string): Source | undefined;
  /** Extracted text of a source. */
  text(source: Source): string;
  blockAt(source: Source, start: number, cells: string): BlockWords | undefined;
}

export interface InContext {
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

/** `around`: code points on either side. */
export type ContextOf = (passage: PassageRef, around: number) => InContext;

export function createContext({ find, text, blockAt }: TextsInContext): ContextOf {
  // Passages come source by source.
  let last: { readonly textSha256: string; readonly points: CodePoints } | undefined;
  function pointsOf(source: Source): CodePoints {
    if (last?.textSha256 !== source.textSha256) last = { textSha256: source.textSha256, points: codePointsOf(text(source)) };
    return last.points;
  }
  return (passage, around) => {
    const { source: id, start, end, state, cells } = passage;
    const source = find(id);
    // A lost passage stands nowhere in the text: its own words are all there is.
    if (state === 'lost' || source === undefined) return { exact: passage.exact, before: passage.prefix, after: passage.suffix };
    const block = isOverRows(cells) ? blockAt(source, start, cells!) : undefined;
    // Other cells stand around a block on all sides: they are no context of its words.
    if (block !== undefined && block.exact === passage.exact) return { exact: block.exact, before: '', after: '' };
    const points = pointsOf(source);
    return { exact: points.slice(start, end), before: points.slice(start - around, start), after: points.slice(end, end + around) };
  };
}
