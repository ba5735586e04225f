import type { Sql } from '../../store/sql.ts';

export function createWorkbookRepository(sql: Sql) {
  return {
    meta: (key: string) => sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [key])?.value,
    setMeta: (key: string, value: string) =>
      void sql.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [key, value]),
  };
}
