// Names of cells as spreadsheets write them: columns A to XFD, rows from 1.

/** `1` is A, `27` is AA. */
export function columnName(column: number): string {
  let rest = column;
  let name = '';
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}

type Cell = readonly [row: number, column: number];

/** `B7` for one cell, `B7:D9` for several. */
export function cellRange(from: Cell, to: Cell): string {
  const name = ([row, column]: Cell) => `${columnName(column)}${row}`;
  return name(from) === name(to) ? name(from) : `${name(from)}:${name(to)}`;
}
