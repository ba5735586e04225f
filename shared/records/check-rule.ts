import { z } from 'zod';
import { checkRules, formulaRuleSchema } from '../features/checks/model.ts';
import { defineRecord, keyOf } from './define.ts';

/** A rule of the analyst's own. */
export const formulaRuleRecord = defineRecord({ table: 'formula_rule', schema: formulaRuleSchema, keys: [keyOf(['formula'])] });

/** A built-in rule that was switched; its name is its id. Every other one is on. */
export const checkRuleRecord = defineRecord({
  table: 'check_rule',
  schema: z.strictObject({ id: z.enum(checkRules), isOn: z.boolean() }),
  keys: [keyOf(['id'])],
});
