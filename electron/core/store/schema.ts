// What a workbook may hold besides rows: exactly the tables and indexes that our migrations make, word for word. A view, a
// trigger, a generated column, a foreign virtual table or a changed table is none of ours.
import type { Sql } from './sql.ts';

export interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** Far above what a workbook holds: a schema without end is not read to its end. */
const mostEntries = 500;
const readSchema = `SELECT type, name, sql FROM sqlite_schema ORDER BY name, type LIMIT ${mostEntries}`;

export function schemaEntries(sql: Sql): readonly SchemaEntry[] {
  return sql.all<SchemaEntry>(readSchema);
}

/** Differences between what was found and what our migrations make, in words. */
export function schemaDifferences(found: readonly SchemaEntry[], wanted: readonly SchemaEntry[]): string[] {
  const known = new Map(wanted.map((entry) => [`${entry.type} ${entry.name}`, entry]));
  const added = found.flatMap((entry) => {
    const own = known.get(`${entry.type} ${entry.name}`);
    if (own === undefined) return [`a ${kindOf(entry)} named ${shortened(entry.name)}`];
    return own.sql === entry.sql ? [] : [`a changed ${entry.type} ${entry.name}`];
  });
  const names = new Set(found.map((entry) => `${entry.type} ${entry.name}`));
  const missing = wanted.filter((entry) => !names.has(`${entry.type} ${entry.name}`)).map((entry) => `no ${entry.type} ${entry.name}`);
  return [...added, ...missing];
}

function kindOf({ type, sql }: SchemaEntry): string {
  return type === 'table' && /^\s*create\s+virtual/i.test(sql ?? '') ? 'virtual table' : type;
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
