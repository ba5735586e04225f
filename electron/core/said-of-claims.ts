// What was said of claims goes with them where nothing is left that it speaks of.
import { claimsIn, leftWithout, type TableOnClaims, tablesOnClaims } from '../../shared/records/said-of-claims.ts';
import type { EditScope } from './edits/edits.ts';
import { createDecisionRepository, createMatrixRepository } from './features/conflicts/repository.ts';
import { createVerdictRepository } from './features/ledger/repository.ts';
import type { Sql } from './store/sql.ts';

interface Speaking {
  readonly id: string;
}

/** Verdicts, decisions, marks and entries of matrices, in the edit that removes the claims; verdicts on events are the policy's. */
export function createForgetting(sql: Sql, isThere: (claimId: string) => boolean): (claimIds: readonly string[], edit: EditScope) => void {
  const [decisions, matrices, verdicts] = [createDecisionRepository(sql), createMatrixRepository(sql), createVerdictRepository(sql)];
  const readers: Readonly<{ [T in TableOnClaims]?: () => readonly Speaking[] }> = {
    verdict: verdicts.all,
    conflict_decision: decisions.all,
    matrix: matrices.all,
    mark: () => matrices.all().flatMap(({ id }) => matrices.marks(id)),
  };
  return (claimIds, edit) => {
    const gone = new Set(claimIds);
    // Of what was weighed some may have gone before.
    const isGone = (id: string) => gone.has(id) || !isThere(id);
    for (const table of tablesOnClaims) {
      for (const record of readers[table]?.() ?? []) {
        const left = claimsIn(table, record).some((id) => gone.has(id)) ? leftWithout(table, record, isGone) : undefined;
        if (left === 'goes') edit.remove(table, record.id);
        else if (left !== undefined) edit.update(table, record.id, left);
      }
    }
  };
}
