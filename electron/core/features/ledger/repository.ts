// What the ledger stores: verdicts, what is known of measures, series that are not one.
import type { Measure } from '../../../../shared/features/ledger/measures.ts';
import type { Stored } from '../../../../shared/records/index.ts';
import { allRecords } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

export type StoredVerdict = Stored<'verdict'>;

export interface VerdictRepository {
  all(): StoredVerdict[];
}

export function createVerdictRepository(sql: Sql): VerdictRepository {
  return { all: () => allRecords(sql, 'verdict') };
}

export interface MeasureRepository {
  /** In the order in which they were described. */
  all(): Measure[];
}

export function createMeasureRepository(sql: Sql): MeasureRepository {
  return { all: () => allRecords(sql, 'measure') };
}

/** Two series that were judged not to be one under two names. */
export type SeriesApart = Stored<'series_apart'>;

export interface SeriesApartRepository {
  all(): SeriesApart[];
}

export function createSeriesApartRepository(sql: Sql): SeriesApartRepository {
  return { all: () => allRecords(sql, 'series_apart') };
}
