// One writer a workbook. The lock is a kernel lock on an empty side file that SQLite holds in an exclusive transaction: a
// crash frees it at once, there is no pid to go stale, and nothing is written, so that it can be had on a full disk. The
// side file is removed while the lock is held; whoever gets a lock checks that the file it locked is still the one at the path.
import { closeSync, lstatSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { identityOf } from './identity.ts';
import { asStoreError } from './store-error.ts';

export interface WorkbookLock {
  /** Takes the lock anew where its side file was removed. @throws AppError `locked` where somebody else has it by now. */
  assertHeld(): void;
  release(): void;
}

/** Two that come at the same moment stand in each other's way for some milliseconds: then one goes on, and only the other is told. */
const rivalryMs = 250;

/** @throws AppError `locked` while another process has it, `disk-full` and kin where the side file cannot be made. */
export function acquireLock(path: string): WorkbookLock {
  return lockAt(`${path}-lock`, path);
}

/**
 * The lock of the file itself, whatever name it was opened by: a second name (hard link) has another side file, and another
 * journal. Kept in a folder of this user; where that cannot be had the lock by name stands alone.
 */
export function acquireLockOfFile(path: string): WorkbookLock | undefined {
  const folder = ownLockFolder();
  const stats = statSync(path, { bigint: true });
  if (folder === undefined) return undefined;
  try {
    return lockAt(join(folder, `${stats.dev}-${stats.ino}`), path);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'locked') return undefined;
    throw error;
  }
}

/** Of the locks by inode, which stay in the folder for temporary files while a workbook is open; followed by the user. */
export const lockFolder = 'assay-locks-';

/** Anybody may have made a folder of this name there: only one that is ours alone is used. */
function ownLockFolder(): string | undefined {
  const folder = join(tmpdir(), `${lockFolder}${process.getuid?.() ?? userInfo().username}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stats = lstatSync(folder);
    const isOwn = process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o077) === 0);
    return stats.isDirectory() && isOwn ? folder : undefined;
  } catch {
    return undefined;
  }
}

function lockAt(lockPath: string, path: string): WorkbookLock {
  let held = take(lockPath, path);
  return {
    assertHeld() {
      if (identityOf(lockPath) === held.identity) return;
      const again = take(lockPath, path);
      held.db.close();
      held = again;
    },
    release() {
      if (!held.db.open) return;
      if (identityOf(lockPath) === held.identity) rmSync(lockPath, { force: true });
      held.db.close();
    },
  };
}

interface Held {
  readonly db: Database.Database;
  readonly identity: string;
}

function take(lockPath: string, path: string): Held {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const held = tryLock(lockPath, path);
    if (held !== undefined) return held;
  }
  throw lockedError(path);
}

function tryLock(lockPath: string, path: string): Held | undefined {
  const before = makeSideFile(lockPath);
  const db = begin(lockPath, path);
  if (before !== undefined && identityOf(lockPath) === before) return { db, identity: before };
  db.close();
  return undefined;
}

/** Identity of the side file; closing a second handle on one that is held would give its lock away, so only a new one is opened. */
function makeSideFile(lockPath: string): string | undefined {
  try {
    closeSync(openSync(lockPath, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw asStoreError(error);
  }
  return identityOf(lockPath);
}

function begin(lockPath: string, path: string): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = new Database(lockPath, { timeout: rivalryMs });
    // In memory: a journal beside it would be a write.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db?.close();
    throw isBusy(error) ? lockedError(path) : asStoreError(error);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

function lockedError(path: string): AppError {
  return new AppError('locked', 'store.locked', { name: path.split(/[\\/]/).at(-1) ?? path });
}
