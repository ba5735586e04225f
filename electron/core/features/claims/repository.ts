// Claims as the store keeps them, and the tables derived from them.

import type { TermField } from '../../../../shared/features/claims/contract.ts';
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import type { Claim, ClaimKind, PassageRef } from '../../../../shared/features/claims/model.ts';
import { columnOf } from '../../../../shared/records/define.ts';
import { recordType, type Stored } from '../../../../shared/records/index.ts';
import { idList } from '../../edits/records.ts';
import { whole } from '../../edits/whole.ts';
import { idFromBytes, idToBytes } from '../../store/id-bytes.ts';
import type { Past } from '../../store/past.ts';
import { fieldSql, idSql } from '../../store/record-form.ts';
import { fromRow } from '../../store/row.ts';
import type { Row, Sql, SqlValue } from '../../store/sql.ts';
import type { WindowSpec } from '../../store/window.ts';

export interface ClaimRepository {
  all(): Claim[];
  count(): number;
  /** Those of the claims that exist. */
  existing(ids: readonly string[]): Claim[];
  /** Claims that stand on one of the passages. */
  onPassages(passageIds: readonly string[]): string[];
  find(id: string): Claim | undefined;
  /** Ids by the numbers of claims; those that are gone are left out. */
  idsOfNumbers(numbers: readonly number[]): ReadonlyMap<number, string>;
  byIds(ids: readonly string[]): Claim[];
  ofSource(sourceId: string): Claim[];
  /** Claims that have, or once had, one of these content keys, oldest first, by the key. */
  withContentKeys(contentKeys: readonly string[]): ReadonlyMap<string, Claim[]>;
  counts(): Record<ClaimKind, number>;
  countsBySource(): ReadonlyMap<string, number>;
  /** Distinct words of a field with the number of claims that use them, most used first. */
  terms(field: TermField, typed: string): { text: string; uses: number }[];
}

export const mostTerms = 50;

const listFields = new Set<TermField>(['basis', 'area', 'saidBy', 'via', 'tags', 'details']);
/** What stands for an entry that is more than a word. */
const partsOfLists: Partial<Record<TermField, string>> = {
  saidBy: `json_extract(one.value, '$.name')`,
  details: `json_extract(one.value, '$.is') || ': ' || json_extract(one.value, '$.value')`,
};

const ownKey = '(SELECT key FROM claim_key WHERE claim_key.claim = claim.n AND claim_key.position = 0) AS content_key';

export function createClaimRepository(sql: Sql): ClaimRepository {
  const read = (tail: string, ...values: SqlValue[]) => sql.all<Row>(`SELECT claim.*, ${ownKey} FROM ${tail}`, values);
  const wanted = 'json_each(?) wanted JOIN claim ON claim.id = unhex(wanted.value)';
  const toClaims = (rows: readonly Row[]): Claim[] => {
    const stored = rows.map((row) => ({ record: fromRow('claim', row), key: keyText(row.content_key) }));
    const ids = [...new Set(stored.flatMap(({ record }) => record.passages))];
    const passages = new Map(
      whole(
        sql.all('SELECT passage.* FROM json_each(?) wanted JOIN passage ON passage.id = unhex(wanted.value)', [idList(ids)]),
        ids.length,
        'passages',
      ).map((row) => {
        const passage = fromRow('passage', row);
        return [passage.id, toPassage(passage)] as const;
      }),
    );
    return stored.map(({ record, key }) => ({
      id: record.id,
      contentKey: key,
      sourceId: record.sourceId,
      passages: record.passages.flatMap((id) => passages.get(id) ?? []),
      ...toBody(record),
    }));
  };
  const idsOf = (rows: readonly { id: Buffer }[]) => rows.map(({ id }) => idFromBytes(id));

  return {
    all: () => toClaims(read('claim NOT INDEXED ORDER BY claim.id')),
    count: () => sql.get<{ n: number }>('SELECT count(*) AS n FROM claim NOT INDEXED')?.n ?? 0,
    existing: (ids) => toClaims(read(wanted, idList(ids))),
    onPassages: (passageIds) =>
      idsOf(
        sql.all<{ id: Buffer }>(
          `SELECT DISTINCT claim.id FROM json_each(?) wanted JOIN passage ON passage.id = unhex(wanted.value)
           JOIN claim_passage ON claim_passage.passage = passage.n JOIN claim ON claim.n = claim_passage.claim`,
          [idList(passageIds)],
        ),
      ),
    idsOfNumbers: (numbers) =>
      new Map(
        sql
          .all<{ n: number; id: Buffer }>('SELECT claim.n, claim.id FROM json_each(?) wanted JOIN claim ON claim.n = wanted.value', [
            JSON.stringify(numbers),
          ])
          .map(({ n, id }) => [n, idFromBytes(id)]),
      ),
    find: (id) => toClaims(read('claim WHERE claim.id = ?', idToBytes(id)))[0],
    byIds: (ids) => toClaims(whole(read(`${wanted} ORDER BY wanted.key`, idList(ids)), ids.length, 'claims')),
    ofSource: (sourceId) => toClaims(read('claim NOT INDEXED WHERE claim.source_id = ? ORDER BY claim.id', idToBytes(sourceId))),
    withContentKeys(contentKeys) {
      const rows = sql.all<{ key: Buffer; id: Buffer }>(
        `SELECT claim_key.key, claim.id FROM json_each(?) wanted JOIN claim_key ON claim_key.key = unhex(wanted.value)
         JOIN claim ON claim.n = claim_key.claim ORDER BY claim.id`,
        [JSON.stringify([...new Set(contentKeys)])],
      );
      const found = new Map(toClaims(read(wanted, idList(rows.map(({ id }) => idFromBytes(id))))).map((claim) => [claim.id, claim]));
      const known = rows.map(({ key, id }) => ({ key: keyText(key), claim: found.get(idFromBytes(id))! }));
      return new Map([...Map.groupBy(known, ({ key }) => key)].map(([key, list]) => [key, list.map(({ claim }) => claim)]));
    },
    counts() {
      const counts = { figure: 0, event: 0, statement: 0 };
      for (const { kind, n } of sql.all<{ kind: ClaimKind; n: number }>('SELECT kind, count(*) AS n FROM claim NOT INDEXED GROUP BY kind'))
        counts[kind] = n;
      return counts;
    },
    countsBySource: () =>
      new Map(
        sql
          .all<{ id: Buffer; n: number }>(
            'SELECT source_id AS id, count(*) AS n FROM claim NOT INDEXED WHERE source_id IS NOT NULL GROUP BY source_id',
          )
          .map(({ id, n }) => [idFromBytes(id), n]),
      ),
    terms(field, typed) {
      const column = fieldSql('claim', field);
      const word = partsOfLists[field] ?? 'one.value';
      const [text, from] = listFields.has(field) ? [word, `claim, json_each(${column}) one`] : [column, 'claim'];
      return sql.all<{ text: string; uses: number }>(
        `SELECT ${text} AS text, count(*) AS uses FROM ${from} WHERE ${text} IS NOT NULL AND instr(lower(${text}), lower(?)) > 0 GROUP BY 1 ORDER BY uses DESC, text LIMIT ${mostTerms}`,
        [typed],
      );
    },
  };
}

function keyText(key: SqlValue | undefined): string {
  return Buffer.isBuffer(key) ? key.toString('hex') : '';
}

/** Fields that a claim and its record have in common, beside those that say which it is. */
const saidFields = recordType('claim').fields.flatMap(({ name }) =>
  ['sourceId', 'passages', 'low', 'high', 'qualifier'].includes(name) ? [] : [name as keyof ClaimBody & keyof Stored<'claim'>],
);

/** Field by field: a spread of so many takes several times as long. */
function saidIn(from: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const name of saidFields) said[name] = from[name];
  return said;
}

/** The store keeps the three parts of a value as fields; a claim has them as one value. */
export function toBody(record: Stored<'claim'>): ClaimBody {
  const { low, high, qualifier } = record;
  return Object.assign(saidIn(record), { value: qualifier === null ? null : { low, high, qualifier } }) as ClaimBody;
}

export function toRecord(
  claim: Omit<Claim, 'passages' | 'contentKey'> & { readonly passages: readonly string[]; readonly contentKey?: string },
): Stored<'claim'> {
  const { id, sourceId, passages, value } = claim;
  const { low = null, high = null, qualifier = null } = value ?? {};
  return Object.assign(saidIn(claim), { id, sourceId, passages: [...passages], low, high, qualifier }) as Stored<'claim'>;
}

export function toPassage({ id, sourceId, exact, prefix, suffix, start, end, page, sheet, cells, state }: Stored<'passage'>): PassageRef {
  return { id, source: sourceId, exact, prefix, suffix, start, end, page, sheet, cells, state };
}

// ---- tables derived from claims -------------------------------------------------------------------------------------

const batch = 2000;

function batches(numbers: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(numbers.length / batch) }, (_, index) => numbers.slice(index * batch, (index + 1) * batch));
}

export type PlacedClaim = Pick<Claim, 'period' | 'madeOn' | 'value' | 'unit' | 'multiplier' | 'change'> & {
  readonly n: number;
  /** Numbers of its passages, in their order. */
  readonly passages: readonly number[];
};

export interface ClaimPlace {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly sortValue: number | null;
  readonly passages: readonly number[];
}

export interface ClaimPlacesRepository {
  /** Numbers of all claims, in batches. */
  numbers(): number[][];
  read(numbers: readonly number[]): PlacedClaim[];
  find(n: number): ClaimPlace | undefined;
  /** A claim that came with an edit, and the numbers of its passages, of which most came with it. */
  placed(n: number, record: Stored<'claim'>, came: ReadonlyMap<string, { readonly n: number }>): PlacedClaim;
  /** The place of a claim that has none yet. */
  add(n: number, place: ClaimPlace): void;
  write(n: number, place: ClaimPlace): void;
  forget(numbers: readonly number[]): void;
  clear(): void;
  /** Entries of claims that are not there. */
  orphans(): number;
}

/** Groups of a claim on which its place depends. */
export const placedBy = ['period', 'madeOn', 'value', 'passages'];

/** Of a past state the entries of claims that stood otherwise lie in temporary tables, over which views join them to the others. */
function layOverPlaces(sql: Sql, past: Past): void {
  sql.run('CREATE TEMP TABLE claim_elsewhere (n INTEGER PRIMARY KEY)');
  sql.run('INSERT INTO temp.claim_elsewhere SELECT value FROM json_each(?)', [JSON.stringify(past.otherwise('claim', placedBy))]);
  sql.run('CREATE TEMP TABLE claim_index_then (claim INTEGER PRIMARY KEY, earliest TEXT, latest TEXT, sort_value REAL)');
  sql.run('CREATE TEMP TABLE claim_passage_then (claim INTEGER, position INTEGER, passage INTEGER, PRIMARY KEY (claim, position)) WITHOUT ROWID');
  for (const [table, columns] of [
    ['claim_index', 'claim, earliest, latest, sort_value'],
    ['claim_passage', 'claim, position, passage'],
  ])
    sql.run(
      `CREATE TEMP VIEW ${table} AS SELECT ${columns} FROM main.${table} WHERE claim NOT IN (SELECT n FROM temp.claim_elsewhere)
       UNION ALL SELECT ${columns} FROM temp.${table}_then`,
    );
}

export function createClaimPlacesRepository(sql: Sql, past?: Past): ClaimPlacesRepository {
  const [index, placed] = past === undefined ? ['claim_index', 'claim_passage'] : ['temp.claim_index_then', 'temp.claim_passage_then'];
  if (past !== undefined) layOverPlaces(sql, past);
  const numbersOf = (ids: readonly string[]) =>
    new Map(
      sql
        .all<{ id: Buffer; n: number }>('SELECT passage.id, passage.n FROM json_each(?) wanted JOIN passage ON passage.id = unhex(wanted.value)', [
          idList(ids),
        ])
        .map(({ id, n }) => [idFromBytes(id), n]),
    );
  return {
    numbers: () => batches(sql.column<number>('SELECT n FROM claim ORDER BY n')),
    read(numbers) {
      const claims = sql
        .all<Row>('SELECT claim.* FROM json_each(?) wanted JOIN claim ON claim.n = wanted.value', [JSON.stringify(numbers)])
        .map((row) => ({ n: Number(row.n), record: fromRow('claim', row) }));
      const passages = numbersOf([...new Set(claims.flatMap(({ record }) => record.passages))]);
      return claims.map(({ n, record }) => ({ ...toBody(record), n, passages: record.passages.flatMap((id) => passages.get(id) ?? []) }));
    },
    find(n) {
      const row = sql.get<{ earliest: string | null; latest: string | null; sort_value: number | null }>(
        'SELECT * FROM claim_index WHERE claim = ?',
        [n],
      );
      const passages = sql.column<number>('SELECT passage FROM claim_passage WHERE claim = ? ORDER BY position', [n]);
      return row === undefined ? undefined : { earliest: row.earliest, latest: row.latest, sortValue: row.sort_value, passages };
    },
    placed(n, record, came) {
      const known = record.passages.map((id) => came.get(id)?.n);
      const missing = record.passages.filter((_, index) => known[index] === undefined);
      const others = missing.length === 0 ? undefined : numbersOf(missing);
      return { ...toBody(record), n, passages: record.passages.flatMap((id, index) => known[index] ?? others?.get(id) ?? []) };
    },
    add(n, { earliest, latest, sortValue, passages }) {
      sql.run(`INSERT INTO ${index} (claim, earliest, latest, sort_value) VALUES (?, ?, ?, ?)`, [n, earliest, latest, sortValue]);
      passages.forEach(
        (passage, position) => void sql.run(`INSERT INTO ${placed} (claim, position, passage) VALUES (?, ?, ?)`, [n, position, passage]),
      );
    },
    write(n, { earliest, latest, sortValue, passages }) {
      sql.run(`INSERT OR REPLACE INTO ${index} (claim, earliest, latest, sort_value) VALUES (?, ?, ?, ?)`, [n, earliest, latest, sortValue]);
      sql.run(`DELETE FROM ${placed} WHERE claim = ?`, [n]);
      passages.forEach(
        (passage, position) => void sql.run(`INSERT INTO ${placed} (claim, position, passage) VALUES (?, ?, ?)`, [n, position, passage]),
      );
    },
    forget(numbers) {
      for (const table of ['claim_index', 'claim_passage'])
        sql.run(`DELETE FROM ${table} WHERE claim IN (SELECT value FROM json_each(?))`, [JSON.stringify(numbers)]);
    },
    clear() {
      sql.run('DELETE FROM claim_index');
      sql.run('DELETE FROM claim_passage');
    },
    orphans: () =>
      ['claim_index', 'claim_passage'].reduce(
        (sum, table) => sum + (sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE claim NOT IN (SELECT n FROM claim)`)?.n ?? 0),
        0,
      ),
  };
}

export function createClaimKeyRepository(sql: Sql) {
  const inJson = (numbers: Iterable<number>) => JSON.stringify([...numbers]);
  return {
    /** Numbers of claims that are there, or were. */
    /** Keys of claims that never were. */
    strays: (): number =>
      sql.get<{ n: number }>('SELECT count(*) AS n FROM claim_key WHERE claim NOT IN (SELECT n FROM claim UNION ALL SELECT n FROM claim_past)')?.n ??
      0,
    ever: (): number[] => sql.column<number>('SELECT n FROM claim UNION ALL SELECT n FROM claim_past ORDER BY n'),
    existing: (numbers: Iterable<number>): number[] =>
      sql.column<number>('SELECT claim.n FROM json_each(?) wanted JOIN claim ON claim.n = wanted.value ORDER BY claim.n', [inJson(numbers)]),
    onPassages: (passages: readonly number[]): number[] =>
      passages.length === 0
        ? []
        : sql.column<number>('SELECT DISTINCT claim FROM json_each(?) wanted JOIN claim_passage ON claim_passage.passage = wanted.value', [
            inJson(passages),
          ]),
    ofSources: (sources: readonly number[]): number[] =>
      sources.length === 0
        ? []
        : sql.column<number>(
            'SELECT claim.n FROM json_each(?) wanted JOIN source ON source.n = wanted.value JOIN claim ON claim.source_id = source.id',
            [inJson(sources)],
          ),
    claim: (n: number): Stored<'claim'> => fromRow('claim', sql.get<Row>('SELECT * FROM claim WHERE n = ?', [n])!),
    /** Claims that were ever otherwise, by themselves, in a passage or in their source, and those that are gone. */
    everChanged(): ReadonlySet<number> {
      const changed = (table: string, group: string) =>
        new Set(sql.column<number>(`SELECT DISTINCT n FROM change WHERE tab = '${table}'${group === '' ? '' : ` AND grp = '${group}'`}`));
      const [passages, sources] = [changed('passage', 'place'), changed('source', 'text')];
      return new Set([
        ...changed('claim', ''),
        ...sql.column<number>('SELECT n FROM claim_past'),
        ...this.onPassages([...passages]),
        ...this.ofSources([...sources]),
      ]);
    },
    /** The key of a claim that came with an edit. */
    addFirst: (n: number, key: string): void =>
      void sql.run('INSERT INTO claim_key (claim, position, key) VALUES (?, 0, ?)', [n, Buffer.from(key, 'hex')]),
    sourceSha256(id: string): string | null {
      return sql.get<{ sha256: string }>('SELECT sha256 FROM source WHERE id = ?', [idToBytes(id)])?.sha256 ?? null;
    },
    passagesOf: (ids: readonly string[]): Stored<'passage'>[] =>
      sql
        .all<Row>('SELECT passage.* FROM json_each(?) wanted JOIN passage ON passage.id = unhex(wanted.value) ORDER BY wanted.key', [idList(ids)])
        .map((row) => fromRow('passage', row)),
    /** Does nothing where the claim has the key already. */
    add(n: number, key: string): void {
      const known = sql.column<Buffer>('SELECT key FROM claim_key WHERE claim = ? ORDER BY position', [n]);
      const bytes = Buffer.from(key, 'hex');
      if (known.some((one) => one.equals(bytes))) return;
      sql.run('INSERT INTO claim_key (claim, position, key) VALUES (?, ?, ?)', [n, known.length, bytes]);
    },
    keysOf: (n: number): string[] =>
      sql.column<Buffer>('SELECT key FROM claim_key WHERE claim = ? ORDER BY position', [n]).map((key) => key.toString('hex')),
    clear: (): void => void sql.run('DELETE FROM claim_key'),
  };
}

const indexed = 'claim NOT INDEXED LEFT JOIN claim_index ON claim_index.claim = claim.n LEFT JOIN source ON source.id = claim.source_id';
/** Fields of a claim by which grids sort and filter as they stand. */
const saidInWindow = [
  'measure',
  'subject',
  'subjectType',
  'area',
  'counterpart',
  'basis',
  'unit',
  'status',
  'stage',
  'type',
  'what',
  'cause',
  'depth',
  'batch',
  'actor',
  'role',
  'topic',
  'stance',
  'gist',
  'hedge',
  'note',
  'original',
  'saidBy',
  'via',
  'madeOn',
  'tags',
  'rank',
  'change',
  'vintage',
  'credibility',
] as const;

/** What grids of claims may be sorted and filtered by. The kind is bound by the caller. */
export const claimWindow: WindowSpec = {
  from: indexed,
  id: 'claim.n',
  key: 'claim.id',
  where: 'claim.kind = ?',
  tieBreak: 'claim.measure, claim.subject, claim_index.earliest, claim.id',
  fields: {
    ...Object.fromEntries(saidInWindow.map((name) => [name, { sql: fieldSql('claim', name), isNumber: name === 'credibility' }])),
    origin: { sql: `json_extract(claim.said_by, '$[0].name')` },
    period: { sql: 'claim_index.earliest' },
    when: { sql: 'claim_index.earliest' },
    value: { sql: 'claim_index.sort_value', isNumber: true },
    grade: { sql: 'source.grade' },
    sourceTitle: { sql: 'source.title' },
    id: { sql: idSql('claim') },
  },
};

/**
 * The same of claims and rows of imported tables: a row has the negative of its number. Numbers of rows that are told elsewhere,
 * as JSON, are bound first, then the kind.
 */
export const claimOrRowWindow: WindowSpec = {
  ...claimWindow,
  from: `(SELECT claim.n AS n, claim.id AS id, claim.source_id AS source_id, claim_index.earliest AS earliest, claim_index.sort_value AS sort_value,
      claim.kind AS kind, ${saidInWindow.map((name) => `${fieldSql('claim', name)} AS ${columnOf(name)}`).join(', ')}
      FROM claim NOT INDEXED LEFT JOIN claim_index ON claim_index.claim = claim.n
    UNION ALL SELECT -table_row.n, NULL, table_import.source_id, row_period.earliest, table_row.sort_value,
      ${['kind', ...saidInWindow].map((name) => fieldSql('claim', name, `json_extract(row_shape.body, '$.${name}')`)).join(', ')}
      FROM table_import JOIN import_rows ON import_rows.key = table_import.key
      JOIN table_row ON table_row.n BETWEEN import_rows.first AND import_rows.first + import_rows.count - 1
      JOIN row_shape ON row_shape.n = table_row.shape LEFT JOIN row_period ON row_period.n = table_row.period
      WHERE table_row.n NOT IN (SELECT value FROM json_each(?))) claim
    LEFT JOIN source ON source.id = claim.source_id`,
  tieBreak: 'claim.measure, claim.subject, claim.earliest, claim.id, claim.n DESC',
  fields: {
    ...Object.fromEntries(
      saidInWindow.map((name) => [name, { sql: `claim.${columnOf(name)}`, isNumber: claimWindow.fields[name]?.isNumber ?? false }]),
    ),
    origin: { sql: `json_extract(claim.said_by, '$[0].name')` },
    period: { sql: 'claim.earliest' },
    when: { sql: 'claim.earliest' },
    value: { sql: 'claim.sort_value', isNumber: true },
    grade: { sql: 'source.grade' },
    sourceTitle: { sql: 'source.title' },
    id: { sql: idSql('claim') },
  },
};

/** The same, of those that are named: their ids, then the numbers of rows, both as JSON, are bound after the kind. */
export const namedClaimsOrRows: WindowSpec = {
  ...claimOrRowWindow,
  where: `${claimWindow.where} AND (claim.id IN (SELECT unhex(value) FROM json_each(?)) OR -claim.n IN (SELECT value FROM json_each(?)))`,
};

/** The same, of claims that are named. Their ids, as JSON, are bound after the kind. */
export const namedClaims: WindowSpec = { ...claimWindow, where: `${claimWindow.where} AND claim.id IN (SELECT unhex(value) FROM json_each(?))` };
