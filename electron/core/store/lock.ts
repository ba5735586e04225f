// One writer a workbook. The lock is a kernel lock on a tiny side database held in an exclusive transaction: a crash frees
// it at once, there is no pid to go stale. The side file is removed while the lock is held; whoever gets a lock checks
// that the file it locked is still the one at the path.
import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';

export interface WorkbookLock {
  release(): void;
}

export function acquireLock(path: string): WorkbookLock {
  const lockPath = `${path}-lock`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const held = tryLock(lockPath, path);
    if (held !== undefined) return held;
  }
  throw lockedError(path);
}

function tryLock(lockPath: string, path: string): WorkbookLock | undefined {
  const db = new Database(lockPath, { timeout: 0 });
  try {
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
    db.exec('CREATE TABLE IF NOT EXISTS held (by INTEGER)');
  } catch (error) {
    db.close();
    if (isBusy(error)) throw lockedError(path);
    throw error;
  }
  if (!existsWithContent(lockPath)) {
    db.close();
    return undefined;
  }
  return {
    release() {
      if (!db.open) return;
      rmSync(lockPath, { force: true });
      rmSync(`${lockPath}-journal`, { force: true });
      db.close();
    },
  };
}

function existsWithContent(lockPath: string): boolean {
  return statSync(lockPath, { throwIfNoEntry: false }) !== undefined;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

function lockedError(path: string): AppError {
  const name = path.split(/[\\/]/).at(-1) ?? 'The workbook';
  return new AppError('locked', `${name} is open in another Assay. Nothing was changed. Close it there, or open a copy.`, {});
}
