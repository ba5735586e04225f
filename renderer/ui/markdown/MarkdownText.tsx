// Markdown as it reads. The parser's tokens become elements of ours one by one: no markup of the text reaches the page,
// nothing is fetched for it (a picture shows its words), and its links lead nowhere (they say where they would).
import MarkdownIt from 'markdown-it';
import { createElement, Fragment, type ReactNode, useMemo } from 'react';

const parser = new MarkdownIt({ html: false, linkify: false, breaks: true });
type Token = ReturnType<typeof parser.parse>[number];

interface Branch {
  readonly token: Token;
  readonly children: Branch[];
}

const plainTags = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'em', 'strong', 's', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'hr', 'br']);

export default function MarkdownText({ text }: { readonly text: string }) {
  const tree = useMemo(() => treeOf(parser.parse(text, {})), [text]);
  return <div className="markdown">{tree.map(draw)}</div>;
}

/** Opening and closing tokens hold what stands between them. */
function treeOf(tokens: readonly Token[]): readonly Branch[] {
  const root: Branch[] = [];
  const open: Branch[][] = [root];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const branch: Branch = { token, children: token.children === null ? [] : [...treeOf(token.children)] };
    open.at(-1)?.push(branch);
    if (token.nesting > 0) open.push(branch.children);
  }
  return root;
}

function draw({ token, children }: Branch, key: number): ReactNode {
  const inside = children.map(draw);
  switch (token.type) {
    case 'text':
    case 'text_special':
      return token.content;
    case 'inline':
      return <Fragment key={key}>{inside}</Fragment>;
    case 'softbreak':
    case 'hardbreak':
      return <br key={key} />;
    case 'code_inline':
      return <code key={key}>{token.content}</code>;
    case 'fence':
    case 'code_block':
      return (
        <pre key={key}>
          <code>{token.content}</code>
        </pre>
      );
    case 'heading_open':
      return (
        <p key={key} className="markdown-heading">
          {inside}
        </p>
      );
    case 'link_open':
      return (
        <span key={key} className="markdown-link" title={String(token.attrGet('href') ?? '')}>
          {inside}
        </span>
      );
    case 'image':
      return <i key={key}>[{inside.length === 0 ? token.content : inside}]</i>;
    default:
      if (token.hidden) return <Fragment key={key}>{inside}</Fragment>;
      return plainTags.has(token.tag) ? createElement(token.tag, { key }, ...(inside.length === 0 ? [] : [inside])) : token.content;
  }
}
