// What an office file says about itself. Its dates tell when the file was made or saved, not when it was published: they
// are not taken for that.
import { readXml } from './xml.ts';

export interface CoreProperties {
  readonly title: string | null;
  readonly author: string | null;
  readonly language: string | null;
}

export function coreProperties(xml: Buffer | undefined): CoreProperties {
  const stated = statedIn(xml);
  return { title: stated.get('title') ?? null, author: stated.get('creator') ?? null, language: stated.get('language') ?? null };
}

/** The day on which the file says that it was made. */
export function createdDay(xml: Buffer | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(statedIn(xml).get('created') ?? '')?.[0] ?? null;
}

/** First words of each element. */
function statedIn(xml: Buffer | undefined): ReadonlyMap<string, string> {
  const stated = new Map<string, string>();
  if (xml === undefined) return stated;
  let words = '';
  try {
    readXml(xml, {
      open: () => {
        words = '';
      },
      text: (piece) => {
        words += piece;
      },
      close: (name) => {
        const text = words.replace(/\s+/g, ' ').trim();
        if (text !== '' && !stated.has(name)) stated.set(name, text);
        words = '';
      },
    });
  } catch {
    // Broken properties say nothing; the document itself may still be read.
  }
  return stated;
}
