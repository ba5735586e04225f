// What an office file says about itself. Its dates tell when the file was made or saved, not when it was published: they
// are not taken for that.
import { JSDOM } from 'jsdom';

export interface CoreProperties {
  readonly title: string | null;
  readonly author: string | null;
  readonly language: string | null;
}

export function coreProperties(xml: Buffer | undefined): CoreProperties {
  const read = reader(xml);
  return { title: read('title'), author: read('creator'), language: read('language') };
}

/** The day on which the file says that it was made. */
export function createdDay(xml: Buffer | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(reader(xml)('created') ?? '')?.[0] ?? null;
}

function reader(xml: Buffer | undefined): (name: string) => string | null {
  if (xml === undefined) return () => null;
  try {
    const { document } = new JSDOM(xml.toString('utf8'), { contentType: 'application/xml' }).window;
    return (name) => {
      const found = [...document.getElementsByTagName('*')].find((element) => element.localName === name);
      const text = found?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      return text === '' ? null : text;
    };
  } catch {
    // Broken properties say nothing; the document itself may still be read.
    return () => null;
  }
}
