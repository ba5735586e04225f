// What makes two captures the same claim, on whatever machine: the bytes of its source, its words and where they were read, and
// what it says. Words and place are taken by their letters and digits alone, so that another version of a reader, which sees
// other spaces, line ends or hyphens, comes to the same key. Positions do not count. The caller hashes the text.
import { type ClaimBody, contentText } from './form.ts';

export interface ReadPlace {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly sheet: string | null;
  readonly cells: string | null;
}

/** Letters and digits of the surroundings that count on either side. */
const contextLength = 16;

export function contentKeyText(body: ClaimBody, sourceSha256: string | null, places: readonly ReadPlace[]): string {
  return JSON.stringify([sourceSha256, places.map(placeText).toSorted(), contentText(body)]);
}

function placeText({ exact, prefix, suffix, sheet, cells }: ReadPlace): string {
  if (cells !== null) return JSON.stringify([sheet, cells]);
  const [before, words, after] = [prefix, exact, suffix].map(lettersOf) as [string[], string[], string[]];
  return JSON.stringify([before.slice(-contextLength).join(''), words.join(''), after.slice(0, contextLength).join('')]);
}

function lettersOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? []
  );
}
