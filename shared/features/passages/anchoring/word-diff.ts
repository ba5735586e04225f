// What became of words, word by word as a reader counts them; numbers stay whole.
import { diffWords } from 'diff';
import { z } from 'zod';

export const wordChangeSchema = z.strictObject({ kind: z.enum(['kept', 'removed', 'added']), text: z.string() });
export type WordChange = z.infer<typeof wordChangeSchema>;

export function wordDiff(before: string, after: string, language = 'und'): WordChange[] {
  const intlSegmenter = new Intl.Segmenter(language === 'und' ? undefined : language, { granularity: 'word' });
  return diffWords(before, after, { intlSegmenter } as object).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value,
  }));
}
