// What a table of an export is made of, the same for every format.
import type { Extra } from '../../../../shared/features/exchange/extras.ts';

export type Cell = string | number | Shown | Day | Link | null;
/** A number that a spreadsheet shows with its qualifier and unit, by a number format. */
export interface Shown {
  readonly number: number;
  readonly format: string;
}
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
  /** What the cell says of the record and can be read back; a column without it is worked out from others. */
  readonly field?: string;
  /** Written only where this was asked for. */
  readonly extra?: Extra;
  /** Cells may lead to addresses outside of the file. */
  readonly leads?: boolean;
  /** Words that a spreadsheet proposes for the cell. */
  readonly choices?: readonly string[];
  cell(record: T): Cell;
}

export type Head = Omit<Column<never>, 'cell'>;

/** Made row by row as they are read, so that a long table never stands in memory whole. */
export interface Rows extends Iterable<readonly Cell[]> {
  readonly length: number;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Head[];
  readonly rows: Rows;
}

export function table<T>(name: string, columns: readonly Column<T>[], records: readonly T[]): Table {
  return {
    name,
    columns,
    rows: {
      length: records.length,
      *[Symbol.iterator]() {
        for (const record of records) yield columns.map((column) => column.cell(record));
      },
    },
  };
}

export const words = (value: string | null): string => (value ?? '').replaceAll('_', ' ');

const listEnd = '; ';

/** Texts apart by semicolons; one that holds a semicolon, or begins with a quotation mark, stands in quotation marks. */
export function joined(values: readonly string[]): string {
  return values.map((value) => (/;|；|^"/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(listEnd);
}

/** The texts that `joined` put together. */
export function parted(text: string): string[] {
  const parts = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"(?=\s*(?:[;；]|$))|([^;；]*))\s*(?:[;；]|$)/gu)];
  return parts.map(([, quoted, plain = '']) => (quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'))).filter((part) => part !== '');
}

/** Decimal text as a number; one that a spreadsheet would round stays text. */
export function numberCell(text: string | null): Cell {
  if (text === null) return null;
  const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  return digits.length <= 15 ? Number(text) : text;
}

/** The same, shown with what stands before and behind it: `≥ 1,400,000 units`. */
export function shownCell(text: string | null, { before, behind }: { readonly before: string; readonly behind: string }): Cell {
  const cell = numberCell(text);
  if (typeof cell !== 'number') return cell;
  const digits = text!.includes('.') ? `.${'0'.repeat(text!.split('.')[1]!.length)}` : '';
  const literal = (words: string) => (words === '' ? '' : `"${words.replaceAll('"', '')}"`);
  return { number: cell, format: `${literal(before)}#,##0${digits}${literal(behind)}` };
}

/** Spreadsheets know no day before 1900-03-01 that all of them agree on. */
export function dayCell(day: string | null): Cell {
  return day === null ? null : day >= '1900-03-01' && day <= '9999-12-31' ? { day } : day;
}

/** What is read of a cell, whatever it is made of. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if ('number' in cell) return String(cell.number);
  return 'day' in cell ? cell.day : cell.text;
}
