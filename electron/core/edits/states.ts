// Every state that a record ever had, reckoned backwards from its row: the log tells only what each group held before a change.
import type { RecordTable, Stored } from '../../../shared/records/index.ts';
import { idFromBytes, idToBytes } from '../store/id-bytes.ts';
import { stampOf } from '../store/log-lines.ts';
import { groupsOf, ownForms } from '../store/record-form.ts';
import { assertSound, recordOf } from '../store/row.ts';
import type { Row, Sql, SqlValue } from '../store/sql.ts';
import { toChange, toRun } from './log.ts';

export interface Line {
  readonly edit: number;
  readonly group: string;
  readonly before: readonly SqlValue[];
  /** Edit of another copy that a merge took in and that wrote this. */
  readonly stamp: string | undefined;
}

/** A record with its lines, newest first. */
export interface Known<T extends RecordTable = RecordTable> {
  readonly table: T;
  readonly id: string;
  readonly row: Row;
  readonly lines: readonly Line[];
}

export interface State<T extends RecordTable> {
  /** The edit that made it. */
  readonly edit: number;
  readonly record: Stored<T>;
}

export interface StateReader {
  know<T extends RecordTable>(table: T, n: number): Known<T> | undefined;
  /** Oldest first. */
  of<T extends RecordTable>(table: T, n: number): State<T>[];
  ofId<T extends RecordTable>(table: T, id: string): State<T>[];
  numberOf(table: RecordTable, id: string): number | undefined;
  /** Edits with which a record came or went, newest first. */
  comings(table: RecordTable, n: number): { readonly edit: number; readonly is: 'came' | 'went'; readonly stamp: string | undefined }[];
  /** Whether the record was there once an edit was done. */
  isThere(table: RecordTable, n: number, edit: number): boolean;
}

export function createStateReader(sql: Sql): StateReader {
  /** Also of a record that was removed. @throws AppError `damaged` when it is not what was written. */
  function rowAt(table: RecordTable, n: number): Row | undefined {
    const row = sql.get<Row>(`SELECT * FROM ${table} WHERE n = ?`, [n]) ?? sql.get<Row>(`SELECT * FROM ${table}_past WHERE n = ?`, [n]);
    if (row !== undefined) assertSound(table, row);
    return row;
  }

  const reader: StateReader = {
    know(table, n) {
      const row = rowAt(table, n);
      if (row === undefined) return undefined;
      const lines = sql.all<Row>('SELECT * FROM change WHERE n = ? AND tab = ? ORDER BY edit DESC, grp', [n, table]);
      return {
        table,
        id: idFromBytes(row.id as Buffer),
        row,
        lines: lines.map((line) => ({ edit: Number(line.edit), stamp: stampOf(line), ...toChange(line) })),
      };
    },
    of(table, n) {
      const known = reader.know(table, n);
      if (known === undefined) return [];
      const edits = [...new Set(known.lines.map((line) => line.edit))].reverse();
      const born = Number(known.row.born);
      return [{ edit: born, record: recordAt(known, born) }, ...edits.map((edit) => ({ edit, record: recordAt(known, edit) }))];
    },
    ofId(table, id) {
      const n = reader.numberOf(table, id);
      return n === undefined ? [] : reader.of(table, n);
    },
    numberOf(table, id) {
      const bytes = idToBytes(id);
      return (
        sql.get<{ n: number }>(`SELECT n FROM ${table} WHERE id = ?`, [bytes]) ??
        sql.get<{ n: number }>(`SELECT n FROM ${table}_past WHERE id = ?`, [bytes])
      )?.n;
    },
    comings: (table, n) =>
      sql
        .all<Row>('SELECT * FROM run WHERE tab = ? AND first <= ? AND last >= ? ORDER BY edit DESC', [table, n, n])
        .map((row) => ({ edit: Number(row.edit), is: toRun(row).is, stamp: stampOf(row) })),
    isThere: (table, n, edit) => reader.comings(table, n).find((one) => one.edit <= edit)?.is === 'came',
  };
  return reader;
}

/** What a group held after an edit: the next line's "before", or the row. */
export function groupAfter({ table, row, lines }: Known, group: string, edit: number): readonly SqlValue[] {
  const later = lines.findLast((line) => line.group === group && line.edit > edit);
  return later?.before ?? (groupsOf(ownForms[table]!).get(group) ?? []).map(({ column }) => row[column] ?? null);
}

/** The record as it was once an edit was done. */
export function recordAt<T extends RecordTable>(known: Known<T>, edit: number): Stored<T> {
  const form = ownForms[known.table]!;
  const row: Row = { ...known.row };
  for (const [group, fields] of groupsOf(form)) {
    const values = groupAfter(known, group, edit);
    fields.forEach((field, index) => {
      row[field.column] = values[index] ?? null;
    });
  }
  return recordOf(form, row) as Stored<T>;
}
