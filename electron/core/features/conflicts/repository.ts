// What the finder of contradictions stores: decisions, and matrices of rival explanations.
import type { Stored } from '../../../../shared/records/index.ts';
import { allRecords, findRecord } from '../../edits/records.ts';
import { idToBytes } from '../../store/id-bytes.ts';
import { fromRow } from '../../store/row.ts';
import type { Sql } from '../../store/sql.ts';

export type StoredDecision = Stored<'conflict_decision'>;

export function createDecisionRepository(sql: Sql) {
  return { all: (): StoredDecision[] => allRecords(sql, 'conflict_decision') };
}

export type DecisionRepository = ReturnType<typeof createDecisionRepository>;

export type StoredMatrix = Stored<'matrix'>;

export function createMatrixRepository(sql: Sql) {
  return {
    all: (): StoredMatrix[] => allRecords(sql, 'matrix'),
    find: (id: string): StoredMatrix | undefined => findRecord(sql, 'matrix', id),
    hypotheses: (matrixId: string): Stored<'hypothesis'>[] =>
      sql.all('SELECT * FROM hypothesis WHERE matrix_id = ? ORDER BY position, id', [idToBytes(matrixId)]).map((row) => fromRow('hypothesis', row)),
    marks: (matrixId: string): Stored<'mark'>[] =>
      sql
        .all('SELECT mark.* FROM mark JOIN hypothesis ON hypothesis.id = mark.hypothesis_id WHERE hypothesis.matrix_id = ? ORDER BY mark.id', [
          idToBytes(matrixId),
        ])
        .map((row) => fromRow('mark', row)),
  };
}

export type MatrixRepository = ReturnType<typeof createMatrixRepository>;
