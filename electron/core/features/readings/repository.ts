import type { Outcome, ReadingPair, Round } from '../../../../shared/features/readings/model.ts';
import { allRecords } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

export interface ReadingsRepository {
  rounds(): Round[];
  readings(): ReadingPair[];
  outcomes(): Outcome[];
}

export function createReadingsRepository(sql: Sql): ReadingsRepository {
  return { rounds: () => allRecords(sql, 'round'), readings: () => allRecords(sql, 'reading'), outcomes: () => allRecords(sql, 'outcome') };
}
