// The rows of one sheet, as its XML comes in: a large sheet never stands in memory whole.

import { columnOfName } from '../../../../../../shared/features/sources/cells.ts';
import { type Attributes, createXmlReader } from '../../office/xml.ts';
import { isoSerial } from '../formats/date-format.ts';
import { formattedNumber } from '../formats/number-format.ts';
import { isTrue, type XlsxPackage } from './package.ts';
import { createRichText, unescaped } from './rich-text.ts';

export interface SheetReader {
  write(piece: Uint8Array): void;
  end(): SheetFindings;
}

export interface SheetFindings {
  /** Cells with a formula whose result the file does not hold. */
  readonly holes: readonly Hole[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

export interface Hole {
  readonly cell: string;
  readonly formula: string;
}

/** Stands where a formula has no result. */
export const holeMark = '=…';

interface OpenCell {
  readonly column: number;
  readonly name: string;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
}

type AddRow = (row: number, cells: readonly string[]) => void;

export function createSheetReader({ sharedStrings, formats, is1904 }: Omit<XlsxPackage, 'sheets'>, addRow: AddRow): SheetReader {
  const rich = createRichText();
  const holes: Hole[] = [];
  const hidden = { rows: 0, columns: 0 };
  let row = 0;
  let cells: string[] = [];
  let cell: OpenCell | undefined;
  let [value, formula] = ['', ''];
  let taking: 'value' | 'formula' | undefined;

  const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    row(attributes) {
      row = Number(attributes.r) || row + 1;
      cells = [];
      if (isTrue(attributes.hidden)) hidden.rows += 1;
    },
    col(attributes) {
      if (isTrue(attributes.hidden)) hidden.columns += 1;
    },
    c({ r = '', t = 'n', s = '0' }) {
      const letters = /^[A-Z]+/i.exec(r)?.[0];
      const column = letters === undefined ? cells.length + 1 : columnOfName(letters.toUpperCase());
      cell = { column, name: r, type: t, style: Number(s), hasFormula: false };
      [value, formula] = ['', ''];
      rich.begin();
    },
    v() {
      taking = 'value';
    },
    f() {
      taking = 'formula';
      if (cell !== undefined) cell.hasFormula = true;
    },
  };

  function textOf({ type, style, hasFormula, name }: OpenCell): string {
    if (type === 'inlineStr') return rich.end();
    if (value === '' && type !== 'str') {
      if (!hasFormula) return '';
      holes.push({ cell: name, formula: `=${formula}` });
      return holeMark;
    }
    if (type === 's') return sharedStrings[Number(value)] ?? '';
    if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    if (type === 'str' || type === 'e') return unescaped(value);
    const number = type === 'd' ? isoSerial(value) : Number(value);
    if (number === undefined || !Number.isFinite(number)) return value;
    return formattedNumber(number, formats[style] ?? 'General', { is1904: is1904 && type !== 'd', isDate: type === 'd' });
  }

  const reader = createXmlReader({
    open(name, attributes) {
      if (cell !== undefined && name !== 'v' && name !== 'f') rich.open(name, attributes);
      else open[name]?.(attributes);
    },
    text(words) {
      if (taking === 'value') value += words;
      else if (taking === 'formula') formula += words;
      else if (cell !== undefined) rich.text(words);
    },
    close(name) {
      if (name === 'v' || name === 'f') taking = undefined;
      else if (name === 'row') addRow(row, cells);
      else if (name === 'c' && cell !== undefined) {
        while (cells.length < cell.column - 1) cells.push('');
        cells[cell.column - 1] = textOf(cell);
        cell = undefined;
      } else if (cell !== undefined) rich.close(name);
    },
  });

  return {
    write: reader.write,
    end() {
      reader.end();
      return { holes, hiddenRows: hidden.rows, hiddenColumns: hidden.columns };
    },
  };
}
