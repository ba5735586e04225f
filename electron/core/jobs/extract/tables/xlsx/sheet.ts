// The rows of one sheet as they are read by people.

import { isoSerial } from '../formats/date-format.ts';
import { formattedNumber } from '../formats/number-format.ts';
import type { XlsxPackage } from './package.ts';
import { unescaped } from './rich-text.ts';
import { createCellReader, type FoundCell } from './sheet-cells.ts';

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

type AddRow = (row: number, cells: readonly string[]) => void;

export function createSheetReader({ sharedStrings, formats, is1904 }: Omit<XlsxPackage, 'sheets'>, addRow: AddRow): SheetReader {
  const holes: Hole[] = [];

  function take({ type, style, hasFormula, name, value, formula }: FoundCell, words: () => string): string {
    if (type === 'inlineStr') return words();
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

  const reader = createCellReader<string>({ take, nothing: '', addRow });
  return {
    write: reader.write,
    end() {
      reader.end();
      return { holes, hiddenRows: reader.hidden.rows, hiddenColumns: reader.hidden.columns };
    },
  };
}
