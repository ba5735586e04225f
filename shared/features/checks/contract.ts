import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { unitCodeSchema } from '../../quantity/model.ts';
import { checked } from '../../reads.ts';
import { command, nothing, query } from '../../rpc.ts';
import { checkRules, checkSchema, formulaRuleSchema } from './model.ts';

export const checksContract = {
  list: query('Run the arithmetic checks', z.strictObject({ claim: idSchema.optional() }), z.strictObject({ checks: z.array(checkSchema) }), checked),
  rules: query(
    'List the rules and whether each is on',
    nothing,
    z.strictObject({ rules: z.array(z.strictObject({ rule: z.enum(checkRules), isOn: z.boolean() })) }),
    { check_rule: 'all' },
  ),
  formulas: query('List the rules that the analyst added', nothing, z.strictObject({ formulas: z.array(formulaRuleSchema) }), {
    formula_rule: 'all',
  }),
  saveFormula: command(
    'Add or change a rule of your own, as a formula',
    z.strictObject({
      /** Absent: a new rule. */
      id: idSchema.optional(),
      name: z.string().trim().min(1).max(120),
      formula: z.string().trim().min(1).max(500),
      unit: unitCodeSchema.default('UNITS'),
      isOn: z.boolean().default(true),
    }),
    formulaRuleSchema.extend({
      /** Measures of the right side that no claim uses: a slip of the pen, or claims still to come. */
      unknownMeasures: z.array(z.string()),
    }),
  ),
  removeFormula: command('Remove a rule of your own', z.strictObject({ id: idSchema }), z.strictObject({ removed: z.int() })),
  setRule: command(
    'Switch a rule on or off',
    z.strictObject({ rule: z.enum(checkRules), isOn: z.boolean() }),
    z.strictObject({ rule: z.enum(checkRules), isOn: z.boolean() }),
  ),
};
