// The only place that opens a workbook to work on it (look.ts looks into those that are not open). It refuses what is not a
// workbook before SQLite sees the file, takes the lock, sets the durability pragmas and reads them back: this driver's
// default silently falls to synchronous=NORMAL, which loses acknowledged edits at a power cut.
import { accessSync, chmodSync, constants, copyFileSync, existsSync, lstatSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { makeOwnFile, moveNew, removeTemporary, sweepTemporary, temporaryIn } from './atomic-write.ts';
import { type FileWatch, watchFile } from './file-watch.ts';
import { checkHeader, formatOf } from './header.ts';
import { realPathOf } from './identity.ts';
import { acquireLock, acquireLockOfFile, type WorkbookLock } from './lock.ts';
import { assertOwnSchema, type Reader, readCopy, readOwn, readStoreAtLength } from './look.ts';
import { metaOf } from './meta.ts';
import { applicationId, type Migrations, migrate, ownMigrations, versionOf } from './migrate.ts';
import { createSql, type Sql } from './sql.ts';
import { asStoreError } from './store-error.ts';
import { freeJournalName, moveJournal } from './wal.ts';

export interface Store {
  readonly sql: Sql;
  readonly path: string;
  /** A second connection that only reads, with temporary tables of its own. */
  openReader(): Reader;
  readonly isReadOnly: boolean;
  /** Of a workbook that is written. */
  readonly writing?: Writing;
  close(): void;
}

/** What a writer must know before an edit and after it. */
export interface Writing {
  readonly watch: FileWatch;
  /** @throws AppError `locked` */
  assertLocked(): void;
  /** Brings the journal into the file where it has grown long. */
  foldWhereLong(): void;
}

export interface OpenOptions {
  readonly path: string;
  /** `create` refuses an existing file, `open` and `read` a missing one; `read` takes no lock and writes nothing. */
  readonly mode: 'create' | 'open' | 'read';
  /** Fills a new workbook before it appears under its name. */
  readonly initialise?: (sql: Sql) => void;
  /** Takes a checked backup of a workbook of an older format, before it is brought to this one. */
  readonly backUp?: (sql: Sql) => void;
  readonly migrations?: Migrations;
  /** Makes anew what waits for it, in a private copy that is only read from then on. */
  readonly prepare?: (sql: Sql) => void;
}

type Ways = Required<Pick<OpenOptions, 'initialise' | 'backUp' | 'migrations' | 'prepare'>>;

function refuseWithoutBackup(): never {
  throw new AppError('unexpected', 'store.olderFormat');
}

export function openStore({
  path: given,
  mode,
  initialise = () => {},
  backUp = refuseWithoutBackup,
  migrations = ownMigrations,
  prepare = () => {},
}: OpenOptions): Store {
  const path = realPathOf(given);
  const ways: Ways = { initialise, backUp, migrations, prepare };
  // A link that leads nowhere takes the name too.
  if (mode === 'create' && lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
    throw new AppError('conflict', 'store.nameTaken');
  }
  if (mode !== 'create') checkHeader(path, migrations);
  if (mode === 'read') return openForReading(path, ways);
  const isReadOnly = !isWritable(mode === 'create' ? dirname(path) : path) || !isWritable(dirname(path));
  if (isReadOnly && mode === 'create') throw new AppError('read-only', 'store.folderReadOnly');
  if (isReadOnly) return openForReading(path, ways);
  const locks: WorkbookLock[] = [];
  sweepTemporary(dirname(path), new Date());
  try {
    locks.push(acquireLock(path));
    if (mode === 'create') createWhole(path, ways);
    const ofFile = acquireLockOfFile(path);
    if (ofFile !== undefined) locks.push(ofFile);
    return connect(path, locks, ways);
  } catch (error) {
    for (const lock of locks) lock.release();
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
 * a private copy is read instead. So is one of an older format, and one whose derived tables wait to be made anew.
 */
function openForReading(path: string, ways: Ways): Store {
  try {
    if (formatOf(path) === ways.migrations.length && !isWaiting(path, ways)) return connect(path, [], ways);
  } catch (error) {
    if (asStoreError(error) === error || error instanceof AppError) throw error;
  }
  return openPrivateCopy(path, ways);
}

function isWaiting(path: string, { migrations }: Ways): boolean {
  return readOwn(path, migrations, (sql) => metaOf(sql, 'derived') !== undefined);
}

function openPrivateCopy(path: string, ways: Ways): Store {
  const folder = mkdtempSync(join(tmpdir(), 'assay-reading-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy.assay');
    for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
    chmodSync(copy, 0o600);
    prepareCopy(copy, ways);
    const db = new Database(copy, { readonly: true, fileMustExist: true });
    setPragmas(db, true);
    // Open files need no names here: whatever ends this process, no copy stays behind.
    if (process.platform !== 'win32') remove();
    const close = () => {
      db.close();
      remove();
    };
    return { sql: createSql(db), path, openReader: () => readCopy(db.serialize()), isReadOnly: true, close };
  } catch (error) {
    remove();
    throw asStoreError(error);
  }
}

/** Without a journal beside it and in the format of today: it is only read from here on. */
function prepareCopy(copy: string, { migrations, prepare }: Ways): void {
  const db = new Database(copy, { fileMustExist: true });
  try {
    setPragmas(db, false);
    assertOwnSchema(createSql(db), migrations);
    migrate(db, migrations);
    const sql = createSql(db);
    if (metaOf(sql, 'derived') !== undefined) sql.transaction(() => prepare(sql));
    expectPragma(db, 'journal_mode', 'delete', 'delete');
  } finally {
    db.close();
  }
}

/** Makes the workbook whole under another name first: a crash leaves no half workbook under the final one. */
function createWhole(path: string, { initialise, migrations }: Ways): void {
  const temporary = temporaryIn(dirname(path));
  try {
    makeOwnFile(temporary);
    const db = new Database(temporary);
    try {
      db.pragma(`application_id = ${applicationId}`);
      migrate(db, migrations);
      initialise(createSql(db));
    } finally {
      db.close();
    }
    moveNew(temporary, path);
  } finally {
    removeTemporary(temporary);
  }
}

function connect(path: string, locks: readonly WorkbookLock[], { backUp, migrations }: Ways): Store {
  const isReadOnly = locks.length === 0;
  const db = new Database(path, { readonly: isReadOnly, fileMustExist: true });
  try {
    setPragmas(db, isReadOnly);
    const sql = createSql(db);
    assertOwnSchema(sql, migrations);
    if (!isReadOnly && versionOf(db) < migrations.length) {
      backUp(sql);
      migrate(db, migrations);
    }
    const openReader = () => readStoreAtLength(path);
    return isReadOnly
      ? { sql: createSql(db), path, openReader, isReadOnly, close: () => void db.close() }
      : { sql: createSql(db), path, openReader, isReadOnly, ...writerOn(db, path, locks) };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Four times what SQLite takes by itself: the file is left alone the longer. */
const longJournalBytes = 16 * 1024 * 1024;

/**
 * The journal is brought into the file here and nowhere else, so that any other change of the file is somebody else's. A file
 * that was overwritten must not be written to at the end either: as long as another connection is there, SQLite leaves it alone.
 */
function writerOn(db: Database.Database, path: string, locks: readonly WorkbookLock[]): Required<Pick<Store, 'writing' | 'close'>> {
  expectPragma(db, 'wal_autocheckpoint', '0', 0);
  const beside = readStoreAtLength(path);
  beside.sql.get('SELECT 1 FROM sqlite_schema');
  const watch = watchFile(path);
  const journalBytes = () => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return {
    writing: {
      watch,
      assertLocked() {
        for (const lock of locks) lock.assertHeld();
      },
      foldWhereLong() {
        if (journalBytes() > longJournalBytes) db.pragma('wal_checkpoint(PASSIVE)');
      },
    },
    close() {
      const isBent = db.open && watch.isBent();
      if (!isBent) beside.close();
      db.close();
      beside.close();
      if (isBent) moveJournal(path, freeJournalName(path));
      for (const lock of locks) lock.release();
    },
  };
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
  if (got !== readBack) throw new AppError('unexpected', 'store.unsafeDisk', { name, got: String(got) });
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
