// Backups are whole workbooks. Each is written beside its final name, opened again and checked to the last row, flushed,
// and only then renamed; then older ones are thinned to 12 daily, 10 weekly and 9 monthly.
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { copyWhole, flush, removeTemporary, syncFolder } from './atomic-write.ts';
import { realPathOf } from './identity.ts';
import { acquireLock } from './lock.ts';
import { checkHeader, foldIn, readStore } from './open.ts';
import type { Sql } from './sql.ts';
import { asStoreError } from './store-error.ts';
import { findProblems } from './verify.ts';

export interface Backup {
  /** File name without its ending: when it was taken and the last edit that it holds. */
  readonly id: string;
  readonly at: string;
  readonly edit: number;
  readonly sizeBytes: number;
}

/** `20260131T101500Z-42`: time of the backup, number of the last edit. */
const namePattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(\d+)\.assay$/;

export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const match = namePattern.exec(name);
      if (match === null) return [];
      const [, year, month, day, hour, minute, second, edit] = match;
      return [
        {
          id: name.slice(0, -'.assay'.length),
          at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
          edit: Number(edit),
          sizeBytes: statSync(join(folder, name)).size,
        },
      ];
    })
    .sort(newerFirst);
}

/** Two backups of one second differ in their last edit. */
function newerFirst(a: Backup, b: Backup): number {
  return b.at.localeCompare(a.at) || b.edit - a.edit;
}

/** @throws AppError `damaged` when the copy does not check out, `disk-full` and kin; no half backup stays behind. */
export function takeBackup(sql: Sql, folder: string, { at, edit }: { at: Date; edit: number }): Backup {
  const id = `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-${edit}`;
  const temporary = join(folder, `.assay-${randomUUID()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sql.run('VACUUM INTO ?', [temporary]);
    assertWhole(temporary);
    flush(temporary);
    renameSync(temporary, join(folder, `${id}.assay`));
    syncFolder(folder);
  } catch (error) {
    throw asStoreError(error);
  } finally {
    removeTemporary(temporary);
  }
  thin(folder);
  const taken = listBackups(folder).find((backup) => backup.id === id);
  if (taken === undefined) throw new AppError('unexpected', 'The backup could not be found again. Nothing was changed.');
  return taken;
}

function assertWhole(path: string): void {
  const problems = readStore(path, findProblems);
  if (problems.length === 0) return;
  throw new AppError('damaged', `The workbook is damaged (${problems[0]}). No backup was made of it; the older ones were kept.`, {
    problems: problems.slice(0, 20),
  });
}

const keptPeriods = [
  { count: 12, key: (at: string) => at.slice(0, 10) },
  { count: 10, key: (at: string) => `week ${Math.floor((Date.parse(at) / 86_400_000 + 3) / 7)}` },
  { count: 9, key: (at: string) => at.slice(0, 7) },
];

/** The newest of each of the last 12 days, 10 weeks and 9 months stays; days, weeks and months without a backup do not count. */
export function keptBackups(backups: readonly Backup[]): Backup[] {
  const newestFirst = backups.toSorted(newerFirst);
  const kept = new Set<Backup>();
  for (const { count, key } of keptPeriods) {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      if (seen.has(key(backup.at))) continue;
      if (seen.size === count) break;
      seen.add(key(backup.at));
      kept.add(backup);
    }
  }
  return newestFirst.filter((backup) => kept.has(backup));
}

function thin(folder: string): void {
  const backups = listBackups(folder);
  const kept = new Set(keptBackups(backups).map((backup) => backup.id));
  for (const { id } of backups) if (!kept.has(id)) rmSync(join(folder, `${id}.assay`), { force: true });
}

/**
 * Puts a backup in the place of a closed workbook. The file that was there is kept aside under its own name with the time
 * and the words "before restore"; its name is returned. Takes the lock, so that nobody has the file open.
 */
export function restoreBackup(given: string, backupPath: string, at: Date): string {
  const path = realPathOf(given);
  const lock = acquireLock(path);
  try {
    return putInPlace(path, backupPath, at);
  } finally {
    lock.release();
  }
}

function putInPlace(path: string, backupPath: string, at: Date): string {
  checkHeader(backupPath);
  assertWhole(backupPath);
  const aside = freeAside(path, at);
  const temporary = join(dirname(path), `.assay-${randomUUID()}.tmp`);
  try {
    copyWhole(backupPath, temporary);
    settle(path, aside);
    if (existsSync(path)) linkOrMove(path, aside);
    // An old -wal whose removal is not on the disk yet would be read into the restored file after a power cut.
    syncFolder(dirname(path));
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    if (!existsSync(path) && existsSync(aside))
      for (const suffix of ['', ...sideFiles]) if (existsSync(aside + suffix)) renameSync(aside + suffix, path + suffix);
    throw asStoreError(error);
  } finally {
    removeTemporary(temporary);
  }
  return basename(aside);
}

/** Two restores of one second keep two files aside. */
function freeAside(path: string, at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '.');
  for (let number = 1; ; number += 1) {
    const name = `${basename(path, '.assay')} (before restore ${stamp}${number === 1 ? '' : ` ${number}`}).assay`;
    if (!existsSync(join(dirname(path), name))) return join(dirname(path), name);
  }
}

const sideFiles = ['-wal', '-shm'];

/** Brings what stands in the -wal into the file; where it is too damaged for that, the -wal goes aside with it. */
function settle(path: string, aside: string): void {
  if (!existsSync(`${path}-wal`)) return;
  try {
    foldIn(path);
  } catch {
    for (const suffix of sideFiles) if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
}

/** With a link the workbook is never without a file under its name; some file systems know no links. */
function linkOrMove(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    renameSync(path, aside);
  }
}
