// What lies beside a workbook that was not closed: its -wal holds the last edits. SQLite replays any -wal that is whole in
// itself, also one of another time or another workbook; two numbers in its header, new each time it begins afresh, tell.

import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileName } from './file-name.ts';

/** Format: https://sqlite.org/fileformat2.html#walformat, section 4.1; the salts are bytes 16 to 23 of 32. */
const headBytes = 32;

/** Whether there is anything to replay. */
export function hasJournal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > headBytes;
}

/** The salts of the -wal in hex; undefined where there is none. */
export function journalMark(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(`${path}-wal`, 'r');
    const salts = Buffer.alloc(8);
    return readSync(file, salts, 0, 8, 16) === 8 ? salts.toString('hex') : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Where the journal of a workbook can be kept aside: a name beside it that is free. */
export function freeJournalName(path: string, at = new Date()): string {
  const stamp = at.toISOString().slice(0, 23).replaceAll(':', '.');
  return join(dirname(path), fileName(basename(path, '.assay'), ` (journal set aside ${stamp}).assay`));
}

/** Moves what lies beside a closed workbook along with it, or out of its way. */
export function moveJournal(from: string, to: string): void {
  for (const suffix of ['-wal', '-shm']) if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix);
}
