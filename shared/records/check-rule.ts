import { z } from 'zod';
import { readFormula } from '../features/checks/formula/language.ts';
import { checkRules, formulaRuleSchema } from '../features/checks/model.ts';
import { defineRecord, keyOf } from './define.ts';

/** A rule of the analyst's own. */
export const formulaRuleRecord = defineRecord({
  table: 'formula_rule',
  schema: formulaRuleSchema.extend({ formula: z.string().max(500).refine(canBeRead) }),
  keys: [keyOf(['formula'])],
});

/** A built-in rule that was switched; its name is its id. Every other one is on. */
export const checkRuleRecord = defineRecord({
  table: 'check_rule',
  schema: z.strictObject({ id: z.enum(checkRules), isOn: z.boolean() }),
  keys: [keyOf(['id'])],
});

function canBeRead(formula: string): boolean {
  try {
    readFormula(formula);
    return true;
  } catch {
    return false;
  }
}
