// What a workbook notes of itself beside its records: its identity, which copy it is, whether derived tables wait.
import type { Sql } from './sql.ts';

export type MetaKey = 'id' | 'createdAt' | 'replica' | 'replicaPlace' | 'derived';

export function metaOf(sql: Sql, key: MetaKey): string | undefined {
  return sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [key])?.value;
}

export function setMeta(sql: Sql, key: MetaKey, value: string): void {
  sql.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [key, value]);
}

export function forgetMeta(sql: Sql, key: MetaKey): void {
  sql.run('DELETE FROM meta WHERE key = ?', [key]);
}
