// How much two texts say in the same words. A text is the set of its runs of five words (single characters where words are
// not parted by spaces); of a large set the smallest hashes stand for all (bottom-k sketch: A. Broder, 1997; E. Cohen and
// H. Kaplan, 2007), so that texts are compared without being read again.
import { resultOf } from '../../steps.ts';

const runLength = 5;
/** Hashes that stand for a text. The share of common runs is then right to about ±0.05. */
export const sketchSize = 256;
/** Characters that are looked at; what is longer is told by its beginning. */
const mostChars = 2_000_000;
/** Fewer runs say nothing: short notes are made of the same words. */
const fewestRuns = 24;

export interface Sketch {
  /** Distinct runs of the text. */
  readonly runs: number;
  /** The smallest hashes, ascending, at most `sketchSize`. */
  readonly hashes: readonly number[];
}

export function sketchOf(text: string): Sketch {
  return resultOf(sketchInSteps(text));
}

/** Characters, or runs, of one step of some milliseconds. */
const stepSize = 50_000;

/** The same step by step, for those who must not be kept waiting. */
export function* sketchInSteps(text: string): Generator<undefined, Sketch> {
  const words: string[] = [];
  for (const piece of piecesOf(text.slice(0, mostChars))) {
    for (const word of wordsOf(piece)) words.push(word);
    yield;
  }
  const all = new Set<number>();
  for (let index = 0; index + runLength <= words.length; index += 1) {
    all.add(hashOf(words, index));
    if (index % stepSize === stepSize - 1) yield;
  }
  return { runs: all.size, hashes: [...Uint32Array.from(all).sort().subarray(0, sketchSize)] };
}

/** Cut at white space, where no word, letter or mark goes on. */
function* piecesOf(text: string): Generator<string> {
  const space = /\s/g;
  for (let start = 0; start < text.length; start = space.lastIndex) {
    space.lastIndex = start + stepSize;
    if (!space.test(text)) space.lastIndex = text.length;
    yield text.slice(start, space.lastIndex);
  }
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu) ?? []
  );
}

/** FNV-1a over a run of words, mixed so that its smallest values are spread evenly. */
function hashOf(words: readonly string[], from: number): number {
  let hash = 0x811c9dc5;
  for (let index = from; index < from + runLength; index += 1) {
    const word = words[index]!;
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export interface Likeness {
  /** Runs of the shorter text that the longer one has too, as a share, 0 to 1. */
  readonly contained: number;
  /** Runs of the shorter over runs of the longer, 0 to 1. */
  readonly size: number;
}

export function likenessOf(a: Sketch, b: Sketch): Likeness {
  const [shorter, longer] = a.runs <= b.runs ? [a, b] : [b, a];
  if (longer.runs === 0) return { contained: 0, size: 0 };
  const resemblance = resemblanceOf(a, b);
  const inCommon = (resemblance / (1 + resemblance)) * (a.runs + b.runs);
  return { contained: Math.min(1, inCommon / Math.max(1, shorter.runs)), size: shorter.runs / longer.runs };
}

/** Share of runs in common among all runs of both, from the smallest hashes of their union. */
function resemblanceOf({ hashes: a }: Sketch, { hashes: b }: Sketch): number {
  let [atA, atB, union, common] = [0, 0, 0, 0];
  while (union < sketchSize && (atA < a.length || atB < b.length)) {
    const [one, other] = [a[atA] ?? Number.POSITIVE_INFINITY, b[atB] ?? Number.POSITIVE_INFINITY];
    if (one === other) common += 1;
    if (one <= other) atA += 1;
    if (other <= one) atB += 1;
    union += 1;
  }
  return union === 0 ? 0 : common / union;
}

/**
 * Six tenths of the runs of the shorter text stand in the longer, and it is at least half as long. One word in twenty may then
 * be another (that alone takes away a quarter of the runs) and a frame may stand around the text; two reports that share a
 * third of their sentences are kept apart.
 */
export function isNearCopy(a: Sketch, b: Sketch): boolean {
  return nearLikeness(a, b) !== undefined;
}

/** The share of the shorter text that stands in the longer; undefined where it is no near copy. */
export function nearLikeness(a: Sketch, b: Sketch): number | undefined {
  if (Math.min(a.runs, b.runs) < fewestRuns) return undefined;
  const { contained, size } = likenessOf(a, b);
  return contained >= 0.6 && size >= 0.5 ? contained : undefined;
}
