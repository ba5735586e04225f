// Ids of rows of imported tables. They follow from the bytes of the table, its mapping and the cell, so that a row has the same id
// in every copy and can be found without a list of ids: UUIDs of version 8 (RFC 9562), of 11 bytes that name the rows of an
// import and 5 that name the cell: one bit for its passage, 25 for the row, 14 for the column.

export interface RowPlace {
  /** Names the rows of an import: 22 hex digits. */
  readonly key: string;
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly isPassage: boolean;
}

const columns = 2 ** 14;
const passageFrom = 2 ** 39;

/** The number of a cell, as it stands in ids and orders the rows of an import: 14 bits for the column below those of the row. */
export function cellNumber(row: number, column: number): number {
  return row * columns + column - 1;
}

export function cellOfNumber(number: number): { readonly row: number; readonly column: number } {
  return { row: Math.floor(number / columns), column: (number % columns) + 1 };
}

/** Numbers that cells can have, the last excluded. */
export const cellNumbers = { from: cellNumber(1, 1), to: passageFrom } as const;

/** The key of rows from at least 11 bytes of a digest, in hex. */
export function rowsKey(digest: string): string {
  const bytes = Array.from({ length: 11 }, (_, index) => Number.parseInt(digest.slice(2 * index, 2 * index + 2), 16));
  bytes[0]! &= 0x7f;
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function rowId(key: string, row: number, column: number): string {
  return idOf(key, cellNumber(row, column));
}

export function rowPassageId(key: string, row: number, column: number): string {
  return idOf(key, passageFrom + cellNumber(row, column));
}

function idOf(key: string, cell: number): string {
  const hex = key + cell.toString(16).padStart(10, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Undefined for an id that no row can have. */
export function rowPlaceOf(id: string): RowPlace | undefined {
  if (id[14] !== '8' || id.length !== 36) return undefined;
  const hex = id.replaceAll('-', '');
  const number = Number.parseInt(hex.slice(22), 16);
  const cell = cellOfNumber(number % passageFrom);
  return cell.row === 0 ? undefined : { key: hex.slice(0, 22), ...cell, isPassage: number >= passageFrom };
}
