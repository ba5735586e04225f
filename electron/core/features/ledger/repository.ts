import type { Verdict } from '../../../../shared/features/ledger/model.ts';
import { fromRow } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

/** A verdict as stored; `basis` is what it rested on, claim id to what that claim said. */
export type StoredVerdict = Omit<Verdict, 'isStale' | 'staleBecause'> & { readonly basis: Readonly<Record<string, string>> };

export interface VerdictRepository {
  all(): StoredVerdict[];
}

export function createVerdictRepository(sql: Sql): VerdictRepository {
  return { all: () => sql.all('SELECT * FROM verdict ORDER BY id').map((row) => fromRow('verdict', row) as unknown as StoredVerdict) };
}
