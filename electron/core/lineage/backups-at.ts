// The backups of the workbook at a path, also of one that can no longer be opened: which are its own is remembered outside it.
import type { Output } from '../../../shared/contract.ts';
import type { Clock, Host } from '../host.ts';
import { type Backup, listBackups, minutesSince } from '../store/backup.ts';

export interface OwnBackups {
  readonly id: string;
  readonly line: string;
  readonly folder: string;
  /** Newest first. */
  readonly backups: readonly Backup[];
}

/** Undefined for a file that was not opened here yet. */
export function backupsAt(host: Host, path: string): OwnBackups | undefined {
  const id = host.library.workbookIdOf(path);
  const line = id === undefined ? undefined : host.library.lineOf(path, id);
  if (id === undefined || line === undefined) return undefined;
  const folder = host.backupsOf(line);
  return { id, line, folder, backups: listBackups(folder) };
}

/** What restoring would lose, as far as the commit counter knows: the workbook itself may be past asking. */
export function lossesAt(host: Host, clock: Clock, path: string): Output<'workbook.backups'>['backups'] {
  const own = backupsAt(host, path);
  if (own === undefined) return [];
  const last = host.commits.read(own.line)?.seq ?? 0;
  return own.backups.map((backup) => ({ ...backup, editsSince: Math.max(0, last - backup.edit), minutesSince: minutesSince(backup, clock()) }));
}
