// Rows of imported tables found by what they say. What rows have in common is said once, so an index of that is small: it is made in
// memory at the first search, and again when tables came or went. Names, measures and notes are found; the numbers of the cells stand
// in the text of the table, which is found as any text.
import type { Sql } from '../../store/sql.ts';
import { claimText } from './entries.ts';
import { createRowWords, type Found, type SearchedClaim, type Wanted } from './repository.ts';

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

/** Entries of a shape: what it says, and its note. */
const entries: Readonly<Record<RowPlace, number>> = { claim: 0, note: 1 };

export function createRowIndex(sql: Sql, rows: SearchedRows) {
  const words = createRowWords(sql);
  let made: { readonly of: string; readonly shapes: ReadonlyMap<number, RowShape> } | undefined;

  function shapes(): ReadonlyMap<number, RowShape> {
    const of = rows.tables();
    if (made?.of !== of) made = { of, shapes: fill(rows.shapes()) };
    return made.shapes;
  }

  function fill(all: readonly RowShape[]): ReadonlyMap<number, RowShape> {
    words.fill(all.flatMap(entriesOf));
    return new Map(all.map((shape) => [shape.n, shape]));
  }

  function isWanted({ sourceIds, kinds }: Pick<Wanted, 'sourceIds' | 'kinds'>, { sourceId, kind }: RowShape): boolean {
    return (sourceIds?.includes(sourceId) ?? true) && (kinds?.includes(kind) ?? true);
  }

  return {
    find(match: string, { places, limit, ...filter }: Wanted): FoundRows {
      const known = shapes();
      if (known.size === 0) return { counts: {}, ids: {} };
      const found = words.matching(match);
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
    vocabulary: (beginning: string): readonly string[] => (shapes().size === 0 ? [] : words.vocabulary(beginning)),
  };
}

function entriesOf({ n, body }: RowShape): (readonly [id: number, text: string])[] {
  const texts = [
    [2 * n + entries.claim, claimText(body)],
    [2 * n + entries.note, body.note],
  ] as const;
  return texts.filter(([, text]) => text !== '');
}

export type RowIndex = ReturnType<typeof createRowIndex>;
