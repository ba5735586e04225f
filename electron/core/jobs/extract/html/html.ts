// Main text of a saved page: scripts never run, nothing is fetched. Readability chooses the article; its blocks become
// paragraphs. What it left out is listed, so that the user can see that nothing of worth was lost.

import { Readability } from '@mozilla/readability';
import { AppError } from '../../../../../shared/errors.ts';
import { type Message, message } from '../../../../../shared/message.ts';
import { decode } from '../encoding/decode.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from '../extracted.ts';
import { edtfOf } from '../stated-date.ts';
import { articleText } from './article.ts';
import { blocksOf } from './blocks.ts';
import { assertDepth } from './depth.ts';
import { droppedBlocks, droppedParts, placedBlocks } from './dropped.ts';
import { noteStyles, struckOut } from './inline.ts';
import { nameOnly, readPageMeta } from './meta.ts';
import { paragraphsOf } from './paragraphs.ts';
import { parseDocument } from './parse.ts';

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
  const document = parseDocument(light);
  assertOwnText(name, document);
  const meta = readPageMeta(document);
  noteStyles(document);
  const page = { blocks: placedBlocks(blocksOf(document.body)), parts: droppedParts(document) };
  if (/cookie|consent|gdpr/i.test(light)) removeNotices(document);
  // Readability takes the tree apart: what the whole page says was read before it.
  const found = isWhole ? null : new Readability(document, { charThreshold, serializer: (article) => article as Element }).parse();
  const known = {
    ...nothingKnown,
    ...meta,
    url: meta.url ?? url,
    title: clean(found?.title) ?? meta.title,
    author: meta.author ?? nameOnly(clean(found?.byline)),
    publisher: meta.publisher ?? clean(found?.siteName),
    publishedOn: meta.publishedOn ?? edtfOf(found?.publishedTime),
    mediaType: 'text/html',
    extractor: 'html-3',
  };
  const article = articleText(found?.content ? blocksOf(found.content) : [], known);
  if (article.lines.length < 2) {
    const text = normaliseText(page.blocks.map((block) => block.text).join('\n'));
    return { ...known, text, dropped: page.parts, warnings: [...(isWhole ? [] : [message('reading:warning.noArticle')]), ...struckWarning(text)] };
  }
  const text = normaliseText(paragraphsOf(article.lines));
  return {
    ...known,
    text,
    warnings: struckWarning(text),
    dropped: [...article.dropped, ...droppedBlocks(page.blocks, [text, ...article.dropped.map((one) => one.text)].join('\n')), ...page.parts],
  };
}

function struckWarning(text: string): Message[] {
  return text.includes(struckOut.before) ? [message('reading:warning.struckOut')] : [];
}

/** @throws AppError `unreadable` for a page whose words all stand in other files. */
function assertOwnText(name: string, document: Document): void {
  const frames = [...document.querySelectorAll('frameset frame')].map((frame) => frame.getAttribute('src') ?? '').filter((src) => src !== '');
  if (frames.length === 0) return;
  throw new AppError('unreadable', 'reading.onlyFrames', { name, pages: { list: frames.map((src) => src.slice(0, 80)), most: 5 } });
}

/** A notice about cookies stands wherever a page puts it, often beside the article. */
function removeNotices(document: Document): void {
  const most = 0.2 * (document.body.textContent?.length ?? 0);
  const named = [...document.body.querySelectorAll('[class], [id]')].filter((element) =>
    notice.test(`${element.getAttribute('class') ?? ''} ${element.id}`),
  );
  for (const element of named) if ((element.textContent?.length ?? 0) < most) element.remove();
}

const notice = /cookie|consent|gdpr/i;

/** Characters from which a page counts as having an article: the usual of the library. */
const charThreshold = 500;

/** Pictures and fonts that were saved within the page are most of its size and none of its text. */
function withoutEmbedded(html: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of html.matchAll(/;base64,/g)) {
    if (index < from) continue;
    const end = endOfBase64(html, index + mark.length);
    if (end - index < shortestEmbedded || !html.slice(Math.max(from, index - 200), index).includes('data:')) continue;
    pieces.push(html.slice(from, index + mark.length));
    from = end;
  }
  return pieces.length === 0 ? html : pieces.join('') + html.slice(from);
}

const shortestEmbedded = 200;

function endOfBase64(html: string, start: number): number {
  const sign = /[^A-Za-z0-9+/=%\s]/g;
  sign.lastIndex = start;
  return sign.exec(html)?.index ?? html.length;
}

/** A tree of more takes longer and more memory than a document may. */
const maxChars = 24_000_000;

/** @throws AppError `limit` */
function assertSize(name: string, html: string): void {
  if (html.length <= maxChars) return;
  const millions = Math.round(html.length / 1_000_000);
  throw new AppError('limit', 'reading.htmlTooLarge', { name, chars: html.length, millions, most: maxChars / 1_000_000 });
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return metaEncoding(/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]);
}

/** A page whose mark can be read as ASCII is not in UTF-16, whatever the mark says: HTML standard, 13.2.3.3. */
function metaEncoding(stated: string | undefined): string | undefined {
  if (/^utf-?16/i.test(stated ?? '')) return 'utf-8';
  return /^x-user-defined$/i.test(stated ?? '') ? 'windows-1252' : stated;
}

function clean(text: string | null | undefined): string | null {
  const trimmed = text?.replace(/\s+/g, ' ').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
