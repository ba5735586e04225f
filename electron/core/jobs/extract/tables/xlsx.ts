// Spreadsheets as data sets. The zip was looked through before; formulas show their last result, nothing is computed and no
// link is followed. Very large sheets are read as a stream, where the formats of cells are not known.

import { readXlsx, streamXlsxRows, type Workbook } from 'hucre';
import { AppError } from '../../../../../shared/errors.ts';
import { message } from '../../../../../shared/message.ts';
import { type Extracted, type ExtractRequest, nothingKnown } from '../extracted.ts';
import { xlsxType } from '../media-type.ts';
import type { CheckedZip } from '../office/check-zip.ts';
import { coreProperties } from '../office/core-properties.ts';
import { leftOutOf } from '../office/left-out.ts';
import { cellText } from './cell-text.ts';
import { createSheetText, foldedWarning, type SheetText } from './sheet-text.ts';

/** Unpacked bytes above which a file is read as a stream, so that its grid never stands in memory whole. */
const streamedBytes = 96 * 1024 * 1024;

interface SheetInfo {
  readonly name: string;
  readonly isHidden: boolean;
}

export async function extractXlsx(request: ExtractRequest, zip: CheckedZip): Promise<Extracted> {
  const sheetText = createSheetText(request.name);
  const infos = sheetInfos(zip);
  const workbook = zip.unpackedBytes > streamedBytes ? undefined : await readXlsx(request.bytes, { readStyles: true }).catch(() => undefined);
  const unread = workbook === undefined ? await readStreamed(request.bytes, infos, sheetText) : readWhole(workbook, sheetText);
  if (infos.length === 0 || unread.length === infos.length) throw new AppError('unreadable', 'reading.noSheet', { name: request.name });
  const { text, sheets, folded } = sheetText.finish();
  return {
    ...nothingKnown,
    ...coreProperties(zip.kept.get('docProps/core.xml')),
    text,
    kind: 'dataset',
    layout: { kind: 'sheets', sheets },
    mediaType: xlsxType,
    extractor: 'xlsx-1',
    dropped: leftOutOf(zip.names, parts),
    warnings: [
      ...infos.filter((sheet) => sheet.isHidden).map((sheet) => message('reading:warning.hiddenSheet', { sheet: sheet.name })),
      ...(workbook === undefined ? [message('reading:warning.noFormats')] : []),
      ...unread.map((name) => message('reading:warning.unreadSheet', { sheet: name })),
      ...foldedWarning(folded),
    ],
  };
}

/** Both readers return the names of the sheets that could not be read. */
function readWhole(workbook: Workbook, sheetText: SheetText): string[] {
  for (const { name, rows, cells } of workbook.sheets) {
    sheetText.begin(name);
    rows.forEach((row, index) => {
      sheetText.addRow(
        index + 1,
        row.map((value, column) => cellText(value, cells?.get(`${index},${column}`)?.style?.numFmt)),
      );
    });
  }
  return [];
}

async function readStreamed(bytes: Uint8Array, infos: readonly SheetInfo[], sheetText: SheetText): Promise<string[]> {
  const unread: string[] = [];
  for (const { name } of infos) {
    sheetText.begin(name);
    try {
      for await (const { index, values } of streamXlsxRows(bytes, { sheet: name })) {
        sheetText.addRow(
          index + 1,
          values.map((value) => cellText(value)),
        );
      }
    } catch (error) {
      if (error instanceof AppError) throw error;
      unread.push(name);
    }
  }
  return unread;
}

function sheetInfos(zip: CheckedZip): SheetInfo[] {
  const xml = [...zip.kept].find(([name]) => name.endsWith('workbook.xml'))?.[1].toString('utf8') ?? '';
  return [...xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => ({
    name: unescapeXml(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    isHidden: /\bstate="(hidden|veryHidden)"/.test(attributes),
  }));
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/^xl\/vbaProject\.bin$/, 'reading:leftOut.macros'],
  [/^xl\/externalLinks\/externalLink\d+\.xml$/, 'reading:leftOut.workbookLinks'],
  [/^xl\/charts\/chart[^/]*\.xml$/, 'reading:leftOut.charts'],
  [/^xl\/media\//, 'reading:leftOut.pictures'],
  [/^xl\/(comments|threadedComments\/)[^/]*\.xml$/, 'reading:leftOut.cellComments'],
  [/^xl\/pivotTables\//, 'reading:leftOut.pivotTables'],
];
