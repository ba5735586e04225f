// All that is told of a model at once: results, how far they reach, what moves one of them, and which rest on what changed.

import { bandsOf } from './compute/bands.ts';
import { compile, type Program } from './compute/compile.ts';
import { evaluate, nodesByKey, resultKey, resultsOf } from './compute/evaluate.ts';
import { op } from './compute/graph.ts';
import { rangedInputs } from './compute/ranges.ts';
import { tornadoOf } from './compute/tornado.ts';
import type { Analysis } from './contract.ts';
import { namesIn, readExpression } from './language/read.ts';
import type { Changes, Definition } from './model.ts';

export interface AnalysisInput {
  readonly definition: Definition;
  readonly changes: Changes;
  /** Of the tornado; without it the first output with a value. */
  readonly output: string | undefined;
  /** The model with what bound inputs say now, and the codes of those that changed. */
  readonly now: { readonly definition: Definition; readonly stale: ReadonlySet<string> };
}

export type Analysed = Pick<Analysis, 'variables' | 'results' | 'bands' | 'tornado' | 'problems'>;

/** More results than these are computed, but only outputs have bands. */
const mostBands = 2000;

export function analyse({ definition, changes, output, now }: AnalysisInput): Analysed {
  const program = compile(definition, changes);
  const values = evaluate(program);
  const changed = now.stale.size === 0 ? program : compile(now.definition, changes);
  const later = now.stale.size === 0 ? values : evaluate(changed);
  const resting = restingOn(program, now.stale);
  const nodes = nodesByKey(program);
  const laterNodes = changed === program ? nodes : nodesByKey(changed);
  const results = resultsOf(program, values).map(({ code, items, value, problem }) => {
    const key = resultKey(code, items);
    const node = nodes.get(key);
    const stale = node !== undefined && resting[node] === 1;
    const laterNode = stale ? laterNodes.get(key) : undefined;
    const next = laterNode === undefined ? null : later[laterNode]!;
    return { key, code, items: [...items], value, problem, stale, now: next !== null && Number.isFinite(next) ? next : null };
  });
  const ranged = rangedInputs(definition.inputs, program, changes);
  const outputs = new Set(definition.formulas.filter(({ isOutput }) => isOutput).map(({ code }) => code));
  const banded = results.filter(({ value, code }) => value !== null && (results.length <= mostBands || outputs.has(code)));
  const bands = bandsOf(
    program,
    banded.map(({ key }) => nodes.get(key)!),
    ranged,
  );
  return {
    variables: program.variables.map(({ code, over, problem }) => ({
      code,
      over: [...over],
      uses: usesOf(definition, code),
      problem: problem === undefined ? null : { words: problem.words, at: problem.at },
    })),
    results,
    bands: banded.flatMap(({ key }, at) => (bands[at] === undefined || bands[at].low === bands[at].high ? [] : [{ key, ...bands[at] }])),
    tornado: tornadoFor(program, values, output ?? results.find(({ value, code }) => value !== null && outputs.has(code))?.key, ranged),
    problems: program.problems.map(({ words, at }) => ({ words, at })),
  };
}

function tornadoFor(
  program: Program,
  values: Float64Array,
  output: string | undefined,
  ranged: Parameters<typeof tornadoOf>[2],
): Analysed['tornado'] {
  const node = output === undefined ? undefined : nodesByKey(program).get(output);
  if (output === undefined || node === undefined || !Number.isFinite(values[node]!)) return null;
  const bars = tornadoOf(program, node, ranged).map((bar) => ({ ...bar, parts: [...bar.parts] }));
  return { output, base: values[node]!, bars };
}

/** Marks the steps that rest on a point of some inputs. */
function restingOn({ graph, points }: Program, codes: ReadonlySet<string>): Uint8Array {
  const resting = new Uint8Array(graph.ops.length);
  if (codes.size === 0) return resting;
  for (let node = 0; node < graph.ops.length; node += 1) {
    const own = graph.ops[node] === op.input && codes.has(points[graph.value[node]!]!.code);
    const below = [graph.a[node]!, graph.b[node]!, graph.c[node]!].some((operand) => operand >= 0 && resting[operand] === 1);
    resting[node] = own || below ? 1 : 0;
  }
  return resting;
}

/** Inputs and formulas that a formula names. */
function usesOf({ inputs, formulas }: Definition, code: string): string[] {
  const known = new Set([...inputs, ...formulas].map((one) => one.code));
  try {
    return [...namesIn(readExpression(formulas.find((one) => one.code === code)!.expression))].filter((name) => known.has(name));
  } catch {
    return [];
  }
}
