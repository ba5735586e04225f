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
  let line = '';
  let element = root;
  const flush = () => {
    const text = line.replace(/[ \t\n\r\f]+/g, ' ').trim();
    if (text !== '') found.push({ text, element });
    line = '';
  };
  const stack: (Node | 'end')[] = [root];
  // An explicit stack: pages may be nested deeper than the call stack allows.
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'end') {
      flush();
      continue;
    }
    if (node.nodeType === 3) {
      if (line.trim() === '') element = node.parentElement ?? root;
      line += node.nodeValue ?? '';
    }
    if (node.nodeType !== 1) continue;
    const name = node.nodeName.toUpperCase();
    if (skipped.has(name)) continue;
    if (name === 'BR' || blocks.has(name)) flush();
    const cells = name === 'TR' && node !== root ? cellsOf(node as Element) : undefined;
    if (cells !== undefined) {
      found.push(...rowLine(cells).map((text) => ({ text, element: node as Element })));
      continue;
    }
    if (blocks.has(name)) stack.push('end');
    for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push(child);
  }
  flush();
  return found;
}

export function blockTexts(root: Element): string[] {
  return blocksOf(root).map((block) => block.text);
}

/** The cells of a row of a table of data; undefined where the row holds prose or another table. */
function cellsOf(row: Element): Element[] | undefined {
  const cells = [...row.children].filter((child) => /^T[DH]$/i.test(child.nodeName));
  const isData =
    cells.length > 1 && cells.every((cell) => (cell.textContent?.length ?? 0) <= longestCell && cell.querySelector('table, pre') === null);
  return isData ? cells : undefined;
}

function rowLine(cells: readonly Element[]): string[] {
  const texts = cells.map((cell) => blockTexts(cell).join(' '));
  const last = texts.findLastIndex((text) => text !== '');
  return last < 0 ? [] : [texts.slice(0, last + 1).join('\t')];
}

/** Blocks as paragraphs; the rows of a table stand under each other. */
export function paragraphsOf(lines: readonly string[]): string {
  return lines.map((line, index) => (index === 0 ? line : `${isRow(lines[index - 1]!) && isRow(line) ? '\n' : '\n\n'}${line}`)).join('');
}

function isRow(line: string): boolean {
  return line.includes('\t');
}
