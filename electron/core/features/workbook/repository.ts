import type { Sql } from '../../store/sql.ts';

export function createWorkbookRepository(sql: Sql) {
  return {
    meta: (key: string) => sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [key])?.value,
    setMeta: (key: string, value: string) => void sql.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [key, value]),
    /** What SQLite finds wrong with the file, in its words. */
    integrityProblems(): string[] {
      const pages = sql.column<string>('PRAGMA integrity_check(100)').filter((line) => line !== 'ok');
      const references = sql.all<{ table: string; parent: string }>('PRAGMA foreign_key_check').map((row) => `${row.table} points to a missing ${row.parent}`);
      return [...pages, ...references];
    },
    danglingReferences(): string[] {
      const passages = sql.column<string>(
        `SELECT claim.id FROM claim, json_each(claim.passages) one WHERE NOT EXISTS (SELECT 1 FROM passage WHERE passage.id = one.value) LIMIT 100`,
      );
      return passages.map((id) => `claim ${id} points to a missing passage`);
    },
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
