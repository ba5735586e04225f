// From the items of a page to its lines. A piece is a run of text on one baseline; a line is one piece or several that
// stand beside each other, such as the cells of a table row.
import { keepableLine } from '../text-builder.ts';
import { withoutRadicals } from './radicals.ts';

/** An item of pdf.js with its place already turned into page coordinates, y downwards. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size in points. */
  readonly size: number;
  readonly isUpright: boolean;
}

export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  readonly isUpright: boolean;
  /** White space was drawn before it, or behind. */
  readonly startsWithBlank?: boolean;
  readonly endsWithBlank?: boolean;
}

/** Gaps in parts of the font size: a wider one is a space between words, a much wider one parts cells or columns. */
const wordGap = 0.18;
const cellGap = 1.6;
const numberGap = 0.7;
/** Parts of the font size: how far small digits stand above the line that they belong to. */
const raised = { least: 0.2, most: 0.6 } as const;
const ideograph = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;

/** Runs of text in the order of the file. */
export function piecesOf(items: readonly PageItem[]): Piece[] {
  const pieces: Piece[] = [];
  let isAfterBlank = false;
  for (const item of items) {
    const plain = readable(item.text);
    if (plain.trim() === '') {
      isAfterBlank ||= plain !== '';
      if (plain !== '' && pieces.length > 0) pieces[pieces.length - 1] = { ...pieces.at(-1)!, endsWithBlank: true };
      continue;
    }
    const last = pieces.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : item.x - last.right;
    const isRaised = last !== undefined && isRaisedNumber(last, item, gap);
    const text = isRaised ? superscript(plain) : plain;
    if (last !== undefined && (isRaised || isSameBaseline(last, item)) && gap > -0.5 * item.size && gap < widestGap(last, item)) {
      pieces[pieces.length - 1] = joined(last, { ...item, text }, { gap, isAfterBlank });
    } else pieces.push({ ...item, text, right: item.x + item.width });
    isAfterBlank = false;
  }
  return pieces.map((piece) => ({
    ...piece,
    text: piece.text.replace(/\s+/g, ' ').trim(),
    startsWithBlank: /^\s/.test(piece.text),
    endsWithBlank: piece.endsWithBlank === true || /\s$/.test(piece.text),
  }));
}

/** Two numbers stand in two cells from a smaller gap on: joined by a space, they would read as one. */
function widestGap(last: Piece, item: PageItem): number {
  const areNumbers = /\d$/.test(last.text.trimEnd()) && /^\s*\d/.test(item.text);
  return (areNumbers ? numberGap : cellGap) * item.size;
}

/** The number of a note or a power: run into the number before it, it would make another number. */
function isRaisedNumber(last: Piece, item: PageItem, gap: number): boolean {
  const above = last.y - item.y;
  const isAbove = above > raised.least * last.size && above < raised.most * last.size && item.size < 0.9 * last.size;
  return last.isUpright && item.isUpright && isAbove && Math.abs(gap) < 0.5 * last.size && /^\s*\d{1,3}\s*$/.test(item.text);
}

function superscript(digits: string): string {
  return digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!);
}

/** Control characters are what fonts without a table of letters leave; they cannot be read and are shown as such. */
function readable(text: string): string {
  return withoutRadicals(keepableLine(text)).replace(/[\u0001-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F]/g, '\uFFFD');
}

function isSameBaseline(piece: Piece, item: PageItem): boolean {
  return piece.isUpright && item.isUpright && Math.abs(piece.y - item.y) < 0.4 * Math.max(piece.size, item.size);
}

function joined(last: Piece, item: PageItem, { gap, isAfterBlank }: { gap: number; isAfterBlank: boolean }): Piece {
  const isTight = ideograph.test(last.text.at(-1) ?? '') && ideograph.test(item.text[0] ?? '') && gap < 0.6 * item.size;
  const space = !isTight && (isAfterBlank || gap > wordGap * item.size) ? ' ' : '';
  return {
    ...last,
    text: `${last.text}${space}${item.text}`,
    right: Math.max(last.right, item.x + item.width),
    size: Math.max(last.size, item.size),
  };
}

/** One line of a page: its pieces from left to right. */
export interface Line {
  readonly pieces: readonly Piece[];
  /** A row of a table, whose cells its text has in their columns. */
  readonly isRow?: boolean;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}

export function lineOf(pieces: readonly Piece[]): Line {
  const first = pieces[0]!;
  return {
    pieces,
    text: pieces.map((piece) => piece.text).join('\t'),
    x: first.x,
    y: first.y,
    right: Math.max(...pieces.map((piece) => piece.right)),
    size: Math.max(...pieces.map((piece) => piece.size)),
  };
}

/** Pieces that follow each other to the right on one baseline. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const last = rows.at(-1)?.at(-1);
    const isBeside =
      last?.isUpright === true && piece.isUpright && piece.x >= last.right && Math.abs(piece.y - last.y) < 0.4 * Math.max(piece.size, last.size);
    if (isBeside) rows.at(-1)!.push(piece);
    else rows.push([piece]);
  }
  return rows;
}
