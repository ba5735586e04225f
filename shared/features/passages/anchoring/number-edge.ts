// A span that begins or ends inside a number says another number: “100” is not in “1000”, “5” is not in “1.5” or “-5”.

const number = /(?<![\p{L}\p{N}])-?\d{1,3}(?:[ '\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)*|(?<![\p{L}\p{N}])-\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*/gu;
const reach = 48;

/** The span widened to the whole of the numbers that it touches with a digit. Offsets are UTF-16. */
export function wholeNumbers(text: string, span: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } {
  const start = isDigit(text[span.start]) ? (numberOver(text, span.start)?.start ?? span.start) : span.start;
  const end = isDigit(text[span.end - 1]) ? (numberOver(text, span.end - 1)?.end ?? span.end) : span.end;
  return { start: Math.min(start, span.start), end: Math.max(end, span.end) };
}

/** The number that the sign at `offset` belongs to. */
function numberOver(text: string, offset: number): { start: number; end: number } | undefined {
  const from = Math.max(0, offset - reach);
  const piece = text.slice(from, offset + reach).replace(/[\u2010-\u2015\u2212]/g, '-');
  for (const match of piece.matchAll(number)) {
    const start = from + match.index;
    if (start <= offset && offset < start + match[0].length) return { start, end: start + match[0].length };
  }
  return undefined;
}

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '0' && sign <= '9';
}
