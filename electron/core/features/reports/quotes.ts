// Whether words stand so in a source of the workbook: a quote is not the writer's own number.
import type { Source } from '../../../../shared/features/sources/model.ts';

export interface QuotedSources {
  all(): readonly Source[];
  text(source: Source): string;
}

/** Texts whose plain words are kept; others are read again. */
const mostKept = 200;

export function createQuotes({ all, text }: QuotedSources): (words: string) => boolean {
  const kept = new Map<string, string>();
  function plainText(source: Source): string {
    const known = kept.get(source.textSha256) ?? plain(text(source));
    if (kept.size < mostKept) kept.set(source.textSha256, known);
    return known;
  }
  return (words) => {
    const wanted = plain(words);
    return wanted !== '' && all().some((source) => plainText(source).includes(wanted));
  };
}

/** The same words however they were set: blanks, quotation marks and dashes differ between editions. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”„«»"]/g, '"')
    .replace(/[’‘]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
