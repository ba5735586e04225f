import { fromRow } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

/** Rules that the analyst has switched; every other one is on. */
export function createCheckRuleRepository(sql: Sql) {
  return {
    switched(): ReadonlyMap<string, boolean> {
      const rows = sql.all('SELECT * FROM check_rule').map((row) => fromRow('check_rule', row));
      return new Map(rows.map((row) => [String(row.id), row.isOn === 1]));
    },
  };
}

export type CheckRuleRepository = ReturnType<typeof createCheckRuleRepository>;
