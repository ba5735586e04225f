import type { Decision } from '../../../../shared/features/conflicts/contract.ts';
import type { Mark } from '../../../../shared/features/conflicts/matrix.ts';
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

export interface StoredMatrix {
  readonly id: string;
  readonly question: string;
  readonly claims: readonly string[];
}

export interface StoredHypothesis {
  readonly id: string;
  readonly matrixId: string;
  readonly text: string;
  readonly position: number;
}

export type StoredMark = Mark & { readonly id: string };

export function createMatrixRepository(sql: Sql) {
  const read = <T>(table: 'matrix' | 'hypothesis' | 'mark', tail: string, ...values: string[]): T[] =>
    sql.all(`SELECT ${table}.* FROM ${tail}`, values).map((row) => fromRow(table, row) as unknown as T);
  return {
    all: () => read<StoredMatrix>('matrix', 'matrix ORDER BY id'),
    find: (id: string) => read<StoredMatrix>('matrix', 'matrix WHERE id = ?', id)[0],
    hypotheses: (matrixId: string) => read<StoredHypothesis>('hypothesis', 'hypothesis WHERE matrix_id = ? ORDER BY position, id', matrixId),
    marks: (matrixId: string) =>
      read<StoredMark>(
        'mark',
        'mark JOIN hypothesis ON hypothesis.id = mark.hypothesis_id WHERE hypothesis.matrix_id = ? ORDER BY mark.id',
        matrixId,
      ),
  };
}

export type MatrixRepository = ReturnType<typeof createMatrixRepository>;
