// The form of a record in the store, as plain data: derived from its declaration today, frozen beside a migration for the
// formats of yesterday. DDL and the encoding of rows know forms only.
import type { ColumnKind, Field } from '../../../shared/records/define.ts';
import { type RecordTable, recordTables, recordType } from '../../../shared/records/index.ts';

export interface FormField {
  readonly name: string;
  readonly column: string;
  readonly kind: ColumnKind;
  /** Stored as NULL. Absent where the field must always be said. */
  readonly default?: unknown;
  readonly group: string;
  /** Table that the store sees to; absent where a reference may lead nowhere. */
  readonly pointsTo?: string;
}

export interface RecordForm {
  readonly table: string;
  readonly fields: readonly FormField[];
  readonly indexes: readonly (readonly string[])[];
}

export type RecordForms = Readonly<Record<string, RecordForm>>;

function formField({ name, column, kind, default: value, group, reference }: Field): FormField {
  return {
    name,
    column,
    kind,
    ...(value === undefined ? {} : { default: value }),
    group,
    ...(reference === undefined || reference.isLoose || reference.as !== 'one' ? {} : { pointsTo: reference.record }),
  };
}

/** The forms of this Assay. */
export const ownForms: RecordForms = Object.fromEntries(
  recordTables.map((table) => {
    const { fields, indexes = [] } = recordType(table);
    return [table, { table, fields: fields.map(formField), indexes: indexes.map((names) => [...names]) }];
  }),
);

export function groupsOf(form: RecordForm): ReadonlyMap<string, readonly FormField[]> {
  const known = grouped.get(form) ?? Map.groupBy(form.fields, (field) => field.group);
  grouped.set(form, known);
  return known;
}

const grouped = new WeakMap<RecordForm, ReadonlyMap<string, readonly FormField[]>>();

const types: Readonly<Record<ColumnKind, string>> = { text: 'TEXT', integer: 'INTEGER', flag: 'INTEGER', json: 'TEXT', ref: 'BLOB', refs: 'BLOB' };

/**
 * The tables of a record. `n` is its number in this file: short, never used again, and the same when it comes back. `born` is
 * the edit that made it. A removed row goes whole to the table of the past, with the edit that removed it.
 */
export function ddlOf({ table, fields, indexes }: RecordForm): string {
  const column = ({ column: name, kind, default: value }: FormField) => `${name} ${types[kind]}${value === undefined ? ' NOT NULL' : ''}`;
  const columns = fields.map(
    (field) => `  ${column(field)}${field.pointsTo === undefined ? '' : ` REFERENCES ${field.pointsTo} (id) DEFERRABLE INITIALLY DEFERRED`},`,
  );
  const past = fields.map((field) => `  ${column(field)},`);
  const columnNamed = (name: string) => fields.find((field) => field.name === name)!.column;
  return [
    `CREATE TABLE ${table} (`,
    '  n INTEGER PRIMARY KEY,',
    '  id BLOB NOT NULL UNIQUE,',
    '  born INTEGER NOT NULL,',
    ...columns,
    '  crc INTEGER NOT NULL',
    ') STRICT;',
    ...indexes.map((names) => `CREATE INDEX ${[table, ...names.map(columnNamed)].join('_')} ON ${table} (${names.map(columnNamed).join(', ')});`),
    `CREATE TABLE ${table}_past (`,
    '  n INTEGER PRIMARY KEY,',
    '  id BLOB NOT NULL UNIQUE,',
    '  born INTEGER NOT NULL,',
    ...past,
    '  crc INTEGER NOT NULL,',
    '  gone INTEGER NOT NULL',
    ') STRICT;',
  ].join('\n');
}

/** A field in SQL, its default filled in; `held`: where it is held, if not in its column. */
export function fieldSql(table: RecordTable, name: string, held?: string): string {
  const field = ownForms[table]!.fields.find((one) => one.name === name);
  if (field === undefined) throw new TypeError(`${table} has no field ${name}`);
  const column = held ?? `${table}.${field.column}`;
  const usual = field.default;
  if (usual === undefined || usual === null) return column;
  const literal = typeof usual === 'string' ? `'${usual}'` : typeof usual === 'object' ? `'${JSON.stringify(usual)}'` : String(Number(usual));
  return field.kind === 'refs' ? column : `coalesce(${column}, ${literal})`;
}

/** The id of a record as text. */
export function idSql(table: RecordTable): string {
  const hex = `lower(hex(${table}.id))`;
  return [
    [1, 8],
    [9, 4],
    [13, 4],
    [17, 4],
    [21, 12],
  ]
    .map(([from, count]) => `substr(${hex}, ${from}, ${count})`)
    .join(" || '-' || ");
}
