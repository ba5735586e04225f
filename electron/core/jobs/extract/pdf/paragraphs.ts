// Lines to paragraphs. A line goes on in the next where they stand close, in one size and on one edge, and where the next
// word would not have fitted any more. A word parted by a hyphen is joined only where the document has it whole elsewhere.
import type { PageLayout } from '../../../../../shared/features/sources/layout.ts';
import { createTextBuilder } from '../text-builder.ts';
import type { Line } from './pieces.ts';
import type { PageLines } from './running-heads.ts';

type Joint = 'word' | 'space' | 'none' | 'line' | 'paragraph';

interface PlacedLine extends Line {
  readonly page: PageLines;
  /** Right edge of the lines around it that share its left edge. */
  readonly edge: number;
}

export interface PagesText {
  readonly text: string;
  readonly pages: PageLayout[];
  /** Words whose hyphen at a line end was taken out. */
  readonly rejoined: number;
}

export function pagesText(pages: readonly PageLines[]): PagesText {
  const lines = pages.flatMap(placedLines);
  const words = wordsOf(lines);
  const builder = createTextBuilder();
  const boxes = new Map<number, PageLayout['lines']>();
  const starts = new Map<number, number>();
  let rejoined = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const joint = next === undefined ? 'none' : jointOf(line, next, words);
    const text = joint === 'word' ? line.text.slice(0, -1) : line.text;
    if (joint === 'word') rejoined += 1;
    const start = builder.length();
    if (!starts.has(line.page.number)) starts.set(line.page.number, start);
    builder.add(text);
    const list = boxes.get(line.page.number) ?? [];
    boxes.set(line.page.number, list);
    list.push([start, builder.length(), ...boxOf(line)]);
    builder.add(separators[joint]);
  });
  return { text: builder.text(), pages: layoutOf(pages, { boxes, starts, length: builder.length() }), rejoined };
}

const separators: Readonly<Record<Joint, string>> = { word: '', none: '', space: ' ', line: '\n', paragraph: '\n\n' };

/** A page without text stands, empty, where the next one begins. */
function layoutOf(
  pages: readonly PageLines[],
  { boxes, starts, length }: { boxes: ReadonlyMap<number, PageLayout['lines']>; starts: ReadonlyMap<number, number>; length: number },
): PageLayout[] {
  const laidOut: PageLayout[] = [];
  let end = length;
  for (const { number, width, height } of pages.toReversed()) {
    const start = starts.get(number) ?? end;
    laidOut.push({ number, start, end, width: rounded(width), height: rounded(height), lines: boxes.get(number) ?? [] });
    end = start;
  }
  return laidOut.reverse();
}

function boxOf({ x, y, right, size }: Line): [number, number, number, number] {
  return [rounded(x), rounded(y - 0.85 * size), rounded(right - x), rounded(1.1 * size)];
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}

function placedLines(page: PageLines): PlacedLine[] {
  return page.lines.map((line, index) => {
    const near = page.lines.slice(Math.max(0, index - 12), index + 13);
    const around = near.filter((other) => other.isRow !== true && Math.abs(other.x - line.x) < 3 * line.size);
    return { ...line, page, edge: Math.max(...around.filter((other) => other.size < 1.3 * line.size).map((other) => other.right), line.right) };
  });
}

function jointOf(line: PlacedLine, next: PlacedLine, words: ReadonlySet<string>): Joint {
  const isTable = [line, next].some((one) => one.pieces.length > 1 || one.isRow === true);
  if (line.page !== next.page) return !isTable && goesOnOverPage(line, next) ? glue(line, next, words) : 'paragraph';
  if (isTable) return Math.abs(next.y - line.y) < 3 * line.size ? 'line' : 'paragraph';
  if (!isNear(line, next)) return isNextColumn(line, next) && goesOnOverPage(line, next) ? glue(line, next, words) : 'paragraph';
  // A hyphen at its end says that a line goes on, however short it is.
  if (isParted(line.text, next.text)) return glue(line, next, words);
  if (wouldHaveFitted(line, next) || isIndented(line, next) || isListItem(next.text)) return 'line';
  return glue(line, next, words);
}

function isParted(line: string, next: string): boolean {
  return /[\p{L}\p{N}][-\u00AD\u2010]$/u.test(line) && /^[\p{L}\p{N}]/u.test(next);
}

function isNextColumn(line: Line, next: Line): boolean {
  return next.y < line.y - line.size && next.x > line.right;
}

function isNear(line: Line, next: Line): boolean {
  const isOneSize = Math.abs(line.size - next.size) < 0.15 * line.size;
  const isBelow = next.y > line.y && next.y - line.y < 1.75 * line.size;
  const isOverlapping = next.x < line.right && line.x < next.right;
  return isOneSize && isBelow && isOverlapping;
}

function wouldHaveFitted(line: PlacedLine, next: Line): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  const charWidth = (next.right - next.x) / Math.max(1, next.text.length);
  const hasSpaces = /\s/.test(next.text) || next.text.length < 8;
  const needed = (hasSpaces ? word.length + 1 : 1) * charWidth;
  return line.right + needed + 0.5 * line.size < line.edge;
}

function isIndented(line: Line, next: Line): boolean {
  return next.x > line.x + 0.8 * line.size && next.x < line.x + 6 * line.size && /[.!?:。！？：…”"»)]$/.test(line.text);
}

function isListItem(text: string): boolean {
  return /^(?:[•▪◦‣–—*·●■□-]\s|\(?\d{1,2}[.)]\s|\(?[a-zа-я][.)]\s)/i.test(text);
}

function goesOnOverPage(line: PlacedLine, next: PlacedLine): boolean {
  if (/[.!?:;。！？：；…]["”»’)]*$/.test(line.text)) return false;
  const isSameKind = Math.abs(line.size - next.size) < 0.15 * line.size;
  return isSameKind && !wouldHaveFitted(line, next) && (/^\p{Ll}/u.test(next.text) || ideograph.test(next.text[0] ?? ''));
}

const ideograph = /[\u2E80-\u9FFF\uF900-\uFAFF\u3000-\u303F\uFF00-\uFFEF]/;

function glue(line: Line, next: Line, words: ReadonlySet<string>): Joint {
  if (line.text.endsWith('\u00AD')) return 'word';
  if (/[\p{L}\p{N}][-\u2010]$/u.test(line.text)) return isSafeToJoin(line.text, next.text, words) ? 'word' : 'none';
  if (ideograph.test(line.text.at(-1) ?? '') && ideograph.test(next.text[0] ?? '')) return 'none';
  return 'space';
}

/** Parts that make compounds with a hyphen of their own. */
const compoundHeads = new Set(
  'all anti bi co counter cross double ex first full half high ill inter intra large long low mid mini multi near new non off on one over part post pre pro pseudo quasi re second self semi short small state sub super third three top trans two ultra under well year экс вице мини квази псевдо научно'.split(
    ' ',
  ),
);

/** The word stands whole elsewhere in the document; or neither part is a word of it, so that the two cannot be a compound. */
function isSafeToJoin(line: string, next: string, words: ReadonlySet<string>): boolean {
  const head = /[\p{L}]+(?=[-\u2010]$)/u.exec(line)?.[0];
  const tail = /^\p{Ll}+/u.exec(next)?.[0];
  if (head === undefined || tail === undefined) return false;
  const [first, second] = [head.toLowerCase(), tail.toLowerCase()];
  if (words.has(`${first}-${second}`)) return false;
  return words.has(first + second) || !(words.has(first) || words.has(second) || compoundHeads.has(first));
}

function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    // The halves of parted words are no words.
    const whole = text.replace(/^\p{Ll}+/u, '').replace(/\p{L}+[-\u2010]$/u, '');
    for (const [word] of whole.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(word.toLowerCase());
  }
  return words;
}
