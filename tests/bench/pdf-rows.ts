// Rows of tables in PDFs against a second reader, `pdftotext -layout`: a row that it has on one line, cells in their order,
// must stand on one line here too. `node tests/bench/pdf-rows.ts [folder or files]` lists the rows that do not.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extract } from '../../electron/core/jobs/extract/extract.ts';
import type { PageLayout } from '../../shared/features/sources/layout.ts';
import { sharedPath } from '../helpers/shared-material.ts';

export interface PageRows {
  readonly file: string;
  readonly page: number;
  readonly rows: number;
  readonly lost: readonly string[];
}

/** A cell with more is prose beside prose, which is read column by column. */
const longestCell = 40;

export async function comparePdf(path: string): Promise<PageRows[]> {
  const bytes = new Uint8Array(readFileSync(path));
  const { text, layout } = await extract({ name: basename(path), mediaType: '', bytes });
  if (layout?.kind !== 'pages') return [];
  const points = [...text];
  const readElsewhere = layoutTexts(path);
  return layout.pages.map((page) => {
    const rows = tableRows(readElsewhere[page.number - 1] ?? '');
    const lines = linesOf(points, page);
    return { file: basename(path), page: page.number, rows: rows.length, lost: rows.filter((row) => !lines.some((line) => holds(line, row))) };
  });
}

/** Page after page: each ends with a form feed. */
function layoutTexts(path: string): string[] {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 }).split('\f');
}

/** Lines of two short cells or more, next to another such line. */
export function tableRows(text: string): string[] {
  const lines = text.split('\n');
  const isRow = lines.map((line) => {
    const cells = line.trim().split(/ {2,}/);
    return cells.length > 1 && cells.every((cell) => cell.length <= longestCell);
  });
  return lines.filter((_, index) => isRow[index] && (isRow[index - 1] === true || isRow[index + 1] === true)).map((line) => line.trim());
}

function linesOf(points: readonly string[], { start, end }: PageLayout): string[] {
  return points.slice(start, end).join('').split('\n').map(squeezed);
}

/** The cells of the row stand in the line, in their order. Signs of fonts that each reader takes for others do not count. */
function holds(line: string, row: string): boolean {
  let at = 0;
  for (const cell of row.split(/ {2,}/).map(squeezed)) {
    if (!/[A-Za-z\d\p{Script=Cyrillic}\p{Script=Han}]/u.test(cell)) continue;
    const found = line.indexOf(cell, at);
    if (found < 0) return false;
    at = found + cell.length;
  }
  return true;
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\ufffd]+/g, '');
}

export function pdfFiles(places: readonly string[]): string[] {
  return places.flatMap((place) => {
    if (!existsSync(place)) return [];
    return statSync(place).isDirectory()
      ? readdirSync(place)
          .filter((name) => name.endsWith('.pdf'))
          .map((name) => join(place, name))
      : [place];
  });
}

if (process.argv[1] === import.meta.filename) {
  const wanted = process.argv.slice(2);
  let [rows, lost] = [0, 0];
  for (const path of pdfFiles(wanted.length > 0 ? wanted : [sharedPath('real', 'pdf')])) {
    const pages = await comparePdf(path).catch((error: unknown) => {
      console.log(`${basename(path)}: ${error instanceof Error ? error.message : error}`);
      return [];
    });
    for (const page of pages) {
      rows += page.rows;
      lost += page.lost.length;
      for (const row of page.lost) console.log(`${page.file} p. ${page.page}: ${row}`);
    }
  }
  console.log(`${rows} rows of tables, ${lost} not on one line here`);
}
