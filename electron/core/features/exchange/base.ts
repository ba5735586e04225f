// What an exported spreadsheet says of the state that it shows, so that what was edited outside can be compared with it. It is
// written three times, since programs that save the file again lose now this, now that; each row has its marks twice for the
// same reason: in hidden columns, and in a hidden sheet.
import { createHash } from 'node:crypto';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { type Cell, type Column, joined, type Rows, type Table, textOf } from './cells.ts';

/** Which copy of a workbook it is, and at which edit; null before the first. */
export interface Origin {
  readonly workbook: string;
  readonly replica: string | null;
  readonly edit: string | null;
}

export interface ExportBase extends Origin {
  readonly format: number;
  /** Of the values as worded. */
  readonly language: string;
}

export const baseFormat = 1;
export const baseProperty = 'AssayExport';
export const marksSheet = '_assay';

const nothing = '-';

export function baseText({ format, workbook, replica, edit, language }: ExportBase): string {
  return ['assay-export', format, workbook, replica ?? nothing, edit ?? nothing, language].join(':');
}

/** Undefined for what is no such text. */
export function readBase(text: string): ExportBase | undefined {
  const [, format, workbook = '', replica = nothing, edit = nothing, language = 'en'] =
    /assay-export:(\d{1,9}):([0-9a-f-]{36})(?::([0-9a-f-]{1,36}):([0-9a-f-]{1,36}):([A-Za-z-]{2,20}))?/.exec(text) ?? [];
  if (format === undefined) return undefined;
  const known = (id: string) => (id === nothing ? null : id);
  return { format: Number(format), workbook, replica: known(replica), edit: known(edit), language };
}

/** What a row says, told by the cells that can be read back: the same after the file was saved by any program. */
export function rowDigest(columns: readonly Pick<Column<never>, 'field'>[], cells: readonly Cell[]): string {
  const said = columns.flatMap(({ field }, index) => (field === undefined ? [] : [`${field}=${digestText(textOf(cells[index] ?? null))}`]));
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

/** Programs differ in white space and line ends. */
export function digestText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

export const digestHeader = 'row digest';

/** The table with a hidden column of digests behind its own. */
export function withDigests(table: Table): Table {
  const { columns, rows } = table;
  return {
    ...table,
    columns: [...columns, { header: digestHeader, isHidden: true }],
    rows: {
      length: rows.length,
      *[Symbol.iterator]() {
        for (const row of rows) yield [...row, rowDigest(columns, row)];
      },
    },
  };
}

/** A table whose rows are records, which are in the order of its rows. */
export interface Marked {
  readonly table: Table;
  readonly records: readonly (Claim | Source)[];
}

/** The hidden sheet: what the file is, then the marks of every row. */
export function marksTable(base: ExportBase, marked: readonly Marked[]): Table {
  const columns = ['sheet', 'id', 'passages', 'content key', 'digest'].map((header) => ({ header, width: 20 }));
  const rows: Rows = {
    length: 1 + marked.reduce((sum, { records }) => sum + records.length, 0),
    *[Symbol.iterator]() {
      yield [baseText(base), null, null, null, null];
      for (const { table, records } of marked) {
        let index = 0;
        for (const row of table.rows) {
          const record = records[index]!;
          yield [table.name, record.id, passagesOf(record), 'contentKey' in record ? record.contentKey : null, rowDigest(table.columns, row)];
          index += 1;
        }
      }
    },
  };
  return { name: marksSheet, columns, rows };
}

export function passagesOf(record: Claim | Source): string | null {
  return 'passages' in record ? joined(record.passages.map(({ id }) => id)) : null;
}
