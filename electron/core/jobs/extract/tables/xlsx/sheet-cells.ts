// The cells of one sheet, row by row, as its XML comes in: a large sheet never stands in memory whole.

import { columnOfName } from '../../../../../../shared/features/sources/cells.ts';
import { type Attributes, createXmlReader, type XmlReader } from '../../office/xml.ts';
import { isTrue } from './package.ts';
import { createRichText } from './rich-text.ts';

/** A cell as the file writes it. */
export interface FoundCell {
  readonly column: number;
  readonly name: string;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string;
  formula: string;
}

export interface CellTaker<T> {
  /** What becomes of a cell; `words` are those that stand in the cell itself. */
  take(cell: FoundCell, words: () => string): T;
  /** Stands where a row has no cell. */
  readonly nothing: T;
  addRow(row: number, cells: readonly T[]): void;
  /** Cells that were made one, such as `B2:B4`. */
  merged?(range: string): void;
}

export interface CellReader extends XmlReader {
  readonly hidden: { readonly rows: number; readonly columns: number };
}

export function createCellReader<T>({ take, nothing, addRow, merged }: CellTaker<T>): CellReader {
  const rich = createRichText();
  const hidden = { rows: 0, columns: 0 };
  let row = 0;
  let cells: T[] = [];
  let cell: FoundCell | undefined;
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
      cell = { column, name: r, type: t, style: Number(s), hasFormula: false, value: '', formula: '' };
      rich.begin();
    },
    v() {
      taking = 'value';
    },
    f() {
      taking = 'formula';
      if (cell !== undefined) cell.hasFormula = true;
    },
    mergeCell({ ref = '' }) {
      merged?.(ref);
    },
  };

  const reader = createXmlReader({
    open(name, attributes) {
      if (cell !== undefined && name !== 'v' && name !== 'f') rich.open(name, attributes);
      else open[name]?.(attributes);
    },
    text(words) {
      if (cell === undefined) return;
      if (taking === 'value') cell.value += words;
      else if (taking === 'formula') cell.formula += words;
      else rich.text(words);
    },
    close(name) {
      if (name === 'v' || name === 'f') taking = undefined;
      else if (name === 'row') addRow(row, cells);
      else if (name === 'c' && cell !== undefined) {
        while (cells.length < cell.column - 1) cells.push(nothing);
        cells[cell.column - 1] = take(cell, rich.end);
        cell = undefined;
      } else if (cell !== undefined) rich.close(name);
    },
  });
  return { ...reader, hidden };
}
