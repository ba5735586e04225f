// Takes backups, which are whole workbooks. Each is written beside its final name, opened again and checked to the last row,
// flushed, and only then renamed; then older ones are thinned.
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { flush, makeOwnFile, removeTemporary, sweepTemporary, syncFolder, temporaryIn } from './atomic-write.ts';
import { type Backup, type BackupReason, listBackups, thin } from './backup.ts';
import { copyInSteps } from './copy-in-steps.ts';
import { lastEdit } from './look.ts';
import { type Migrations, ownMigrations } from './migrate.ts';
import { assertWhole } from './soundness.ts';
import type { Sql } from './sql.ts';
import { asStoreError } from './store-error.ts';

export interface TakeOptions {
  readonly folder: string;
  readonly at: Date;
  readonly reason?: BackupReason;
}

/** What the workbook held at one moment, beside its final name: no backup before it is checked and kept. */
export interface BackupCopy {
  readonly path: string;
  /** @throws AppError `disk-full` and kin */
  keep(): Backup;
  /** Removes what was not kept. */
  drop(): void;
}

/** Other calls are answered meanwhile. @throws AppError `disk-full` and kin, `cancelled`; nothing stays behind then. */
export async function copyForBackup(sql: Sql, options: TakeOptions): Promise<BackupCopy> {
  const temporary = placeFor(options.folder);
  try {
    return copyAt(temporary, await copyInSteps(sql, temporary), options);
  } catch (error) {
    removeTemporary(temporary);
    throw asStoreError(error);
  }
}

function placeFor(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sweepTemporary(folder, new Date());
    const path = temporaryIn(folder);
    makeOwnFile(path);
    return path;
  } catch (error) {
    throw asStoreError(error);
  }
}

function copyAt(path: string, edit: number, { folder, at, reason = 'routine' }: TakeOptions): BackupCopy {
  return { path, drop: () => removeTemporary(path), keep: () => keep(folder, path, freeId(folder, { at, edit, reason })) };
}

function keep(folder: string, temporary: string, id: string): Backup {
  try {
    flush(temporary);
    renameSync(temporary, join(folder, `${id}.assay`));
    syncFolder(folder);
  } catch (error) {
    throw asStoreError(error);
  }
  thin(folder, id);
  const taken = listBackups(folder).find((backup) => backup.id === id);
  if (taken === undefined) throw new AppError('unexpected', 'store.backupNotFound');
  return taken;
}

/** All in one, where nothing else may come between. @throws AppError `damaged` when the copy does not check out, `disk-full` and kin. */
export function takeBackup(sql: Sql, { migrations = ownMigrations, ...options }: TakeOptions & { readonly migrations?: Migrations }): Backup {
  const temporary = placeFor(options.folder);
  try {
    sql.run('VACUUM INTO ?', [temporary]);
    assertWhole(temporary, migrations);
    return copyAt(temporary, lastEdit(sql), options).keep();
  } catch (error) {
    throw asStoreError(error);
  } finally {
    removeTemporary(temporary);
  }
}

/** What was replaced twice within a second is kept twice: the later one is dated on. */
function freeId(folder: string, { at, edit, reason }: { at: Date; edit: number; reason: BackupReason }): string {
  const id = `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-${edit}${reason === 'routine' ? '' : `-${reason}`}`;
  if (reason === 'routine' || !existsSync(join(folder, `${id}.assay`))) return id;
  return freeId(folder, { at: new Date(at.getTime() + 1000), edit, reason });
}
