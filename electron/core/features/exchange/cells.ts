// What a table of an export is made of, the same for every format.

export type Cell = string | number | Day | Link | null;
/** A calendar day, `YYYY-MM-DD`. */
export interface Day {
  readonly day: string;
}
/** Text that leads to a web address or, with `sheet` and `row` (0-based, without the head), to a row of this export. */
export interface Link {
  readonly text: string;
  readonly url?: string;
  readonly sheet?: string;
  readonly row?: number;
}

export interface Column<T> {
  readonly header: string;
  readonly width?: number;
  readonly isHidden?: boolean;
  cell(record: T): Cell;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Omit<Column<never>, 'cell'>[];
  readonly rows: readonly (readonly Cell[])[];
}

export function table<T>(name: string, columns: readonly Column<T>[], records: readonly T[]): Table {
  return {
    name,
    columns: columns as readonly Omit<Column<never>, 'cell'>[],
    rows: records.map((record) => columns.map((column) => column.cell(record))),
  };
}

export const words = (value: string | null): string => (value ?? '').replaceAll('_', ' ');
export const joined = (values: readonly string[]): string => values.join('; ');

/** Decimal text as a number; one that a spreadsheet would round stays text. */
export function numberCell(text: string | null): Cell {
  if (text === null) return null;
  const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  return digits.length <= 15 ? Number(text) : text;
}

/** Spreadsheets know no day before 1900-03-01 that all of them agree on. */
export function dayCell(day: string | null): Cell {
  return day === null ? null : day >= '1900-03-01' && day <= '9999-12-31' ? { day } : day;
}
