// What a workbook notes of itself beside its records: its identity, which copy it is, whether derived tables wait.
import type { Sql } from './sql.ts';

/** `replica …`: which copy this file is, for each place where it was written on. */
export type MetaKey = 'id' | 'createdAt' | 'derived' | `replica ${string}`;

export function metaOf(sql: Sql, key: MetaKey): string | undefined {
  return sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [key])?.value;
}

export function setMeta(sql: Sql, key: MetaKey, value: string): void {
  sql.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [key, value]);
}

export function forgetMeta(sql: Sql, key: MetaKey): void {
  sql.run('DELETE FROM meta WHERE key = ?', [key]);
}
