import type { Decision } from '../../../../shared/features/conflicts/contract.ts';
import type { ConflictKind } from '../../../../shared/features/conflicts/model.ts';
import { fromRow } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

/** A decision as stored. `basis` is what each claim of the group said then. */
export type StoredDecision = Decision & { readonly groupId: string; readonly kind: ConflictKind; readonly basis: Readonly<Record<string, string>> };

export function createDecisionRepository(sql: Sql) {
  return {
    all: () => sql.all('SELECT * FROM conflict_decision ORDER BY id').map((row) => fromRow('conflict_decision', row) as unknown as StoredDecision),
  };
}

export type DecisionRepository = ReturnType<typeof createDecisionRepository>;
