// Main text of a saved page: scripts never run, nothing is fetched. Readability chooses the article; its blocks become
// paragraphs. What it left out is listed, so that the user can see that nothing of worth was lost.
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { AppError } from '../../../../shared/errors.ts';
import { decode } from './decode.ts';
import { type Extracted, type ExtractRequest, normaliseText } from './extract.ts';
import { blockText, blockTexts } from './html-blocks.ts';
import { readPageMeta } from './html-meta.ts';

export function extractHtml(request: ExtractRequest): Extracted {
  const { text: html, encoding, warnings } = decode(request, declaredCharset(request.bytes));
  assertDepth(request.name, html);
  const document = parse(html);
  const meta = readPageMeta(document);
  const all = blockTexts(document.body);
  const article = new Readability(parse(html), { charThreshold: 200 }).parse();
  const main = article?.content ? blockText(parse(article.content).body) : '';
  const text = normaliseText(main.trim() === '' ? all.join('\n') : withTitle(main, article?.title ?? meta.title));
  return {
    ...meta,
    title: meta.title ?? article?.title ?? null,
    author: meta.author ?? clean(article?.byline),
    text,
    mediaType: 'text/html',
    encoding,
    extractor: 'html-1',
    dropped: main.trim() === '' ? [] : droppedBlocks(all, text),
    warnings: main.trim() === '' ? [...warnings, 'No article was recognised; the whole page was taken.'] : warnings,
  };
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

function parse(html: string): Document {
  return new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document;
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

function withTitle(main: string, title: string | null | undefined): string {
  const head = clean(title);
  return head === null || main.trimStart().startsWith(head) ? main : `${head}\n\n${main}`;
}

/** Blocks of the page that are not in the text, the same words once. */
function droppedBlocks(blocks: readonly string[], text: string): { what: string; text: string }[] {
  const squeezed = squeeze(text);
  const seen = new Set<string>();
  return blocks
    .flatMap((block) => {
      const key = squeeze(block);
      if (key.length < 3 || seen.has(key) || squeezed.includes(key)) return [];
      seen.add(key);
      return [{ what: 'page furniture', text: block.slice(0, 500) }];
    })
    .slice(0, 200);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

function clean(text: string | null | undefined): string | null {
  const trimmed = text?.replace(/\s+/g, ' ').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
