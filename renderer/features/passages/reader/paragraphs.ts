// A text as pieces that the page can lay out one by one. Positions are UTF-16 units of the whole text, end exclusive.
// A paragraph is a line, or a block between blank lines where the text was wrapped by hand; very long ones are cut into
// pieces at a space, because one element of a million characters makes every selection slow.

export interface Piece {
  /** 1, 2, 3 …; undefined for the later pieces of a long paragraph. */
  readonly number: number | undefined;
  readonly start: number;
  readonly end: number;
}

export interface Chunk {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

const longestPiece = 4000;
const chunkUnits = 6000;

export function splitPieces(text: string): readonly Piece[] {
  const blocks = isHandWrapped(text) ? splitAt(text, /\n[^\S\n]*\n\s*/g) : splitAt(text, /\n+/g);
  return blocks.flatMap(({ start, end }, index) => cutLong(text, start, end, index + 1));
}

/** Groups pieces into runs that are mounted together. */
export function chunkPieces(pieces: readonly Piece[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let run: Piece[] = [];
  const flush = () => {
    const first = run[0];
    const last = run.at(-1);
    if (first !== undefined && last !== undefined) chunks.push({ index: chunks.length, start: first.start, end: last.end, pieces: run });
    run = [];
  };
  for (const piece of pieces) {
    run.push(piece);
    if (piece.end - (run[0]?.start ?? 0) >= chunkUnits) flush();
  }
  flush();
  return chunks;
}

/** The chunk that holds a position, or the nearest before it. */
export function chunkAt(chunks: readonly Chunk[], unit: number): Chunk | undefined {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (chunks[middle]!.start <= unit) low = middle + 1;
    else high = middle;
  }
  return chunks[Math.max(0, low - 1)];
}

/** Number of the paragraph that holds a position; undefined in an empty text. */
export function paragraphAt(chunks: readonly Chunk[], unit: number): number | undefined {
  const chunk = chunkAt(chunks, unit);
  const before = chunk?.pieces.filter((piece) => piece.start <= unit) ?? [];
  const number = before.findLast((piece) => piece.number !== undefined)?.number;
  return number ?? (chunk !== undefined && chunk.index > 0 ? paragraphAt(chunks, chunk.start - 1) : undefined);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function splitAt(text: string, separator: RegExp): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans.map((span) => trimmed(text, span)).filter((span) => span.end > span.start);
}

function trimmed(text: string, { start, end }: Span): Span {
  let first = start;
  let last = end;
  while (first < last && isSpace(text.charCodeAt(first))) first += 1;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last -= 1;
  return { start: first, end: last };
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}

function cutLong(text: string, start: number, end: number, number: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  while (end - from > longestPiece) {
    const space = text.lastIndexOf(' ', from + longestPiece);
    const cut = space > from + longestPiece / 2 ? space + 1 : betweenCharacters(text, from + longestPiece);
    pieces.push({ number: from === start ? number : undefined, start: from, end: cut });
    from = cut;
  }
  pieces.push({ number: from === start ? number : undefined, start: from, end });
  return pieces;
}

function betweenCharacters(text: string, unit: number): number {
  const code = text.charCodeAt(unit);
  return code >= 0xdc00 && code <= 0xdfff ? unit - 1 : unit;
}

/** Lines of one length with blank lines between the blocks: the breaks inside a block are not the author's. */
function isHandWrapped(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (!/\n[^\S\n]*\n/.test(sample)) return false;
  const lines = sample
    .split('\n')
    .map((line) => line.trimEnd().length)
    .filter((length) => length > 0);
  const wrapped = lines.filter((length) => length >= 50 && length <= 90).length;
  const longest = lines.reduce((most, length) => Math.max(most, length), 0);
  return lines.length >= 8 && longest <= 100 && wrapped > lines.length / 2;
}
