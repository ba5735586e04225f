// Files of the command line: read into the holder that both shells use, and written in one step.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { pieceBytes } from '../../shared/features/host/contract.ts';
import { withoutPageParts } from '../../shared/features/sources/saved-pages.ts';
import { assertSize } from '../core/files.ts';
import type { Files } from '../core/host.ts';
import { stampOf } from '../core/store/file-watch.ts';
import { isPseudoFile } from '../core/store/pseudo-files.ts';
import { asStoreError } from '../core/store/store-error.ts';
import { UsageError } from './parse.ts';

/** Files that a system leaves in folders for itself. */
const systemFiles = new Set(['Thumbs.db', 'desktop.ini']);

/** The files given and those in the folders given, parts of saved pages left out and counted. */
export function filesUnder(paths: readonly string[]): { readonly kept: readonly string[]; readonly parts: number } {
  const found = paths.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    const inside = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !systemFiles.has(entry.name))
      .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((name) => !/(^|\/)\./.test(name))
      .toSorted();
    return inside.map((name) => join(path, name));
  });
  const { kept, parts } = withoutPageParts(found.map((path) => path.split(sep).join('/')));
  return { kept, parts: parts.length };
}

/** Reads a file into the holder. @throws AppError `not-found`, `limit`, `read-only`. */
export function holdFile(files: Files, path: string, journal?: Uint8Array): string {
  const name = basename(path);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new AppError('not-found', 'files.notFound', { name });
  if (stats.isDirectory()) throw new AppError('invalid-input', 'files.folder', { name });
  if (!isPlain(path)) throw new AppError('invalid-input', 'files.noFile', { name });
  assertSize(name, stats.size);
  const bytes = readBytes(path);
  const handle = files.open({ name, mediaType: '', sizeBytes: bytes.length, ...(journal === undefined ? {} : { journal }) });
  if (bytes.length > 0) files.append(handle, bytes);
  return handle;
}

/**
 * Reads a workbook into the holder. Another program that has it open keeps its last edits in a file beside it; both are read as
 * they were at one moment.
 * @throws AppError as `holdFile`; `conflict` where it was written to or replaced meanwhile.
 */
export function holdWorkbook(files: Files, path: string): string {
  const parts = [path, `${path}-wal`];
  const before = parts.map(stampOf);
  const journal = before[1] === undefined ? undefined : readBytes(parts[1]!);
  const handle = holdFile(files, path, journal);
  if (parts.map(stampOf).every((stamp, index) => stamp === before[index])) return handle;
  files.drop(handle);
  throw new AppError('conflict', 'files.changedMeanwhile', { name: basename(path) });
}

/** A pipe, a device or what the kernel shows may never come to an end. */
function isPlain(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true && !isPseudoFile(path);
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw asStoreError(error);
  }
}

/** A whole text file in UTF-8. @throws AppError `not-found`, `read-only`. */
export function readText(path: string): string {
  if (!isPlain(path)) throw new AppError('not-found', 'files.notFound', { name: basename(path) });
  return readBytes(path).toString('utf8');
}

/** A file of answers. @throws UsageError where it is no JSON */
export function readAnswers<A>(path: string): A {
  try {
    return JSON.parse(readText(resolve(path))) as A;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new UsageError('--answers is a JSON array of {"record", "field", "take"}.');
  }
}

/** Takes away a workbook that this command made, with all that lies beside it. */
export function removeMade(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(`${path}${suffix}`, { force: true });
}

/** The pieces of a made file. */
export function takeDownload(files: Files, handle: string): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let offset = 0, size = 1; offset < size; ) {
    const { piece, sizeBytes } = files.read(handle, offset, pieceBytes);
    pieces.push(piece);
    offset += Math.max(1, piece.length);
    size = sizeBytes;
  }
  return pieces;
}

export async function readStdin(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
