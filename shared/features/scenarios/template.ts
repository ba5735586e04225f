// A model as a file: what a template holds, and what a copy of a model is made from. It has no ids and no claims; `finds` says which
// figures of a workbook an input would be bound to.
import { z } from 'zod';
import {
  codeSchema,
  distributionKinds,
  fills,
  fixed,
  formulaSchema,
  indexSchema,
  inputSchema,
  modelSchema,
  noSpans,
  picks,
  pointSchema,
  scenarioSchema,
  spansSchema,
} from './model.ts';

const own = inputSchema.shape;

export const findsSchema = z.strictObject({
  kind: z.enum(['claim', 'observation', 'series']),
  measure: z.string(),
  unit: z.string(),
  period: z.string().optional(),
  /** Of a figure that tells a path, such as "10–20 % a year". */
  hasPath: z.boolean().default(false),
  pick: z.enum(picks).default('middle'),
});
export type Finds = z.infer<typeof findsSchema>;

export const templateSchema = z.strictObject({
  key: z.string(),
  name: modelSchema.shape.name,
  note: modelSchema.shape.note.default(''),
  indices: z.array(
    indexSchema.extend({
      first: indexSchema.shape.first.default(null),
      last: indexSchema.shape.last.default(null),
      items: indexSchema.shape.items.default([]),
    }),
  ),
  correlations: modelSchema.shape.correlations.default([]),
  target: modelSchema.shape.target.default(null),
  seed: modelSchema.shape.seed,
  runs: modelSchema.shape.runs,
  inputs: z.array(
    z.strictObject({
      code: own.code,
      label: own.label,
      unit: own.unit,
      by: codeSchema.nullable().default(null),
      points: z.array(pointSchema).default([]),
      fill: z.enum(fills).default('none'),
      low: own.low.default(null),
      high: own.high.default(null),
      distribution: z
        .strictObject({
          kind: z.enum(distributionKinds),
          values: z.array(z.string()).default([]),
          hazard: codeSchema.nullable().default(null),
          from: z.string().nullable().default(null),
        })
        .default(fixed),
      spans: spansSchema.default(noSpans),
      basis: own.basis.default(''),
      note: own.note.default(''),
      finds: findsSchema.optional(),
    }),
  ),
  formulas: z.array(
    z.strictObject({
      code: formulaSchema.shape.code,
      label: formulaSchema.shape.label,
      unit: formulaSchema.shape.unit,
      expression: formulaSchema.shape.expression,
      isOutput: z.boolean().default(false),
      note: z.string().default(''),
    }),
  ),
  scenarios: z.array(z.strictObject({ name: scenarioSchema.shape.name, changes: scenarioSchema.shape.changes, note: z.string() })).default([]),
});
export type Template = z.infer<typeof templateSchema>;
