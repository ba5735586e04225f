// The index. The id of an entry says what it is an entry of: each place has a range of its own, and in it each record, by its
// number. Hits of a place so come in order without sorting and are counted without reading anything else.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { SearchPlace } from '../../../../shared/features/search/contract.ts';
import { indexPairs, indexWords } from '../../../../shared/features/search/words.ts';
import type { RecordTable, Stored } from '../../../../shared/records/index.ts';
import { idList } from '../../edits/records.ts';
import { idFromBytes } from '../../store/id-bytes.ts';
import { createKeptContents } from '../../store/kept-contents.ts';
import { fieldSql } from '../../store/record-form.ts';
import { fromRow } from '../../store/row.ts';
import type { Row, Sql, SqlValue } from '../../store/sql.ts';

/** `places`: entry, column and position of each, in order. */
export interface IndexedWord {
  readonly term: string;
  readonly places: string;
}

export interface EntryWords {
  readonly words: string;
  readonly pairs: string;
}

/** What an entry is of. `part`: of a source its head (0) or a piece of its text (from 1); of a claim the position of a passage. */
export interface EntryPlace {
  readonly place: SearchPlace;
  readonly of: 'claim' | 'source';
  readonly n: number;
  readonly part: number;
}

/** UTF-16 offsets of a piece of a text, and the code points before it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly point: number;
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

/** What a claim is indexed by. */
export type SearchedClaim = Pick<
  Stored<'claim'>,
  'measure' | 'subject' | 'what' | 'gist' | 'topic' | 'actor' | 'original' | 'basis' | 'area' | 'saidBy' | 'via' | 'tags' | 'type' | 'cause' | 'note'
> & {
  readonly passages: readonly Pick<Claim['passages'][number], 'exact'>[];
};

/** Of a past state: the index of the present without the records that were otherwise then, and an index of those. */
export interface PastIndex {
  readonly index: string;
  readonly pieces: string;
  /** Tables with the numbers of the records that were otherwise. */
  readonly otherwise: { readonly claim: string; readonly source: string };
}

const rangeSize = 2 ** 40;
const ranges: Readonly<Record<SearchPlace, number>> = { claim: 1, source: 2, passage: 3, note: 4 };
/** Entries that a record can have in a place. */
const slots: Readonly<Record<SearchPlace, number>> = { claim: 1, source: 2 ** 20, passage: 1024, note: 2 };

const baseOf = (place: SearchPlace) => ranges[place] * rangeSize;

export function entryId({ place, of, n, part }: EntryPlace): number {
  const slot = place === 'note' ? (of === 'source' ? 1 : 0) : part;
  return baseOf(place) + n * slots[place] + slot;
}

export function placeOfEntry(id: number): EntryPlace {
  const place = (Object.keys(ranges) as SearchPlace[]).find((one) => id >= baseOf(one) && id < baseOf(one) + rangeSize)!;
  const rest = id - baseOf(place);
  const [n, slot] = [Math.floor(rest / slots[place]), rest % slots[place]];
  const isOfSource = place === 'source' || (place === 'note' && slot === 1);
  return { place, of: isOfSource ? 'source' : 'claim', n, part: place === 'note' ? 0 : slot };
}

/** Number of the record of an entry, in SQL. */
const numberSql = (place: SearchPlace) => `(search.rowid - ${baseOf(place)}) / ${slots[place]}`;
const withinSql = (place: SearchPlace) => `search.rowid >= ${baseOf(place)} AND search.rowid < ${baseOf(place) + rangeSize}`;
const isSourceNote = `(search.rowid - ${baseOf('note')}) % 2 = 1`;

/** Temporary tables of a past state; `passages`: numbers of those that were otherwise. */
export function createPastTables(sql: Sql, passages: readonly number[]): void {
  sql.run('CREATE TEMP TABLE search_claim (n INTEGER PRIMARY KEY)');
  sql.run('INSERT INTO temp.search_claim SELECT n FROM temp.claim_otherwise');
  for (const place of ['main.claim_passage', 'claim_passage'])
    sql.run(`INSERT OR IGNORE INTO temp.search_claim SELECT claim FROM json_each(?) wanted JOIN ${place} placed ON placed.passage = wanted.value`, [
      JSON.stringify(passages),
    ]);
  sql.run('CREATE TEMP TABLE search_chunk_then (id INTEGER PRIMARY KEY, start INTEGER, end INTEGER, point INTEGER)');
  sql.run(
    `CREATE VIRTUAL TABLE temp.search_then USING fts5 (words, pairs, content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`,
  );
}

export function createSearchRepository(sql: Sql, past?: PastIndex) {
  const contents = createKeptContents(sql);
  const [index, pieces] = past === undefined ? ['search_index', 'search_chunk'] : [past.index, past.pieces];
  // Which entries there are stands in the table of their sizes: looking into the index itself would make it write what it gathers.
  const idsBetween = (first: number, last: number) => sql.column<number>(`SELECT id FROM ${index}_docsize WHERE id BETWEEN ? AND ?`, [first, last]);
  const slotsOf = (place: SearchPlace, n: number): [number, number] => [baseOf(place) + n * slots[place], baseOf(place) + (n + 1) * slots[place] - 1];

  return {
    add(id: number, { words, pairs }: EntryWords, piece: Piece | undefined): void {
      sql.run(`INSERT INTO ${index} (rowid, words, pairs) VALUES (?, ?, ?)`, [id, words, pairs]);
      if (piece !== undefined)
        sql.run(`INSERT INTO ${pieces} (id, start, end, point) VALUES (?, ?, ?, ?)`, [id, piece.start, piece.end, piece.point]);
    },
    /** Every word with the places where it stands, in the order of the words. */
    eachWord(visit: (word: IndexedWord) => void): void {
      sql.run(`CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, ${index}, instance)`);
      try {
        sql.each<IndexedWord>(
          `SELECT term, group_concat(doc || ' ' || col || ' ' || offset, ',') AS places FROM temp.search_words GROUP BY term`,
          visit,
        );
      } finally {
        sql.run('DROP TABLE temp.search_words');
      }
    },
    /** Makes the tables of the index in an empty store. */
    makeTablesIn(empty: Sql): void {
      for (const text of sql.column<string>(`SELECT sql FROM sqlite_schema WHERE name IN ('${index}', '${pieces}')`)) empty.run(text);
    },
    pieceCount(): number {
      return sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${pieces}`)?.n ?? 0;
    },
    remove(id: number): void {
      sql.run(`DELETE FROM ${index} WHERE rowid = ?`, [id]);
      sql.run(`DELETE FROM ${pieces} WHERE id = ?`, [id]);
    },
    idsOfClaim(n: number): number[] {
      const note = baseOf('note') + n * 2;
      return [...idsBetween(...slotsOf('claim', n)), ...idsBetween(...slotsOf('passage', n)), ...idsBetween(note, note)];
    },
    /** Of what is said of a source, and of its text where that is asked for. */
    idsOfSource(n: number, withText: boolean): number[] {
      const [head, last] = slotsOf('source', n);
      const note = baseOf('note') + n * 2 + 1;
      return [...idsBetween(head, withText ? last : head), ...idsBetween(note, note)];
    },
    clear(): void {
      sql.run("INSERT INTO search_index (search_index) VALUES ('delete-all')");
      sql.run('DELETE FROM search_chunk');
    },
    /** Of a past state: numbers of the claims that were otherwise, themselves or in their passages. */
    otherwiseClaims: (): number[] => (past === undefined ? [] : sql.column<number>(`SELECT n FROM ${past.otherwise.claim}`)),
    ids: (): number[] => sql.column<number>(`SELECT id FROM ${index}_docsize ORDER BY id`),

    numbers: (table: RecordTable): number[] => sql.column<number>(`SELECT n FROM ${table} ORDER BY n`),
    source(n: number): Stored<'source'> | undefined {
      const row = sql.get<Row>('SELECT * FROM source WHERE n = ?', [n]);
      return row === undefined ? undefined : fromRow('source', row);
    },
    text: (textSha256: string): string => contents.text(textSha256) ?? '',
    claim(n: number): SearchedClaim | undefined {
      const row = sql.get<Row>('SELECT * FROM claim WHERE n = ?', [n]);
      if (row === undefined) return undefined;
      const claim = fromRow('claim', row);
      const passages = sql.all<{ exact: string }>(
        `SELECT ${fieldSql('passage', 'exact')} AS exact FROM json_each(?) wanted JOIN passage ON passage.id = unhex(wanted.value) ORDER BY wanted.key`,
        [idList(claim.passages)],
      );
      return { ...claim, passages };
    },
    claimsOnPassages: (passages: readonly number[]): number[] =>
      passages.length === 0
        ? []
        : sql.column<number>('SELECT DISTINCT claim FROM json_each(?) wanted JOIN claim_passage ON claim_passage.passage = wanted.value', [
            JSON.stringify(passages),
          ]),

    /** How many entries of each place match, exactly, and the first of them, oldest first: the index is gone through once. */
    find(match: string, wanted: Wanted): Found {
      const [where, values] = conditions(wanted);
      const text = (table: string, more: string) =>
        `SELECT search.rowid AS id FROM ${table} search WHERE search.${table.split('.').at(-1)} MATCH ?${where}${more}`;
      const ids =
        past === undefined
          ? sql.column<number>(`${text('search_index', '')} ORDER BY search.rowid`, [match, ...values])
          : sql.column<number>(`${text('search_index', exceptOtherwise(past))} UNION ALL ${text(past.index, '')} ORDER BY id`, [
              match,
              ...values,
              match,
              ...values,
            ]);
      const slices = wanted.places.map((place) => [place, firstFrom(ids, baseOf(place)), firstFrom(ids, baseOf(place) + rangeSize)] as const);
      return {
        counts: Object.fromEntries(slices.map(([place, first, end]) => [place, end - first])),
        ids: Object.fromEntries(slices.map(([place, first, end]) => [place, ids.slice(first, Math.min(end, first + wanted.limit))])),
      };
    },
    /** Words of the index that begin with some letters, in order. */
    vocabulary(beginning: string): readonly string[] {
      const tables = [vocabularyOf(sql, 'main', 'search_index'), ...(past === undefined ? [] : [vocabularyOf(sql, 'temp', 'search_then')])];
      const beyond = `${beginning}\u{10ffff}`;
      return tables.flatMap((table) =>
        sql.column<string>(`SELECT term FROM ${table} WHERE term >= ? AND term < ? LIMIT ${mostTerms}`, [beginning, beyond]),
      );
    },
    /** Id of the record of an entry; undefined where it is not there. */
    recordId({ of, n }: EntryPlace): string | undefined {
      const row = sql.get<{ id: Buffer }>(`SELECT id FROM ${of} WHERE n = ?`, [n]);
      return row === undefined ? undefined : idFromBytes(row.id);
    },
    piece(id: number): Piece | undefined {
      const own = sql.get<Row & Piece>(`SELECT start, end, point FROM ${pieces} WHERE id = ?`, [id]);
      return own ?? (past === undefined ? undefined : sql.get<Row & Piece>('SELECT start, end, point FROM search_chunk WHERE id = ?', [id]));
    },
  };
}

/** Terms that one beginning may have before it says too little. */
const mostTerms = 20_000;

/** The table that shows the words of an index; it holds nothing and is made when first asked for. */
function vocabularyOf(sql: Sql, schema: 'main' | 'temp', index: string): string {
  const table = `temp.${index}_words`;
  sql.run(`CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING fts5vocab('${schema}', '${index}', 'row')`);
  return table;
}

const rowTable = 'search_row';

/** The index of what rows of tables say, in memory. */
export function createRowWords(sql: Sql) {
  return {
    fill(entries: Iterable<readonly [id: number, text: string]>): void {
      for (const table of [`${rowTable}_words`, rowTable]) sql.run(`DROP TABLE IF EXISTS temp.${table}`);
      sql.run(
        `CREATE VIRTUAL TABLE temp.${rowTable} USING fts5 (words, pairs, content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`,
      );
      // Not by one each: every one would be written for itself.
      sql.run('SAVEPOINT rows_indexed');
      for (const [id, text] of entries)
        sql.run(`INSERT INTO temp.${rowTable} (rowid, words, pairs) VALUES (?, ?, ?)`, [id, indexWords(text), indexPairs(text)]);
      sql.run('RELEASE rows_indexed');
    },
    matching: (match: string): number[] => sql.column<number>(`SELECT rowid FROM temp.${rowTable} WHERE ${rowTable} MATCH ?`, [match]),
    vocabulary: (beginning: string): readonly string[] =>
      sql.column<string>(`SELECT term FROM ${vocabularyOf(sql, 'temp', rowTable)} WHERE term >= ? AND term < ? LIMIT ${mostTerms}`, [
        beginning,
        `${beginning}\u{10ffff}`,
      ]),
  };
}

export type SearchRepository = ReturnType<typeof createSearchRepository>;

/** Index of the first id, of ids in order, that is not below the given one. */
function firstFrom(ids: readonly number[], least: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Claims and sources by their numbers, whichever place an entry is of. */
function ofRecords(claims: string | undefined, sources: string | undefined): string {
  const within = (place: SearchPlace, list: string | undefined, more = '') =>
    list === undefined ? [] : [`(${withinSql(place)}${more} AND ${numberSql(place)} IN (${list}))`];
  return [
    ...within('claim', claims),
    ...within('passage', claims),
    ...within('note', claims, ` AND NOT ${isSourceNote}`),
    ...within('source', sources),
    ...within('note', sources, ` AND ${isSourceNote}`),
  ].join(' OR ');
}

function conditions({ sourceIds, kinds }: EntryFilter): [string, SqlValue[]] {
  const parts: [string, SqlValue[]][] = [];
  if (sourceIds !== undefined) {
    const inSources = '(SELECT unhex(value) FROM json_each(?))';
    const list = idList(sourceIds);
    const claims = `SELECT n FROM claim WHERE source_id IN ${inSources}`;
    parts.push([` AND (${ofRecords(claims, `SELECT n FROM source WHERE id IN ${inSources}`)})`, [list, list, list, list, list]]);
  }
  if (kinds !== undefined) {
    const list = JSON.stringify(kinds);
    parts.push([` AND (${ofRecords('SELECT n FROM claim WHERE kind IN (SELECT value FROM json_each(?))', undefined)})`, [list, list, list]]);
  }
  return [parts.map(([text]) => text).join(''), parts.flatMap(([, values]) => values)];
}

function exceptOtherwise({ otherwise }: PastIndex): string {
  return ` AND NOT (${ofRecords(`SELECT n FROM ${otherwise.claim}`, `SELECT n FROM ${otherwise.source}`)})`;
}
