// PDF to text with the place of every line. Read by pdf.js without a canvas, without fonts of the system and without
// running anything that the file brings; its maps and fonts lie in the package, nothing is fetched.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { getDocument, Util, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '../../../../../shared/errors.ts';
import type { Dropped } from '../../../../../shared/features/sources/model.ts';
import { type Message, type MessageParams, message } from '../../../../../shared/message.ts';
import { type Extracted, type ExtractRequest, nothingKnown } from '../extracted.ts';
import { withDropCaps } from './drop-caps.ts';
import { glyphsOf } from './glyphs.ts';
import { joinJustified } from './justified.ts';
import { readPdfMeta, type TitleLine } from './meta.ts';
import { notesOf } from './notes.ts';
import { pagesText } from './paragraphs.ts';
import { type PageItem, piecesOf } from './pieces.ts';
import { linesInReadingOrder } from './reading-order.ts';
import { type PageLines, withoutRunningHeads } from './running-heads.ts';
import { mayBeSpaced, withoutSpacing } from './spaced-letters.ts';
import { withoutCopies } from './twice.ts';

/** A file may list one page any number of times. */
const maxPages = 5000;

export async function extractPdf(request: ExtractRequest): Promise<Extracted> {
  const document = await open(request);
  if (document.numPages > maxPages)
    throw new AppError('limit', 'reading.tooManyPages', { name: request.name, pages: document.numPages, most: maxPages });
  const read: PageLines[] = [];
  const notes: Dropped[] = [];
  const failed: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      read.push(await pageLines(page));
      notes.push(...(await notesOf(page)));
      page.cleanup();
    } catch {
      failed.push(number);
      read.push({ number, width: 0, height: 0, lines: [] });
    }
  }
  if (failed.length === document.numPages) throw new AppError('unreadable', 'reading.noPage', { name: request.name });
  const { pages, dropped } = withoutRunningHeads(read);
  const { text, pages: layout, rejoined } = pagesText(pages);
  const { created, ...known } = await readPdfMeta(document, titleLines(pages[0]));
  return {
    ...nothingKnown,
    ...known,
    text,
    layout: { kind: 'pages', pages: layout },
    mediaType: 'application/pdf',
    extractor: text.trim() === '' ? 'pdf-typed-1' : 'pdf-2',
    dropped: [...dropped, ...notes],
    warnings: [
      ...emptyWarnings(pages, failed),
      ...(isUnreadable(text) ? [message('reading:warning.unreadableFonts')] : []),
      ...(rejoined > 0 ? [message('reading:warning.rejoinedWords', { count: rejoined })] : []),
      ...(created === null ? [] : [message('reading:warning.madeOn', { date: { period: created } })]),
    ],
  };
}

async function open({ name, bytes }: ExtractRequest): Promise<PDFDocumentProxy> {
  const packageFolder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  const folder = (part: string) => `${join(packageFolder, part)}/`;
  try {
    const task = getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      wasmUrl: folder('wasm'),
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      verbosity: VerbosityLevel.ERRORS,
    });
    return await task.promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new AppError('unreadable', 'refused.locked', { name });
    throw new AppError('unreadable', 'reading.damagedPdf', { name });
  }
}

async function pageLines(page: PDFPageProxy): Promise<PageLines> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const placed = items.flatMap((item): PageItem[] => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(transform, item.transform) as number[];
    const isUpright = Math.abs(b) < 0.05 * Math.abs(a) && a > 0;
    return [{ text: item.str, x, y, width: isUpright ? item.width : 0, size: Math.hypot(c, d) || item.height || 1, isUpright }];
  });
  const words = withoutCopies(mayBeSpaced(placed) ? withoutSpacing(placed, await glyphsOf(page)) : placed);
  return { number: page.pageNumber, width, height, lines: joinJustified(linesInReadingOrder(withDropCaps(piecesOf(words)))) };
}

function titleLines(first: PageLines | undefined): TitleLine[] {
  return (first?.lines ?? []).map(({ text, size }) => ({ text, size }));
}

function emptyWarnings(pages: readonly PageLines[], failed: readonly number[]): Message[] {
  const empty = pages.filter((page) => page.lines.length === 0 && !failed.includes(page.number)).map((page) => page.number);
  if (empty.length === pages.length) return [message('reading:warning.onlyPictures', { count: pages.length })];
  return [
    ...(empty.length > 0 ? [message('reading:warning.pagesWithoutText', pageList(empty))] : []),
    ...(failed.length > 0 ? [message('reading:warning.unreadPages', pageList(failed))] : []),
  ];
}

function pageList(numbers: readonly number[]): MessageParams {
  return { count: numbers.length, pages: { list: numbers, most: 12 } };
}

function isUnreadable(text: string): boolean {
  const bad = text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
  return bad > 0.1 * text.length;
}
