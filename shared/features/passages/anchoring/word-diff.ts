// What became of words, word by word as a reader counts them; numbers stay whole.
import { diffWords } from 'diff';
import { z } from 'zod';

export const wordChangeSchema = z.strictObject({ kind: z.enum(['kept', 'removed', 'added']), text: z.string() });
export type WordChange = z.infer<typeof wordChangeSchema>;

export function wordDiff(before: string, after: string, language = 'und'): WordChange[] {
  const intlSegmenter = new Intl.Segmenter(isTag(language) ? language : undefined, { granularity: 'word' });
  return diffWords(before, after, { intlSegmenter } as object).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value,
  }));
}

/** The language of a source is what somebody typed, such as `en_GB`. */
function isTag(language: string): boolean {
  try {
    return language !== 'und' && Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}
