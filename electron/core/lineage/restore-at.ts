// Puts a backup in the place of the workbook at a path, also of one that can no longer be opened.
import type { Output } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Clock, Host } from '../host.ts';
import type { Migrations } from '../store/migrate.ts';
import { restoreBackup } from '../store/restore.ts';
import { backupsAt } from './backups-at.ts';

export type Restored = Output<'workbook.restore'>;

export interface RestoreParts {
  readonly host: Host;
  readonly clock: Clock;
  readonly migrations: Migrations;
  /** Lets go of the file, and takes it up again whatever became of it. */
  before(): void;
  after(): void;
}

/** The newest backup where none is named. @throws AppError `not-found` */
export function restoreAt(path: string, backupId: string | undefined, { host, clock, migrations, before, after }: RestoreParts): Restored {
  const own = backupsAt(host, path);
  const backup = backupId === undefined ? own?.backups[0] : own?.backups.find((one) => one.id === backupId);
  if (own === undefined || backup === undefined) throw new AppError('not-found', 'workbooks.noBackup', { id: backupId ?? null });
  before();
  try {
    const kept = restoreBackup(path, { ...own, backupId: backup.id, at: new Date(clock()), migrations });
    host.library.rememberLine(path, own.id);
    host.commits.write(own.line, { seq: backup.edit, at: new Date(clock()).toISOString(), journal: undefined });
    return { ...kept, edit: backup.edit };
  } finally {
    after();
  }
}
