// The workbook itself: identity, counts, integrity.
import type { WorkbookInfo } from '../../../../shared/features/workbook/contract.ts';
import type { Handlers } from '../../dispatch.ts';
import { schemaVersion } from '../../store/migrate.ts';
import type { Sql } from '../../store/sql.ts';
import { createWorkbookRepository } from './repository.ts';

export function initialiseWorkbook(sql: Sql, id: string, at: string): void {
  const repository = createWorkbookRepository(sql);
  repository.setMeta('id', id);
  repository.setMeta('createdAt', at);
}

/** Counts that other features own; supplied by them. */
export type WorkbookCounts = Omit<WorkbookInfo, 'id' | 'name' | 'schemaVersion' | 'isReadOnly'>;

export interface WorkbookOptions {
  readonly sql: Sql;
  readonly name: string;
  readonly isReadOnly: boolean;
  counts(): WorkbookCounts;
}

export function createWorkbookHandlers({ sql, name, isReadOnly, counts }: WorkbookOptions): Pick<Handlers<'workbook'>, 'info' | 'verify'> {
  const repository = createWorkbookRepository(sql);
  return {
    info: () => ({ id: repository.meta('id') ?? '', name, schemaVersion, isReadOnly, ...counts() }),
    verify() {
      const problems = [...repository.integrityProblems(), ...repository.danglingReferences()];
      return { ok: problems.length === 0, problems };
    },
  };
}
