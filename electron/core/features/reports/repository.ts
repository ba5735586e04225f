import type { Block, Lock, Report } from '../../../../shared/features/reports/model.ts';
import { allRecords, recordsWith } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

export interface ReportsRepository {
  /** In the order in which they were begun. */
  reports(): Report[];
  /** In their order. */
  blocksOf(report: string): Block[];
  locksOf(report: string): Lock[];
}

export function createReportsRepository(sql: Sql): ReportsRepository {
  return {
    reports: () => allRecords(sql, 'report'),
    blocksOf: (report) => recordsWith(sql, 'block', 'report', report).toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1)),
    locksOf: (report) => recordsWith(sql, 'lock', 'report', report),
  };
}
