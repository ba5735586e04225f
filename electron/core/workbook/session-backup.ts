// Before the first edit of a session the workbook is backed up as it was found. Only a snapshot is taken before the edit, which
// costs as little in a workbook of any size; it is copied, checked and kept while the work goes on.
import { AppError } from '../../../shared/errors.ts';
import { listBackups, sharedEdit } from '../store/backup.ts';
import { lastEdit } from '../store/look.ts';
import type { Store } from '../store/open.ts';
import { assertSound } from '../store/soundness.ts';
import { copyForBackup } from '../store/take-backup.ts';

export interface SessionBackup {
  /** Before an edit; only the first does anything. */
  begin(): void;
  /** When what was begun has ended, however it ended. */
  settled(): Promise<void>;
  /** Breaks off what is under way. */
  close(): void;
}

export interface SessionBackupOptions {
  readonly store: Pick<Store, 'sql' | 'openReader'>;
  readonly folder: string;
  readonly clock: () => number;
  /** Problems of a copy that nobody else has open. */
  checkCopy(path: string): Promise<readonly string[]>;
  /** An edit does not fail because its backup did. */
  onFailed(error: unknown): void;
}

export function createSessionBackup({ store, folder, clock, checkCopy, onFailed }: SessionBackupOptions): SessionBackup {
  let isBegun = false;
  let running = Promise.resolve();
  let stop: (() => void) | undefined;

  /** What is there already needs no second copy, and a workbook without edits holds nothing. */
  function isKept(): boolean {
    const last = lastEdit(store.sql);
    const [newest] = listBackups(folder).filter(({ edit }) => edit === last);
    return last === 0 || (newest !== undefined && sharedEdit(store.sql, folder, newest) === last);
  }

  function begin(): void {
    if (isBegun) return;
    isBegun = true;
    try {
      if (isKept()) return;
      const reader = store.openReader();
      stop = reader.close;
      // What this connection has begun to read is what it reads to the end, whatever others write.
      reader.sql.run('BEGIN');
      lastEdit(reader.sql);
      running = keep(reader.sql)
        .catch((error: unknown) => {
          if (!isBrokenOff(error)) onFailed(error);
        })
        .finally(() => {
          reader.close();
          stop = undefined;
        });
    } catch (error) {
      stop?.();
      onFailed(error);
    }
  }

  /** The workbook was closed meanwhile; nothing stays behind. */
  const isBrokenOff = (error: unknown) => error instanceof AppError && error.code === 'cancelled';

  async function keep(snapshot: Store['sql']): Promise<void> {
    const copy = await copyForBackup(snapshot, { folder, at: new Date(clock()) });
    try {
      assertSound(await checkCopy(copy.path));
      copy.keep();
    } finally {
      copy.drop();
    }
  }

  return { begin, settled: () => running, close: () => stop?.() };
}
