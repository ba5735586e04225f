import type { FormulaRule } from '../../../../shared/features/checks/model.ts';
import { allRecords } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

/** Rules that the analyst has switched; every other one is on. */
export function createCheckRuleRepository(sql: Sql) {
  return {
    switched: (): ReadonlyMap<string, boolean> => new Map(allRecords(sql, 'check_rule').map((row) => [row.id, row.isOn])),
    /** The analyst's own rules, oldest first. */
    formulas: (): FormulaRule[] => allRecords(sql, 'formula_rule'),
  };
}

export type CheckRuleRepository = ReturnType<typeof createCheckRuleRepository>;
