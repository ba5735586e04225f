// Writes records inside an open edit and remembers, per record and field, what was there before.
import { AppError } from '../../../shared/errors.ts';
import type { Sql, SqlValue } from '../store/sql.ts';
import { columnOf, crcOf, crcOfValues, fieldNames, fromRow, type RecordTable, type StoredRecord, toColumnValue } from './records.ts';

/** One step of the change log. `field` is `*` where the whole record came (old null) or went (new null). Values are JSON text. */
export interface Change {
  readonly table: RecordTable;
  readonly recordId: string;
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

export interface Writer {
  insert(table: RecordTable, record: StoredRecord): void;
  /** Writes only the fields that differ; returns whether any did. */
  update(table: RecordTable, id: string, patch: StoredRecord): boolean;
  remove(table: RecordTable, id: string): void;
}

export function createWriter(sql: Sql, log: Change[]): Writer {
  return {
    insert(table, record) {
      const whole = Object.fromEntries(fieldNames(table).map((field) => [field, record[field] ?? null]));
      insertRow(sql, table, whole);
      log.push({ table, recordId: String(record.id), field: '*', old: null, new: JSON.stringify(whole) });
    },
    update(table, id, patch) {
      const before = readRecord(sql, table, id);
      const changed = Object.entries(patch).filter(
        ([field, value]) => field !== 'id' && JSON.stringify(before[field] ?? null) !== JSON.stringify(value ?? null),
      );
      for (const [field, value] of changed) {
        log.push({ table, recordId: id, field, old: JSON.stringify(before[field] ?? null), new: JSON.stringify(value ?? null) });
      }
      if (changed.length > 0) updateRow(sql, table, id, Object.fromEntries(changed));
      return changed.length > 0;
    },
    remove(table, id) {
      const before = readRecord(sql, table, id);
      sql.run(`DELETE FROM ${table} WHERE id = ?`, [id]);
      log.push({ table, recordId: id, field: '*', old: JSON.stringify(before), new: null });
    },
  };
}

/** Applies a change backwards (`undo`) or forwards again (`redo`) and returns the change as it now happened. */
export function replay(sql: Sql, change: Change, direction: 'undo' | 'redo'): Change {
  const [from, to] = direction === 'undo' ? [change.new, change.old] : [change.old, change.new];
  if (change.field !== '*') updateRow(sql, change.table, change.recordId, { [change.field]: to === null ? null : JSON.parse(to) });
  else if (to === null) sql.run(`DELETE FROM ${change.table} WHERE id = ?`, [change.recordId]);
  else insertRow(sql, change.table, JSON.parse(to));
  return { ...change, old: from, new: to };
}

export function readRecord(sql: Sql, table: RecordTable, id: string): StoredRecord {
  const row = sql.get(`SELECT * FROM ${table} WHERE id = ?`, [id]);
  if (row === undefined) throw new AppError('not-found', 'edits.unknownRecord', { table, id });
  return fromRow(table, row);
}

function insertRow(sql: Sql, table: RecordTable, record: StoredRecord): void {
  const names = fieldNames(table);
  const columns = names.map((field) => columnOf(field)).join(', ');
  const values: SqlValue[] = names.map((field) => toColumnValue(table, field, record[field]));
  sql.run(`INSERT INTO ${table} (${columns}, crc) VALUES (${names.map(() => '?').join(', ')}, ?)`, [...values, crcOfValues(values)]);
}

function updateRow(sql: Sql, table: RecordTable, id: string, patch: StoredRecord): void {
  const names = Object.keys(patch);
  const assignments = names.map((field) => `${columnOf(field)} = ?`).join(', ');
  const row = sql.get(`UPDATE ${table} SET ${assignments} WHERE id = ? RETURNING *`, [
    ...names.map((field) => toColumnValue(table, field, patch[field])),
    id,
  ]);
  if (row !== undefined) sql.run(`UPDATE ${table} SET crc = ? WHERE id = ?`, [crcOf(table, row), id]);
}
