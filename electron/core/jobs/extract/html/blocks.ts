// Text of a DOM tree, one line a block. A row of a table is one line, its cells apart by tabs; a table that only places
// prose on the page is read as prose.
import { type Raise, raisedText } from '../raised.ts';
import { type InlineMark, inlineMark, plainFractions } from './inline.ts';

const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'RP',
  'ANNOTATION',
  'ANNOTATION-XML',
  'IFRAME',
  'OBJECT',
  'SVG',
  'HEAD',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
]);
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
/** A cell with more is prose in a place on the page. */
const longestCell = 400;

export interface Block {
  readonly text: string;
  /** The element in which the block begins. */
  readonly element: Element;
}

/** What is still to be done: a node to read, or a step between nodes. The last comes first. */
type Waiting = Node | (() => void);

/** The blocks of a tree in document order, white space folded as a browser shows it. */
export function blocksOf(root: Element): Block[] {
  const found: Block[] = [];
  const placed = createGrid();
  const line = createLine(root, found);
  // An explicit stack: pages may be nested deeper than the call stack allows.
  const waiting: Waiting[] = [root];
  let preformatted = root.closest('pre') === null ? 0 : 1;

  function enter(element: Element): void {
    const name = element.nodeName.toUpperCase();
    if (skipped.has(name)) return;
    if (name === 'BR' || blocks.has(name)) line.end();
    const cells = name === 'TR' && element !== root ? cellsOf(element) : undefined;
    if (cells !== undefined) {
      found.push(...rowLine(placed.cellsOf(element, cells)).map((text) => ({ text, element })));
      return;
    }
    if (blocks.has(name)) waiting.push(line.end);
    if (name === 'PRE') {
      preformatted += 1;
      waiting.push(() => {
        preformatted -= 1;
      });
    }
    const mark = inlineMark(element, line.last());
    waiting.push(...(mark === undefined ? childrenOf(element) : line.marked(element, mark)));
  }

  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'function') next();
    else if (next.nodeType === 3) line.write(next, preformatted > 0);
    else if (next.nodeType === 1) enter(next as Element);
  }
  line.end();
  return found;
}

/** Last first, as they wait. */
function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.lastChild; child !== null; child = child.previousSibling) children.push(child);
  return children;
}

/** The line that is being put together. */
function createLine(root: Element, found: Block[]) {
  // Pieces: a string that is looked at after each piece would be copied as often.
  let pieces: string[] = [];
  let element = root;
  let raise: Raise | undefined;

  function end(): void {
    const text = plainFractions(pieces.join(''))
      .replace(/[ \t\n\r\f]+/g, ' ')
      .trim();
    if (text !== '') found.push({ text, element });
    pieces = [];
  }

  const last = () => pieces.at(-1)?.at(-1);

  function add(words: string, node: Node): void {
    if (words === '' || (words.trim() === '' && pieces.length === 0)) return;
    if (pieces.length === 0) element = node.parentElement ?? root;
    pieces.push(raise === undefined ? words : raisedText(words, raise, last()));
  }

  /** A node between what stands before and after it; last first, as they wait. */
  function around(nodes: readonly Node[], holder: Element, { before, after, raise: own }: Pick<InlineMark, 'before' | 'after' | 'raise'>): Waiting[] {
    const outer = raise;
    const open = () => {
      add(before, holder);
      raise = own ?? raise;
    };
    const close = () => {
      raise = outer;
      add(after, holder);
    };
    return [close, ...nodes, open];
  }

  return {
    end,
    last,
    write(node: Node, isPreformatted: boolean): void {
      const text = node.nodeValue ?? '';
      for (const [index, words] of (isPreformatted ? text.split('\n') : [text]).entries()) {
        if (index > 0) end();
        add(words, node);
      }
    },
    /** The children of an element with what its mark adds to them. */
    marked(holder: Element, mark: InlineMark): Waiting[] {
      const { between } = mark;
      if (between === undefined) return around(childrenOf(holder), holder, mark);
      return [...holder.children].flatMap((child, index) => around([child], holder, between[index] ?? { before: '', after: '' }).reverse()).reverse();
    },
  };
}

export function blockTexts(root: Element): string[] {
  return blocksOf(root).map((block) => block.text);
}

/** Columns that one cell may span; more is no table that anybody reads. */
const widestSpan = 100;

/** Puts the cells of rows, which come in order, into their columns: a cell that spans several is followed by empty ones. */
function createGrid() {
  /** Rows for which each column of a table is still taken from above. */
  const taken = new Map<Element | null, number[]>();
  return {
    cellsOf(row: Element, cells: readonly Element[]): (Element | undefined)[] {
      const table = row.closest('table');
      const above = taken.get(table) ?? [];
      const below: number[] = [];
      const columns: (Element | undefined)[] = [];
      const skipTaken = () => {
        for (let rows = above[columns.length] ?? 0; rows > 0; rows = above[columns.length] ?? 0) {
          below[columns.length] = rows - 1;
          columns.push(undefined);
        }
      };
      for (const cell of cells) {
        skipTaken();
        for (let step = 0; step < spanOf(cell, 'colspan'); step += 1) {
          below[columns.length] = spanOf(cell, 'rowspan') - 1;
          columns.push(step === 0 ? cell : undefined);
        }
      }
      skipTaken();
      taken.set(table, below);
      return columns;
    },
  };
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return span > 1 ? Math.min(span, widestSpan) : 1;
}

/** The cells of a row of a table of data; undefined where the row holds prose or another table. */
function cellsOf(row: Element): Element[] | undefined {
  const cells = [...row.children].filter((child) => /^T[DH]$/i.test(child.nodeName));
  const isData =
    cells.length > 1 && cells.every((cell) => (cell.textContent?.length ?? 0) <= longestCell && cell.querySelector('table, pre') === null);
  return isData ? cells : undefined;
}

function rowLine(cells: readonly (Element | undefined)[]): string[] {
  const texts = cells.map((cell) => (cell === undefined ? '' : blockTexts(cell).join(' ')));
  const last = texts.findLastIndex((text) => text !== '');
  return last < 0 ? [] : [texts.slice(0, last + 1).join('\t')];
}
