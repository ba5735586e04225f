// Typed words in one text, as search tells letters apart: case and diacritics make no difference, е stands for ё, a space for
// any white space. Combining marks and soft hyphens inside words are passed over.
import { foldText } from './features/search/words.ts';

/** Hits in the order of the text, in UTF-16 units, end exclusive. */
export interface Hits {
  readonly count: number;
  start(index: number): number;
  end(index: number): number;
}

export interface Hit {
  readonly start: number;
  readonly end: number;
}

export const noHits: Hits = { count: 0, start: () => 0, end: () => 0 };

export function findInText(text: string, typed: string): Hits {
  const pattern = patternOf(typed);
  if (pattern === undefined) return noHits;
  const places: number[] = [];
  for (const match of text.matchAll(pattern)) places.push(match.index, match.index + match[0].length);
  const units = Uint32Array.from(places);
  return { count: units.length / 2, start: (index) => units[2 * index]!, end: (index) => units[2 * index + 1]! };
}

/** Index of the first hit that begins at a place or after it; the count where there is none. */
export function firstHitFrom({ count, start }: Hits, unit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start(middle) < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const passedOver = '[\\p{M}\\u00ad]*';

/** Undefined for white space alone. */
function patternOf(typed: string): RegExp | undefined {
  const words = foldText(typed)
    .split(/[\s\u00ad]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return new RegExp(words.map((word) => [...word].map((letter) => `${anyOf(letter)}${passedOver}`).join('')).join('\\s+'), 'giu');
}

function anyOf(letter: string): string {
  const spellings = spellingsOf().get(letter);
  return spellings === undefined ? escaped(letter) : `[${escaped(letter)}${spellings}]`;
}

function escaped(letter: string): string {
  return /[\p{L}\p{N}]/u.test(letter) ? letter : `\\u{${letter.codePointAt(0)!.toString(16)}}`;
}

/** Blocks of letters that are one character with their diacritics: Latin, Greek and Cyrillic. */
const blocks = [
  [0xc0, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
] as const;

let spellings: ReadonlyMap<string, string> | undefined;

/** By folded letter: the characters that are folded to it. */
function spellingsOf(): ReadonlyMap<string, string> {
  spellings ??= readSpellings();
  return spellings;
}

function readSpellings(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCharCode(code);
      const folded = foldText(letter);
      if (folded.length === 1 && folded !== letter.toLowerCase()) found.set(folded, `${found.get(folded) ?? ''}${letter}`);
    }
  }
  return found;
}
