// Writes records inside an open edit. Groups are written whole; a removed record goes to the table of the past, from where an
// undo brings it back with its number.
import { AppError } from '../../../shared/errors.ts';
import type { RecordTable, Stored } from '../../../shared/records/index.ts';
import { idFromBytes, idToBytes } from '../store/id-bytes.ts';
import { type FormField, groupsOf, ownForms, type RecordForm } from '../store/record-form.ts';
import { crcOfRow, crcOfValues, fromRow, toColumn, toColumns } from '../store/row.ts';
import type { Row, Sql, SqlValue } from '../store/sql.ts';
import { rowOf } from './records.ts';
import type { WriteSet } from './write-set.ts';

export interface Writer {
  insert<T extends RecordTable>(table: T, record: Stored<T>): void;
  /** Writes the groups in which a field differs; returns whether any did. @throws AppError `not-found` */
  update<T extends RecordTable>(table: T, id: string, patch: Patch<T>): boolean;
  /** @throws AppError `not-found` */
  remove(table: RecordTable, id: string): void;
}

/** Fields to write; what is undefined stays as it is. */
export type Patch<T extends RecordTable> = { readonly [F in keyof Stored<T>]?: Stored<T>[F] | undefined };

/** What a merge writes: records and groups with the stamps that they had in the copy they come from. */
export interface StampedWriter {
  /** `stamps`: of groups that were written after the record came. */
  insertAs<T extends RecordTable>(table: T, record: Stored<T>, stamp: string | null, stamps: ReadonlyMap<string, string | null>): void;
  /** Writes groups, also where they hold that already. Without a stamp the merge itself says it. @throws AppError `not-found` */
  writeAs<T extends RecordTable>(table: T, id: string, patch: Patch<T>, stamps: ReadonlyMap<string, string | null>): void;
  removeAs(table: RecordTable, id: string, stamp: string | null): void;
  /** Brings a removed record back as it was when it went. */
  bringBackAs(table: RecordTable, n: number, stamp: string | null): void;
}

/** What undo and redo write: groups and runs of records by their numbers. */
export interface RawWriter {
  putGroup(table: RecordTable, n: number, group: string, columns: readonly SqlValue[]): void;
  removeRun(table: RecordTable, first: number, last: number): void;
  bringBackRun(table: RecordTable, first: number, last: number): void;
}

export interface WriterOptions {
  readonly sql: Sql;
  readonly writes: WriteSet;
  /** Number that the edit gets. */
  readonly seq: number;
}

export function createWriter({ sql, writes, seq }: WriterOptions): Writer & RawWriter & StampedWriter {
  const next = new Map<RecordTable, number>();

  function takeNumber(table: RecordTable): number {
    const n = next.get(table) ?? lastNumber(sql, table) + 1;
    next.set(table, n + 1);
    return n;
  }

  function writeColumns(table: RecordTable, row: Row, changed: ReadonlyMap<FormField, SqlValue>): void {
    const form = ownForms[table]!;
    const now: Row = { ...row };
    for (const [field, value] of changed) now[field.column] = value;
    const assignments = [...changed.keys()].map(({ column }) => `${column} = ?`).join(', ');
    sql.run(`UPDATE ${table} SET ${assignments}, crc = ? WHERE n = ?`, [...changed.values(), crcOfRow(form, now), row.n!]);
  }

  function insert<T extends RecordTable>(table: T, record: Stored<T>, stamp: string | null = null): Row {
    const form = ownForms[table]!;
    const columns = toColumns(form, record);
    const n = takeNumber(table);
    const head: SqlValue[] = [n, idToBytes(record.id), seq];
    sql.run(insertText(form), [...head, ...columns, crcOfValues([...head, ...columns])]);
    writes.came(table, n, record.id, record, { stamp });
    return { n, ...Object.fromEntries(form.fields.map(({ column }, index) => [column, columns[index] ?? null])) };
  }

  function bringBack(table: RecordTable, first: number, last: number, stamp: string | null = null): void {
    const rows = sql.all<Row>(`SELECT * FROM ${table}_past WHERE n BETWEEN ? AND ? ORDER BY n`, [first, last]);
    for (const row of rows) {
      const record = fromRow(table, row);
      writes.came(table, Number(row.n), record.id, record, { isBack: true, stamp });
    }
    const columns = allColumns(ownForms[table]!);
    sql.run(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${table}_past WHERE n BETWEEN ? AND ?`, [first, last]);
    sql.run(`DELETE FROM ${table}_past WHERE n BETWEEN ? AND ?`, [first, last]);
  }

  return {
    insert: (table, record) => void insert(table, record),
    insertAs(table, record, stamp, stamps) {
      const row = insert(table, record, stamp);
      for (const [group, of] of stamps) writes.changed(table, Number(row.n), record.id, group, columnsOf(table, group, row), of);
    },
    writeAs(table, id, patch, stamps) {
      const row = rowOf(sql, table, id);
      const changed = new Map<FormField, SqlValue>();
      const said: Readonly<Record<string, unknown>> = patch;
      for (const field of ownForms[table]!.fields) if (said[field.name] !== undefined) changed.set(field, toColumn(field, said[field.name]));
      for (const [group, stamp] of stamps) writes.changed(table, Number(row.n), id, group, columnsOf(table, group, row), stamp);
      if (changed.size > 0) writeColumns(table, row, changed);
    },
    removeAs(table, id, stamp) {
      const n = Number(rowOf(sql, table, id).n);
      moveToPast(sql, table, { first: n, last: n, seq });
      writes.went(table, n, id, stamp);
    },
    bringBackAs: (table, n, stamp) => bringBack(table, n, n, stamp),
    update(table, id, patch) {
      const row = rowOf(sql, table, id);
      const changed = new Map<FormField, SqlValue>();
      const groups = new Set<string>();
      const said: Readonly<Record<string, unknown>> = patch;
      for (const field of ownForms[table]!.fields) {
        if (said[field.name] === undefined) continue;
        const value = toColumn(field, said[field.name]);
        if (isSame(value, row[field.column] ?? null)) continue;
        changed.set(field, value);
        groups.add(field.group);
      }
      for (const group of groups) writes.changed(table, Number(row.n), id, group, columnsOf(table, group, row));
      if (changed.size > 0) writeColumns(table, row, changed);
      return changed.size > 0;
    },
    remove(table, id) {
      const n = Number(rowOf(sql, table, id).n);
      // What came and went in one edit was never there for anybody.
      if (writes.isNew(table, n)) sql.run(`DELETE FROM ${table} WHERE n = ?`, [n]);
      else moveToPast(sql, table, { first: n, last: n, seq });
      writes.went(table, n, id);
    },
    putGroup(table, n, group, columns) {
      const row = sql.get<Row>(`SELECT * FROM ${table} WHERE n = ?`, [n]);
      if (row === undefined) throw new AppError('damaged', 'edits.damagedHistory', { table });
      const fields = groupsOf(ownForms[table]!).get(group) ?? [];
      writes.changed(table, n, idFromBytes(row.id as Buffer), group, columnsOf(table, group, row));
      writeColumns(table, row, new Map(fields.map((field, index) => [field, columns[index] ?? null])));
    },
    removeRun(table, first, last) {
      for (const { n, id } of numbersIn(sql, table, first, last)) writes.went(table, n, id);
      moveToPast(sql, table, { first, last, seq });
    },
    bringBackRun: (table, first, last) => bringBack(table, first, last),
  };
}

/** Columns of a group as a row holds them. */
export function columnsOf(table: RecordTable, group: string, row: Row): SqlValue[] {
  return (groupsOf(ownForms[table]!).get(group) ?? []).map(({ column }) => row[column] ?? null);
}

export function allColumns({ fields }: RecordForm): string {
  return ['n', 'id', 'born', ...fields.map(({ column }) => column), 'crc'].join(', ');
}

export function isSame(a: SqlValue, b: SqlValue): boolean {
  return Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b;
}

const insertTexts = new Map<string, string>();

function insertText(form: RecordForm): string {
  const known = insertTexts.get(form.table);
  if (known !== undefined) return known;
  const made = `INSERT INTO ${form.table} (${allColumns(form)}) VALUES (${Array.from({ length: form.fields.length + 4 }, () => '?').join(', ')})`;
  insertTexts.set(form.table, made);
  return made;
}

/** Numbers are never used again, also not those of records that are gone. */
function lastNumber(sql: Sql, table: RecordTable): number {
  const found = sql.get<{ n: number }>(
    `SELECT max(coalesce((SELECT max(n) FROM ${table}), 0), coalesce((SELECT max(n) FROM ${table}_past), 0)) AS n`,
  );
  return found?.n ?? 0;
}

function moveToPast(sql: Sql, table: RecordTable, { first, last, seq }: { first: number; last: number; seq: number }): void {
  const columns = allColumns(ownForms[table]!);
  sql.run(`INSERT INTO ${table}_past (${columns}, gone) SELECT ${columns}, ? FROM ${table} WHERE n BETWEEN ? AND ?`, [seq, first, last]);
  sql.run(`DELETE FROM ${table} WHERE n BETWEEN ? AND ?`, [first, last]);
}

function numbersIn(sql: Sql, table: string, first: number, last: number): { n: number; id: string }[] {
  return sql
    .all<{ n: number; id: Buffer }>(`SELECT n, id FROM ${table} WHERE n BETWEEN ? AND ? ORDER BY n`, [first, last])
    .map(({ n, id }) => ({ n, id: idFromBytes(id) }));
}
