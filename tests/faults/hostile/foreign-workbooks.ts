// Workbooks as a stranger could send them: each begins as a sound one and is then turned against its reader.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ownForms } from '../../../electron/core/store/record-form.ts';
import { crcOfRow } from '../../../electron/core/store/row.ts';
import type { Row } from '../../../electron/core/store/sql.ts';
import { type RecordTable, recordTables } from '../../../shared/records/index.ts';
import { seededRandom } from '../random.ts';
import { filesOf, type HostileFile } from './hostile-file.ts';

type Turn = (db: Database.Database) => void;

const tables = [
  ...recordTables,
  'claim_past',
  'meta',
  'content',
  'text_body',
  'edit',
  'change',
  'run',
  'claim_index',
  'claim_passage',
  'claim_key',
  'search_chunk',
];
const endless = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS key, x AS value FROM n';

/** At least 100, all of which must be refused. `sound` is a workbook with sources, passages and claims. */
export function foreignWorkbooks(sound: Buffer): HostileFile[] {
  const turns = Object.entries({ ...schemaTurns(), ...recordTurns() }).map(([name, turn]) => [name, () => turnedBytes(sound, turn)] as const);
  return [...filesOf('assay', Object.fromEntries(turns)), ...filesOf('assay', bentBytes(sound))];
}

export function turnedBytes(sound: Buffer, turn: Turn): Buffer {
  const path = join(tmpdir(), `assay-turned-${process.pid}.assay`);
  try {
    writeFileSync(path, sound);
    const db = new Database(path);
    db.unsafeMode(true);
    for (const pragma of ['journal_mode = DELETE', 'foreign_keys = OFF', 'writable_schema = ON']) db.pragma(pragma);
    turn(db);
    db.close();
    return readFileSync(path);
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  }
}

const runs =
  (...statements: readonly string[]): Turn =>
  (db) =>
    void db.exec(statements.join(';'));

/** Changes the text of a declaration without changing the table. */
const declares =
  (table: string, change: (sql: string) => string): Turn =>
  (db) => {
    const { sql } = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(table) as { sql: string };
    db.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?').run(change(sql), table);
  };

function schemaTurns(): Record<string, Turn> {
  const each = (name: string, turn: (table: string) => Turn) => Object.fromEntries(tables.map((table) => [`${name} ${table}`, turn(table)]));
  return {
    ...each('view on', (table) => runs(`CREATE VIEW spy_${table} AS SELECT * FROM ${table}`)),
    ...each('trigger on', (table) => runs(`CREATE TRIGGER spy AFTER INSERT ON ${table} BEGIN DELETE FROM edit; END`)),
    ...each('column in', (table) => runs(`ALTER TABLE ${table} ADD COLUMN extra TEXT`)),
    ...each('declared otherwise', (table) => declares(table, (sql) => sql.replace('STRICT', ' STRICT'))),
    'endless view in place of meta': runs('DROP TABLE meta', `CREATE VIEW meta AS ${endless}`),
    'endless view in place of claims': runs('DROP TABLE claim', `CREATE VIEW claim AS ${endless}`),
    'view that calls itself': runs('CREATE VIEW one AS SELECT * FROM two', 'CREATE VIEW two AS SELECT * FROM one'),
    'view of a thousand joins': runs(`CREATE VIEW wide AS SELECT 1 FROM ${Array.from({ length: 60 }, (_, at) => `claim c${at}`).join(', ')}`),
    'generated column': runs('ALTER TABLE aside ADD COLUMN made TEXT GENERATED ALWAYS AS (hex(randomblob(1000000))) VIRTUAL'),
    'default that computes': runs('CREATE TABLE extra (a TEXT DEFAULT (hex(randomblob(1000000))))'),
    'foreign search table': runs('CREATE VIRTUAL TABLE mine USING fts5 (words)'),
    'table of statistics': runs('ANALYZE'),
    'index on an expression': runs("CREATE INDEX spy ON claim (note || 'x')"),
    'partial index': runs("CREATE INDEX spy ON claim (note) WHERE note <> ''"),
    'index that is gone': runs('DROP INDEX claim_source_id'),
    'table that is gone': runs('DROP TABLE aside'),
    'search table that is gone': runs('DROP TABLE search_index'),
    'two thousand tables': (db) => db.transaction(() => Array.from({ length: 2000 }, (_, at) => db.exec(`CREATE TABLE t${at} (a)`)))(),
    'name with half a character': runs('CREATE TABLE "a\u0001b\u202ec" (a)'),
    'declaration that is no SQL': (db) => db.prepare("INSERT INTO sqlite_schema VALUES ('table', 'odd', 'odd', 2, 'not sql at all')").run(),
    'two tables on one page': shareRoot('aside', 'claim'),
    'index on the page of a table': shareRoot('claim_source_id', 'claim'),
    'table on page 1': (db) => db.prepare("UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'claim'").run(),
    'table on a page that is not there': (db) => db.prepare("UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'claim'").run(),
  };
}

function shareRoot(name: string, other: string): Turn {
  return (db) =>
    db.prepare('UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = ?) WHERE name = ?').run(other, name);
}

/** Writes a record as it stands and makes its digest fit. */
const writes =
  (table: RecordTable, assignments: string): Turn =>
  (db) => {
    const { n } = db.prepare(`SELECT n FROM ${table} LIMIT 1`).get() as { n: number };
    db.exec(`UPDATE ${table} SET ${assignments} WHERE n = ${n}`);
    fitDigest(db, table, n);
  };

function fitDigest(db: Database.Database, table: RecordTable, n: number): void {
  const row = db.prepare(`SELECT * FROM ${table} WHERE n = ?`).get(n) as Row;
  db.prepare(`UPDATE ${table} SET crc = ? WHERE n = ?`).run(crcOfRow(ownForms[table]!, row), n);
}

/** A value of another type than the column's: the table is loose while it is written. */
const lies =
  (table: RecordTable, assignments: string): Turn =>
  (db) => {
    const { sql } = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(table) as { sql: string };
    const declare = db.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?');
    declare.run(sql.replace(/\) STRICT$/, ')').replaceAll(' NOT NULL', ''), table);
    const again = new Database(db.name);
    again.pragma('ignore_check_constraints = ON');
    again.exec(`UPDATE ${table} SET ${assignments} WHERE rowid = (SELECT rowid FROM ${table} LIMIT 1)`);
    again.close();
    declare.run(sql, table);
  };

function copyRing(length: number): Turn {
  return (db) => {
    const sources = db.prepare('SELECT n, id FROM source ORDER BY id LIMIT ?').all(length) as { n: number; id: Buffer }[];
    sources.forEach(({ n }, at) => {
      db.prepare('UPDATE source SET copy_of = ? WHERE n = ?').run(sources[(at + 1) % sources.length]!.id, n);
      fitDigest(db, 'source', n);
    });
  };
}

function recordTurns(): Record<string, Turn> {
  return {
    'a copy of itself': copyRing(1),
    'two copies of each other': copyRing(2),
    'three copies in a ring': copyRing(3),
    'a claim on a passage that is not there': writes('claim', `passages = x'10${'00'.repeat(16)}'`),
    'a claim of a source that is not there': writes('claim', `source_id = x'${'00'.repeat(16)}'`),
    'a passage of a source that is not there': writes('passage', `source_id = x'${'00'.repeat(16)}'`),
    'a source without its bytes': runs('DELETE FROM content'),
    'a source without its text': runs('DELETE FROM text_body'),
    'other bytes under a hash': runs("UPDATE content SET bytes = x'00'"),
    'another text under a hash': runs("UPDATE text_body SET body = body || ' '"),
    'a list that is no list': writes('claim', `tags = '{"a":1}'`),
    'a list that is no JSON': writes('claim', "tags = '[1,'"),
    'a list of a million nulls': writes('claim', `tags = '[' || replace(hex(zeroblob(500000)), '00', 'null,') || 'null]'`),
    'JSON a hundred thousand deep': writes('claim', `tags = replace(hex(zeroblob(100000)), '00', '[')`),
    'JSON with a prototype': writes('claim', `said_by = '[{"__proto__":{"x":1},"name":"a"}]'`),
    'a kind that does not exist': lies('claim', "kind = 'rumour'"),
    'a credibility of text': lies('claim', "credibility = 'six'"),
    'a position of half': lies('passage', 'start = 0.5'),
    'a title of bytes': lies('source', "title = x'00ff00ff'"),
    'a title that is missing': lies('source', 'title = NULL'),
    'an end before its start': lies('passage', 'start = 5, end = 2'),
    'half a character': writes('claim', "note = CAST(x'eda080' AS TEXT)"),
    'a NUL in a note': writes('claim', "note = 'a' || char(0) || 'b'"),
    'a stance that does not exist': writes('claim', "stance = 'shouts'"),
    'a value that is no number': writes('claim', "low = '1; DROP TABLE claim', high = '2', qualifier = 'exact'"),
    'an integer beyond 2^53': writes('claim', 'multiplier = 9223372036854775807'),
    'a note without its digest': runs("UPDATE claim SET note = 'other'"),
    'an edit that is gone': runs('DELETE FROM run WHERE edit = 1', 'DELETE FROM edit WHERE seq = 1'),
    'changes that are gone': runs('DELETE FROM run'),
    'an edit that undoes nothing': runs('UPDATE edit SET undone_by = seq WHERE seq = 1'),
    'a change of another record': runs('UPDATE run SET last = last + 1'),
    'no identity': runs("DELETE FROM meta WHERE key = 'id'"),
    'an identity that names a folder': runs("UPDATE meta SET value = '../../../../tmp/evil' WHERE key = 'id'"),
    'an index entry of no claim': runs('INSERT INTO claim_index (claim) VALUES (999)'),
    'claims without index': runs('DELETE FROM claim_index'),
    'a search index without rows': runs('DELETE FROM search_index_docsize'),
  };
}

function bentBytes(sound: Buffer): Record<string, Buffer> {
  const patched = (offset: number, bytes: readonly number[]) => {
    const copy = Buffer.from(sound);
    copy.set(bytes, offset);
    return copy;
  };
  const cuts = [0, 1, 16, 99, 100, 512, 4095, 4096, 8192, sound.length - 4096, sound.length - 1];
  return {
    ...Object.fromEntries(cuts.map((length) => [`cut to ${length} bytes`, sound.subarray(0, length)])),
    'another magic': patched(0, [0x50, 0x4b, 3, 4]),
    'another application': patched(68, [0, 0, 0, 1]),
    'no application': patched(68, [0, 0, 0, 0]),
    'a newer format': patched(60, [0, 0, 0, 200]),
    'format 0': patched(60, [0, 0, 0, 0]),
    'a negative format': patched(60, [0xff, 0xff, 0xff, 0xff]),
    'pages of 3 bytes': patched(16, [0, 3]),
    'pages of 512 bytes': patched(16, [2, 0]),
    'pages of 64 KB': patched(16, [0, 1]),
    'four billion pages': patched(28, [0xff, 0xff, 0xff, 0xff]),
    'a free list without end': patched(32, [0, 0, 0, 2, 0xff, 0xff, 0xff, 0xff]),
    'text in UTF-16': patched(56, [0, 0, 0, 2]),
    'a root page of zeros': patched(
      100,
      Array.from({ length: 3000 }, () => 0),
    ),
    'a root page of ones': patched(
      100,
      Array.from({ length: 3000 }, () => 0xff),
    ),
    'noise in place of pages': Buffer.concat([sound.subarray(0, 4096), noise(sound.length - 4096)]),
    'noise alone': noise(50_000),
    'a zip': Buffer.concat([Buffer.from('PK\u0003\u0004'), sound]),
    'a page of HTML': Buffer.from('<html><script>alert(1)</script></html>'.repeat(20)),
  };
}

function noise(length: number): Buffer {
  const random = seededRandom(length);
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
}
