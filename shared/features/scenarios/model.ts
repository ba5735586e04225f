// A model: named inputs and formulas over indices (years, routes). Everything that it computes follows from these records; a
// scenario changes some inputs of it. Rules: scenario-model.md.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { decimalTextSchema as decimal } from '../../quantity/model.ts';
import { observationKeySchema, seriesKeySchema } from '../ledger/model.ts';
import { groundSchema } from '../ledger/standing.ts';
import { most } from './limits.ts';

/** A word of formulas: letters, digits and _, not beginning with a digit. */
export const codeSchema = z
  .string()
  .max(60)
  .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, 'errors:issue.inputCode');
const label = z.string().trim().min(1).max(200);
const note = z.string().max(20_000);
export const unitTextSchema = z.string().trim().max(60);
/** An item of an index as it is written behind a dot: `2030`, `SKD`. */
const itemText = z.string().trim().min(1).max(60);

/** Either whole numbers in a row, such as years, or items with names. */
export const indexSchema = z.strictObject({
  code: codeSchema,
  label: z.string().max(200),
  first: z.int().min(-100_000).max(100_000).nullable(),
  last: z.int().min(-100_000).max(100_000).nullable(),
  items: z.array(itemText).max(most.items),
});
export type ModelIndex = z.infer<typeof indexSchema>;

export const correlationSchema = z.strictObject({ a: codeSchema, b: codeSchema, r: decimal });
export type Correlation = z.infer<typeof correlationSchema>;

export const modelSchema = z.strictObject({
  id: idSchema,
  name: label,
  note,
  indices: z.array(indexSchema).max(8),
  correlations: z.array(correlationSchema).max(500),
  /** The output that screens lead with, and what it is compared with. */
  target: z.strictObject({ output: z.string().max(130), value: decimal }).nullable(),
  seed: z.int().min(0).max(4_294_967_295),
  runs: z.int().min(1).max(most.runs),
});
export type ModelRecord = z.infer<typeof modelSchema>;

export const pointSchema = z.strictObject({ at: itemText.nullable(), value: decimal });
/** Between and after the points of a path: nothing, a straight line, or the last one. */
export const fills = ['none', 'linear', 'last'] as const;

export const distributionKinds = ['fixed', 'uniform', 'triangular', 'normal', 'readings', 'event'] as const;
/**
 * How a simulation draws the input. uniform: from low to high; triangular: with its peak at the value; normal: its middle the value,
 * low and high the 5th and 95th percentile; readings: one of `values`, each as likely; event: once in each item of its index from
 * `from` on, by the yearly hazard that the input `hazard` holds.
 */
export const distributionSchema = z.strictObject({
  kind: z.enum(distributionKinds),
  values: z.array(decimal).max(32),
  hazard: codeSchema.nullable(),
  from: itemText.nullable(),
});
export type Distribution = z.infer<typeof distributionSchema>;

export const bindingKinds = ['claim', 'observation', 'series', 'rate'] as const;
export const picks = ['low', 'middle', 'high'] as const;
/** What an input is taken from; the claims themselves stand in `claim` and `ground`, so that a merge follows them. */
export const bindingSchema = z.strictObject({
  kind: z.enum(bindingKinds),
  /** Of a claim: which of its readings; null leaves them open. */
  reading: z.int().min(0).max(15).nullable(),
  observation: observationKeySchema.nullable(),
  series: seriesKeySchema.nullable(),
  rate: z.strictObject({ of: z.string().max(500), class: z.string().max(500) }).nullable(),
  /** Which value of a span the input takes. */
  pick: z.enum(picks),
});
export type Binding = z.infer<typeof bindingSchema>;

export const causes = ['sources', 'text', 'assumption'] as const;
export type Cause = (typeof causes)[number];

/** How far what it is bound to reaches: by what the text leaves open, and by what sources say apart. */
export const spanSchema = z.strictObject({ low: decimal, high: decimal });
export const spansSchema = z.strictObject({ text: spanSchema.nullable(), sources: spanSchema.nullable() });
export type Spans = z.infer<typeof spansSchema>;

export const inputSchema = z.strictObject({
  id: idSchema,
  model: idSchema,
  code: codeSchema,
  label: z.string().max(200),
  /** Such as RUB/car; % counts as a plain number that is shown in per cent. */
  unit: unitTextSchema,
  /** The index that its points are places of; null for one value. */
  by: codeSchema.nullable(),
  points: z.array(pointSchema).max(most.items),
  fill: z.enum(fills),
  /** How far the analyst lets it reach. */
  low: decimal.nullable(),
  high: decimal.nullable(),
  distribution: distributionSchema,
  binding: bindingSchema.nullable(),
  claim: idSchema.nullable(),
  /** What the claims said when the value was taken from them. */
  ground: groundSchema,
  spans: spansSchema,
  /** Why an assumption is what it is. */
  basis: z.string().max(4000),
  note,
  position: z.int().min(0).max(1_000_000),
});
export type ModelInput = z.infer<typeof inputSchema>;

export const formulaSchema = z.strictObject({
  id: idSchema,
  model: idSchema,
  code: codeSchema,
  label: z.string().max(200),
  unit: unitTextSchema,
  expression: z.string().max(most.formulaLength),
  isOutput: z.boolean(),
  note,
  position: z.int().min(0).max(1_000_000),
});
export type ModelFormula = z.infer<typeof formulaSchema>;

/** Values that stand for those of the model, by code or by code and item: `FX`, `points.SKD`. */
export const changesSchema = z.record(z.string().max(130), decimal);
export const scenarioSchema = z.strictObject({ id: idSchema, model: idSchema, name: label, changes: changesSchema, note });
export type Scenario = z.infer<typeof scenarioSchema>;

/** What is computed: the records of one model without what is only told of them. */
export interface Definition {
  readonly indices: readonly ModelIndex[];
  readonly correlations: readonly Correlation[];
  readonly inputs: readonly DefinedInput[];
  readonly formulas: readonly DefinedFormula[];
}
export type DefinedInput = Pick<ModelInput, 'code' | 'unit' | 'by' | 'points' | 'fill' | 'low' | 'high' | 'distribution' | 'spans'>;
export type DefinedFormula = Pick<ModelFormula, 'code' | 'unit' | 'expression' | 'isOutput'>;
/** Numbers in place of inputs' own, by `code` or `code.item`. */
export type Changes = Readonly<Record<string, number>>;

export const fixed: Distribution = { kind: 'fixed', values: [], hazard: null, from: null };
export const noSpans: Spans = { text: null, sources: null };
