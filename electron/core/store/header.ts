// The first 100 bytes of a workbook, read before SQLite sees the file (https://sqlite.org/fileformat2.html, section 1.3).
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';
import { applicationId, assertKnownVersion, type Migrations, ownMigrations } from './migrate.ts';
import { asStoreError } from './store-error.ts';

/** Reads the 100-byte header itself, so that a stranger's file is named for what it is. */
export function checkHeader(path: string, migrations: Migrations = ownMigrations): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new AppError('not-found', 'store.notFound');
  if (!stats.isFile()) throw new AppError('not-a-workbook', 'store.folder');
  const header = readHeader(path);
  if (!isOwnHeader(header)) {
    throw new AppError('not-a-workbook', 'store.notAWorkbook');
  }
  assertKnownVersion(header.readUInt32BE(60), migrations);
}

/** Whether a plain file is a workbook of any format, sound or not. */
export function isWorkbookFile(path: string): boolean {
  return isOwnHeader(readHeader(path));
}

function isOwnHeader(header: Buffer): boolean {
  return header.length === 100 && header.toString('latin1', 0, 16) === 'SQLite format 3\0' && header.readUInt32BE(68) === applicationId;
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

/** Format in the file itself; 0 to the number of migrations in a workbook that `checkHeader` lets pass. */
export function formatOf(path: string): number {
  return readHeader(path).readUInt32BE(60);
}
