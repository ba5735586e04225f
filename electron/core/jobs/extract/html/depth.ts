// How deep a page nests its elements, counted before a tree is built of it: a parser takes quadratic time far above what
// browsers allow, whatever the elements are called. One pass over the marks, comments and scripts left out.
import { AppError } from '../../../../../shared/errors.ts';

/** Browsers stop at 512. */
const maxDepth = 1000;

/** Elements without content, and those that the next of their kind closes. */
const neverNests = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr p li dt dd tr td th tbody thead tfoot colgroup option optgroup rp rt html head body'.split(
    ' ',
  ),
);
/** Their content holds no marks. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
/** Within them a mark that ends in a slash opens nothing. */
const foreign = new Set(['svg', 'math']);

const mark = /<(\/?)([a-z][^\s/>]*)|<!--/gi;

/** @throws AppError `limit` */
export function assertDepth(name: string, html: string): void {
  let depth = 0;
  let inForeign = 0;
  mark.lastIndex = 0;
  for (let found = mark.exec(html); found !== null; found = mark.exec(html)) {
    const [whole, slash, written = ''] = found;
    const element = written.toLowerCase();
    const close = html.indexOf('>', mark.lastIndex);
    const isRaw = slash === '' && rawText.has(element);
    const end = whole === '<!--' ? html.indexOf('-->', found.index + 2) : isRaw ? endOfRaw(html, close, element) : close;
    if (close < 0 || end < 0) return;
    mark.lastIndex = end;
    if (whole === '<!--' || isRaw) continue;
    const step = slash === '' ? 1 : -1;
    if (foreign.has(element)) inForeign = Math.max(0, inForeign + step);
    if (neverNests.has(element) || (inForeign > 0 && html[close - 1] === '/')) continue;
    depth = Math.max(0, depth + step);
    if (depth > maxDepth) throw new AppError('limit', 'reading.htmlTooDeep', { name, most: maxDepth });
  }
}

function endOfRaw(html: string, from: number, element: string): number {
  const close = new RegExp(`</${element}`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? -1;
}
