// Files that verbs write. What is there already is replaced only where that was asked for, and never where it is a workbook, what
// lies beside one, or no plain file at all: a link leads to what somebody did not name.
import { existsSync, linkSync, lstatSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { type WriteWay, writeWhole } from '../core/store/atomic-write.ts';
import { isWorkbookFile } from '../core/store/header.ts';
import { isPseudoFile } from '../core/store/pseudo-files.ts';

export interface OutputOptions {
  /** Replaces a plain file. */
  readonly isForced: boolean;
}

/** What SQLite and the lock keep beside a workbook. */
const beside = /-(wal|shm|journal|lock)$/i;

/** Checked before the work, which may take long; and again when it is written. @throws AppError `invalid-input`, `conflict` */
export function assertOutput(path: string, { isForced }: OutputOptions): string {
  const name = basename(path);
  if (/[\\/]$/.test(path)) throw new AppError('invalid-input', 'output.folder', { name });
  const target = resolve(path);
  const present = lstatSync(target, { throwIfNoEntry: false });
  if (isOutOfPlace(target)) throw new AppError('invalid-input', 'output.noPlace', { name });
  if (belongsToWorkbook(target)) throw new AppError('conflict', 'output.workbook', { name });
  if (present !== undefined) assertReplaceable(target, present, isForced);
  return target;
}

/** Writes pieces as one file, whole or not at all; returns its full path. */
export function writeOutput(path: string, pieces: readonly Uint8Array[], options: OutputOptions): string {
  const target = assertOutput(path, options);
  // A link, unlike a rename, never replaces a file that has appeared meanwhile.
  const way: WriteWay = options.isForced ? {} : { into: linkNew };
  writeWhole(target, Buffer.concat(pieces), way);
  return target;
}

function linkNew(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new AppError('conflict', 'output.exists', { name: basename(target) });
    throw error;
  }
}

function assertReplaceable(target: string, present: Stats, isForced: boolean): void {
  const name = basename(target);
  if (present.isDirectory()) throw new AppError('invalid-input', 'output.folder', { name });
  if (present.isSymbolicLink()) throw new AppError('invalid-input', 'output.link', { name });
  if (!present.isFile()) throw new AppError('invalid-input', 'output.noFile', { name });
  // By what it is, not by its name: a workbook may have several.
  if (/\.assay$/i.test(name) || isWorkbookFile(target)) throw new AppError('conflict', 'output.workbook', { name });
  if (!isForced) throw new AppError('conflict', 'output.exists', { name });
}

/** Also where there is no such file yet: SQLite would read it as the workbook's own. */
function belongsToWorkbook(target: string): boolean {
  return beside.test(target) && existsSync(target.replace(beside, ''));
}

/** Folders of devices and of what the kernel shows. */
function isOutOfPlace(target: string): boolean {
  const folder = nearestFolder(dirname(target));
  return isPseudoFile(folder) || /^\/dev(?!\/shm(\/|$))(\/|$)/.test(folder);
}

function nearestFolder(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  return dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}
