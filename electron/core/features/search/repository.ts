import type { Sql, SqlValue } from '../../store/sql.ts';

export interface SearchEntry {
  readonly id: number;
  readonly place: string;
  readonly record_id: string;
  readonly start: number | null;
  readonly end: number | null;
}

export interface NewEntry {
  readonly place: string;
  readonly recordId: string;
  /** Record whose change or removal takes the entry along. */
  readonly ownerId: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly words: string;
}

export function createSearchRepository(sql: Sql) {
  return {
    add({ place, recordId, ownerId, start, end, words }: NewEntry): void {
      const { lastId } = sql.run('INSERT INTO search_entry (place, record_id, owner_id, start, end) VALUES (?, ?, ?, ?, ?)', [
        place,
        recordId,
        ownerId,
        start,
        end,
      ]);
      sql.run('INSERT INTO search_index (rowid, words) VALUES (?, ?)', [lastId, words]);
    },
    removeOf(ownerId: string): void {
      sql.run('DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_entry WHERE owner_id = ?)', [ownerId]);
      sql.run('DELETE FROM search_entry WHERE owner_id = ?', [ownerId]);
    },
    count(match: string, places: readonly string[]): number {
      const [where, values] = placeFilter(places);
      return (
        sql.get<{ n: number }>(
          `SELECT count(*) AS n FROM search_index JOIN search_entry ON search_entry.id = search_index.rowid WHERE search_index MATCH ?${where}`,
          [match, ...values],
        )?.n ?? 0
      );
    },
    find(match: string, places: readonly string[], limit: number): SearchEntry[] {
      const [where, values] = placeFilter(places);
      return sql.all<SearchEntry>(
        `SELECT search_entry.* FROM search_index JOIN search_entry ON search_entry.id = search_index.rowid
         WHERE search_index MATCH ?${where} ORDER BY CASE search_entry.place WHEN 'claim' THEN 0 WHEN 'source' THEN 1 ELSE 2 END, search_entry.id LIMIT ?`,
        [match, ...values, limit],
      );
    },
  };
}

export type SearchRepository = ReturnType<typeof createSearchRepository>;

function placeFilter(places: readonly string[]): [string, SqlValue[]] {
  return places.length === 0 ? ['', []] : [' AND search_entry.place IN (SELECT value FROM json_each(?))', [JSON.stringify(places)]];
}
