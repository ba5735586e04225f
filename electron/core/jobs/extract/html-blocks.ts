// Text of a DOM tree, one line a block, with blank lines between paragraphs. Table rows keep their cells apart by tabs.

const skipped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'OBJECT', 'SVG', 'HEAD', 'BUTTON', 'SELECT', 'TEXTAREA']);
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
);

/** The blocks of a tree in document order, white space folded as a browser shows it. */
export function blockTexts(root: Element): string[] {
  const lines: string[] = [];
  let line = '';
  const flush = () => {
    const text = line
      .replace(/[ \t\n\r\f]*\t[ \t\n\r\f]*/g, '\t')
      .replace(/[ \n\r\f]+/g, ' ')
      .trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const stack: (Node | 'end')[] = [root];
  // An explicit stack: pages may be nested deeper than the call stack allows.
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'end') {
      flush();
      continue;
    }
    if (node.nodeType === 3) line += node.nodeValue ?? '';
    if (node.nodeType !== 1) continue;
    const name = node.nodeName.toUpperCase();
    if (skipped.has(name)) continue;
    if (name === 'BR') flush();
    if (name === 'TD' || name === 'TH') line += '\t';
    if (blocks.has(name)) {
      flush();
      stack.push('end');
    }
    for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push(child);
  }
  flush();
  return lines;
}

export function blockText(root: Element): string {
  return blockTexts(root).join('\n\n');
}
