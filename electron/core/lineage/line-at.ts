// The line of the workbook that is opened at a path: which backups are its own, and which edits this machine saw it take.
import { AppError } from '../../../shared/errors.ts';
import type { EditEngine } from '../edits/edits.ts';
import type { Committed, Host } from '../host.ts';
import { inheritBackups, isPastOf } from '../store/backup.ts';
import { workbookIdIn } from '../store/look.ts';
import type { Sql } from '../store/sql.ts';
import { asStoreError } from '../store/store-error.ts';

/**
 * A copy that was not opened here yet begins with the backups of the others as far as they are its own past. One that took
 * the place of another offers those of that one too: what lay there may be wanted back.
 */
export function lineAt(host: Host, path: string, sql: Sql): string {
  const { line, others, displaced } = host.library.rememberLine(path, workbookIdIn(sql));
  const own = host.backupsOf(line);
  unlessTrouble(() => {
    for (const folder of others.map((other) => host.backupsOf(other))) inheritBackups(folder, own, (backup) => isPastOf(sql, folder, backup));
    if (displaced !== undefined) inheritBackups(host.backupsOf(displaced), own, () => true);
  });
  return line;
}

/** Backups of others are a convenience: their lack must not keep a workbook from being opened. */
function unlessTrouble(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(asStoreError(error) instanceof AppError)) throw error;
  }
}

/** What the commit counter knows of the file at a path. */
export function seenAt(host: Host, path: string, workbookId: string): Committed | undefined {
  const line = host.library.lineOf(path, workbookId);
  return line === undefined ? undefined : host.commits.read(line);
}

/** Edits of this copy that were committed here and that it does not hold; at least so many where it went another way since. */
export function missingIn(edits: EditEngine, seen: Committed | undefined): { count: number; since: string } | null {
  if (seen === undefined) return null;
  const isThere = seen.edit === undefined ? edits.version() >= seen.seq : edits.log.idAt(seen.seq) === seen.edit;
  return isThere ? null : { count: Math.max(1, seen.seq - edits.version()), since: seen.at };
}
