// The only place that opens a connection to a workbook. It refuses what is not a workbook before SQLite sees the file,
// takes the lock, sets the durability pragmas and reads them back: this driver's default silently falls to
// synchronous=NORMAL, which loses acknowledged edits at a power cut.
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { flush, removeTemporary, syncFolder } from './atomic-write.ts';
import { realPathOf } from './identity.ts';
import { acquireLock, type WorkbookLock } from './lock.ts';
import { applicationId, assertKnownVersion, type Migrations, migrate, ownMigrations, versionOf } from './migrate.ts';
import { type SchemaEntry, schemaDifferences, schemaEntries } from './schema.ts';
import { createSql, type Sql } from './sql.ts';
import { asStoreError } from './store-error.ts';

export interface Store {
  readonly sql: Sql;
  readonly path: string;
  readonly isReadOnly: boolean;
  close(): void;
}

export interface OpenOptions {
  readonly path: string;
  /** `create` refuses an existing file, `open` a missing one. */
  readonly mode: 'create' | 'open';
  /** Fills a new workbook before it appears under its name. */
  readonly initialise?: (sql: Sql) => void;
  /** Takes a checked backup of a workbook of an older format, before it is brought to this one. */
  readonly backUp?: (sql: Sql) => void;
  readonly migrations?: Migrations;
}

type Ways = Required<Pick<OpenOptions, 'initialise' | 'backUp' | 'migrations'>>;

function refuseWithoutBackup(): never {
  throw new AppError('unexpected', 'This workbook has an older format. It is brought to this one only after a backup; nothing was changed.');
}

export function openStore({
  path: given,
  mode,
  initialise = () => {},
  backUp = refuseWithoutBackup,
  migrations = ownMigrations,
}: OpenOptions): Store {
  const path = realPathOf(given);
  const ways: Ways = { initialise, backUp, migrations };
  const exists = statSync(path, { throwIfNoEntry: false });
  if (mode === 'create' && exists !== undefined) {
    throw new AppError('conflict', `There is already a file with this name. It was not touched. Choose another name.`, {});
  }
  if (mode === 'open') checkHeader(path, migrations);
  const isReadOnly = !isWritable(mode === 'create' ? dirname(path) : path) || !isWritable(dirname(path));
  if (isReadOnly && mode === 'create') throw new AppError('read-only', 'The folder cannot be written to. Choose another folder.', {});
  if (isReadOnly) return openForReading(path, ways);
  let lock: WorkbookLock | undefined;
  try {
    lock = acquireLock(path);
    if (mode === 'create') createWhole(path, ways);
    return connect(path, lock, ways);
  } catch (error) {
    lock?.release();
    const told = asStoreError(error);
    if (mode === 'open' && told instanceof AppError && isDiskTrouble(told)) return openForReading(path, ways);
    throw told;
  }
}

/** A full disk shows itself in many ways, down to the file that SQLite maps into memory. */
function isDiskTrouble({ code }: AppError): boolean {
  return code === 'disk-full' || code === 'read-only';
}

/**
 * A workbook whose place takes no writes. SQLite must write beside a file to read it while it has a journal; where it cannot,
 * a private copy is read instead. So is one of an older format.
 */
function openForReading(path: string, ways: Ways): Store {
  try {
    if (formatOf(path) === ways.migrations.length) return connect(path, undefined, ways);
  } catch (error) {
    if (asStoreError(error) === error || error instanceof AppError) throw error;
  }
  return openPrivateCopy(path, ways);
}

/** Format in the file itself; 0 to the number of migrations in a workbook that `checkHeader` lets pass. */
function formatOf(path: string): number {
  return readHeader(path).readUInt32BE(60);
}

function openPrivateCopy(path: string, { migrations }: Ways): Store {
  const folder = mkdtempSync(join(tmpdir(), 'assay-reading-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy.assay');
    for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
    chmodSync(copy, 0o600);
    const db = new Database(copy, { fileMustExist: true });
    setPragmas(db, false);
    assertOwnSchema(createSql(db), migrations);
    migrate(db, migrations);
    db.pragma('query_only = ON');
    // Open files need no names here: whatever ends this process, no copy stays behind.
    if (process.platform !== 'win32') remove();
    const close = () => {
      db.close();
      remove();
    };
    return { sql: createSql(db), path, isReadOnly: true, close };
  } catch (error) {
    remove();
    throw asStoreError(error);
  }
}

/** Makes the workbook whole under another name first: a crash leaves no half workbook under the final one. */
function createWhole(path: string, { initialise, migrations }: Ways): void {
  const temporary = join(dirname(path), `.assay-${randomUUID()}.tmp`);
  try {
    const db = new Database(temporary);
    try {
      db.pragma(`application_id = ${applicationId}`);
      migrate(db, migrations);
      initialise(createSql(db));
    } finally {
      db.close();
    }
    flush(temporary);
    moveInto(temporary, path);
    syncFolder(dirname(path));
  } finally {
    removeTemporary(temporary);
  }
}

/** A link, unlike a rename, never replaces a file that has appeared meanwhile; some file systems know no links. */
function moveInto(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    renameSync(temporary, path);
  }
}

function connect(path: string, lock: WorkbookLock | undefined, { backUp, migrations }: Ways): Store {
  const isReadOnly = lock === undefined;
  const db = new Database(path, { readonly: isReadOnly, fileMustExist: true });
  try {
    setPragmas(db, isReadOnly);
    const sql = createSql(db);
    assertOwnSchema(sql, migrations);
    if (!isReadOnly && versionOf(db) < migrations.length) {
      backUp(sql);
      migrate(db, migrations);
    }
    return {
      sql: createSql(db),
      path,
      isReadOnly,
      close() {
        if (db.open) db.close();
        lock?.release();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** @throws AppError `not-a-workbook` */
function assertOwnSchema(sql: Sql, migrations: Migrations): void {
  const found = schemaProblems(sql, migrations);
  if (found.length > 0)
    throw new AppError('not-a-workbook', `This workbook holds ${found[0]}, unlike any that this Assay makes. It was not touched.`, {
      found: found.slice(0, 20),
    });
}

/** Opens a closed workbook for one look, without a lock and without writing. */
export function readStore<T>(path: string, look: (sql: Sql) => T): T {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return look(createSql(db));
  } finally {
    db.close();
  }
}

/** Number of the last edit of a closed workbook, with what stands in its -wal; undefined where it cannot be read. */
export function lastEditIn(path: string): number | undefined {
  try {
    return readStore(path, lastEdit);
  } catch (error) {
    if (asStoreError(error) === error) throw error;
    return undefined;
  }
}

export function lastEdit(sql: Sql): number {
  return sql.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM edit')?.seq ?? 0;
}

export function workbookIdIn(sql: Sql): string {
  return sql.get<{ value: string }>("SELECT value FROM meta WHERE key = 'id'")?.value ?? '';
}

const schemas = new WeakMap<Migrations, Map<number, readonly SchemaEntry[]>>();

/** How a workbook differs from the schema of its format, in words; costs the same for a workbook of any size. */
export function schemaProblems(sql: Sql, migrations: Migrations): string[] {
  const known = schemas.get(migrations) ?? new Map<number, readonly SchemaEntry[]>();
  schemas.set(migrations, known);
  const version = sql.get<{ user_version: number }>('PRAGMA user_version')!.user_version;
  const wanted = known.get(version) ?? makeSchema(migrations, version);
  known.set(version, wanted);
  return schemaDifferences(schemaEntries(sql), wanted);
}

function makeSchema(migrations: Migrations, version: number): readonly SchemaEntry[] {
  const db = new Database(':memory:');
  try {
    migrate(db, migrations, version);
    return schemaEntries(createSql(db));
  } finally {
    db.close();
  }
}

/** Opens a private copy of a stranger's file: nothing that its schema holds is trusted, nothing is written but its own -wal. */
export function lookInto<T>(copy: string, look: (sql: Sql) => T): T {
  const db = new Database(copy, { fileMustExist: true });
  try {
    for (const pragma of ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0', 'query_only = ON']) db.pragma(pragma);
    return look(createSql(db));
  } finally {
    db.close();
  }
}

/** Brings a private copy, whose schema is ours, to the newest format. */
export function migrateCopy(copy: string, migrations: Migrations): void {
  const db = new Database(copy, { fileMustExist: true });
  try {
    for (const pragma of ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0']) db.pragma(pragma);
    migrate(db, migrations);
  } finally {
    db.close();
  }
}

/** Brings the -wal of a closed workbook, whose lock the caller holds, into the file and removes it. */
export function foldIn(path: string): void {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('synchronous = FULL');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

function setPragmas(db: Database.Database, isReadOnly: boolean): void {
  if (!isReadOnly) expectPragma(db, 'journal_mode', 'wal', 'wal');
  expectPragma(db, 'synchronous', 'FULL', 2);
  expectPragma(db, 'foreign_keys', 'ON', 1);
  expectPragma(db, 'trusted_schema', 'OFF', 0);
  expectPragma(db, 'cell_size_check', 'ON', 1);
}

function expectPragma(db: Database.Database, name: string, value: string, readBack: string | number): void {
  db.pragma(`${name} = ${value}`);
  const got = db.pragma(name, { simple: true });
  if (got !== readBack)
    throw new AppError('unexpected', `This disk does not allow the safe mode that Assay needs (${name} is ${String(got)}).`, { name });
}

/** Reads the 100-byte header itself, so that a stranger's file is named for what it is. */
export function checkHeader(path: string, migrations: Migrations = ownMigrations): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new AppError('not-found', 'There is no such workbook. It may have been moved or renamed.', {});
  if (!stats.isFile()) throw new AppError('not-a-workbook', 'This is a folder, not a workbook.', {});
  const header = readHeader(path);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0' || header.readUInt32BE(68) !== applicationId) {
    throw new AppError('not-a-workbook', 'This file is not an Assay workbook. It was not touched.', {});
  }
  assertKnownVersion(header.readUInt32BE(60), migrations);
}

function readHeader(path: string): Buffer {
  const buffer = Buffer.alloc(100);
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return buffer.subarray(0, readSync(file, buffer, 0, 100, 0));
  } catch (error) {
    throw asStoreError(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
