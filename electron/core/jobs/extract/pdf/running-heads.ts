// Running heads, feet and page numbers: what stands near the edge of many pages at one height, the number of the page aside.
import type { Dropped } from '../../../../../shared/features/sources/model.ts';
import { message } from '../../../../../shared/message.ts';
import type { Line } from './pieces.ts';

export interface PageLines {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

const fewestPages = 3;
/** A book has one head on even and one on odd pages, and none where a chapter begins. */
const shareOfPages = 0.3;
/** Pages before the one that is numbered 1, or that an offprint begins with. */
const mostOffset = 60;
const mostNumbers = 4;
/** Font sizes between the heads of a table and its first row. */
const farthestHead = 2.4;
/** Outer part of the page in which heads and feet stand. */
const edge = 0.12;

export function withoutRunningHeads(pages: readonly PageLines[]): { pages: PageLines[]; dropped: Dropped[] } {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.lines.flatMap((line, index) => keysAt(page, line, index)))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const least = Math.max(fewestPages, shareOfPages * pages.length);
  const dropped = new Map<string, { count: number; text: string }>();
  const kept = pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line, index) => {
      const key = keysAt(page, line, index).find((one) => (seen.get(one) ?? 0) >= least);
      if (key !== undefined) dropped.set(key, { count: seen.get(key) ?? 0, text: dropped.get(key)?.text ?? line.text });
      return key === undefined;
    }),
  }));
  return {
    pages: kept,
    dropped: [...dropped.values()].map(({ count, text }) => ({ what: message('reading:leftOut.runningHead', { count }), text: text.slice(0, 300) })),
  };
}

/** The heads of a table that goes on over pages stand at the edge of each: they belong to its rows. */
function keysAt(page: PageLines, line: Line, index: number): string[] {
  const next = page.lines[index + 1];
  const isHeadOfTable = line.isRow === true && next?.isRow === true && line.pieces.length > 2 && next.y - line.y < farthestHead * line.size;
  return isHeadOfTable ? [] : keysOf(line, page);
}

function isAtEdge(line: Line, { height }: PageLines): boolean {
  return line.y < edge * height || line.y > (1 - edge) * height;
}

/**
 * What a line at the edge is known by on other pages: its words as they are, or with one number that counts with the pages.
 * Any other number that differs is what the page says.
 */
function keysOf(line: Line, page: PageLines): string[] {
  if (!isAtEdge(line, page)) return [];
  const place = Math.round(line.y / 6);
  const numbers = [...line.text.matchAll(/\d+/g)].slice(0, mostNumbers).filter(([digits]) => Math.abs(Number(digits) - page.number) <= mostOffset);
  const counted = numbers.map(
    ({ 0: digits, index }) => `${line.text.slice(0, index)}#${Number(digits) - page.number}${line.text.slice(index + digits.length)}`,
  );
  return [line.text, ...counted].map((words) => `${place} ${words.toLowerCase()}`);
}
