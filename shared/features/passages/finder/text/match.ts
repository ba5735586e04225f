// Two ways to look at text around a place without scanning the rest of it: to the right by sticky patterns, to the left in a
// short window. Both keep the finder linear in the length of the text.

export { matchSticky as matchAt } from '../../../../quantity/sticky.ts';

const LEFT_WINDOW = 48;

export interface LeftMatch {
  readonly start: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Matches a pattern that ends in `$` against the few dozen characters before `end`; `start` counts in the whole text. */
export function matchBefore(pattern: RegExp, text: string, end: number): LeftMatch | undefined {
  const from = Math.max(0, end - LEFT_WINDOW);
  const match = pattern.exec(text.slice(from, end));
  return match === null ? undefined : { start: from + match.index, groups: match.groups ?? {} };
}

/** All matches of a global pattern. `matchAll` would copy the pattern for every sentence, which costs more than the search. */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const next = pattern.lastIndex === match.index ? match.index + 1 : pattern.lastIndex;
    yield match;
    pattern.lastIndex = next;
  }
}
