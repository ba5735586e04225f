import type { Sql } from '../../store/sql.ts';

export function createWorkbookRepository(sql: Sql) {
  return {
    meta: (key: string) => sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [key])?.value,
    setMeta: (key: string, value: string) =>
      void sql.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [key, value]),
    distinctSubjects(type: string): number {
      return sql.get<{ n: number }>('SELECT count(DISTINCT lower(subject)) AS n FROM claim WHERE subject_type = ?', [type])?.n ?? 0;
    },
    distinctActors(): number {
      return (
        sql.get<{ n: number }>(
          `SELECT count(*) AS n FROM (
             SELECT lower(actor) AS name FROM claim WHERE actor IS NOT NULL
             UNION SELECT lower(subject) FROM claim WHERE subject_type = 'actor'
             UNION SELECT lower(json_extract(one.value, '$.name')) FROM claim, json_each(claim.said_by) one
             UNION SELECT lower(one.value) FROM claim, json_each(claim.via) one)`,
        )?.n ?? 0
      );
    },
  };
}
