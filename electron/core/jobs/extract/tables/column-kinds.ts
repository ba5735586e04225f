// What the columns of separated values hold, as far as lines show it that are rows beyond doubt: numbers, or cells that are
// always quoted. A line whose cells are otherwise is no row.
import { bestCells, type Cell, hasPairs, type QuoteStyle } from './line-cells.ts';

export interface ColumnKinds {
  /** Some column has a kind. */
  readonly areKnown: boolean;
  fit(cells: readonly Cell[]): boolean;
}

const number = /^\s*[-+(]?\s*[\d.,'\s\u00a0]*\d[\d.,'\s\u00a0]*[%)]?\s*$/;
const looked = 2000;
const fewestRows = 2;
/** Shares of the rows in which a column must hold a number, or be quoted, to be known for it. */
const mostlyNumbers = 0.6;
const mostlyQuoted = 0.9;

export function columnKinds(source: string, style: QuoteStyle): ColumnKinds {
  const { width } = style;
  const numbers = Array.from({ length: width }, () => 0);
  const quoted = Array.from({ length: width }, () => 0);
  let rows = 0;
  for (const line of source.split('\n', looked)) {
    const { cells, oddities } = bestCells(line, style);
    if (cells.length !== width || oddities > 0 || !hasPairs(line, style.quote)) continue;
    rows += 1;
    for (const [column, cell] of cells.entries()) {
      if (number.test(cell.text)) numbers[column]! += 1;
      if (cell.isQuoted) quoted[column]! += 1;
    }
  }
  const isNumber = numbers.map((count) => rows >= fewestRows && count > mostlyNumbers * rows);
  const isQuoted = quoted.map((count) => rows >= fewestRows && count > mostlyQuoted * rows);
  return {
    areKnown: [...isNumber, ...isQuoted].some((is) => is),
    fit: (cells) =>
      cells.every(({ text, isQuoted: hasQuotes }, column) => {
        if (isNumber[column] === true && text.trim() !== '' && !number.test(text)) return false;
        return isQuoted[column] !== true || hasQuotes || text.trim() === '';
      }),
  };
}
