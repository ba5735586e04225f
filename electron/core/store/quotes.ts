// Whether the words of each passage stand where it says that they stand unchanged: it is shown as sure on that word alone.
import { idFromBytes } from './id-bytes.ts';
import { createKeptContents } from './kept-contents.ts';
import type { Sql } from './sql.ts';

interface QuoteRow {
  readonly id: Buffer;
  readonly exact: string | null;
  readonly start: number;
  readonly end: number;
  readonly cells: string | null;
}

const mostProblems = 100;

export function quoteProblems(sql: Sql): string[] {
  const texts = sql.column<string>(`SELECT DISTINCT text_sha256 FROM passage WHERE state IN ('same', 'moved') AND text_sha256 IS NOT NULL`);
  const contents = createKeptContents(sql);
  const problems: string[] = [];
  for (const sha256 of texts) {
    const body = contents.text(sha256);
    if (body === undefined) continue;
    const slice = slicerOf(body);
    const rows = sql.all<QuoteRow>(
      `SELECT id, exact, start, end, cells FROM passage WHERE text_sha256 = ? AND state IN ('same', 'moved') AND exact IS NOT NULL`,
      [sha256],
    );
    for (const row of rows)
      if (!stands(row, slice(row.start, row.end)) && problems.length < mostProblems)
        problems.push(`the quote of passage ${idFromBytes(row.id)} does not stand in its text`);
  }
  return problems;
}

/** A block of cells leaves out what stands beside it in its rows. */
function stands({ exact, cells }: QuoteRow, words: string): boolean {
  if (cells === null) return words === exact;
  return exact!.split(/[\t\n]/).every((cell) => words.includes(cell));
}

/** Positions count code points; most texts have as many of these as of units. */
function slicerOf(text: string): (start: number, end: number) => string {
  if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = Array.from(text);
  return (start, end) => points.slice(start, end).join('');
}
