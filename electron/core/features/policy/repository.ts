import type { Descriptions } from '../../../../shared/features/policy/model.ts';
import { allRecords } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

export interface PolicyRepository {
  /** In the order in which they were made. */
  all(): Descriptions;
}

export function createPolicyRepository(sql: Sql): PolicyRepository {
  return {
    all: () => ({
      things: allRecords(sql, 'thing'),
      links: allRecords(sql, 'link'),
      schedules: allRecords(sql, 'schedule'),
      scales: allRecords(sql, 'scale'),
      conversions: allRecords(sql, 'conversion'),
      verdicts: allRecords(sql, 'event_verdict'),
    }),
  };
}
