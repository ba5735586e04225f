// Text of a DOM tree, one line a block. A row of a table is one line, its cells apart by tabs; a table that only places
// prose on the page is read as prose.

const skipped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'OBJECT', 'SVG', 'HEAD', 'BUTTON', 'SELECT', 'TEXTAREA']);
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

/** The blocks of a tree in document order, white space folded as a browser shows it. */
export function blocksOf(root: Element): Block[] {
  const found: Block[] = [];
  const placed = createGrid();
  // Pieces of the line: a string that is looked at after each piece would be copied as often.
  let line: string[] = [];
  let element = root;
  const flush = () => {
    const text = line
      .join('')
      .replace(/[ \t\n\r\f]+/g, ' ')
      .trim();
    if (text !== '') found.push({ text, element });
    line = [];
  };
  const add = (words: string, node: Node) => {
    if (words.trim() === '' && line.length === 0) return;
    if (line.length === 0) element = node.parentElement ?? root;
    line.push(words);
  };
  const stack: (Node | 'end')[] = [root];
  // An explicit stack: pages may be nested deeper than the call stack allows.
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'end') {
      flush();
      continue;
    }
    if (node.nodeType === 3) {
      for (const [at, words] of linesOf(node).entries()) {
        if (at > 0) flush();
        add(words, node);
      }
    }
    if (node.nodeType !== 1) continue;
    const name = node.nodeName.toUpperCase();
    if (skipped.has(name)) continue;
    if (name === 'BR' || blocks.has(name)) flush();
    const cells = name === 'TR' && node !== root ? cellsOf(node as Element) : undefined;
    if (cells !== undefined) {
      found.push(...rowLine(placed.cellsOf(node as Element, cells)).map((text) => ({ text, element: node as Element })));
      continue;
    }
    if (blocks.has(name)) stack.push('end');
    for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push(child);
  }
  flush();
  return found;
}

/** Line ends count only in preformatted text. */
function linesOf(node: Node): string[] {
  const text = node.nodeValue ?? '';
  return text.includes('\n') && node.parentElement?.closest('pre') ? text.split('\n') : [text];
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
