// Tables of separated values as a data set of one sheet.

import Papa from 'papaparse';
import { AppError } from '../../../../../shared/errors.ts';
import { type Message, message } from '../../../../../shared/message.ts';
import { decode } from '../encoding/decode.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from '../extracted.ts';
import { type Dialect, sniffDialect, usualWidth } from './dialect.ts';
import { mendQuotes } from './quotes.ts';
import { createSheetText, foldedWarning } from './sheet-text.ts';

export function extractCsv(mediaType: string, request: ExtractRequest): Extracted {
  const { text: raw, encoding, warnings } = decode(request);
  const { hint, source } = withoutHint(normaliseText(raw));
  const dialect = request.separator === undefined ? dialectOf(mediaType, source, hint) : { separator: request.separator, quote: '"' as const };
  const mended = mendQuotes(source, { ...dialect, width: usualWidth(source, dialect.separator, dialect.quote) });
  const { text, sheets, folded, ragged } = readRows(request.name, mended.text, dialect);
  return {
    ...nothingKnown,
    text,
    kind: 'dataset',
    layout: { kind: 'sheets', sheets },
    mediaType,
    encoding,
    extractor: `csv-2 ${JSON.stringify(dialect.separator)}`,
    dropped: hint === undefined ? [] : [{ what: message('reading:leftOut.separatorLine'), text: `sep=${hint}` }],
    warnings: [
      ...warnings,
      ...(ragged > 0 ? [message('reading:warning.raggedRows', { count: ragged })] : []),
      ...foldedWarning(folded),
      ...rowsWarning('reading:warning.strayQuotes', mended.strayRows),
      ...rowsWarning('reading:warning.cellOverRows', mended.doubtfulRows),
    ],
  };
}

const mostNamed = 12;

function rowsWarning(key: string, rows: readonly number[]): Message[] {
  return rows.length === 0 ? [] : [message(key, { count: rows.length, rows: { list: rows, most: mostNamed } })];
}

/** Excel writes the separator into a first line of its own, which is no row. */
function withoutHint(text: string): { hint: string | undefined; source: string } {
  const [line, hint] = /^"?sep=(.)"?\n/i.exec(text) ?? [];
  return { hint, source: line === undefined ? text : text.slice(line.length) };
}

function dialectOf(mediaType: string, source: string, hint: string | undefined): Pick<Dialect, 'separator' | 'quote'> {
  const separator = hint ?? (mediaType === 'text/tab-separated-values' ? '\t' : undefined);
  return separator === undefined ? sniffDialect(source) : { separator, quote: '"' };
}

function readRows(name: string, source: string, { separator, quote }: Pick<Dialect, 'separator' | 'quote'>) {
  const sheet = createSheetText(name);
  sheet.begin(name.replace(/\.[^.]+$/, '') || name);
  let failed: unknown;
  let row = 0;
  const widths = new Map<number, number>();
  Papa.parse<string[]>(source, {
    delimiter: separator,
    quoteChar: quote,
    step({ data, errors }, parser) {
      row += 1;
      const open = errors.find((error) => error.type === 'Quotes' && error.code === 'MissingQuotes');
      if (data.length === 1 && data[0] === '') return;
      widths.set(data.length, (widths.get(data.length) ?? 0) + 1);
      try {
        if (open !== undefined) throw unclosed(name, row);
        sheet.addRow(row, data);
      } catch (error) {
        failed = error;
        parser.abort();
      }
    },
  });
  if (failed !== undefined) throw failed;
  const rows = [...widths.values()];
  return { ...sheet.finish(), ragged: rows.reduce((sum, count) => sum + count, 0) - Math.max(0, ...rows) };
}

function unclosed(name: string, row: number): AppError {
  return new AppError('unreadable', 'reading.quoteNotClosed', { name, row });
}
