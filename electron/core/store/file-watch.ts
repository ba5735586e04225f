// Whether the files of the open workbook are still as this process left them. Another program may write into the same file
// (`cp`, `rsync --inplace`), cut it, or take its journal away: SQLite does not notice, and what is written then is written into
// nothing. Between two folds of the journal the file itself does not change, so that its stamp tells.
import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

export interface FileWatch {
  /** Whether another program wrote to the file or its journal. */
  isChanged(): boolean;
  /** Whether another program wrote to the file itself, while the journal took an edit. */
  isOverwritten(): boolean;
  /** Whether bytes of these files are no longer this process's: to bring one into the other would mix them. */
  isBent(): boolean;
  /** What is there now was written by this process. */
  settle(): void;
}

interface Seen {
  readonly file: BigIntStats | undefined;
  readonly journal: BigIntStats | undefined;
}

export function watchFile(path: string): FileWatch {
  let seen = look(path);
  let sample = sampleOf(path);

  /** A move, a new name or another mode change no byte of it, only the time of its inode; so do times that were set back. */
  function isFileOther(now: BigIntStats | undefined): boolean {
    const { file } = seen;
    if (isOther(file, now)) return true;
    return process.platform !== 'win32' && file?.ctimeNs !== now?.ctimeNs && sampleOf(path) !== sample;
  }

  return {
    isChanged() {
      const now = look(path);
      return isFileOther(now.file) || isOther(seen.journal, now.journal);
    },
    isOverwritten() {
      const now = look(path);
      return isFileOther(now.file) || (seen.journal !== undefined && seen.journal.ino !== now.journal?.ino);
    },
    isBent() {
      const now = look(path);
      return (
        (isSameFile(seen.file, now.file) && isFileOther(now.file)) || (isSameFile(seen.journal, now.journal) && isOther(seen.journal, now.journal))
      );
    },
    settle() {
      const now = look(path);
      if (isOther(seen.file, now.file)) sample = sampleOf(path);
      seen = now;
    },
  };
}

function look(path: string): Seen {
  return { file: statOf(path), journal: statOf(`${path}-wal`) };
}

function statOf(path: string): BigIntStats | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}

function isOther(before: BigIntStats | undefined, now: BigIntStats | undefined): boolean {
  if (before === undefined || now === undefined) return before !== now;
  return !isSameFile(before, now) || before.size !== now.size || before.mtimeNs !== now.mtimeNs;
}

/** One that was moved away or replaced is still as it was where this process holds it. */
function isSameFile(before: BigIntStats | undefined, now: BigIntStats | undefined): boolean {
  return before !== undefined && now !== undefined && before.ino === now.ino && before.dev === now.dev;
}

const sampledPlaces = 64;
const sampledBytes = 1024;

/** Digest of some places of a file, read in a moment whatever its size; undefined where it cannot be read. */
function sampleOf(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const hash = createHash('sha256');
    const piece = Buffer.alloc(sampledBytes);
    const step = Math.max(sampledBytes, Math.floor(size / sampledPlaces));
    for (let at = 0; at < size; at += step) hash.update(piece.subarray(0, readSync(file, piece, 0, sampledBytes, at)));
    return hash.digest('hex');
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Of the file itself, for who opens it the next time; undefined where there is none. */
export function stampOf(path: string): string | undefined {
  const stats = statOf(path);
  return stats === undefined ? undefined : `${stats.ino}.${stats.size}.${stats.mtimeNs}`;
}
