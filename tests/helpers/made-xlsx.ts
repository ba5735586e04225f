// Spreadsheet files whose XML a test writes itself, such as no library would.
import { type MadeEntry, makeZip } from './made-zip.ts';

export interface MadeSheet {
  readonly name: string;
  /** Rows as XML, or rows of cells as XML: `<c r="A1"><v>1</v></c>`. */
  readonly rows: string | readonly (readonly string[])[];
  /** Last word of its kind, such as `chartsheet`. */
  readonly type?: string;
  readonly more?: string;
}

export interface MadeXlsx {
  readonly sheets: readonly MadeSheet[];
  readonly formats?: readonly string[];
  /** `<si>` elements. */
  readonly strings?: string;
  readonly is1904?: boolean;
  readonly others?: readonly MadeEntry[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function makeXlsx({ sheets, formats = [], strings, is1904 = false, others = [] }: MadeXlsx): Promise<Uint8Array> {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = sheets.map(({ type = 'worksheet' }, index) => relation(`r${index}`, type, `sheets/s${index}.xml`)).join('');
  const more = `${relation('st', 'styles', 'styles.xml')}${strings === undefined ? '' : relation('ss', 'sharedStrings', 'sharedStrings.xml')}`;
  return makeZip([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packageRelations}">${relation('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"/>`).join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships xmlns="${packageRelations}">${relations}${more}</Relationships>` },
    { name: 'xl/styles.xml', content: styles(formats) },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${strings}</sst>` }]),
    ...sheets.map(({ rows, more: rest = '' }, index) => ({
      name: `xl/sheets/s${index}.xml`,
      content: `<worksheet xmlns="${main}"><sheetData>${rowsXml(rows)}</sheetData>${rest}</worksheet>`,
    })),
    ...others,
  ]);
}

function rowsXml(rows: MadeSheet['rows']): string {
  return typeof rows === 'string' ? rows : rows.map((cells, index) => `<row r="${index + 1}">${cells.join('')}</row>`).join('');
}

/** Style n, from 1, has the n-th format. */
function styles(formats: readonly string[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const own = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`).join('');
  const uses = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('');
  return `<styleSheet xmlns="${main}"><numFmts>${own}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${uses}</cellXfs></styleSheet>`;
}
