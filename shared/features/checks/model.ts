// A check runs an arithmetic identity over claims: what they imply together, whether a stated number holds or breaks, and
// whether it only looks as if it did (coincidence). Every check lists its inputs, so that a click leads to passages.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { qualifierSchema, unitCodeSchema } from '../../quantity/model.ts';

export const checkRules = [
  'share_of_total',
  'growth',
  'attainment',
  'implied_exchange_rate',
  'value_per_unit',
  'part_le_total',
  'sum_of_parts',
  'months_vs_year',
  'index_path',
  'growth_per_year',
  'interpolation',
  'max_of_months',
] as const;
export type CheckRule = (typeof checkRules)[number];
/** An analyst's own rule is a `formula`; its name is the label of its checks. */
export const checkRuleNames = [...checkRules, 'formula'] as const;
export const checkResults = ['holds', 'breaks', 'coincidence', 'implied'] as const;

const boundsSchema = z.strictObject({ low: z.string().nullable(), high: z.string().nullable(), unit: z.string() });

export const checkSchema = z.strictObject({
  id: z.string(),
  rule: z.enum(checkRuleNames),
  /** Which reading or missing year, where one rule gives several. */
  label: messageSchema.nullable(),
  inputs: z.array(idSchema),
  /** From the numbers as stated; decimal text in full units, null for an open bound. */
  implied: boundsSchema,
  /** The same with the rounding of every input. */
  withRounding: boundsSchema,
  stated: boundsSchema.extend({ qualifier: qualifierSchema }).nullable(),
  result: z.enum(checkResults),
  why: messageSchema,
});
export type Check = z.infer<typeof checkSchema>;

export const formulaRuleSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  /** As typed: market_share = 100 * sales("Chinese brands") / sales("all brands"). */
  formula: z.string(),
  /** Unit of what is computed where no claim states it. */
  unit: unitCodeSchema,
  isOn: z.boolean(),
});
export type FormulaRule = z.infer<typeof formulaRuleSchema>;
