// Puts a backup in the place of a closed workbook. What was there is kept: as a checked backup when it is sound, else aside
// under its own name with the time and the words "before restore".
import { existsSync, linkSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { copyWhole, removeTemporary, syncFolder, temporaryIn } from './atomic-write.ts';
import { fileName } from './file-name.ts';
import { checkHeader } from './header.ts';
import { realPathOf } from './identity.ts';
import { acquireLock } from './lock.ts';
import { foldIn, readOwn, workbookIdIn } from './look.ts';
import { type Migrations, ownMigrations } from './migrate.ts';
import { assertWhole } from './soundness.ts';
import { asStoreError } from './store-error.ts';
import { takeBackup } from './take-backup.ts';
import { moveJournal } from './wal.ts';

/** How what was there is kept: one of the two is null, both where nothing was there. */
export interface Kept {
  /** Name of the file beside the workbook. */
  readonly keptAside: string | null;
  /** Id of the backup. */
  readonly backup: string | null;
}

export interface RestoreOptions {
  /** Of the workbook: what else lies at its place is no state of it. */
  readonly id: string;
  /** Folder of the backups of this workbook. */
  readonly folder: string;
  readonly backupId: string;
  readonly at: Date;
  readonly migrations?: Migrations;
}

/** Takes the lock, so that nobody has the file open. @throws AppError; the workbook is then as it was. */
export function restoreBackup(given: string, options: RestoreOptions): Kept {
  const path = realPathOf(given);
  const lock = acquireLock(path);
  try {
    return putInPlace(path, options);
  } finally {
    lock.release();
  }
}

function putInPlace(path: string, { id, folder, backupId, at, migrations = ownMigrations }: RestoreOptions): Kept {
  const backupPath = join(folder, `${backupId}.assay`);
  checkHeader(backupPath, migrations);
  assertWhole(backupPath, migrations);
  const temporary = temporaryIn(dirname(path));
  try {
    // Copied before another backup may thin it away.
    copyWhole(backupPath, temporary);
    const backup = backUpPresent(path, { id, folder, at, migrations });
    const keptAside = exchange(path, temporary, backup === null ? freeAside(path, at) : undefined);
    return { keptAside, backup };
  } catch (error) {
    throw asStoreError(error);
  } finally {
    removeTemporary(temporary);
  }
}

/** Null where there is no sound state of this workbook. */
function backUpPresent(path: string, { id, ...options }: { id: string; folder: string; at: Date; migrations: Migrations }): string | null {
  try {
    checkHeader(path, options.migrations);
    return readOwn(path, options.migrations, (sql) =>
      workbookIdIn(sql) === id ? takeBackup(sql, { ...options, reason: 'before-restore' }).id : null,
    );
  } catch (error) {
    const told = asStoreError(error);
    if (!(told instanceof AppError) || told.code === 'disk-full') throw told;
    return null;
  }
}

/** `aside` is where the present file goes; undefined where it is not needed any more. Returns its name. */
function exchange(path: string, temporary: string, aside: string | undefined): string | null {
  try {
    settle(path, aside);
    if (aside !== undefined && existsSync(path)) linkOrMove(path, aside);
    // An old -wal whose removal is not on the disk yet would be read into the restored file after a power cut.
    syncFolder(dirname(path));
    renameSync(temporary, path);
    syncFolder(dirname(path));
    return aside !== undefined && existsSync(aside) ? basename(aside) : null;
  } catch (error) {
    if (aside !== undefined && !existsSync(path) && existsSync(aside)) {
      renameSync(aside, path);
      moveJournal(aside, path);
    }
    throw error;
  }
}

/** Two restores of one second keep two files aside. */
function freeAside(path: string, at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '.');
  for (let number = 1; ; number += 1) {
    const name = fileName(basename(path, '.assay'), ` (before restore ${stamp}${number === 1 ? '' : ` ${number}`}).assay`);
    if (!existsSync(join(dirname(path), name))) return join(dirname(path), name);
  }
}

/** Brings what stands in the -wal into the file; where it is too damaged for that, the -wal goes aside with it. */
function settle(path: string, aside: string | undefined): void {
  if (!existsSync(`${path}-wal`)) return;
  try {
    foldIn(path);
  } catch (error) {
    if (aside === undefined) throw error;
    moveJournal(path, aside);
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
