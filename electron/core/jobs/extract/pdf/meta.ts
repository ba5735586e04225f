// What a PDF says about itself. Many titles are left there by the program that made the file; those are not proposed.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { edtfOf } from '../stated-date.ts';

export interface TitleLine {
  readonly text: string;
  readonly size: number;
}

export interface PdfMeta {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly language: string | null;
  /** Day on which the file was made; not taken for the day of publication. */
  readonly created: string | null;
}

export async function readPdfMeta(document: PDFDocumentProxy, firstPage: readonly TitleLine[]): Promise<PdfMeta> {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const stated = (key: string) => clean((info as Record<string, unknown>)[key]);
  const described = (key: string) => clean([metadata?.get(key)].flat()[0]);
  const title = described('dc:title') ?? stated('Title');
  return {
    title: isMadeUp(title) ? largestWords(firstPage) : title,
    author: clean([metadata?.get('dc:creator')].flat().filter(Boolean).join(', ')) ?? stated('Author'),
    publisher: described('dc:publisher') ?? described('prism:publicationname'),
    publishedOn: edtfOf(described('prism:publicationdate') ?? described('prism:coverdate') ?? described('dc:date')),
    language: stated('Language') ?? described('dc:language'),
    created: edtfOf(/^(?:D:)?(\d{8})/.exec(stated('CreationDate') ?? '')?.[1]),
  };
}

function clean(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replaceAll('\0', '').replace(/\s+/g, ' ').trim() : '';
  return text === '' ? null : text;
}

function isMadeUp(title: string | null): boolean {
  if (title === null || title.length < 4) return true;
  return /^(untitled|no title|title|document\d*|microsoft (word|excel|powerpoint)\b.*|.*\.(docx?|xlsx?|pptx?|pdf|indd|qxd|tex|dvi|html?|rtf)(\[.*\])?|(file|https?):.*)$/i.test(
    title,
  );
}

/** A title may stand under the name of a journal and the like. */
const mostLinesAbove = 8;

/** Lines at the top of the first page that are set clearly larger than the rest, if they are few and follow each other. */
function largestWords(lines: readonly TitleLine[]): string | null {
  const sizes = lines.flatMap(({ text, size }) => Array.from({ length: Math.ceil(text.length / 20) }, () => size)).toSorted((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const largest = Math.max(0, ...lines.map((line) => line.size));
  const from = lines.findIndex((line) => line.size > 0.95 * largest);
  const count = lines.slice(from).findIndex((line) => line.size <= 0.95 * largest);
  const run = lines.slice(from, count < 0 ? undefined : from + count);
  if (from > mostLinesAbove) return null;
  const title = clean(run.map((line) => line.text.replaceAll('\t', ' ')).join(' '));
  return largest > 1.25 * usual && lines.length > 3 && title !== null && title.length >= 4 && title.length <= 240 ? title : null;
}
