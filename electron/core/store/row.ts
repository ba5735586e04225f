// Rows of record tables: how the fields of a record lie in columns, and the digest of each row. A column is NULL where its field
// holds the default, so that what nobody said takes no room.
import { crc32 } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import type { RecordTable, Stored } from '../../../shared/records/index.ts';
import { idFromBytes, idsFromBytes, idsToBytes, idToBytes } from './id-bytes.ts';
import { type FormField, ownForms, type RecordForm } from './record-form.ts';
import type { Row, SqlValue } from './sql.ts';

/** A record as its fields, whatever their types. */
export type Fields = Readonly<Record<string, unknown>>;

export function toColumn(field: FormField, value: unknown): SqlValue {
  if (isDefault(field, value)) return null;
  if (value === undefined || value === null) throw new TypeError(`${field.name} must be said`);
  switch (field.kind) {
    case 'text':
      return String(value);
    case 'integer':
    case 'flag':
      return Number(value);
    case 'json':
      return JSON.stringify(value);
    case 'ref':
      return idToBytes(String(value));
    case 'refs':
      return idsToBytes(value as readonly string[]);
  }
}

function isDefault({ default: usual }: FormField, value: unknown): boolean {
  if (usual === undefined) return false;
  if (value === usual || value === undefined) return true;
  if (Array.isArray(usual) && usual.length === 0) return Array.isArray(value) && value.length === 0;
  return typeof usual === 'object' && usual !== null && JSON.stringify(value) === JSON.stringify(usual);
}

export function fromColumn(field: FormField, value: SqlValue): unknown {
  if (value === null) return field.default ?? null;
  switch (field.kind) {
    case 'text':
    case 'integer':
      return value;
    case 'flag':
      return value === 1;
    case 'json':
      return JSON.parse(value as string);
    case 'ref':
      return idFromBytes(value as Buffer);
    case 'refs':
      return idsFromBytes(value as Buffer);
  }
}

/** The columns of a record in their order, without number, id, birth and digest. */
export function toColumns(form: RecordForm, record: Fields): SqlValue[] {
  return form.fields.map((field) => toColumn(field, record[field.name]));
}

/** @throws AppError `damaged` when the row is not what was written. */
export function fromRow<T extends RecordTable>(table: T, row: Row): Stored<T> {
  assertSound(table, row);
  return recordOf(ownForms[table]!, row) as Stored<T>;
}

/** @throws AppError `damaged` when the row is not what was written. */
export function assertSound(table: RecordTable, row: Row): void {
  if (row.crc !== crcOfRow(ownForms[table]!, row)) throw damagedRow(table, row);
}

/** The record in a row, believed as it is. */
export function recordOf(form: RecordForm, row: Row): Fields {
  const record: Record<string, unknown> = { id: idFromBytes(row.id as Buffer) };
  for (const field of form.fields) record[field.name] = fromColumn(field, row[field.column] ?? null);
  return record;
}

/** CRC-32 of a row in the declared order of its columns; finds every flipped bit and every burst of up to 32. */
export function crcOfRow(form: RecordForm, row: Row): number {
  return crcOfValues([row.n!, row.id!, row.born!, ...form.fields.map((field) => row[field.column] ?? null)]);
}

export function crcOfValues(values: readonly SqlValue[]): number {
  return crc32(JSON.stringify(values.map((value) => (Buffer.isBuffer(value) ? { b: value.toString('base64') } : value))));
}

function damagedRow(table: string, row: Row): AppError {
  return new AppError('damaged', 'edits.damagedRecord', { table, id: Buffer.isBuffer(row.id) ? idFromBytes(row.id) : String(row.id) });
}
