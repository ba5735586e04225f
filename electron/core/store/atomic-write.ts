// The one way to write a file that is not a workbook: whole under its final name, or not at all.
import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
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
  const temporary = temporaryIn(folder);
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
  for (const suffix of ['', '-journal', '-wal', '-shm', '-lock']) rmSync(path + suffix, { force: true });
}

const dayMs = 86_400_000;

/** Names say which process made them, and on which machine: whether it still works on them can be asked on this one only. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const ownTemporary = /^\.assay-(?:foreign-)?(?:(\d+)-([0-9a-f]{8})-)?[\w-]+(?:\.tmp(?:-journal|-wal|-shm|-lock)?)?$/;

/** Where something is made before it comes under its final name. */
export function temporaryIn(folder: string): string {
  return join(folder, `.assay-${process.pid}-${machine}-${randomUUID()}.tmp`);
}

/** Where a workbook is filled before it comes under its final name. @throws AppError `conflict` when that is taken */
export function makingOf(path: string): string {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw new AppError('conflict', 'store.nameTaken');
  return temporaryIn(dirname(path));
}

/** A link, unlike a rename, never replaces a file that has appeared meanwhile; some file systems know no links. */
export function moveNew(from: string, path: string): void {
  flush(from);
  try {
    linkSync(from, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new AppError('conflict', 'store.nameTaken');
    renameSync(from, path);
  }
  rmSync(from, { force: true });
  syncFolder(dirname(path));
}

/** Begin of the name of a folder for private copies. */
export function privateFolderIn(folder: string): string {
  return join(folder, `.assay-foreign-${process.pid}-${machine}-`);
}

/** Removes what a killed process left in a folder: half-made files and private copies. Of what may be at work only what is a day old. */
export function sweepTemporary(folder: string, at: Date): void {
  for (const name of namesIn(folder)) {
    const found = ownTemporary.exec(name);
    const stats = found === null ? undefined : statSync(join(folder, name), { throwIfNoEntry: false });
    const isOurs = stats !== undefined && (process.getuid === undefined || stats.uid === process.getuid());
    if (!isOurs) continue;
    const isLeft = found?.[2] === machine && !isAlive(Number(found[1]));
    if (isLeft || at.getTime() - stats.mtimeMs > dayMs) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith('.assay-'));
  } catch {
    return [];
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
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
