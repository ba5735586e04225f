import type { ModelFormula, ModelInput, ModelRecord, Scenario } from '../../../../shared/features/scenarios/model.ts';
import { allRecords } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

/** A model with what belongs to it, in the order in which a person put it. */
export interface WholeModel {
  readonly model: ModelRecord;
  readonly inputs: readonly ModelInput[];
  readonly formulas: readonly ModelFormula[];
  readonly scenarios: readonly Scenario[];
}

export interface ScenarioRepository {
  /** In the order in which they were made. */
  all(): WholeModel[];
}

export function createScenarioRepository(sql: Sql): ScenarioRepository {
  return {
    all() {
      const inputs = Map.groupBy(allRecords(sql, 'model_input').toSorted(inPlace), ({ model }) => model);
      const formulas = Map.groupBy(allRecords(sql, 'model_formula').toSorted(inPlace), ({ model }) => model);
      const scenarios = Map.groupBy(allRecords(sql, 'scenario'), ({ model }) => model);
      return allRecords(sql, 'model').map((model) => ({
        model,
        inputs: inputs.get(model.id) ?? [],
        formulas: formulas.get(model.id) ?? [],
        scenarios: scenarios.get(model.id) ?? [],
      }));
    },
  };
}

function inPlace(a: { readonly position: number; readonly id: string }, b: { readonly position: number; readonly id: string }): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}
