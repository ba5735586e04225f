// The models that ship with Assay, as tests read them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, type Program } from '../../../shared/features/scenarios/compute/compile.ts';
import { evaluate, nodeNamed, resultKey, resultsOf } from '../../../shared/features/scenarios/compute/evaluate.ts';
import { type Changes, type Definition, fixed, noSpans } from '../../../shared/features/scenarios/model.ts';
import { type Template, templateSchema } from '../../../shared/features/scenarios/template.ts';

export function template(key: string): Template {
  return templateSchema.parse(JSON.parse(readFileSync(fileURLToPath(new URL(`../../../resources/models/${key}.json`, import.meta.url)), 'utf8')));
}

/** Every result by its name; null where there is none. */
export function computed(definition: Definition, changes: Changes = {}): Record<string, number | null> {
  const program = compile(definition, changes);
  return Object.fromEntries(resultsOf(program, evaluate(program)).map(({ code, items, value }) => [resultKey(code, items), value]));
}

export function nodeOf(program: Program, key: string): number {
  const node = nodeNamed(program, key);
  if (node === undefined) throw new Error(`${key} has no value`);
  return node;
}

interface Made {
  readonly inputs?: Readonly<Record<string, Partial<Definition['inputs'][number]> & { readonly value?: number }>>;
  readonly formulas?: Readonly<Record<string, string | { readonly expression: string; readonly unit: string }>>;
  readonly indices?: Definition['indices'];
  readonly correlations?: Definition['correlations'];
}

/** A model with only what matters. */
export function model({ inputs = {}, formulas = {}, indices = [], correlations = [] }: Made): Definition {
  return {
    indices,
    correlations,
    inputs: Object.entries(inputs).map(([code, { value, ...rest }]) => ({
      code,
      unit: '',
      by: null,
      points: value === undefined ? [] : [{ at: null, value: String(value) }],
      fill: 'none',
      low: null,
      high: null,
      distribution: fixed,
      spans: noSpans,
      ...rest,
    })),
    formulas: Object.entries(formulas).map(([code, one]) => ({
      code,
      isOutput: true,
      ...(typeof one === 'string' ? { expression: one, unit: '' } : one),
    })),
  };
}

export const years = (first: number, last: number): Definition['indices'][number] => ({ code: 'year', label: '', first, last, items: [] });
