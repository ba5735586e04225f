// Spreadsheets as data sets. The zip was looked through before; formulas show their last result, nothing is computed and no
// link is followed. Sheets are read as a stream, so that a large one never stands in memory whole.

import { AppError } from '../../../../../../shared/errors.ts';
import type { Dropped } from '../../../../../../shared/features/sources/model.ts';
import { type Message, message } from '../../../../../../shared/message.ts';
import { type Extracted, type ExtractRequest, nothingKnown } from '../../extracted.ts';
import { xlsxType } from '../../media-type.ts';
import { type CheckedZip, entryPieces } from '../../office/check-zip.ts';
import { coreProperties } from '../../office/core-properties.ts';
import { leftOutOf } from '../../office/left-out.ts';
import { createSheetText, foldedWarning, type SheetText } from '../sheet-text.ts';
import { cellComments } from './comments.ts';
import { readPackage, type SheetPart, type XlsxPackage } from './package.ts';
import { createSheetReader, type SheetFindings } from './sheet.ts';

export async function extractXlsx(request: ExtractRequest, zip: CheckedZip): Promise<Extracted> {
  const sheetText = createSheetText(request.name);
  const names = new Set(zip.names);
  const file = readPackage(zip.kept, (part) => names.has(part));
  const tables = file.sheets.filter((sheet) => sheet.type === 'worksheet');
  const read: ReadSheet[] = [];
  for (const sheet of tables) read.push({ sheet, findings: await readSheet(request.bytes, { file, sheet, sheetText }) });
  const unread = read.filter(({ findings }) => findings === undefined).map(({ sheet }) => sheet.name);
  if (tables.length === 0 || unread.length === tables.length) throw new AppError('unreadable', 'reading.noSheet', { name: request.name });
  const { text, sheets, folded } = sheetText.finish();
  return {
    ...nothingKnown,
    ...coreProperties(zip.kept.get('docProps/core.xml')),
    text,
    kind: 'dataset',
    layout: { kind: 'sheets', sheets },
    mediaType: xlsxType,
    extractor: 'xlsx-2',
    dropped: [...otherSheets(file.sheets), ...leftOutOf(zip.names, parts), ...holesOf(read), ...cellComments(zip.kept, file.sheets)],
    warnings: [
      ...tables.filter((sheet) => sheet.isHidden).map((sheet) => message('reading:warning.hiddenSheet', { sheet: sheet.name })),
      ...unread.map((name) => message('reading:warning.unreadSheet', { sheet: name })),
      ...read.flatMap(({ sheet, findings }) => (findings === undefined ? [] : findingWarnings(sheet, findings))),
      ...foldedWarning(folded),
    ],
  };
}

interface ReadSheet {
  readonly sheet: SheetPart;
  /** Undefined where the sheet cannot be read. */
  readonly findings: SheetFindings | undefined;
}

interface SheetToRead {
  readonly file: XlsxPackage;
  readonly sheet: SheetPart;
  readonly sheetText: SheetText;
}

async function readSheet(bytes: Uint8Array, { file, sheet, sheetText }: SheetToRead): Promise<SheetFindings | undefined> {
  if (sheet.part === undefined) return undefined;
  sheetText.begin(sheet.name);
  const reader = createSheetReader(file, sheetText.addRow);
  try {
    for await (const piece of entryPieces(bytes, sheet.part)) reader.write(piece);
    return reader.end();
  } catch (error) {
    if (error instanceof AppError) throw error;
    return undefined;
  }
}

/** Charts, macros and dialogs that stand among the sheets are no tables. */
function otherSheets(sheets: readonly SheetPart[]): Dropped[] {
  const kinds: Readonly<Record<string, string>> = { chartsheet: 'reading:leftOut.chartSheet', dialogsheet: 'reading:leftOut.dialogSheet' };
  return sheets
    .filter((sheet) => sheet.type !== 'worksheet')
    .map(({ name, type }) => ({ what: message(kinds[type] ?? 'reading:leftOut.macroSheet'), text: name }));
}

function holesOf(read: readonly ReadSheet[]): Dropped[] {
  return read.flatMap(({ sheet, findings }) =>
    (findings?.holes ?? []).slice(0, mostHoles).map(({ cell, formula }) => ({
      what: message('reading:leftOut.formulaWithoutResult'),
      text: `${sheet.name}!${cell}: ${formula}`.slice(0, 500),
    })),
  );
}

const mostHoles = 50;

function findingWarnings({ name }: SheetPart, { holes, hiddenRows, hiddenColumns }: SheetFindings): Message[] {
  const cells = { list: holes.slice(0, mostHoles).map((hole) => hole.cell), most: 12 };
  return [
    ...(holes.length > 0 ? [message('reading:warning.formulasWithoutResult', { count: holes.length, sheet: name, cells })] : []),
    ...(hiddenRows + hiddenColumns > 0 ? [message('reading:warning.hiddenCells', { sheet: name })] : []),
  ];
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/^xl\/vbaProject\.bin$/, 'reading:leftOut.macros'],
  [/^xl\/externalLinks\/externalLink\d+\.xml$/, 'reading:leftOut.workbookLinks'],
  [/^xl\/charts\/chart[^/]*\.xml$/, 'reading:leftOut.charts'],
  [/^xl\/media\//, 'reading:leftOut.pictures'],
  [/^xl\/pivotTables\//, 'reading:leftOut.pivotTables'],
];
