import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { decimalTextSchema } from '../../quantity/model.ts';
import { nothingRead, observations, type Reads } from '../../reads.ts';
import { command, nothing, query } from '../../rpc.ts';
import { most } from './limits.ts';
import { bindingSchema, causes, changesSchema, codeSchema, formulaSchema, inputSchema, modelSchema, scenarioSchema, spansSchema } from './model.ts';

const models: Reads = { model: 'all', model_input: 'all', model_formula: 'all', scenario: 'all' };
/** Beside the models what their inputs are bound to. */
const computed: Reads = { ...models, ...observations, thing: 'all', link: 'all', schedule: 'all', conversion: 'all' };

const resultKey = z.string().max(200);
const number = z.number();

export const problemSchema = z.strictObject({
  words: messageSchema,
  /** Place in the text of the formula; null where it is not about a text. */
  at: z.int().min(0).nullable(),
});

export const inputStates = ['bound', 'assumed', 'unbound', 'missing', 'event'] as const;
export const shownInputSchema = inputSchema.omit({ ground: true }).extend({
  /** What is computed with: the first point, or null where there is none. */
  value: number.nullable(),
  state: z.enum(inputStates),
  cause: z.enum(causes).nullable(),
  /** The claims that it rests on. */
  claims: z.array(idSchema),
  /** What changed beneath it since its value was taken; empty where nothing did. */
  stale: z.array(messageSchema),
  /** What it would be now; null where it is not stale, or can no longer be taken. */
  now: z.strictObject({ points: inputSchema.shape.points, spans: spansSchema }).nullable(),
});
export type ShownInput = z.infer<typeof shownInputSchema>;

export const resultSchema = z.strictObject({
  key: resultKey,
  code: z.string(),
  items: z.array(z.string()),
  value: number.nullable(),
  problem: problemSchema.nullable(),
  /** It rests on an input that changed; `now` is what it would come to. */
  stale: z.boolean(),
  now: number.nullable(),
});
export type ShownResult = z.infer<typeof resultSchema>;

export const barSchema = z.strictObject({
  code: z.string(),
  from: number,
  to: number,
  atLow: number,
  atHigh: number,
  low: number,
  high: number,
  parts: z.array(z.strictObject({ cause: z.enum(causes), width: number, low: number, high: number })),
  share: number,
});

export const analysisSchema = z.strictObject({
  model: idSchema,
  inputs: z.array(shownInputSchema),
  variables: z.array(z.strictObject({ code: z.string(), over: z.array(z.string()), uses: z.array(z.string()), problem: problemSchema.nullable() })),
  results: z.array(resultSchema),
  bands: z.array(z.strictObject({ key: resultKey, low: number, high: number })),
  tornado: z.strictObject({ output: resultKey, base: number, bars: z.array(barSchema) }).nullable(),
  /** Of the model as a whole. */
  problems: z.array(problemSchema),
  /** Inputs with neither a binding nor a written basis, and inputs without a value. */
  unbound: z.array(z.string()),
  missing: z.array(z.string()),
});
export type Analysis = z.infer<typeof analysisSchema>;

const statisticsShape = {
  mean: number,
  error: number,
  p5: number,
  p25: number,
  p50: number,
  p75: number,
  p95: number,
  below: number,
  bins: z.strictObject({ from: number, to: number, counts: z.array(z.int()) }),
  without: z.int(),
};
export const simulatedSchema = z.strictObject({ key: resultKey, code: z.string(), items: z.array(z.string()), ...statisticsShape });
export type Simulated = z.infer<typeof simulatedSchema>;
export const runSchema = z.strictObject({
  seed: z.int(),
  runs: z.int(),
  /** Edit of the workbook that it was computed at. */
  edit: z.int(),
  outputs: z.array(simulatedSchema),
  problem: problemSchema.nullable(),
});
export type Run = z.infer<typeof runSchema>;

/** A model, as it is or as a scenario and further changes have it. */
const computedShape = {
  model: idSchema,
  scenario: idSchema.nullable().default(null),
  changes: changesSchema.default({}),
};

const listedSchema = modelSchema.extend({
  inputs: z.int(),
  formulas: z.int(),
  scenarios: z.array(scenarioSchema),
  /** Results of it rest on something that changed. */
  stale: z.boolean(),
});
export type ListedModel = z.infer<typeof listedSchema>;

const modelPatch = modelSchema.omit({ id: true }).partial();
const inputPatch = inputSchema.omit({ id: true, model: true, binding: true, claim: true, ground: true }).partial();
const formulaPatch = formulaSchema.omit({ id: true, model: true }).partial();
const made = z.strictObject({ id: idSchema });
const removed = z.strictObject({ removed: z.int() });
const along = z.strictObject({ input: resultKey, low: number, high: number, count: z.int().min(2).max(60) });

export const scenariosContract = {
  list: query('List the models and their scenarios', nothing, z.strictObject({ models: z.array(listedSchema) }), computed),
  get: query(
    'Read a model with its formulas and scenarios',
    z.strictObject({ model: idSchema }),
    z.strictObject({ model: modelSchema, formulas: z.array(formulaSchema), scenarios: z.array(scenarioSchema) }),
    models,
  ),
  compute: query(
    'Compute a model: results, bands over what is open, and what moves an output',
    z.strictObject({ ...computedShape, output: resultKey.optional() }),
    analysisSchema,
    computed,
  ),
  simulate: query(
    'Simulate a model with a seed; the same seed gives the same numbers',
    z.strictObject({
      ...computedShape,
      seed: modelSchema.shape.seed.optional(),
      runs: modelSchema.shape.runs.optional(),
      /** Outputs that are wanted; without it all. */
      outputs: z.array(codeSchema).max(200).optional(),
      /** A loss is a value below it. */
      threshold: number.default(0),
      workers: z.int().min(1).max(8).optional(),
      job: idSchema.optional(),
    }),
    runSchema,
    models,
  ),
  table: query(
    'Compute an output over the values of two inputs',
    z.strictObject({ ...computedShape, output: resultKey, rows: along, columns: along }),
    z.strictObject({ rows: z.array(number), columns: z.array(number), cells: z.array(z.array(number.nullable())) }),
    models,
  ),
  line: query(
    'Compute outputs along the values of one input, and where each crosses a target',
    z.strictObject({ ...computedShape, outputs: z.array(resultKey).min(1).max(20), along, target: number.default(0) }),
    z.strictObject({
      at: z.array(number),
      lines: z.array(
        z.strictObject({
          key: resultKey,
          values: z.array(number.nullable()),
          crossings: z.array(z.strictObject({ value: number, isJump: z.boolean(), rises: z.boolean() })),
        }),
      ),
    }),
    models,
  ),
  compareModels: query(
    'Show what two models, or two versions of one, say differently',
    z.strictObject({ a: idSchema, b: idSchema }),
    z.strictObject({
      onlyA: z.array(z.string()),
      onlyB: z.array(z.string()),
      changed: z.array(z.strictObject({ code: z.string(), a: z.string(), b: z.string() })),
    }),
    models,
  ),
  templates: query(
    'List the models that come with Assay',
    nothing,
    z.strictObject({
      templates: z.array(z.strictObject({ key: z.string(), name: z.string(), note: z.string(), inputs: z.int(), formulas: z.int() })),
    }),
    nothingRead,
  ),
  take: command(
    'Take a model that comes with Assay into the workbook, its inputs bound where the workbook has such figures',
    z.strictObject({ key: z.string().max(60), name: modelSchema.shape.name.optional() }),
    made.extend({ bound: z.int() }),
  ),
  create: command('Make an empty model', z.strictObject({ name: modelSchema.shape.name }), made),
  copy: command('Copy a model with its inputs, formulas and scenarios', z.strictObject({ model: idSchema, name: modelSchema.shape.name }), made),
  update: command('Change a model', z.strictObject({ model: idSchema, patch: modelPatch }), made),
  remove: command('Remove a model with all that is in it', z.strictObject({ model: idSchema }), removed),
  saveInput: command('Add or change an input', z.strictObject({ model: idSchema, id: idSchema.optional(), patch: inputPatch }), made),
  removeInput: command('Remove an input', z.strictObject({ id: idSchema }), removed),
  bind: command(
    'Bind an input to what claims say, or loose it',
    z.strictObject({ id: idSchema, binding: bindingSchema.nullable(), claim: idSchema.nullable().default(null) }),
    made,
  ),
  refresh: command(
    'Take what bound inputs say now',
    z.strictObject({ model: idSchema, inputs: z.array(codeSchema).max(most.inputs).optional() }),
    z.strictObject({ changed: z.int() }),
  ),
  saveFormula: command(
    'Add or change a formula; one that cannot be read is kept and told',
    z.strictObject({ model: idSchema, id: idSchema.optional(), patch: formulaPatch }),
    made,
  ),
  removeFormula: command('Remove a formula', z.strictObject({ id: idSchema }), removed),
  saveScenario: command(
    'Add or change a scenario: values that stand for those of the model',
    z.strictObject({
      model: idSchema,
      id: idSchema.optional(),
      name: scenarioSchema.shape.name,
      changes: z.record(z.string().max(130), decimalTextSchema),
      note: scenarioSchema.shape.note.default(''),
    }),
    made,
  ),
  removeScenario: command('Remove a scenario', z.strictObject({ id: idSchema }), removed),
};
