import type { Measure } from '../../../../shared/features/ledger/measures.ts';
import type { Verdict } from '../../../../shared/features/ledger/model.ts';
import { fromRow } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

/** A claim as a verdict weighed it: in words, and as a text that changes whenever what matters of it does. */
export interface WeighedClaim {
  readonly said: string;
  readonly print: string;
}

/** A verdict as stored; `basis` is what it rested on, by claim id. */
export type StoredVerdict = Omit<Verdict, 'isStale' | 'staleBecause'> & { readonly basis: Readonly<Record<string, WeighedClaim>> };

export interface VerdictRepository {
  all(): StoredVerdict[];
}

export function createVerdictRepository(sql: Sql): VerdictRepository {
  return { all: () => sql.all('SELECT * FROM verdict ORDER BY id').map((row) => fromRow('verdict', row) as unknown as StoredVerdict) };
}

export interface MeasureRepository {
  /** In the order in which they were described. */
  all(): Measure[];
}

export function createMeasureRepository(sql: Sql): MeasureRepository {
  return {
    all: () =>
      sql
        .all('SELECT * FROM measure ORDER BY id')
        .map((row) => fromRow('measure', row))
        .map((row) => ({ ...row, isAdditive: row.isAdditive === null ? null : row.isAdditive === 1 }) as unknown as Measure),
  };
}

/** Two series that were judged not to be one under two names. */
export interface SeriesApart {
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly by: string;
  readonly at: string;
}

export interface SeriesApartRepository {
  all(): SeriesApart[];
}

export function createSeriesApartRepository(sql: Sql): SeriesApartRepository {
  return { all: () => sql.all('SELECT * FROM series_apart ORDER BY id').map((row) => fromRow('series_apart', row) as unknown as SeriesApart) };
}
