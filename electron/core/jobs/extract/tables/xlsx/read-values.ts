// A whole spreadsheet by what its cells hold. It is a stranger's file: this runs in a child process.
import { AppError } from '../../../../../../shared/errors.ts';
import type { ReadCell, ReadRow, ReadSheet, ReadWorkbook } from '../../../../../../shared/features/sources/read-sheet.ts';
import type { ExtractRequest } from '../../extracted.ts';
import { mediaTypeOf, xlsxType, zipTypeOf } from '../../media-type.ts';
import { checkZip, entryPieces } from '../../office/check-zip.ts';
import { readXml } from '../../office/xml.ts';
import { refusalOf } from '../../refusals.ts';
import { cellComments } from './comments.ts';
import { readPackage, type SheetPart } from './package.ts';
import { createCellReader } from './sheet-cells.ts';
import { createValueOf } from './sheet-values.ts';

/** Cells of all sheets that hold something. */
export const mostCells = 8_000_000;
const mostRemarks = 500;

export async function readValues(request: ExtractRequest, most = mostCells): Promise<ReadWorkbook> {
  const { name, bytes } = request;
  const mediaType = mediaTypeOf(request);
  if (mediaType !== 'application/zip') throw refusalOf(name, mediaType);
  const zip = await checkZip(request, isKept);
  const type = zipTypeOf(zip.names, zip.kept.get('[Content_Types].xml')?.toString('utf8'));
  if (type !== xlsxType) throw refusalOf(name, type);
  const names = new Set(zip.names);
  const file = readPackage(zip.kept, (part) => names.has(part));
  const take = createValueOf(file);
  let cells = 0;
  const count = (more: number, sheet: string) => {
    cells += more;
    if (cells > most) throw new AppError('limit', 'exchange.tooManyCells', { name, sheet, most });
  };
  const sheets: ReadSheet[] = [];
  for (const sheet of file.sheets)
    if (sheet.type === 'worksheet' && sheet.part !== undefined) sheets.push(await readSheet(bytes, sheet, { take, count }));
  return {
    sheets,
    stated: ['docProps/core.xml', 'docProps/custom.xml'].map((part) => wordsOf(zip.kept.get(part), () => true)),
    savedBy: wordsOf(zip.kept.get('docProps/core.xml'), (element) => element === 'lastModifiedBy') || null,
    remarks: cellComments(zip.kept, file.sheets)
      .slice(0, mostRemarks)
      .map(({ text }) => text),
  };
}

function isKept(entry: string): boolean {
  if (!/\.(xml|rels)$/i.test(entry)) return false;
  return !/^xl\/(worksheets\/[^/]*\.xml$|media\/|pivot|charts\/)/i.test(entry);
}

interface Reading {
  readonly take: ReturnType<typeof createValueOf>;
  count(cells: number, sheet: string): void;
}

async function readSheet(bytes: Uint8Array, { name, part }: SheetPart, { take, count }: Reading): Promise<ReadSheet> {
  const rows: ReadRow[] = [];
  const merged: string[] = [];
  const reader = createCellReader<ReadCell>({
    take,
    nothing: null,
    addRow(row, cells) {
      const filled = cells.filter((cell) => cell !== null && cell !== '').length;
      if (filled === 0) return;
      count(filled, name);
      rows.push({ row, cells });
    },
    merged: (range) => void merged.push(range),
  });
  for await (const piece of entryPieces(bytes, part!)) reader.write(piece);
  reader.end();
  return { name, rows, merged };
}

function wordsOf(xml: Buffer | undefined, isWanted: (element: string) => boolean): string {
  const words: string[] = [];
  let element = '';
  if (xml === undefined) return '';
  try {
    readXml(xml, {
      open: (name) => {
        element = name;
      },
      text: (piece) => {
        if (isWanted(element) && piece.trim() !== '') words.push(piece);
      },
    });
  } catch {
    // What a file says of itself may be broken without its cells being so.
  }
  return words.join(' ').slice(0, 10_000);
}
