// Tables as .xlsx. Sheets are written and packed as they are made; the same tables give the same bytes.
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Table } from '../cells.ts';
import { rangeOf, type SheetPart, sheetPart } from './sheet-xml.ts';
import { createLooks } from './styles.ts';
import { xmlText } from './xml-text.ts';

export interface XlsxMarks {
  /** What the file says of itself, in its own property and as its identifier. */
  readonly identity: string;
  readonly property: string;
  /** Sheets that are not shown. */
  readonly hidden: readonly string[];
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const pack = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The first day that a zip can tell, so that no file tells when it was made. */
const noDay = new Date(1980, 0, 1);
/** Twice as quick as the usual 6, and a tenth larger. */
const compressionLevel = 3;

export async function toXlsx(tables: readonly Table[], marks: XlsxMarks): Promise<Uint8Array> {
  return await buffer(writeXlsx(tables, marks));
}

/** The bytes as they are made; what goes wrong in a table ends the stream with its error. */
export function writeXlsx(tables: readonly Table[], marks: XlsxMarks): Readable {
  const zip = new ZipFile();
  const made = zip.outputStream as Readable;
  const fail = (error: unknown) => void made.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  const looks = createLooks();
  const parts = tables.map((table) => sheetPart(table, looks));
  const add = (name: string, pieces: () => Iterable<string>) =>
    zip.addReadStreamLazy(name, { mtime: noDay, forceDosTimestamp: true, compressionLevel }, (give) =>
      give(null, Readable.from(bytesOf(pieces(), fail), { objectMode: true, highWaterMark: 1 })),
    );
  add('[Content_Types].xml', () => [contentTypes(tables.length)]);
  add('_rels/.rels', () => [packageRelations]);
  add('docProps/core.xml', () => [coreXml(marks)]);
  add('docProps/custom.xml', () => [customXml(marks)]);
  add('xl/workbook.xml', () => [workbookXml(tables, marks)]);
  add('xl/_rels/workbook.xml.rels', () => [workbookRelations(tables.length)]);
  parts.forEach((part, index) => {
    add(`xl/worksheets/sheet${index + 1}.xml`, part.xml);
    // Read after the sheet: only then its addresses are known.
    if (tables[index]!.columns.some((column) => column.leads)) add(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, () => [addressRelations(part)]);
  });
  // After the sheets: only then the looks that they ask for are known.
  add('xl/styles.xml', () => [looks.xml()]);
  zip.end();
  return made;
}

/** A stream would throw what goes wrong here where nobody hears it. */
function* bytesOf(pieces: Iterable<string>, fail: (error: unknown) => void): Generator<Buffer> {
  try {
    for (const piece of pieces) if (piece !== '') yield Buffer.from(piece, 'utf8');
  } catch (error) {
    fail(error);
  }
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`;
  return [
    `${xmlHead}<Types xmlns="${pack}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', `${sheetType}.sheet.main+xml`),
    override('/xl/styles.xml', `${sheetType}.styles+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'),
    ...Array.from({ length: sheets }, (_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, `${sheetType}.worksheet+xml`)),
    '</Types>',
  ].join('');
}

const packageRelations = relations([
  [`${office}/relationships/officeDocument`, 'xl/workbook.xml'],
  [`${pack}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${office}/relationships/custom-properties`, 'docProps/custom.xml'],
]);

function workbookRelations(sheets: number): string {
  const names = Array.from({ length: sheets }, (_, index) => [`${office}/relationships/worksheet`, `worksheets/sheet${index + 1}.xml`] as const);
  return relations([...names, [`${office}/relationships/styles`, 'styles.xml']]);
}

function addressRelations({ addresses }: SheetPart): string {
  return relations(
    addresses.map((address) => [`${office}/relationships/hyperlink`, address] as const),
    'External',
  );
}

function relations(list: readonly (readonly [type: string, target: string])[], mode?: 'External'): string {
  const one = ([type, target]: readonly [string, string], index: number) =>
    `<Relationship Id="rId${index + 1}" Type="${type}" Target="${xmlText(target)}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`;
  return `${xmlHead}<Relationships xmlns="${pack}/relationships">${list.map(one).join('')}</Relationships>`;
}

/** Without the name of the filter LibreOffice drops it. */
function workbookXml(tables: readonly Table[], { hidden }: XlsxMarks): string {
  const sheets = tables.map(
    ({ name }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const filters = tables.map((table, index) => {
    const range = rangeOf(table).replace(/[A-Z]+|\d+/g, '$$$&');
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${xmlText(table.name)}'!${range}</definedName>`;
  });
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}/relationships"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

function coreXml({ identity }: XlsxMarks): string {
  return `${xmlHead}<cp:coreProperties xmlns:cp="${pack}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier>${xmlText(identity)}</dc:identifier></cp:coreProperties>`;
}

function customXml({ identity, property }: XlsxMarks): string {
  return `${xmlHead}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${property}"><vt:lpwstr>${xmlText(identity)}</vt:lpwstr></property></Properties>`;
}
