// Tables of separated values as a data set of one sheet.
import Papa from 'papaparse';
import { AppError } from '../../../../../shared/errors.ts';
import { decode } from '../encoding/decode.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from '../extract.ts';
import { sniffDialect } from './dialect.ts';
import { createSheetText, foldedWarning } from './sheet-text.ts';

export function extractCsv(mediaType: string, request: ExtractRequest): Extracted {
  const { text: raw, encoding, warnings } = decode(request);
  const source = normaliseText(raw);
  const { separator } = mediaType === 'text/tab-separated-values' ? { separator: '\t' } : sniffDialect(source);
  const { text, sheets, folded, ragged } = readRows(request.name, source, separator);
  return {
    ...nothingKnown,
    text,
    kind: 'dataset',
    layout: { kind: 'sheets', sheets },
    mediaType,
    encoding,
    extractor: `csv-1 ${JSON.stringify(separator)}`,
    warnings: [
      ...warnings,
      ...(ragged > 0 ? [`${ragged === 1 ? 'One row has' : `${ragged} rows have`} more or fewer cells than the first row.`] : []),
      ...foldedWarning(folded),
    ],
  };
}

function readRows(name: string, source: string, separator: string) {
  const sheet = createSheetText(name);
  sheet.begin(name.replace(/\.[^.]+$/, '') || name);
  let failed: unknown;
  let row = 0;
  let ragged = 0;
  let width: number | undefined;
  Papa.parse<string[]>(source, {
    delimiter: separator,
    step({ data, errors }, parser) {
      row += 1;
      const open = errors.find((error) => error.type === 'Quotes' && error.code === 'MissingQuotes');
      if (data.length === 1 && data[0] === '') return;
      width ??= data.length;
      if (data.length !== width) ragged += 1;
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
  return { ...sheet.finish(), ragged };
}

function unclosed(name: string, row: number): AppError {
  return new AppError(
    'unreadable',
    `${name} opens a quoted cell in row ${row} that never ends. It was not added. Close the quote and add it again.`,
    {
      row,
    },
  );
}
