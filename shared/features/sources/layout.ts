// Where the one text of a source lies in the file it came from: pages with the boxes of their lines, or sheets with their
// rows. Derived and kept beside the text; positions are Unicode code points, end exclusive.
import { z } from 'zod';
import { codePointsOf } from '../passages/code-points.ts';
import { type BlockWords, readBlock, type SheetText } from './blocks.ts';
import { cellRange, type SheetLayout, sheetLayoutSchema } from './cells.ts';

/** `[start, end, x, y, width, height]`, in points of 1/72 inch from the upper left corner of the page. */
export const lineSchema = z.tuple([z.int(), z.int(), z.number(), z.number(), z.number(), z.number()]);

export const pageLayoutSchema = z.strictObject({
  number: z.int().min(1),
  start: z.int(),
  end: z.int(),
  width: z.number(),
  height: z.number(),
  lines: z.array(lineSchema),
});
export type PageLayout = z.infer<typeof pageLayoutSchema>;

export const layoutSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pages'), pages: z.array(pageLayoutSchema) }),
  z.strictObject({ kind: z.literal('sheets'), sheets: z.array(sheetLayoutSchema) }),
]);
export type Layout = z.infer<typeof layoutSchema>;

/** Where a span stands in its file; all null where the format has neither pages nor sheets. */
export interface Place {
  readonly page: number | null;
  readonly sheet: string | null;
  /** Such as `B7` or `B7:D9`. */
  readonly cells: string | null;
}
export const nowhere: Place = { page: null, sheet: null, cells: null };

export const boxSchema = z.strictObject({ page: z.int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof boxSchema>;

/** Boxes of the lines that a span touches; the first and last are narrowed in proportion to their characters. */
export function boxesOf(pages: readonly PageLayout[], start: number, end: number): Box[] {
  return pages
    .filter((page) => page.start < end && page.end > start)
    .flatMap((page) =>
      page.lines.flatMap(([from, to, x, y, width, height]) => {
        if (to <= start || from >= end || to <= from) return [];
        const left = (Math.max(start, from) - from) / (to - from);
        const right = (Math.min(end, to) - from) / (to - from);
        return [{ page: page.number, x: x + left * width, y, width: (right - left) * width, height }];
      }),
    );
}

export interface PlaceFinder {
  placeOf(start: number, end: number): Place;
  /** The words of cells of the sheet that holds a position; undefined where it is no sheet or nothing stands there. */
  blockAt(start: number, cells: string): BlockWords | undefined;
}

/** Finds places in one text; the rows of its sheets are looked up once. */
export function createPlaceFinder(layout: Layout | undefined, text: string): PlaceFinder {
  if (layout === undefined) return { placeOf: () => nowhere, blockAt: () => undefined };
  if (layout.kind === 'pages') {
    const pageAt = (start: number) => layout.pages.findLast((page) => page.start <= start && start < page.end)?.number ?? null;
    return { placeOf: (start) => ({ ...nowhere, page: pageAt(start) }), blockAt: () => undefined };
  }
  const points = codePointsOf(text);
  const sheets = layout.sheets.map((sheet): SheetText => ({ sheet, starts: cellStarts(text, sheet), points }));
  const sheetAt = (start: number) => sheets.find(({ sheet }) => sheet.start <= start && start < sheet.end);
  return {
    blockAt(start, cells) {
      const found = sheetAt(start);
      return found === undefined ? undefined : readBlock(found, cells);
    },
    placeOf(start, end) {
      const found = sheetAt(start);
      if (found === undefined) return nowhere;
      const from = cellAt(found.starts, start);
      const to = cellAt(found.starts, Math.max(start, Math.min(end, found.sheet.end) - 1));
      const row = (line: number) => rowOfLine(found.sheet, line);
      const columns = from.line === to.line ? [from.column, to.column] : [Math.min(from.column, to.column), Math.max(from.column, to.column)];
      return { page: null, sheet: found.sheet.name, cells: cellRange([row(from.line), columns[0]!], [row(to.line), columns[1]!]) };
    },
  };
}

/** The row of the file that stands on a line of a sheet's text. */
export function rowOfLine({ rows }: SheetLayout, line: number): number {
  const run = rows.findLast(([first]) => first <= line) ?? [0, 1];
  return run[1] + line - run[0];
}

/** The line of a sheet's text on which a row of the file stands; undefined where the row is empty. */
export function lineOfRow({ rows }: SheetLayout, row: number): number | undefined {
  const index = rows.findLastIndex(([, first]) => first <= row);
  const run = rows[index];
  if (run === undefined) return undefined;
  const line = run[0] + row - run[1];
  const next = rows[index + 1];
  return next !== undefined && line >= next[0] ? undefined : line;
}

/** What stands around a cell: the heads of its column, the title of its table and the words of its row. */
export interface CellSurroundings {
  readonly head: string;
  readonly title: string;
  /** The other cells of the row, in their order. */
  readonly row: readonly string[];
}

/** Code points at which each cell of each line of a sheet begins. */
export function cellStarts(text: string, sheet: Pick<SheetLayout, 'start' | 'end'>): number[][] {
  const lines: number[][] = [];
  let line = [sheet.start];
  let at = 0;
  for (const character of text) {
    if (at >= sheet.end) break;
    if (at >= sheet.start && character === '\t') line.push(at + 1);
    if (at >= sheet.start && character === '\n') {
      lines.push(line);
      line = [at + 1];
    }
    at += 1;
  }
  lines.push(line);
  return lines;
}

function cellAt(lines: readonly (readonly number[])[], position: number): { line: number; column: number } {
  const line = Math.max(
    0,
    lastAtMost(lines.length, (index) => lines[index]![0]!, position),
  );
  const cells = lines[line] ?? [];
  return {
    line,
    column:
      1 +
      Math.max(
        0,
        lastAtMost(cells.length, (index) => cells[index]!, position),
      ),
  };
}

/** Index of the last of ascending values that is at most `limit`; -1 where there is none. */
function lastAtMost(length: number, valueAt: (index: number) => number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
