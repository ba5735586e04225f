import { type Extracted, normaliseText, nothingKnown } from './extracted.ts';

/** Words that were pasted: no bytes to decode and no format to read. */
export function plainText(text: string): Extracted {
  return { ...nothingKnown, text: normaliseText(text), mediaType: 'text/plain', encoding: 'utf-8', extractor: 'plain-1' };
}
