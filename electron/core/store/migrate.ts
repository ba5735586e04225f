// Migrations are sequential and append-only: never edit one that has been released, add the next. `user_version` is the
// number of the last one applied; a workbook with a higher number comes from a newer Assay and is refused untouched. All
// steps that a workbook lacks are one transaction: a crash leaves the old format or the new one. A step may change values and
// names of fields: records and their whole history are converted, so that older edits can be undone as before (convert.ts).
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { message } from '../../../shared/message.ts';
import { type ConvertRecord, convertTable } from './convert.ts';
import { digestOf } from './digest.ts';
import { idToBytes } from './id-bytes.ts';
import { workbookMigration } from './migrations/0001-workbook.ts';
import { usedLadder } from './migrations/0003-used-ladder.ts';
import { mergesMigration } from './migrations/0004-merges.ts';
import { importsMigration } from './migrations/0005-imports.ts';
import { ddlOf, type RecordForms } from './record-form.ts';
import { crcOfValues, type Fields, toColumns } from './row.ts';
import type { SqlValue } from './sql.ts';

export interface Migration {
  /** DDL of new tables that are no records; of the first format all of it. */
  readonly sql: string;
  /** How records lie in the store from here on. */
  readonly forms: RecordForms;
  /** What becomes of each record of a table, and of all that it ever was. */
  readonly convert?: Readonly<Record<string, ConvertRecord>>;
  /** Records that the step adds to tables of its own, each whole. */
  adds?(db: Database.Database): Readonly<Record<string, readonly Fields[]>>;
}

/** Formats, oldest first. Functions do not travel to a child process: a set that is not Assay's own names the module that exports it as `migrations`. */
export interface Migrations extends ReadonlyArray<Migration> {
  readonly module?: string;
}

/** The formats that a parent process means. */
export async function migrationsFrom(module: string | undefined): Promise<Migrations> {
  return module === undefined ? ownMigrations : ((await import(module)) as { migrations: Migrations }).migrations;
}

/** Printed from the declarations of the day; a test holds the newest against the declarations of today. */
function frozenForms(name: string): RecordForms {
  const folders = ['./migrations/', '../../electron/core/store/migrations/', '../../../electron/core/store/migrations/'];
  for (const folder of folders) {
    try {
      return JSON.parse(readFileSync(fileURLToPath(new URL(`${folder}${name}`, import.meta.url)), 'utf8')) as RecordForms;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new AppError('unexpected', 'unexpected', { missing: name });
}

export const ownMigrations: Migrations = [
  { sql: workbookMigration, forms: frozenForms('0001-forms.json') },
  // A claim keeps what was captured where it no longer says what its passage reads as.
  { sql: '', forms: frozenForms('0002-forms.json') },
  // Events say until when, in which batch and what else; things, links, schedules, scales and conversions are described.
  { sql: '', forms: frozenForms('0003-forms.json'), adds: usedLadder },
  // Verdicts stand on events too; a merge keeps which edits of the other copy it took in.
  { sql: mergesMigration, forms: frozenForms('0004-forms.json') },
  // A table that was brought in is one record, its figures are rows; models have inputs, formulas and scenarios; boards have panels
  // and notes.
  { sql: importsMigration, forms: frozenForms('0005-forms.json') },
];
export const schemaVersion = ownMigrations.length;

/** "ASAY" in ASCII. */
export const applicationId = 0x41534159;

export function versionOf(db: Pick<Database.Database, 'pragma'>): number {
  return db.pragma('user_version', { simple: true }) as number;
}

export function assertKnownVersion(version: number, migrations: Migrations): void {
  if (version <= migrations.length) return;
  throw new AppError('newer-workbook', 'store.newerFormat', { version, readsUpTo: migrations.length });
}

/** Brings the schema up to date, or to the format given. @throws AppError `damaged` when a record is not what was written. */
export function migrate(db: Database.Database, migrations: Migrations, to: number = migrations.length): void {
  const from = versionOf(db);
  assertKnownVersion(from, migrations);
  if (from >= to) return;
  const checksReferences = db.pragma('foreign_keys', { simple: true }) === 1;
  // A table is dropped and made again with the records that others point to.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (let version = from; version < to; version += 1) takeStep(db, version === 0 ? {} : migrations[version - 1]!.forms, migrations[version]!);
      if (from > 0) noteMigration(db, migrations, from, to);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new AppError('damaged', 'store.damagedReferences');
      db.pragma(`user_version = ${to}`);
    }).immediate();
  } finally {
    if (checksReferences) db.pragma('foreign_keys = ON');
  }
}

function takeStep(db: Database.Database, before: RecordForms, { sql, forms, convert = {} }: Migration): void {
  db.exec(sql);
  if (Object.keys(before).length === 0) return;
  for (const [table, form] of Object.entries(forms)) {
    const old = before[table];
    if (old === undefined) db.exec(ddlOf(form));
    else if (convert[table] !== undefined || JSON.stringify(old) !== JSON.stringify(form))
      convertTable(db, { before: old, after: form, convert: convert[table] ?? ((record) => record) });
  }
  // What is derived from records is made anew when the workbook is opened.
  db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('derived', 'stale')").run();
}

/** A migration is an edit by nobody: it stands in the history, and no undo goes through it. */
function noteMigration(db: Database.Database, migrations: Migrations, from: number, to: number): void {
  const last = db.prepare('SELECT seq, id, clock FROM edit ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; id: Buffer; clock: number }
    | undefined;
  const at = Date.now();
  const seq = (last?.seq ?? 0) + 1;
  const added = migrations.slice(from, to).flatMap(({ forms, adds }) => addRecords(db, { seq, forms, records: adds?.(db) ?? {} }));
  const edit: SqlValue[] = [
    seq,
    idToBytes(randomUUID()),
    Buffer.alloc(0),
    Math.max(at, (last?.clock ?? 0) + 1),
    at,
    'migrate',
    '',
    JSON.stringify(message('edits:migrate', { from, to })),
    last?.id ?? Buffer.alloc(0),
    null,
    added.length,
    null,
  ];
  db.prepare('INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...edit, crcOfValues(edit));
  for (const line of added) db.prepare('INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(...line, crcOfValues(line));
}

interface Addition {
  readonly seq: number;
  readonly forms: RecordForms;
  readonly records: Readonly<Record<string, readonly Fields[]>>;
}

/** Lines of the log that tell of records which a step added to tables that it made. */
function addRecords(db: Database.Database, { seq, forms, records }: Addition): SqlValue[][] {
  return Object.entries(records)
    .filter(([, added]) => added.length > 0)
    .map(([table, added]) => {
      const crcs = added.map((record, index) => {
        const row = [index + 1, idToBytes(randomUUID()), seq, ...toColumns(forms[table]!, record)];
        db.prepare(`INSERT INTO ${table} VALUES (${[...row, 0].map(() => '?').join(', ')})`).run(...row, crcOfValues(row));
        return crcOfValues(row);
      });
      return [seq, table, 0, 1, added.length, null, digestOf(crcs)];
    });
}
