import { formulaSchema, inputSchema, modelSchema, scenarioSchema } from '../features/scenarios/model.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const modelRecord = defineRecord({
  table: 'model',
  schema: modelSchema,
  groups: { simulation: ['seed', 'runs'] },
  keys: [keyOf(['name'])],
  both: ['note'],
});

/** Each input and each formula is a record, so that the work of two people on two of them never collides. */
export const modelInputRecord = defineRecord({
  table: 'model_input',
  schema: inputSchema,
  groups: { value: ['unit', 'by', 'points', 'fill', 'binding', 'claim', 'ground', 'spans', 'basis'], range: ['low', 'high', 'distribution'] },
  refs: { model: refersTo('model'), claim: refersTo('claim', 'one', { isLoose: true }), ground: refersTo('claim', 'keys', { isLoose: true }) },
  keys: [keyOf(['model', 'code'])],
  both: ['note'],
  renumbered: ['position'],
});

export const modelFormulaRecord = defineRecord({
  table: 'model_formula',
  schema: formulaSchema,
  groups: { expression: ['expression', 'unit'] },
  refs: { model: refersTo('model') },
  keys: [keyOf(['model', 'code'])],
  both: ['note'],
  renumbered: ['position'],
});

export const scenarioRecord = defineRecord({
  table: 'scenario',
  schema: scenarioSchema,
  refs: { model: refersTo('model') },
  keys: [keyOf(['model', 'name'])],
  both: ['note'],
});
