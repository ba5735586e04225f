// Records as no Assay would write them, each with every digest made to fit, so that only the rules of what a record can hold are
// left to refuse it.
import Database from 'better-sqlite3';
import { digestOf } from '../../../electron/core/store/digest.ts';
import { idsToBytes, idToBytes } from '../../../electron/core/store/id-bytes.ts';
import { changeColumns, crcOfLine, decodeColumns, encodeColumns, runColumns } from '../../../electron/core/store/log-lines.ts';
import { type FormField, groupsOf, ownForms, type RecordForm } from '../../../electron/core/store/record-form.ts';
import { crcOfRow } from '../../../electron/core/store/row.ts';
import type { Row, SqlValue } from '../../../electron/core/store/sql.ts';
import { type RecordTable, recordTables } from '../../../shared/records/index.ts';

export interface Bent {
  readonly name: string;
  bytes(): Buffer;
}

/** Every way to bend a record, by its table. `sound` holds at least two records of each. */
export function bentRecords(sound: Buffer): ReadonlyMap<RecordTable, readonly Bent[]> {
  return new Map(recordTables.map((table) => [table, bendsOf(sound, table)]));
}

function bendsOf(sound: Buffer, table: RecordTable): Bent[] {
  const form = ownForms[table]!;
  const ofFields = form.fields.flatMap((field) =>
    valuesFor(field).map(
      ([what, value]): Bent => ({ name: `${table}.${field.name}: ${what}`, bytes: () => bend(sound, table, { [field.column]: value }) }),
    ),
  );
  const ofLast = form.fields.flatMap((field) =>
    valuesFor(field).map(
      ([what, value]): Bent => ({
        name: `the last ${table}.${field.name}: ${what}`,
        bytes: () => bend(sound, table, { [field.column]: value }, { end: 'max' }),
      }),
    ),
  );
  const ofIds = oddIds.map(([what, id]): Bent => ({ name: `${table}.id: ${what}`, bytes: () => bend(sound, table, { id }) }));
  const ofLines = form.fields.flatMap((field) =>
    valuesFor(field)
      .filter((_, index) => index % 3 === 0)
      .map(
        ([what, value]): Bent => ({ name: `a line on ${table}.${field.name}: ${what}`, bytes: () => bendLine(sound, { table, form, field }, value) }),
      ),
  );
  const ofPast = form.fields.flatMap((field) =>
    valuesFor(field)
      .filter((_, index) => index % 4 === 1)
      .map(
        ([what, value]): Bent => ({ name: `${table}_past.${field.name}: ${what}`, bytes: () => bendGone(sound, table, { [field.column]: value }) }),
      ),
  );
  const inParts = ofRuns.map(
    ([what, text]): Bent => ({ name: `${table}: ${what}`, bytes: () => turned(sound, (db) => void db.exec(text.replaceAll('$T', table))) }),
  );
  const badDigest: Bent = {
    name: `${table}: a bad digest`,
    bytes: () => turned(sound, (db) => void db.exec(`UPDATE ${table} SET crc = crc + 1 WHERE n = 1`)),
  };
  return [...ofFields, ...ofLast, ...ofIds, ...ofLines, ...ofPast, ...inParts, ...extras(sound, table), badDigest];
}

/** What is there and should not be. */
function extras(sound: Buffer, table: RecordTable): Bent[] {
  const more = (what: string, assignments: string): Bent => ({
    name: `${table}: ${what}`,
    bytes: () =>
      turned(sound, (db) => {
        db.exec(`CREATE TEMP TABLE more AS SELECT * FROM ${table} LIMIT 1; UPDATE more SET n = (SELECT max(n) + 1 FROM ${table}), ${assignments}`);
        db.exec(`INSERT INTO ${table} SELECT * FROM more`);
        fitRecords(db, table);
      }),
  });
  return [
    more('a record more that no edit made', `id = x'${'07'.repeat(16)}'`),
    more('a record more of an edit to come', `id = x'${'08'.repeat(16)}', born = 100000`),
    { name: `${table}: a column more`, bytes: () => turned(sound, (db) => void db.exec(`ALTER TABLE ${table} ADD COLUMN extra TEXT`)) },
    { name: `${table}: changes that are gone`, bytes: () => turned(sound, (db) => void db.exec(`DELETE FROM change WHERE tab = '${table}'`)) },
  ];
}

const uuid = '019b76da-f620-7953-8391-dea52e8d22f2';
const long = 'x'.repeat(100_000);

const oddIds: readonly (readonly [string, SqlValue])[] = [
  ['empty', Buffer.alloc(0)],
  ['three bytes', Buffer.from([1, 2, 3])],
  ['text with a path', idToBytes('../../evil')],
  ['long text', idToBytes('a'.repeat(5000))],
  ['half of a UUID', idToBytes(uuid).subarray(0, 8)],
];

/** Values that some field of the kind cannot hold; what one of them can is then shown. */
function valuesFor({ kind, name }: FormField): readonly (readonly [string, SqlValue])[] {
  const nothing = ['nothing', null] as const;
  switch (kind) {
    case 'text':
      return [
        ['a number', 7],
        ['no word of ours', 'rumour'],
        ['bytes', Buffer.from([0xff, 0])],
        ['huge', long],
        ['a NUL', 'a\0b'],
        ['empty', ''],
        ['JSON', '{"a":1}'],
        nothing,
        ...(name === 'at' ? ([['no time', 'yesterday']] as const) : []),
      ];
    case 'integer':
    case 'flag':
      return [['text', 'many'], ['negative', -7], ['huge', 2 ** 52], ['beyond 2^53', 9_007_199_254_740_993n], ['half', 0.5], ['two', 2], nothing];
    case 'json':
      return [
        ['no JSON', '[1,'],
        ['an object', '{"a":1}'],
        ['a list of numbers', '[1,2]'],
        ['a list of nothing', '[null]'],
        ['a text', '"text"'],
        ['a number', '7'],
        ['null', 'null'],
        ['a prototype', '{"__proto__":{"x":1}}'],
        ['lists in lists', `${'['.repeat(500)}${']'.repeat(500)}`],
        ['an object of objects', '{"a":{"b":{}}}'],
        ['a number out of JSON', '1e999'],
        ['half a character', '["\\ud800"]'],
        ['bytes', Buffer.from([1])],
        ['an integer', 7],
        nothing,
      ];
    case 'ref':
      return [
        ['nothing there', idToBytes(uuid)],
        ['no id', Buffer.from([1, 2])],
        ['text', 'source'],
        ['a path', idToBytes('../x')],
        ['empty', Buffer.alloc(0)],
        nothing,
      ];
    case 'refs':
      return [
        ['nothing there', idsToBytes([uuid])],
        ['cut off', Buffer.from([16, 1, 2])],
        ['an empty id', Buffer.from([0])],
        ['no id', Buffer.from([2, 1, 2])],
        ['text', 'passage'],
        ['many', idsToBytes(Array.from({ length: 20_000 }, () => uuid))],
        ['one twice', idsToBytes([uuid, uuid])],
        nothing,
      ];
  }
}

const ofRuns: readonly (readonly [string, string])[] = [
  ['a run that goes on', "UPDATE run SET last = last + 1 WHERE tab = '$T'"],
  ['a run that ends before it begins', "UPDATE run SET first = last + 1 WHERE tab = '$T'"],
  ['a run of a billion', "UPDATE run SET last = 1000000000 WHERE tab = '$T'"],
  ['a run that is gone', "DELETE FROM run WHERE tab = '$T'"],
  ['a run of another table', "UPDATE run SET tab = 'meta' WHERE tab = '$T'"],
  ['born in an edit to come', 'UPDATE $T SET born = 100000'],
  ['born before all edits', 'UPDATE $T SET born = -1'],
  ['a row that nobody made', 'DELETE FROM $T WHERE n = 1'],
  ['gone without an edit', 'INSERT INTO $T_past SELECT *, 1 FROM $T; DELETE FROM $T'],
];

/** What is derived is made anew on opening: it must not be what refuses. */
function turned(sound: Buffer, turn: (db: Database.Database) => void, loose?: string): Buffer {
  const turnAndFit = (db: Database.Database) => {
    turn(db);
    fitLines(db);
    db.exec("INSERT OR REPLACE INTO meta VALUES ('derived', 'stale')");
  };
  return loose === undefined ? written(sound, turnAndFit) : loosely(sound, loose, turnAndFit);
}

function written(sound: Buffer, write: (db: Database.Database) => void): Buffer {
  const db = new Database(sound);
  try {
    db.unsafeMode(true);
    for (const pragma of ['writable_schema = ON', 'foreign_keys = OFF']) db.pragma(pragma);
    write(db);
    return db.serialize();
  } finally {
    db.close();
  }
}

function fitLines(db: Database.Database): void {
  for (const [table, columns] of [
    ['change', changeColumns],
    ['run', runColumns],
  ] as const)
    for (const row of db.prepare(`SELECT * FROM ${table}`).all() as Row[]) {
      const where = columns.map((column) => `${column} IS ?`).join(' AND ');
      db.prepare(`UPDATE ${table} SET crc = ? WHERE ${where}`).run(crcOfLine(row, columns), ...columns.map((column) => row[column]));
    }
}

type Values = Readonly<Record<string, SqlValue>>;

/** A strict table is declared loosely while it is written. */
function loosely(bytes: Buffer, table: string, write: (db: Database.Database) => void): Buffer {
  let sql = '';
  const declare = (db: Database.Database, text: string) => db.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?').run(text, table);
  const loose = written(bytes, (db) => {
    sql = (db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(table) as { sql: string }).sql;
    declare(
      db,
      sql
        .replace(/\) STRICT$/, ')')
        .replaceAll(' NOT NULL', '')
        .replaceAll(/ (TEXT|BLOB)(?=[ ,\n])/g, ''),
    );
  });
  return written(loose, (db) => {
    write(db);
    declare(db, sql);
  });
}

function bend(sound: Buffer, table: RecordTable, values: Values, { place = table as string, end = 'min' as 'min' | 'max' } = {}): Buffer {
  const turn = (db: Database.Database) => {
    const { n } = db.prepare(`SELECT ${end}(n) AS n FROM ${place}`).get() as { n: number };
    db.prepare(`UPDATE ${place} SET ${Object.keys(values).map((column) => `${column} = ?`)} WHERE n = ?`).run(...Object.values(values), n);
    fitRecords(db, table);
  };
  return turned(sound, turn, place);
}

/** The first record, as one that was removed by the last edit. */
function bendGone(sound: Buffer, table: RecordTable, values: Values): Buffer {
  const gone = turned(sound, (db) => {
    const { n } = db.prepare(`SELECT min(n) AS n FROM ${table}`).get() as { n: number };
    const { seq } = db.prepare('SELECT max(seq) AS seq FROM edit').get() as { seq: number };
    db.exec(`INSERT INTO ${table}_past SELECT *, ${seq} FROM ${table} WHERE n = ${n}; DELETE FROM ${table} WHERE n = ${n}`);
    db.prepare('INSERT OR IGNORE INTO run VALUES (?, ?, 1, ?, ?, NULL, 0, 0)').run(seq, table, n, n);
    fitRecords(db, table);
    fitEdits(db);
  });
  return bend(gone, table, values, { place: `${table}_past` });
}

/** The last line on a record told otherwise; one is made where there is none. */
function bendLine(sound: Buffer, { table, form, field }: { table: RecordTable; form: RecordForm; field: FormField }, value: SqlValue): Buffer {
  return turned(sound, (db) => {
    const { seq } = db.prepare('SELECT max(seq) AS seq FROM edit').get() as { seq: number };
    const row = db.prepare(`SELECT * FROM ${table} ORDER BY n LIMIT 1`).get() as Row;
    const fields = groupsOf(form).get(field.group)!;
    const old = fields.map((one) => (one === field ? value : row[one.column]!));
    db.prepare('INSERT OR REPLACE INTO change VALUES (?, ?, ?, ?, NULL, ?, 0, 0)').run(table, row.n, field.group, seq, encode(old));
    fitRecords(db, table);
    fitEdits(db);
  });
}

function encode(values: readonly SqlValue[]): string {
  return encodeColumns(values.map((value) => (typeof value === 'bigint' ? Number(value) : value)));
}

/** Every digest of a table and of its lines, as if it had always been so. */
function fitRecords(db: Database.Database, table: RecordTable): void {
  const form = ownForms[table]!;
  const born = new Map<number, number>();
  for (const place of [table, `${table}_past`])
    for (const row of db.prepare(`SELECT * FROM ${place}`).safeIntegers(false).all() as Row[]) {
      db.prepare(`UPDATE ${place} SET crc = ? WHERE n = ?`).run(crcOfRow(form, row), row.n);
      const at: Row = { ...row };
      for (const line of db.prepare('SELECT * FROM change WHERE tab = ? AND n = ? ORDER BY edit DESC').all(table, row.n) as Row[]) {
        db.prepare('UPDATE change SET after = ? WHERE tab = ? AND n = ? AND grp = ? AND edit = ?').run(
          crcAt(db, form, { row, line }),
          table,
          row.n,
          line.grp,
          line.edit,
        );
        const fields = groupsOf(form).get(String(line.grp)) ?? [];
        for (const [index, field] of fields.entries()) at[field.column] = decodeColumns(String(line.old))[index] ?? null;
      }
      born.set(Number(row.n), crcOfRow(form, at));
    }
  for (const run of db.prepare('SELECT * FROM run WHERE tab = ? AND gone = 0').all(table) as Row[]) {
    const numbers = [...born.keys()].filter((n) => n >= Number(run.first) && n <= Number(run.last)).sort((a, b) => a - b);
    db.prepare('UPDATE run SET digest = ? WHERE edit = ? AND tab = ? AND gone = 0 AND first = ?').run(
      digestOf(numbers.map((n) => born.get(n)!)),
      run.edit,
      table,
      run.first,
    );
  }
}

/** Digest of a row once the edit of a line was done. */
function crcAt(db: Database.Database, form: RecordForm, { row, line }: { row: Row; line: Row }): number {
  const at: Row = { ...row };
  const later = db.prepare('SELECT * FROM change WHERE tab = ? AND n = ? AND edit > ? ORDER BY edit DESC').all(form.table, row.n, line.edit) as Row[];
  for (const one of later) {
    const old = decodeColumns(String(one.old));
    for (const [index, field] of (groupsOf(form).get(String(one.grp)) ?? []).entries()) at[field.column] = old[index] ?? null;
  }
  return crcOfRow(form, at);
}

function fitEdits(db: Database.Database): void {
  const edits = db
    .prepare('SELECT *, (SELECT count(*) FROM change WHERE edit = seq) + (SELECT count(*) FROM run WHERE edit = seq) AS found FROM edit')
    .all() as Row[];
  for (const edit of edits) {
    const row: Row = { ...edit, lines: edit.found! };
    const columns = ['seq', 'id', 'replica', 'clock', 'at', 'kind', 'author', 'label', 'parents', 'target', 'lines', 'undone_by'] as const;
    db.prepare('UPDATE edit SET lines = ?, crc = ? WHERE seq = ?').run(row.lines, crcOfLine(row, columns), row.seq);
  }
}

/** Derived tables otherwise than the records say. */
export function bentDerived(sound: Buffer): Bent[] {
  const texts: Readonly<Record<string, string>> = {
    'claim_index: a row that is gone': 'DELETE FROM claim_index WHERE claim = 1',
    'claim_index: another date': "UPDATE claim_index SET earliest = '1900-01-01'",
    'claim_index: text for a date': "UPDATE claim_index SET latest = 'soon'",
    'claim_index: another size': 'UPDATE claim_index SET sort_value = 1e308',
    'claim_passage: another passage': 'UPDATE claim_passage SET passage = 1',
    'claim_passage: a passage that is not there': 'UPDATE claim_passage SET passage = 999',
    'claim_passage: empty': 'DELETE FROM claim_passage',
    'claim_key: empty': 'DELETE FROM claim_key',
    'claim_key: another key': "UPDATE claim_key SET key = x'00'",
    'claim_key: one key for all': 'UPDATE claim_key SET key = (SELECT key FROM claim_key LIMIT 1)',
    'claim_key: a key more': "INSERT INTO claim_key VALUES (1, 9, x'00112233445566778899aabbccddeeff')",
    'claim_key: of no claim': "INSERT INTO claim_key VALUES (999, 0, x'00112233445566778899aabbccddeeff')",
    'search_chunk: empty': 'DELETE FROM search_chunk',
    'search_chunk: beyond the text': 'UPDATE search_chunk SET end = 1000000000, point = -5',
    'search_chunk: of nothing': 'INSERT INTO search_chunk VALUES (7, 0, 1, 0)',
    'search_index: an entry more': `INSERT INTO search_index (rowid, words, pairs) VALUES (${2 ** 40 + 999}, 'cars', '')`,
    'search_index: an entry out of all ranges': "INSERT INTO search_index (rowid, words, pairs) VALUES (5, 'cars', '')",
    'search_index: a text with a thousand pieces': `INSERT INTO search_index (rowid, words, pairs) VALUES (${2 * 2 ** 40 + 4 * 2 ** 20 - 1}, 'cars', '')`,
    'search_index: other words': `DELETE FROM search_index WHERE rowid IN (SELECT rowid FROM search_index LIMIT 3)`,
    'search_index_data: noise': "UPDATE search_index_data SET block = x'00ff00ff00ff' WHERE id > 10",
    'search_index_data: empty': 'DELETE FROM search_index_data WHERE id > 10',
    'search_index_config: another': "INSERT OR REPLACE INTO search_index_config VALUES ('rank', 'load_extension(1)')",
    'text_mentions: other counts': 'UPDATE text_mentions SET figures = 1000000',
    'text_mentions: noise': "UPDATE text_mentions SET packed = x'00'",
    'text_mentions: empty': 'DELETE FROM text_mentions',
    'text_sketch: noise': "UPDATE text_sketch SET hashes = x'00', runs = -1",
    'text_sketch: empty': 'DELETE FROM text_sketch',
    'text_layout: noise': `INSERT OR REPLACE INTO text_layout SELECT sha256, text_sha256, '{"pages":[{"number":"x"}]}', 0 FROM source`,
  };
  return Object.entries(texts).map(([name, text]) => ({
    name,
    bytes() {
      const db = new Database(sound);
      db.unsafeMode(true);
      db.exec(text);
      const bytes = db.serialize();
      db.close();
      return bytes;
    },
  }));
}
