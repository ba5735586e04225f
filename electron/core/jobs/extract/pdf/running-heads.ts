// Running heads, feet and page numbers: what stands near the edge of many pages at one height, its numbers aside.
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
/** Outer part of the page in which heads and feet stand. */
const edge = 0.12;

export function withoutRunningHeads(pages: readonly PageLines[]): { pages: PageLines[]; dropped: { what: string; text: string }[] } {
  const seen = new Map<string, { count: number; text: string }>();
  for (const page of pages) {
    for (const key of new Set(page.lines.filter((line) => isAtEdge(line, page)).map(keyOf))) {
      const known = seen.get(key);
      seen.set(key, { count: (known?.count ?? 0) + 1, text: known?.text ?? page.lines.find((line) => keyOf(line) === key)!.text });
    }
  }
  const least = Math.max(fewestPages, shareOfPages * pages.length);
  const running = new Map([...seen].filter(([, { count }]) => count >= least));
  return {
    pages: pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !(isAtEdge(line, page) && running.has(keyOf(line)))) })),
    dropped: [...running.values()].map(({ count, text }) => ({ what: `head or foot of ${count} pages`, text: text.slice(0, 300) })),
  };
}

function isAtEdge(line: Line, { height }: PageLines): boolean {
  return line.y < edge * height || line.y > (1 - edge) * height;
}

function keyOf(line: Line): string {
  return `${Math.round(line.y / 6)} ${line.text.replace(/\d+/g, '#').toLowerCase()}`;
}
