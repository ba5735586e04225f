// Takes backups, which are whole workbooks. Each is written beside its final name, opened again and checked to the last row,
// flushed, and only then renamed; then older ones are thinned.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { flush, removeTemporary, sweepTemporary, syncFolder } from './atomic-write.ts';
import { type Backup, type BackupReason, listBackups, thin } from './backup.ts';
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

/** @throws AppError `disk-full` and kin; nothing stays behind then. */
export function copyForBackup(sql: Sql, { folder, at, reason = 'routine' }: TakeOptions): BackupCopy {
  const temporary = join(folder, `.assay-${randomUUID()}.tmp`);
  const drop = () => removeTemporary(temporary);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sweepTemporary(folder, new Date());
    const named = { at, edit: lastEdit(sql), reason };
    sql.run('VACUUM INTO ?', [temporary]);
    return { path: temporary, drop, keep: () => keep(folder, temporary, freeId(folder, named)) };
  } catch (error) {
    drop();
    throw asStoreError(error);
  }
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
  if (taken === undefined) throw new AppError('unexpected', 'The backup could not be found again. Nothing was changed.');
  return taken;
}

/** All in one, where nothing else may come between. @throws AppError `damaged` when the copy does not check out, `disk-full` and kin. */
export function takeBackup(sql: Sql, { migrations = ownMigrations, ...options }: TakeOptions & { readonly migrations?: Migrations }): Backup {
  const copy = copyForBackup(sql, options);
  try {
    assertWhole(copy.path, migrations);
    return copy.keep();
  } catch (error) {
    throw asStoreError(error);
  } finally {
    copy.drop();
  }
}

/** What was replaced twice within a second is kept twice: the later one is dated on. */
function freeId(folder: string, { at, edit, reason }: { at: Date; edit: number; reason: BackupReason }): string {
  const id = `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-${edit}${reason === 'routine' ? '' : `-${reason}`}`;
  if (reason === 'routine' || !existsSync(join(folder, `${id}.assay`))) return id;
  return freeId(folder, { at: new Date(at.getTime() + 1000), edit, reason });
}
