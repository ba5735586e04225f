import type { FormulaRule } from '../../../../shared/features/checks/model.ts';
import { fromRow } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

/** Rules that the analyst has switched; every other one is on. */
export function createCheckRuleRepository(sql: Sql) {
  return {
    switched(): ReadonlyMap<string, boolean> {
      const rows = sql.all('SELECT * FROM check_rule').map((row) => fromRow('check_rule', row));
      return new Map(rows.map((row) => [String(row.id), row.isOn === 1]));
    },
    /** The analyst's own rules, oldest first. */
    formulas(): FormulaRule[] {
      const rows = sql.all('SELECT * FROM formula_rule ORDER BY id').map((row) => fromRow('formula_rule', row));
      return rows.map((row) => ({ ...row, isOn: row.isOn === 1 }) as unknown as FormulaRule);
    },
  };
}

export type CheckRuleRepository = ReturnType<typeof createCheckRuleRepository>;
