// One sheet as XML, piece by piece: rows are made while they are written. Text is always a text cell, so that a note beginning
// with "=" stays a note.
import { columnName } from '../../../../../shared/features/sources/cells.ts';
import type { Cell, Head, Link, Table } from '../cells.ts';
import { type Looks, styles } from './styles.ts';
import { cutText, xmlText } from './xml-text.ts';

/** Where a cell leads. */
interface Reference {
  readonly at: string;
  readonly link: Link;
}

export interface SheetPart {
  /** @yields pieces of the XML of the sheet. */
  xml(): Generator<string>;
  /** Addresses outside of the file, known once the XML was made: relation `rId1` is the first. */
  readonly addresses: readonly string[];
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Rows under the last one in which a spreadsheet still proposes words. */
const freshRows = 1000;
const daysFrom1900 = 25_569;
const millisecondsPerDay = 86_400_000;
/** Characters in a piece. */
const pieceSize = 65_536;

export function sheetPart(table: Table, looks: Looks): SheetPart {
  const addresses: string[] = [];
  return {
    addresses,
    *xml() {
      yield `${head}<worksheet xmlns="${main}" xmlns:r="${relations}"><dimension ref="${rangeOf(table)}"/>${view}${columnsXml(table.columns)}<sheetData>`;
      const references: Reference[] = [];
      yield* rowsXml(table, { references, looks });
      yield `</sheetData><autoFilter ref="${rangeOf(table)}"/>${choicesXml(table)}`;
      if (references.length > 0) {
        yield '<hyperlinks>';
        for (const reference of references) yield referenceXml(reference, addresses);
        yield '</hyperlinks>';
      }
      yield '</worksheet>';
    },
  };
}

const view =
  '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>';

export function rangeOf({ columns, rows }: Table): string {
  return `A1:${columnName(columns.length)}${rows.length + 1}`;
}

function columnsXml(columns: readonly Head[]): string {
  const one = ({ width = 12, isHidden }: Head, index: number) =>
    `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`;
  return `<cols>${columns.map(one).join('')}</cols>`;
}

interface Noted {
  readonly references: Reference[];
  readonly looks: Looks;
}

function* rowsXml({ columns, rows }: Table, noted: Noted): Generator<string> {
  const names = columns.map((_, index) => columnName(index + 1));
  let piece = `<row r="1">${columns.map(({ header }, index) => textXml(`${names[index]}1`, header, styles.head)).join('')}</row>`;
  let number = 1;
  for (const row of rows) {
    number += 1;
    piece += `<row r="${number}">`;
    for (let index = 0; index < row.length; index += 1) piece += cellXml(`${names[index]}${number}`, row[index]!, noted);
    piece += '</row>';
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Spreadsheets drop empty texts; a file that never had any comes back as it went. */
function cellXml(at: string, cell: Cell, { references, looks }: Noted): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return textXml(at, cutText(cell));
  if ('number' in cell) return `<c r="${at}" s="${looks.of(cell.format)}"><v>${cell.number}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="${styles.day}"><v>${Date.parse(`${cell.day}T00:00:00Z`) / millisecondsPerDay + daysFrom1900}</v></c>`;
  if (cell.text === '') return '';
  references.push({ at, link: cell });
  return textXml(at, cutText(cell.text), styles.link);
}

function textXml(at: string, text: string, style?: number): string {
  return `<c r="${at}"${style === undefined ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** Other words may be typed all the same: a workbook has words of its own. */
function choicesXml({ columns, rows }: Table): string {
  const all = columns.flatMap(({ choices, isHidden }, index) => {
    if (choices === undefined || isHidden || rows.length === 0) return [];
    const name = columnName(index + 1);
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${name}2:${name}${rows.length + freshRows}"><formula1>"${xmlText(choices.join(','))}"</formula1></dataValidation>`;
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

function referenceXml({ at, link: { url, sheet, row = 0 } }: Reference, addresses: string[]): string {
  if (url === undefined) return `<hyperlink ref="${at}" location="${xmlText(`'${(sheet ?? '').replaceAll("'", "''")}'!A${row + 2}`)}"/>`;
  addresses.push(url);
  return `<hyperlink ref="${at}" r:id="rId${addresses.length}"/>`;
}
