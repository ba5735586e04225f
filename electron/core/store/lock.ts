// One writer a workbook. The lock is a kernel lock on an empty side file that SQLite holds in an exclusive transaction: a
// crash frees it at once, there is no pid to go stale, and nothing is written, so that it can be had on a full disk. The
// side file is removed while the lock is held; whoever gets a lock checks that the file it locked is still the one at the path.
import { closeSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { identityOf } from './identity.ts';
import { asStoreError } from './store-error.ts';

export interface WorkbookLock {
  release(): void;
}

/** Two that come at the same moment stand in each other's way for some milliseconds: then one goes on, and only the other is told. */
const rivalryMs = 250;

/** @throws AppError `locked` while another process has it, `disk-full` and kin where the side file cannot be made. */
export function acquireLock(path: string): WorkbookLock {
  const lockPath = `${path}-lock`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const held = tryLock(lockPath, path);
    if (held !== undefined) return held;
  }
  throw lockedError(path);
}

function tryLock(lockPath: string, path: string): WorkbookLock | undefined {
  const before = makeSideFile(lockPath);
  const db = begin(lockPath, path);
  if (before === undefined || identityOf(lockPath) !== before) {
    db.close();
    return undefined;
  }
  return {
    release() {
      if (!db.open) return;
      rmSync(lockPath, { force: true });
      db.close();
    },
  };
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
