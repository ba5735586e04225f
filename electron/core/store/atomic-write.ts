// The one way to write a file that is not a workbook: whole under its final name, or not at all.
import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asStoreError } from './store-error.ts';

export interface WriteWay {
  /** How the whole file comes under its final name; by a rename without. */
  readonly into?: (temporary: string, path: string) => void;
}

export function atomicWrite(path: string, content: Uint8Array | string): void {
  writeWhole(path, content);
}

/** The folders on the way are made, for this user alone. */
export function writeWhole(path: string, content: Uint8Array | string, { into = renameSync }: WriteWay = {}): void {
  const folder = dirname(path);
  const temporary = join(folder, `.assay-${randomUUID()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeNew(temporary, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    into(temporary, path);
    syncFolder(folder);
  } catch (error) {
    throw asStoreError(error);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeNew(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A rename is durable once its folder is; Windows cannot open folders and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** An empty file that only this user can read; SQLite keeps its mode for what it puts beside it. */
export function makeOwnFile(path: string): void {
  closeSync(openSync(path, 'wx', 0o600));
}

/** Removes a half-made workbook with what SQLite keeps beside it. */
export function removeTemporary(path: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

const dayMs = 86_400_000;

const ownTemporary = /^\.assay-(.*\.tmp(-journal|-wal|-shm)?|foreign-\w+)$/;

/** Removes what a kill left in a folder a day ago or longer, half-made files and private copies; what is younger may be at work. */
export function sweepTemporary(folder: string, at: Date): void {
  for (const name of readdirSync(folder).filter((one) => ownTemporary.test(one))) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    const isOurs = stats !== undefined && (process.getuid === undefined || stats.uid === process.getuid());
    if (isOurs && at.getTime() - stats.mtimeMs > dayMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Copies a file and flushes the copy. */
export function copyWhole(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  flush(to);
}

/** Returns once the system has the file on the disk. */
export function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
