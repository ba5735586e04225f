// The workbook itself: identity, counts, integrity, backups.
import { AppError } from '../../../../shared/errors.ts';
import type { WorkbookInfo } from '../../../../shared/features/workbook/contract.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Clock } from '../../host.ts';
import type { WorkbookCheck } from '../../jobs/check-workbook.ts';
import { type Backup, listBackups, minutesSince, sharedEdit } from '../../store/backup.ts';
import type { Health } from '../../store/health.ts';
import { metaOf, setMeta } from '../../store/meta.ts';
import { schemaVersion } from '../../store/migrate.ts';
import { assertSound } from '../../store/soundness.ts';
import type { Sql } from '../../store/sql.ts';
import { copyForBackup } from '../../store/take-backup.ts';

export function initialiseWorkbook(sql: Sql, id: string, at: string): void {
  setMeta(sql, 'id', id);
  setMeta(sql, 'createdAt', at);
}

export function workbookId(sql: Sql): string {
  return metaOf(sql, 'id') ?? '';
}

/** Counts that other features own; supplied by them. */
export type WorkbookCounts = Omit<WorkbookInfo, 'id' | 'name' | 'schemaVersion' | 'isReadOnly' | 'trouble' | 'missingEdits' | 'syncedBy'>;

export interface WorkbookOptions {
  readonly sql: Sql;
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly clock: Clock;
  readonly health: Pick<Health, 'trouble'>;
  readonly missingEdits: WorkbookInfo['missingEdits'];
  readonly syncedBy: string | null;
  readonly backupFolder: string;
  readonly check: WorkbookCheck;
  /** Makes the derived tables anew and says what differed. */
  rebuild(): Promise<readonly string[]>;
  lastEdit(): number;
  counts(): WorkbookCounts;
}

export function createWorkbookHandlers(options: WorkbookOptions): Handlers<'workbook'> {
  const { sql, name, isReadOnly, clock, health, missingEdits, syncedBy, backupFolder, check, lastEdit, counts, rebuild } = options;
  const withLoss = (backup: Backup) => ({
    ...backup,
    editsSince: lastEdit() - sharedEdit(sql, backupFolder, backup),
    minutesSince: minutesSince(backup, clock()),
  });
  return {
    info: () => ({
      id: metaOf(sql, 'id') ?? '',
      name,
      schemaVersion,
      isReadOnly,
      trouble: health.trouble() ?? null,
      missingEdits,
      syncedBy,
      ...counts(),
    }),
    async verify() {
      const problems = [...(await check.open())];
      return { ok: problems.length === 0, problems };
    },
    rebuild: async () => ({ differed: [...(await rebuild())] }),
    // Only the workbook that is worked on can be replaced, and whoever holds it does so.
    restore() {
      throw new AppError('read-only', 'past.readOnly');
    },
    backups: () => ({ backups: listBackups(backupFolder).map(withLoss) }),
    async backup() {
      const copy = await copyForBackup(sql, { folder: backupFolder, at: new Date(clock()) });
      try {
        assertSound(await check.copy(copy.path));
        return withLoss(copy.keep());
      } finally {
        copy.drop();
      }
    },
  };
}
