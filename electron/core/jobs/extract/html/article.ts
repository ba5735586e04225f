// The article of a page as paragraphs, without what is left in it of the page around: links to the next article, and a title
// or byline that stands there twice.

import type { Dropped } from '../../../../../shared/features/sources/model.ts';
import { message } from '../../../../../shared/message.ts';
import type { Block } from './blocks.ts';

export interface ArticleText {
  readonly lines: readonly string[];
  readonly dropped: readonly Dropped[];
}

const longestByline = 160;
/** How pages in several languages lead over to another article. */
const leadOver =
  /^(read (also|more|next)|see also|also read|related( (article|stor|post|new|read)\w*)?|more on (this|the) \w+|more from|next (article|story|post)|previous (article|story|post)|don.t miss|recommended|lire aussi|à lire( aussi)?|lesen sie (auch|mehr)|mehr zum thema|leer también|lea también|leggi anche|читайте также|смотрите также|читать (также|далее|ещё)|материалы по теме|по теме|следующая (статья|новость)|延伸阅读|相关阅读|推荐阅读|上一篇|下一篇|延伸閱讀|相關閱讀|関連記事|次の記事|前の記事)(?![\p{L}\p{N}])/iu;

export function articleText(blocks: readonly Block[], { title, author }: { title: string | null; author: string | null }): ArticleText {
  const lines: string[] = [];
  const dropped: Dropped[] = [];
  const seen = new Set<string>();
  for (const block of withTitle(blocks, title)) {
    const { text } = block;
    if (isLeadOver(block)) dropped.push({ what: message('reading:leftOut.otherArticles'), text });
    else if (seen.has(text) && isTitleOrByline(text, { title, author })) dropped.push({ what: message('reading:leftOut.repeatedTitle'), text });
    else lines.push(text);
    seen.add(text);
  }
  return { lines, dropped };
}

/** The title first, as the reader of the page saw it. */
function withTitle(blocks: readonly Block[], title: string | null): readonly (Block | { readonly text: string })[] {
  const hasTitle = title === null || blocks.slice(0, 5).some(({ text }) => text.startsWith(title));
  return hasTitle ? blocks : [{ text: title }, ...blocks];
}

function isLeadOver(block: Block | { readonly text: string }): boolean {
  if (!('element' in block) || !leadOver.test(block.text) || block.text.length > 300) return false;
  const holder = block.element.closest('p, li, div, h2, h3, h4, h5, aside, section') ?? block.element;
  const linked = [...holder.querySelectorAll('a')].reduce((sum, link) => sum + (link.textContent?.trim().length ?? 0), 0);
  return linked > 0.5 * block.text.replace(leadOver, '').length;
}

function isTitleOrByline(text: string, { title, author }: { title: string | null; author: string | null }): boolean {
  if (text === title) return true;
  return text.length <= longestByline && author !== null && author !== '' && text.includes(author);
}
