// Which tables hold records, and how a record's fields lie in columns. The edit engine writes these tables and no other
// code does; adding a record table means adding a line here and a migration.
import { crc32 } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import type { SqlValue } from '../store/sql.ts';

export type FieldType = 'text' | 'integer' | 'json';
export type RecordTable = keyof typeof recordTables;
/** A record as the services see it: camelCase fields, JSON fields as values. */
export type StoredRecord = Readonly<Record<string, unknown>>;

export const recordTables = {
  source: fields(
    'id title publisher author publishedOn retrievedOn url language mediaType kind grade gradeReason copyOf note fileName sha256 textSha256 encoding extractor addedAt',
    'sizeBytes chars',
    'dropped warnings notCopyOf csl',
  ),
  passage: fields(
    'id sourceId exact prefix suffix sheet cells state comment colour motivation',
    'start end page score isPending',
    'was proposals tags',
  ),
  annotation: fields('id digest', '', 'content passages'),
  claim: fields(
    `id kind contentKey sourceId measure subject subjectType counterpart period periodBasis low high qualifier unit change status vintage condition per stage
     type what cause depth actor role topic stance gist original madeOn madeOnBasis hedge note rank rankReason`,
    'multiplier credibility',
    'passages area basis deadline path readings by counterparties sequence saidBy via tags',
  ),
  verdict: fields('id observationId claimId reason by at', 'reading', 'own basis'),
  conflict_decision: fields('id groupId kind outcome claimId reason by at', '', 'basis'),
  measure: fields('id code label counts family unit low high', 'isAdditive', ''),
  series_apart: fields('id one other by at', '', ''),
  actor: fields('id name kind note', '', 'aliases roles relations'),
  judgement: fields('id one other outcome reason by at', '', ''),
  matrix: fields('id question', '', 'claims'),
  hypothesis: fields('id matrixId text', 'position', ''),
  mark: fields('id hypothesisId claimId consistency', '', ''),
  formula_rule: fields('id name formula unit', 'isOn', ''),
  check_rule: fields('id', 'isOn', ''),
  aside: fields('id sourceId', 'start end', ''),
} as const;

function fields(text: string, integer: string, json: string): Readonly<Record<string, FieldType>> {
  const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');
  return Object.fromEntries([
    ...words(text).map((name) => [name, 'text'] as const),
    ...words(integer).map((name) => [name, 'integer'] as const),
    ...words(json).map((name) => [name, 'json'] as const),
  ]);
}

export function fieldNames(table: RecordTable): readonly string[] {
  return Object.keys(recordTables[table]);
}

/** `publishedOn` is kept in the column `published_on`. */
export function columnOf(field: string): string {
  const known = columns.get(field);
  if (known !== undefined) return known;
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(field, column);
  return column;
}

/** Asked for with each field of each row. */
const columns = new Map<string, string>();

export function toColumnValue(table: RecordTable, field: string, value: unknown): SqlValue {
  const type = recordTables[table][field];
  if (type === undefined) throw new TypeError(`${table} has no field ${field}`);
  if (type === 'json') return value === null || value === undefined ? null : JSON.stringify(value);
  if (value === undefined || value === null) return null;
  if (type === 'integer') return Number(value);
  return String(value);
}

export function fromColumnValue(table: RecordTable, field: string, value: SqlValue): unknown {
  return recordTables[table][field] === 'json' && typeof value === 'string' ? JSON.parse(value) : value;
}

/** @throws AppError `damaged` when the row is not what was written. */
export function fromRow(table: RecordTable, row: Readonly<Record<string, SqlValue>>): StoredRecord {
  if (row.crc !== crcOf(table, row)) throw damagedRow(table, String(row.id));
  return Object.fromEntries(fieldNames(table).map((field) => [field, fromColumnValue(table, field, row[columnOf(field)] ?? null)]));
}

/** CRC-32 of the columns of a row in their declared order; finds every flipped bit and every burst of up to 32. */
export function crcOf(table: RecordTable, row: Readonly<Record<string, SqlValue>>): number {
  return crcOfFields(fieldNames(table), row);
}

/** The same over some fields, as a table of an older format had them. */
export function crcOfFields(fields: readonly string[], row: Readonly<Record<string, SqlValue>>): number {
  return crcOfValues(fields.map((field) => row[columnOf(field)] ?? null));
}

export function crcOfValues(values: readonly SqlValue[]): number {
  return crc32(JSON.stringify(values));
}

function damagedRow(table: RecordTable, id: string): AppError {
  return new AppError('damaged', 'edits.damagedRecord', { table, id });
}
