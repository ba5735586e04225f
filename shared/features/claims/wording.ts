// Whether two claims stand in nearly the same words, as they do where one paper prints what another wrote.
import type { Claim } from './model.ts';

/** Fewer words are shared by chance. */
const fewestWords = 8;
const shareAlike = 0.85;

/** The words at the place of a claim with what stands around it; single characters where words are not parted by spaces. */
export function wordingOf({ passages }: Pick<Claim, 'passages'>): ReadonlySet<string> {
  const [passage] = passages;
  if (passage === undefined || passage.sheet !== null) return new Set();
  // What is cut at the edge of the context is no whole word.
  const text = `${passage.prefix.replace(/^\S*\s/u, '')}${passage.exact}${passage.suffix.replace(/\s\S*$/u, '')}`;
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [],
  );
}

export function isWordedAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const most = Math.max(one.size, other.size);
  if (Math.min(one.size, other.size) < fewestWords) return false;
  return [...one].filter((word) => other.has(word)).length >= shareAlike * most;
}
