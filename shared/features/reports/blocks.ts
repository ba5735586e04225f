// A report as Markdown, cut into its blocks and put together again. Each block keeps its own Markdown, so that nothing is lost
// that the editor does not know.
import type { Block, BlockKind } from './model.ts';

export type BlockText = Pick<Block, 'kind' | 'level' | 'text'>;

const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const quoteLine = /^ {0,3}>/;
const tableRule = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const panelLine = /^!\[[^\]\n]*\]\(panel:[^)\n]+\)$/;

export function blocksOf(markdown: string): BlockText[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const blocks: BlockText[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]!.trim() === '') {
      at += 1;
      continue;
    }
    const { block, next } = blockAt(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

function blockAt(lines: readonly string[], at: number): { block: BlockText; next: number } {
  const line = lines[at]!;
  const head = heading.exec(line);
  if (head !== null) return { block: { kind: 'heading', level: head[1]!.length, text: head[2] ?? '' }, next: at + 1 };
  const fenced = fence.exec(line);
  if (fenced !== null) return codeAt(lines, at, fenced[1]!);
  if (quoteLine.test(line)) return taken(lines, at, 'quote', (text) => quoteLine.test(text) || text.trim() !== '');
  if (listItem.test(line)) return listAt(lines, at);
  if (line.includes('|') && tableRule.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('-'))
    return taken(lines, at, 'table', (text) => text.includes('|'));
  const paragraph = taken(lines, at, 'paragraph', (text) => text.trim() !== '' && !heading.test(text) && !fence.test(text) && !quoteLine.test(text));
  return panelLine.test(paragraph.block.text.trim()) ? { ...paragraph, block: { ...paragraph.block, kind: 'panel' } } : paragraph;
}

function taken(lines: readonly string[], at: number, kind: BlockKind, goesOn: (line: string) => boolean): { block: BlockText; next: number } {
  let next = at + 1;
  while (next < lines.length && goesOn(lines[next]!)) next += 1;
  return { block: { kind, level: 0, text: lines.slice(at, next).join('\n').trimEnd() }, next };
}

function codeAt(lines: readonly string[], at: number, mark: string): { block: BlockText; next: number } {
  let next = at + 1;
  while (next < lines.length && !lines[next]!.trim().startsWith(mark)) next += 1;
  return { block: { kind: 'code', level: 0, text: lines.slice(at, next + 1).join('\n') }, next: next + 1 };
}

/** Lines of an item that are set in belong to it, also over an empty line. */
function listAt(lines: readonly string[], at: number): { block: BlockText; next: number } {
  let next = at + 1;
  while (next < lines.length) {
    const line = lines[next]!;
    const isEmpty = line.trim() === '';
    const after = lines[next + 1] ?? '';
    if (isEmpty ? !(/^\s{2,}\S/.test(after) || listItem.test(after)) : heading.test(line) || quoteLine.test(line)) break;
    next += 1;
  }
  return { block: { kind: 'list', level: 0, text: lines.slice(at, next).join('\n').trimEnd() }, next };
}

export function markdownOf(blocks: readonly BlockText[]): string {
  return `${blocks.map(({ kind, level, text }) => (kind === 'heading' ? `${'#'.repeat(level)} ${text}`.trimEnd() : text)).join('\n\n')}\n`;
}

/** The board and the panel that a block shows. */
export function panelOf(text: string): { readonly caption: string; readonly board: string; readonly panel: string } | undefined {
  const [, caption = '', path = ''] = /^!\[([^\]\n]*)\]\(panel:([^)\n]+)\)$/.exec(text.trim()) ?? [];
  const [board, ...rest] = path.split('/').map(plainPart);
  return board === undefined || board === '' || rest.length === 0 ? undefined : { caption, board, panel: rest.join('/') };
}

function plainPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function panelText(caption: string, board: string, panel: string): string {
  const part = (text: string) => encodeURIComponent(text).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return `![${caption.replace(/[[\]\n]/g, ' ')}](panel:${part(board)}/${part(panel)})`;
}
