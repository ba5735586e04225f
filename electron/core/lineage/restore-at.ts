// Puts a backup in the place of the workbook at a path, also of one that can no longer be opened.
import type { Output } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Clock, Host } from '../host.ts';
import type { Backup } from '../store/backup.ts';
import type { Migrations } from '../store/migrate.ts';
import { restoreBackup } from '../store/restore.ts';
import { backupsAt, type OwnBackups } from './backups-at.ts';

export type Restored = Output<'workbook.restore'>;

export interface RestoreParts {
  readonly host: Host;
  readonly clock: Clock;
  readonly migrations: Migrations;
  /** Lets go of the file, and takes it up again whatever became of it. */
  before(): void;
  after(): void;
}

/** The backup that holds the most edits of the present history where none is named: clocks may have been wrong. @throws AppError `not-found` */
export function restoreAt(path: string, backupId: string | undefined, { host, clock, migrations, before, after }: RestoreParts): Restored {
  const own = backupsAt(host, path);
  const backup = backupId === undefined ? newestOf(own, host) : own?.backups.find((one) => one.id === backupId);
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

/** One that counts further than this machine saw the workbook go is of a history that a restore has left. */
function newestOf(own: OwnBackups | undefined, host: Host): Backup | undefined {
  if (own === undefined) return undefined;
  const last = host.commits.read(own.line)?.seq ?? Number.POSITIVE_INFINITY;
  const present = own.backups.filter(({ edit, reason }) => edit <= last && reason !== 'before-restore');
  return (present.length > 0 ? present : own.backups).toSorted((a, b) => b.edit - a.edit)[0];
}
