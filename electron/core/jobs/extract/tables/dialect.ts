// How a file of separated values is written. The separator is the one that cuts most of the first rows into the same
// number of cells, quotes heeded; among equals the one with more cells.
import Papa from 'papaparse';
import { hasPairs } from './line-cells.ts';
import { mendQuotes } from './quotes.ts';

export interface Dialect {
  readonly separator: string;
  readonly quote: '"' | "'";
  /** Share of the looked-at rows that have the usual number of cells, 0 to 1. */
  readonly agreement: number;
  readonly columns: number;
}

const separators = [',', ';', '\t', '|'] as const;
const sampleRows = 200;
const sampleChars = 500_000;

export function sniffDialect(text: string): Dialect {
  const sample = text.slice(0, sampleChars);
  const plain = bestOf(separators.map((separator) => tryDialect(sample, separator, '"')));
  if (!/(^|[,;\t|\n])'/.test(sample)) return plain;
  const single = bestOf(separators.map((separator) => tryDialect(sample, separator, "'")));
  return single.agreement > plain.agreement && single.columns > 1 ? single : plain;
}

function bestOf(tried: readonly Dialect[]): Dialect {
  const tables = tried.filter((dialect) => dialect.columns > 1);
  if (tables.length === 0) return tried[0]!;
  const score = ({ agreement, columns }: Dialect) => agreement + Math.min(columns, 20) / 1000;
  return tables.reduce((best, dialect) => (score(dialect) > score(best) ? dialect : best));
}

/** The usual number of cells of the lines whose quotes are in pairs: what stray quotes cannot change. */
export function usualWidth(text: string, separator: string, quote: string): number {
  const counts = new Map<number, number>();
  for (const line of text.slice(0, sampleChars).split('\n', 5 * sampleRows)) {
    const parts = line.split(quote);
    if (line === '' || !hasPairs(line, quote)) continue;
    // Every second part stands within quotes.
    const cells = 1 + parts.reduce((sum, part, index) => sum + (index % 2 === 0 ? part.split(separator).length - 1 : 0), 0);
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0] as [number, number])[0];
}

function tryDialect(sample: string, separator: string, quote: Dialect['quote']): Dialect {
  const mended = mendQuotes(linesOf(sample, 5 * sampleRows), { separator, quote, width: usualWidth(sample, separator, quote) }).text;
  const { data } = Papa.parse<string[]>(mended, { delimiter: separator, quoteChar: quote, preview: sampleRows, skipEmptyLines: 'greedy' });
  // The last row of a cut sample may be half a row.
  const rows = data.length > 1 && sample.length === sampleChars ? data.slice(0, -1) : data;
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [columns, usual] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0] as [number, number]);
  return { separator, quote, columns, agreement: rows.length === 0 ? 0 : usual / rows.length };
}

function linesOf(text: string, count: number): string {
  let end = -1;
  for (let line = 0; line < count; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return text;
  }
  return text.slice(0, end);
}
