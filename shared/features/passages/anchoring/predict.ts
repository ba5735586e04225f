// Where a place of the old text should stand in the new one, told by the nearest words that stand once in each.

export const landmarkLength = 40;
const mostWindows = 60;

/** Folded offsets of one landmark: words that stand once in the old text and once in the new one. */
export interface Landmark {
  readonly old: number;
  readonly fresh: number;
}

/** The nearest landmark that ends before `at`; undefined where there is none near. */
export function landmarkBefore(old: string, fresh: string, at: number): Landmark | undefined {
  for (let step = 1; step <= mostWindows && at - landmarkLength * step >= 0; step += 1) {
    const mark = landmarkAt(old, fresh, at - landmarkLength * step);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** The nearest landmark that begins at `at` or after it. */
export function landmarkAfter(old: string, fresh: string, at: number): Landmark | undefined {
  for (let step = 0; step < mostWindows && at + landmarkLength * (step + 1) <= old.length; step += 1) {
    const mark = landmarkAt(old, fresh, at + landmarkLength * step);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

function landmarkAt(old: string, fresh: string, start: number): Landmark | undefined {
  const words = old.slice(start, start + landmarkLength);
  const place = onlyPlace(fresh, words);
  return place !== undefined && onlyPlace(old, words) !== undefined ? { old: start, fresh: place } : undefined;
}

export function onlyPlace(text: string, words: string): number | undefined {
  const first = text.indexOf(words);
  return first < 0 || text.indexOf(words, first + 1) >= 0 ? undefined : first;
}
