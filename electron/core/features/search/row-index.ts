// Rows of imported tables found by what they say. What rows have in common is said once, so an index of that is small: it is made in
// memory at the first search, and again when tables came or went. Names, measures and notes are found; the numbers of the cells stand
// in the text of the table, which is found as any text.
import { indexPairs, indexWords } from '../../../../shared/features/search/words.ts';
import type { Sql } from '../../store/sql.ts';
import { claimText } from './entries.ts';
import { type Found, type SearchedClaim, vocabularyOf, type Wanted } from './repository.ts';

export interface RowShape {
  readonly n: number;
  readonly kind: string;
  readonly sourceId: string;
  readonly body: Omit<SearchedClaim, 'passages'>;
}

/** Supplied by the tables feature. */
export interface SearchedRows {
  /** Becomes another when tables come or go. */
  tables(): string;
  shapes(): readonly RowShape[];
  /** Rows of some shapes that are told: how many, and the ids of the first. */
  withShapes(shapes: readonly number[], limit: number): { readonly count: number; readonly ids: readonly string[] };
}

type RowPlace = 'claim' | 'note';

export interface FoundRows {
  readonly counts: Found['counts'];
  readonly ids: { readonly [place in RowPlace]?: readonly string[] };
}

const table = 'search_row';
/** Entries of a shape: what it says, and its note. */
const entries: Readonly<Record<RowPlace, number>> = { claim: 0, note: 1 };

export function createRowIndex(sql: Sql, rows: SearchedRows) {
  let made: { readonly of: string; readonly shapes: ReadonlyMap<number, RowShape> } | undefined;

  function shapes(): ReadonlyMap<number, RowShape> {
    const of = rows.tables();
    if (made?.of !== of) made = { of, shapes: fill(rows.shapes()) };
    return made.shapes;
  }

  function fill(all: readonly RowShape[]): ReadonlyMap<number, RowShape> {
    sql.run(`DROP TABLE IF EXISTS temp.${table}_words`);
    sql.run(`DROP TABLE IF EXISTS temp.${table}`);
    sql.run(`CREATE VIRTUAL TABLE temp.${table} USING fts5 (words, pairs, content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`);
    sql.run('SAVEPOINT rows_indexed');
    for (const { n, body } of all)
      for (const place of ['claim', 'note'] as const) {
        const text = place === 'note' ? body.note : claimText(body);
        if (text !== '')
          sql.run(`INSERT INTO temp.${table} (rowid, words, pairs) VALUES (?, ?, ?)`, [2 * n + entries[place], indexWords(text), indexPairs(text)]);
      }
    sql.run('RELEASE rows_indexed');
    return new Map(all.map((shape) => [shape.n, shape]));
  }

  function isWanted({ sourceIds, kinds }: Pick<Wanted, 'sourceIds' | 'kinds'>, { sourceId, kind }: RowShape): boolean {
    return (sourceIds?.includes(sourceId) ?? true) && (kinds?.includes(kind) ?? true);
  }

  return {
    find(match: string, { places, limit, ...filter }: Wanted): FoundRows {
      const known = shapes();
      if (known.size === 0) return { counts: {}, ids: {} };
      const found = sql.column<number>(`SELECT rowid FROM temp.${table} WHERE ${table} MATCH ?`, [match]);
      const told = (['claim', 'note'] as const)
        .filter((place) => places.includes(place))
        .map((place) => {
          const matching = found.filter((id) => id % 2 === entries[place]).map((id) => Math.floor(id / 2));
          const wanted = matching.filter((n) => known.has(n) && isWanted(filter, known.get(n)!));
          return [place, rows.withShapes(wanted, limit)] as const;
        });
      return {
        counts: Object.fromEntries(told.map(([place, { count }]) => [place, count])),
        ids: Object.fromEntries(told.map(([place, { ids }]) => [place, ids])),
      };
    },
    /** Words that begin with some letters. */
    vocabulary(beginning: string): readonly string[] {
      if (shapes().size === 0) return [];
      return sql.column<string>(`SELECT term FROM ${vocabularyOf(sql, 'temp', table)} WHERE term >= ? AND term < ? LIMIT 20000`, [
        beginning,
        `${beginning}\u{10ffff}`,
      ]);
    },
  };
}

export type RowIndex = ReturnType<typeof createRowIndex>;
