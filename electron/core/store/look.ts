// Short looks into workbooks that are not open: at a backup, at a file before it is opened, at a private copy of a stranger's.
// Nothing but the last of these functions writes to the workbook of a user.
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { idFromBytes } from './id-bytes.ts';
import { type Migrations, migrate } from './migrate.ts';
import { type SchemaEntry, schemaDifferences, schemaEntries } from './schema.ts';
import { createSql, type Sql } from './sql.ts';
import { asStoreError } from './store-error.ts';

/** @throws AppError `not-a-workbook` */
export function assertOwnSchema(sql: Sql, migrations: Migrations): void {
  const found = schemaProblems(sql, migrations);
  if (found.length > 0)
    throw new AppError('not-a-workbook', 'store.foreignSchema', {
      problem: found[0],
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

/** A connection that only reads; temporary tables are its own. */
export interface Reader {
  readonly sql: Sql;
  close(): void;
}

/** The same for as long as the caller wants. */
export function readStoreAtLength(path: string): Reader {
  return readerOf(new Database(path, { readonly: true, fileMustExist: true }));
}

/** The bytes of a workbook whose file has no name any more. */
export function readCopy(bytes: Buffer): Reader {
  return readerOf(new Database(bytes));
}

/** An empty store in memory, for what is made again to be compared. */
export function openScratch(): Reader {
  const db = new Database(':memory:');
  return { sql: createSql(db), close: () => void db.close() };
}

function readerOf(db: Database.Database): Reader {
  for (const pragma of ['trusted_schema = OFF', 'cell_size_check = ON', 'temp_store = MEMORY']) db.pragma(pragma);
  return { sql: createSql(db), close: () => void db.close() };
}

/** The same for a file that somebody may have put in the place of ours: nothing is asked of a schema that is not ours. */
export function readOwn<T>(path: string, migrations: Migrations, look: (sql: Sql) => T): T {
  return readStore(path, (sql) => {
    assertOwnSchema(sql, migrations);
    return look(sql);
  });
}

/** Number of the last edit of a closed workbook, with what stands in its -wal; undefined where it cannot be read. */
export function lastEditIn(path: string, migrations: Migrations): number | undefined {
  try {
    return readOwn(path, migrations, lastEdit);
  } catch (error) {
    if (!(asStoreError(error) instanceof AppError)) throw error;
    return undefined;
  }
}

export function lastEdit(sql: Sql): number {
  return sql.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM edit')?.seq ?? 0;
}

/** Two copies of one workbook share the edits that were made before they parted, and no others. */
export function editIdIn(sql: Sql, seq: number): string | undefined {
  const row = sql.get<{ id: Buffer }>('SELECT id FROM edit WHERE seq = ?', [seq]);
  return row === undefined ? undefined : idFromBytes(row.id);
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

/** What a file that we did not write may not do to us. */
const wary = ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0'];

/** Opens a file that is there for as long as the work takes. */
function inFile<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path, { fileMustExist: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/**
 * Opens a private copy of a stranger's file: nothing that its schema holds is trusted, nothing is written but its own -wal.
 * `isOwn`: its schema was found to be ours, word for word; temporary tables may be made then.
 */
export function lookInto<T>(copy: string, look: (sql: Sql) => T, { isOwn = false } = {}): T {
  return inFile(copy, (db) => {
    for (const pragma of [...wary, isOwn ? 'temp_store = MEMORY' : 'query_only = ON']) db.pragma(pragma);
    return look(createSql(db));
  });
}

/** Brings a private copy, whose schema is ours, to the newest format. */
export function migrateCopy(copy: string, migrations: Migrations): void {
  inFile(copy, (db) => {
    for (const pragma of wary) db.pragma(pragma);
    migrate(db, migrations);
  });
}

/** Makes a copy that was taken page by page a file of its own, which no journal belongs to; returns its last edit. */
export function settleCopy(copy: string): number {
  return inFile(copy, (db) => {
    db.pragma('journal_mode = DELETE');
    return lastEdit(createSql(db));
  });
}

/**
 * Brings the -wal of a closed workbook, whose lock the caller holds, into the file and empties it.
 * @throws AppError `locked` while another program reads the file and does not end.
 */
export function foldIn(path: string): void {
  inFile(path, (db) => {
    db.pragma('synchronous = FULL');
    const [checkpoint] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
    if (checkpoint?.busy !== 0) throw new AppError('locked', 'store.busy');
  });
}
