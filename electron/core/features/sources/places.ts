// Where spans of sources stand in their files: page and boxes, or sheet and cells. The layouts of the last few sources are
// kept in memory, so that capturing a table does not read it once a cell.
import type { Output } from '../../../../shared/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import { codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import type { BlockWords } from '../../../../shared/features/sources/blocks.ts';
import type { SheetLayout } from '../../../../shared/features/sources/cells.ts';
import { headsOf, type TableHeads } from '../../../../shared/features/sources/heads.ts';
import {
  boxesOf,
  type CellSurroundings,
  cellStarts,
  createPlaceFinder,
  type Layout,
  lineOfRow,
  type Place,
  type PlaceFinder,
  rowOfLine,
} from '../../../../shared/features/sources/layout.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { codePointCount } from '../../jobs/extract/text-builder.ts';
import type { SourceRepository } from './repository.ts';

export interface Places {
  placeOf(source: Source, start: number, end: number): Place;
  /** The words of cells of the sheet that holds a position; undefined for other sources, or where nothing stands there. */
  blockAt(source: Source, start: number, cells: string): BlockWords | undefined;
  /** Reads the layout when it is first asked. */
  finderOf(source: Source): PlaceFinder;
  /** Rows of a sheet. @throws AppError `not-found` where there is no such sheet. */
  cells(source: Source, window: { sheet: number; start: number; count: number }): Output<'sources.cells'>;
  /** What stands around the cell at a place of a data set; undefined for other sources. */
  around(source: Source, start: number): CellSurroundings | undefined;
  /** Where the words of a cell of a sheet stand; undefined where there is none. Rows and columns count from 1. */
  cellAt(source: Source, sheet: string, row: number, column: number): CellSpan | undefined;
  /** Lines of a page. @throws AppError `not-found` where there is no such page. */
  page(source: Source, number: number): Output<'sources.page'>;
  describe(source: Source, span?: readonly [start: number, end: number]): Output<'sources.layout'>;
}

export interface CellSpan {
  /** Code points of the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

interface KeptLayout extends PlaceFinder {
  readonly layout: Layout | undefined;
  /** The lines of each sheet, made when they are first asked for. */
  lines?: readonly SheetLine[][];
}

interface SheetLine {
  readonly cells: readonly string[];
  readonly starts: readonly number[];
}

const keptLayouts = 8;

export function createPlaces(repository: Pick<SourceRepository, 'layout' | 'text'>): Places {
  const kept = new Map<string, KeptLayout>();

  function layoutOf(source: Source): KeptLayout {
    const key = `${source.sha256} ${source.textSha256}`;
    const known = kept.get(key) ?? read(source);
    kept.delete(key);
    kept.set(key, known);
    if (kept.size > keptLayouts) kept.delete(kept.keys().next().value!);
    return known;
  }

  function read(source: Source): KeptLayout {
    const layout = repository.layout(source);
    return { layout, ...createPlaceFinder(layout, layout?.kind === 'sheets' ? repository.text(source.textSha256) : '') };
  }

  function linesOf(source: Source): readonly SheetLine[][] {
    const kept = layoutOf(source);
    const sheets = kept.layout?.kind === 'sheets' ? kept.layout.sheets : [];
    kept.lines ??= sheetLines(sheets, sheets.length === 0 ? '' : repository.text(source.textSha256));
    return kept.lines;
  }

  return {
    cells(source, { sheet, start, count }) {
      const { layout } = layoutOf(source);
      const found = layout?.kind === 'sheets' ? layout.sheets[sheet] : undefined;
      if (found === undefined) throw new AppError('not-found', 'sources.noSheet', { title: source.title, sheet });
      const lines = linesOf(source)[sheet] ?? [];
      const rows = lines
        .slice(start, start + count)
        .map((line, index) => ({ row: rowOfLine(found, start + index), cells: [...line.cells], starts: [...line.starts] }));
      return { total: lines.length, columns: found.columns, head: [...(lines[0]?.cells ?? [])], rows };
    },
    page(source, number) {
      const { layout } = layoutOf(source);
      const parts = layout?.kind === 'pages' ? layout.pages.filter((page) => page.number === number) : [];
      const [first] = parts;
      if (first === undefined) throw new AppError('not-found', 'sources.noPage', { title: source.title, page: number });
      return { number, width: first.width, height: first.height, lines: parts.flatMap((part) => part.lines) };
    },
    around(source, start) {
      for (const lines of linesOf(source)) {
        const line = lines.findLast((one) => (one.starts[0] ?? 0) <= start);
        const column = line?.starts.findLastIndex((at) => at <= start) ?? -1;
        const isInside = line !== undefined && start <= (line.starts.at(-1) ?? 0) + [...(line.cells.at(-1) ?? '')].length;
        if (isInside && column >= 0) return surroundings(lines, line, column);
      }
      return undefined;
    },
    cellAt(source, sheet, row, column) {
      const { layout } = layoutOf(source);
      const sheets = layout?.kind === 'sheets' ? layout.sheets : [];
      const index = sheets.findIndex((one) => one.name === sheet);
      const at = index < 0 ? undefined : lineOfRow(sheets[index]!, row);
      const line = at === undefined ? undefined : linesOf(source)[index]?.[at];
      const [exact, start] = [line?.cells[column - 1], line?.starts[column - 1]];
      return exact === undefined || start === undefined ? undefined : { exact, start, end: start + codePointCount(exact) };
    },
    placeOf: (source, start, end) => layoutOf(source).placeOf(start, end),
    blockAt: (source, start, cells) => layoutOf(source).blockAt(start, cells),
    finderOf: (source) => ({
      placeOf: (start, end) => layoutOf(source).placeOf(start, end),
      blockAt: (start, cells) => layoutOf(source).blockAt(start, cells),
    }),
    describe(source, span) {
      const { layout, placeOf } = layoutOf(source);
      const pages = layout?.kind === 'pages' ? layout.pages : [];
      const boxes = span === undefined ? [] : boxesOf(pages, ...span);
      return {
        pages: pages.map(({ lines: _lines, ...page }) => page),
        sheets: layout?.kind === 'sheets' ? layout.sheets : [],
        place: span === undefined || layout === undefined ? null : { ...placeOf(...span), boxes },
      };
    },
  };
}

const keptHeads = new WeakMap<readonly SheetLine[], TableHeads>();

function surroundings(lines: readonly SheetLine[], line: SheetLine, column: number): CellSurroundings {
  const heads = keptHeads.get(lines) ?? headsOf(lines.slice(0, 60).map((one) => one.cells));
  keptHeads.set(lines, heads);
  const isHead = lines.indexOf(line) < heads.dataFrom;
  return { head: isHead ? '' : heads.over(column), title: isHead ? '' : heads.title, row: line.cells.filter((_, index) => index !== column) };
}

function sheetLines(sheets: readonly SheetLayout[], text: string): SheetLine[][] {
  const points = codePointsOf(text);
  return sheets.map((sheet) => {
    const starts = cellStarts(text, sheet);
    return points
      .slice(sheet.start, sheet.end)
      .split('\n')
      .map((line, index) => ({ cells: line.split('\t'), starts: starts[index] ?? [] }));
  });
}
