// The index. Entries of one place have ids of one range, so that hits of a place come in order without sorting and are
// counted without reading the entries.
import type { SearchPlace } from '../../../../shared/features/search/contract.ts';
import type { Sql, SqlValue } from '../../store/sql.ts';

export interface SearchEntry {
  readonly id: number;
  readonly place: SearchPlace;
  readonly record_id: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly point: number | null;
}

export interface NewEntry {
  readonly place: SearchPlace;
  readonly recordId: string;
  /** Record whose change or removal takes the entry along. */
  readonly ownerId: string;
  readonly sourceId: string | null;
  /** Kind of the claim. */
  readonly kind: string | null;
  /** Where the words stand: UTF-16 offsets in the text of a source, code points of a passage. */
  readonly start: number | null;
  readonly end: number | null;
  /** Code points before `start` in the text of a source. */
  readonly point: number | null;
  readonly words: string;
  readonly pairs: string;
}

/** Undefined: whatever it is. */
export interface EntryFilter {
  readonly sourceIds: readonly string[] | undefined;
  readonly kinds: readonly string[] | undefined;
}

export interface Wanted extends EntryFilter {
  readonly places: readonly SearchPlace[];
  /** Most entries of one place. */
  readonly limit: number;
}

export interface Found {
  readonly counts: { readonly [place in SearchPlace]?: number };
  readonly ids: { readonly [place in SearchPlace]?: readonly number[] };
}

const rangeSize = 2 ** 40;
const ranges: Readonly<Record<SearchPlace, number>> = { claim: 1, source: 2, passage: 3, note: 4 };

export function createSearchRepository(sql: Sql) {
  const from = (place: SearchPlace) => ranges[place] * rangeSize;
  return {
    add({ place, recordId, ownerId, sourceId, kind, start, end, point, words, pairs }: NewEntry): void {
      const last = sql.get<{ id: number | null }>('SELECT max(id) AS id FROM search_entry WHERE id >= ? AND id < ?', [
        from(place),
        from(place) + rangeSize,
      ]);
      const id = (last?.id ?? from(place)) + 1;
      sql.run('INSERT INTO search_entry (id, place, record_id, owner_id, source_id, kind, start, end, point) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        id,
        place,
        recordId,
        ownerId,
        sourceId,
        kind,
        start,
        end,
        point,
      ]);
      sql.run('INSERT INTO search_index (rowid, words, pairs) VALUES (?, ?, ?)', [id, words, pairs]);
    },
    /** Owners that are named after a record: its id, a space and more. */
    ownersFrom: (recordId: string): string[] =>
      sql.column<string>('SELECT DISTINCT owner_id FROM search_entry WHERE owner_id > ? AND owner_id < ?', [`${recordId} `, `${recordId}!`]),
    removeOf(ownerId: string): void {
      sql.run('DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_entry WHERE owner_id = ?)', [ownerId]);
      sql.run('DELETE FROM search_entry WHERE owner_id = ?', [ownerId]);
    },
    /** How many entries of each place match, exactly, and the first of them, oldest first: the index is gone through once. */
    find(match: string, wanted: Wanted): Found {
      const [where, values] = conditions(wanted);
      const entries = where === '' ? '' : ' CROSS JOIN search_entry ON search_entry.id = search_index.rowid';
      const ids = sql.column<number>(
        `SELECT search_index.rowid FROM search_index${entries} WHERE search_index MATCH ?${where} ORDER BY search_index.rowid`,
        [match, ...values],
      );
      const slices = wanted.places.map((place) => [place, placeOf(ids, from(place)), placeOf(ids, from(place) + rangeSize)] as const);
      return {
        counts: Object.fromEntries(slices.map(([place, first, end]) => [place, end - first])),
        ids: Object.fromEntries(slices.map(([place, first, end]) => [place, ids.slice(first, Math.min(end, first + wanted.limit))])),
      };
    },
    /** Entries in the order of their ids as given. */
    entries: (ids: readonly number[]): SearchEntry[] =>
      sql.all<SearchEntry>('SELECT search_entry.* FROM json_each(?) wanted JOIN search_entry ON search_entry.id = wanted.value ORDER BY wanted.key', [
        JSON.stringify(ids),
      ]),
  };
}

export type SearchRepository = ReturnType<typeof createSearchRepository>;

/** Index of the first id, of ids in order, that is not below the given one. */
function placeOf(ids: readonly number[], least: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function conditions({ sourceIds, kinds }: EntryFilter): [string, SqlValue[]] {
  const parts: [string, SqlValue][] = [];
  if (sourceIds !== undefined) parts.push([' AND search_entry.source_id IN (SELECT value FROM json_each(?))', JSON.stringify(sourceIds)]);
  if (kinds !== undefined) parts.push([' AND search_entry.kind IN (SELECT value FROM json_each(?))', JSON.stringify(kinds)]);
  return [parts.map(([text]) => text).join(''), parts.map(([, value]) => value)];
}
