// Reads records by id: what repositories of small tables and the writer have in common.
import { AppError } from '../../../shared/errors.ts';
import type { RecordTable, Stored } from '../../../shared/records/index.ts';
import { idToBytes } from '../store/id-bytes.ts';
import { fromRow } from '../store/row.ts';
import type { Row, Sql } from '../store/sql.ts';

/** Every record of a table, in the order of their ids. */
export function allRecords<T extends RecordTable>(sql: Sql, table: T): Stored<T>[] {
  return sql.all<Row>(`SELECT * FROM ${table} NOT INDEXED ORDER BY id`).map((row) => fromRow(table, row));
}

/** Those that point to one record, in the order of their ids. */
export function recordsWith<T extends RecordTable>(sql: Sql, table: T, reference: string, id: string): Stored<T>[] {
  const rows = sql.all<Row>(`SELECT * FROM ${table} WHERE ${reference} = ? ORDER BY id`, [idToBytes(id)]);
  return rows.map((row) => fromRow(table, row));
}

export function findRecord<T extends RecordTable>(sql: Sql, table: T, id: string): Stored<T> | undefined {
  const row = sql.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, [idToBytes(id)]);
  return row === undefined ? undefined : fromRow(table, row);
}

export function rowOf(sql: Sql, table: RecordTable, id: string): Row {
  const row = sql.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, [idToBytes(id)]);
  if (row === undefined) throw new AppError('not-found', 'edits.unknownRecord', { table, id });
  return row;
}

/** Ids as one parameter of `json_each`: SQLite reads them back with `unhex(value)`. */
export function idList(ids: readonly string[]): string {
  return JSON.stringify(ids.map((id) => idToBytes(id).toString('hex')));
}
