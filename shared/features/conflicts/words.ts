// Words of topics, causes and names, folded so that they can be compared across spellings and scripts.
import { normalName } from '../claims/origin.ts';

const idle = new Set(
  'the a an of in on at by to for and or with from as its their his her this that is are was were be into over under new more less than after before of'.split(
    ' ',
  ),
);

/** Significant words of a text, without endings that only decline: the first six letters. Chinese as single characters, numbers whole. */
export function stems(text: string): ReadonlySet<string> {
  const words = normalName(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<string>();
  for (const word of words) {
    if (/\p{Script=Han}/u.test(word)) for (const character of word) found.add(character);
    else if (/\p{N}/u.test(word)) found.add(word);
    else if (word.length > 2 && !idle.has(word)) found.add(word.slice(0, 6));
  }
  return found;
}

/** Shared words as a share of the smaller set, 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : shared / least;
}

/** Names that stand in running text: capitalised words that do not open it, acronyms, and words in Latin within other scripts. */
export function properNames(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(/\p{Lu}[\p{L}\p{N}&-]+/gu)) {
    const isOpening = match.index === 0 || /[.!?]\s+$/.test(text.slice(0, match.index));
    const isAcronym = /^\p{Lu}{2,}/u.test(match[0]);
    if (!isOpening || isAcronym) found.add(normalName(match[0]));
  }
  return found;
}

const causeWords = /\b(causes?|caused|reasons?|drivers?|why|explanations?)\b|причин|из-за|原因/i;

export function speaksOfCauses(text: string): boolean {
  return causeWords.test(text);
}
