// Main text of a saved page: scripts never run, nothing is fetched. Readability chooses the article; its blocks become
// paragraphs. What it left out is listed, so that the user can see that nothing of worth was lost.
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { AppError } from '../../../../../shared/errors.ts';
import { decode } from '../decode.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from '../extract.ts';
import { blockText, blockTexts } from './blocks.ts';
import { droppedBlocks } from './dropped.ts';
import { readPageMeta } from './meta.ts';

export function extractHtml(request: ExtractRequest): Extracted {
  const { text: html, encoding, warnings } = decode(request, declaredCharset(request.bytes));
  const page = extractHtmlText(request.name, html, null);
  return { ...page, encoding, warnings: [...warnings, ...page.warnings] };
}

export interface PageOptions {
  /** Takes all of the text and looks for no article. */
  readonly isWhole?: boolean;
}

/** `url` is where the page says that it came from, if it was kept beside it. */
export function extractHtmlText(name: string, html: string, url: string | null, { isWhole = false }: PageOptions = {}): Extracted {
  const light = withoutEmbedded(html);
  assertSize(name, light);
  assertDepth(name, light);
  const { document } = parse(light);
  const meta = readPageMeta(document);
  const all = blockTexts(document.body);
  const article = isWhole ? null : new Readability(document, { charThreshold: 500 }).parse();
  const main = article?.content ? blockText(parse(article.content).document.body) : '';
  const hasMain = main.trim() !== '';
  const text = normaliseText(hasMain ? withTitle(main, article?.title ?? meta.title) : all.join('\n'));
  return {
    ...nothingKnown,
    ...meta,
    url: meta.url ?? url,
    title: meta.title ?? article?.title ?? null,
    author: meta.author ?? clean(article?.byline),
    text,
    mediaType: 'text/html',
    extractor: 'html-2',
    dropped: hasMain ? droppedBlocks(all, text) : [],
    warnings: hasMain || isWhole ? [] : ['No article was recognised; the whole page was taken.'],
  };
}

/** Pictures and fonts that were saved within the page are most of its size and none of its text. */
function withoutEmbedded(html: string): string {
  return html.replace(/data:[\w.+-]+\/[\w.+-]+(?:;[\w=.+-]+)*;base64,[A-Za-z0-9+/=%\s]{64,}/g, 'data:,');
}

/** A tree of more takes longer and more memory than a document may. */
const maxChars = 24_000_000;

/** @throws AppError `limit` */
function assertSize(name: string, html: string): void {
  if (html.length <= maxChars) return;
  const size = Math.round(html.length / 1_000_000);
  throw new AppError(
    'limit',
    `${name} holds ${size} million characters of HTML without its pictures; pages of up to ${maxChars / 1_000_000} million are read. It was not added. Copy the text that you need and paste it.`,
    { chars: html.length },
  );
}

/** Elements that a page may nest. Browsers stop at 512; a parser of trees takes quadratic time far above it. */
const maxDepth = 1000;
const countedTags = /<(\/?)(?:div|span|section|article|table|ul|ol|b|i|u|em|strong|font|a|center|blockquote|details|form|main|aside|nav|svg|g)\b/gi;

/** @throws AppError `limit` */
function assertDepth(name: string, html: string): void {
  let depth = 0;
  for (const [, slash] of html.matchAll(countedTags)) {
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxDepth)
      throw new AppError('limit', `${name} nests its elements more than ${maxDepth} deep. It was not added. Copy its text and paste it.`);
  }
}

function parse(html: string): { document: Document } {
  return new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

function withTitle(main: string, title: string | null | undefined): string {
  const head = clean(title);
  return head === null || main.trimStart().startsWith(head) ? main : `${head}\n\n${main}`;
}

function clean(text: string | null | undefined): string | null {
  const trimmed = text?.replace(/\s+/g, ' ').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
