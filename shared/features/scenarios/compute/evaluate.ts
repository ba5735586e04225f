// A model at one value of each input.
import type { Message } from '../../../message.ts';
import { message } from '../language/problem.ts';
import type { Program } from './compile.ts';
import { arityOf, compute, op } from './graph.ts';

/** Values of points in place of their own, by number. */
export type Instead = ReadonlyMap<number, number>;

/** The value of every step. An event has not happened: its draw is 1, which no hazard exceeds. */
export function evaluate({ graph, points }: Program, instead: Instead = new Map()): Float64Array {
  const { ops, a, b, c, value } = graph;
  const values = new Float64Array(ops.length);
  for (let node = 0; node < ops.length; node += 1) {
    const code = ops[node]!;
    if (code === op.constant) values[node] = value[node]!;
    else if (code === op.input) values[node] = instead.get(value[node]!) ?? points[value[node]!]!.value;
    else if (code === op.draw) values[node] = 1;
    else values[node] = compute(code, values[a[node]!]!, b[node]! < 0 ? 0 : values[b[node]!]!, c[node]! < 0 ? 0 : values[c[node]!]!);
  }
  return values;
}

export interface Result {
  readonly code: string;
  readonly items: readonly string[];
  /** null where there is none; `problem` says why. */
  readonly value: number | null;
  readonly problem: { readonly words: Message; readonly at: number | null } | null;
}

export function resultsOf(program: Program, values: Float64Array): Result[] {
  return program.variables.flatMap(({ code, cells }) =>
    cells.map(({ items, node, problem }): Result => {
      if (node === undefined) return { code, items, value: null, problem: { words: problem!.words, at: problem!.at } };
      const value = values[node]!;
      if (Number.isFinite(value)) return { code, items, value, problem: null };
      return { code, items, value: null, problem: { words: whyNot(program, values, node), at: null } };
    }),
  );
}

/** The step where numbers ended, told by what it did and whose formula it is. */
function whyNot({ graph, owners }: Program, values: Float64Array, node: number): Message {
  let at = node;
  for (;;) {
    const operands = [graph.a[at]!, graph.b[at]!, graph.c[at]!].slice(0, arityOf[graph.ops[at]!]);
    const next = operands.find((one) => !Number.isFinite(values[one]!));
    if (next === undefined) break;
    at = next;
  }
  const code = owners[graph.owner[at]!] ?? owners[graph.owner[node]!] ?? '';
  switch (graph.ops[at]) {
    case op.divide:
      return message('scenarios:problem.dividesByZero', { code });
    case op.constant:
      return message('scenarios:problem.never', { code });
    default:
      return message('scenarios:problem.noNumber', { code });
  }
}

/** `NPV.SKD`: how a result is named. */
export function resultKey(code: string, items: readonly string[]): string {
  return [code, ...items].join('.');
}

/** Steps of results by their names; those without a step are left out. */
export function nodesByKey({ variables }: Program): ReadonlyMap<string, number> {
  return new Map(
    variables.flatMap(({ code, cells }) => cells.flatMap(({ items, node }) => (node === undefined ? [] : [[resultKey(code, items), node] as const]))),
  );
}

/** The step of a result by its name; undefined where there is none, or no value. */
export function nodeNamed(program: Program, key: string): number | undefined {
  return nodesByKey(program).get(key);
}
