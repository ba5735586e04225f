// Markdown keeps its source as the text: marks and all, so that every quote is found as it stands in the file. Only the
// title, author and date are read from it: front matter first, then the first heading.
import MarkdownIt from 'markdown-it';
import { decode } from './encoding/decode.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from './extracted.ts';
import { edtfOf } from './stated-date.ts';

/** A heading stands near the top; the rest of a long text need not be parsed for it. */
const headChars = 20_000;

export function extractMarkdown(request: ExtractRequest): Extracted {
  const { text: raw, encoding, warnings } = decode(request);
  const text = normaliseText(raw);
  const front = frontMatter(text);
  return {
    ...nothingKnown,
    title: front.title ?? firstHeading(text.slice(0, headChars)),
    author: front.author ?? null,
    publishedOn: edtfOf(front.date),
    language: front.lang ?? front.language ?? null,
    url: front.url ?? null,
    text,
    mediaType: 'text/markdown',
    encoding,
    extractor: 'markdown-1',
    warnings,
  };
}

function firstHeading(text: string): string | null {
  const tokens = new MarkdownIt({ html: false }).parse(text.replace(/^---\n[\s\S]*?\n---\n/, ''), {});
  const opening = tokens.findIndex((token) => token.type === 'heading_open' && token.tag === 'h1');
  const words = tokens[opening + 1]?.children?.map((child) => child.content).join('') ?? '';
  return opening < 0 || words.trim() === '' ? null : words.trim();
}

/** Plain `key: value` lines between two rules at the top of the file. */
function frontMatter(text: string): Partial<Record<string, string>> {
  const block = /^---\n([\s\S]{0,8000}?)\n---\n/.exec(text)?.[1] ?? '';
  const pairs = block.split('\n').flatMap((line) => {
    const [, key, value] = /^([A-Za-z]+):\s*(.*?)\s*$/.exec(line) ?? [];
    const words = value?.replace(/^(["'])(.*)\1$/, '$2') ?? '';
    return key === undefined || words === '' ? [] : [[key.toLowerCase(), words] as const];
  });
  return Object.fromEntries(pairs);
}
