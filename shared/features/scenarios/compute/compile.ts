// From a model to the steps that compute it. Each value of a formula at its place (a cell) is compiled once, in an order that
// follows what it needs, by a stack of our own: a long chain of years is no deep recursion. What cannot be compiled is a problem
// of its cell and of those that rest on it; all others are computed.
import type { Tree } from '../../../formula/tree.ts';
import { message, Problem } from '../language/problem.ts';
import { readExpression } from '../language/read.ts';
import type { Changes, DefinedInput, Definition } from '../model.ts';
import { compileExpression, NeedCell } from './expression.ts';
import { createBuilder, type Graph, TooLargeError } from './graph.ts';
import { type Indices, openIndex, type Places, type Reach, reachOfAll } from './indices.ts';
import { createInputs, type InputPoint } from './inputs.ts';
import { createSlots, type Slot } from './slots.ts';
import { checkUnits } from './unit-check.ts';

export interface Cell {
  /** Items of the indices that the formula reaches over, in their order: `[]`, `['2030']`, `['SKD', '2030']`. */
  readonly items: readonly string[];
  readonly node: number | undefined;
  readonly problem: Problem | undefined;
}

export interface Variable {
  readonly code: string;
  readonly unit: string;
  readonly isOutput: boolean;
  readonly over: readonly string[];
  readonly cells: readonly Cell[];
  /** What is wrong with the formula as a whole. */
  readonly problem: Problem | undefined;
}

export interface Program {
  readonly graph: Graph;
  readonly indices: Indices;
  /** Points of inputs, by the number in their step. */
  readonly points: readonly InputPoint[];
  /** Draws of a trial in their order. */
  readonly slots: readonly Slot[];
  readonly variables: readonly Variable[];
  /** Codes by the owner numbers of the graph. */
  readonly owners: readonly string[];
  /** Of the model as a whole. */
  readonly problems: readonly Problem[];
}

const mostCells = 100_000;

export function compile(definition: Definition, changes: Changes = {}): Program {
  const problems: Problem[] = [];
  const indices = indicesOf(definition, problems);
  const builder = createBuilder();
  const { trees, faults } = readAll(definition, indices);
  const slots = createSlots(definition, indices, changes);
  const inputs = createInputs({ definition, changes, indices, builder, slots });
  problems.push(...inputs.problems);
  const reach = reachOfAll(trees, new Map(definition.inputs.map((input) => [input.code, reachOfInput(input)])), indices);
  for (const [code, problem] of checkUnits(definition, trees)) faults.set(code, problem);
  const owners = definition.formulas.map(({ code }) => code);
  const kept = new Map<string, number | Problem>();
  const orderedReach = (code: string) => [...(reach.get(code) ?? [])];

  const keyOf = (code: string, places: Places) => [code, ...orderedReach(code).map((index) => places.get(index) ?? -1)].join('|');

  function valueOfName(name: string, places: Places, at: number): number {
    const input = inputs.find(name);
    if (input !== undefined) return inputs.node(input, places, at);
    if (!trees.has(name) && !faults.has(name)) throw new Problem(message('scenarios:problem.unknownName', { name }), at);
    for (const index of orderedReach(name)) if (!places.has(index)) throw new Problem(message('scenarios:problem.noPlace', { name, index }), at);
    const value = kept.get(keyOf(name, places));
    if (value === undefined) throw new NeedCell(name, new Map(orderedReach(name).map((index) => [index, places.get(index)!])));
    if (value instanceof Problem) throw new Problem(message('scenarios:problem.restsOn', { code: name }), at);
    return value;
  }

  const context = { builder, indices, inputs, valueOfName, reachOfName: (name: string): Reach => reach.get(name) ?? new Set() };

  function compileCell(code: string, places: Places): void {
    const stack = [{ code, places }];
    const waiting = new Set([keyOf(code, places)]);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const key = keyOf(top.code, top.places);
      const done = (value: number | Problem) => {
        kept.set(key, value);
        waiting.delete(key);
        stack.pop();
      };
      const fault = faults.get(top.code);
      if (fault !== undefined) {
        done(fault);
        continue;
      }
      builder.own(owners.indexOf(top.code));
      try {
        const value = compileExpression(trees.get(top.code)!, top.places, context);
        if (typeof value === 'string') throw new Problem(message('scenarios:problem.isText'), 0);
        done(value);
      } catch (error) {
        if (error instanceof Problem) done(error);
        else if (!(error instanceof NeedCell)) throw error;
        else if (waiting.has(keyOf(error.code, error.places)))
          done(
            circle(
              stack.map((one) => one.code),
              error.code,
            ),
          );
        else {
          stack.push({ code: error.code, places: error.places });
          waiting.add(keyOf(error.code, error.places));
        }
      }
      if (kept.size > mostCells) throw new TooLargeError();
    }
  }

  function variableOf({ code, unit, isOutput }: Definition['formulas'][number]): Variable {
    const over = orderedReach(code);
    const cells = placesOver(over, indices).map((places): Cell => {
      const key = keyOf(code, places);
      if (!kept.has(key)) compileCell(code, places);
      const value = kept.get(key)!;
      const items = over.map((index) => indices.get(index)!.items[places.get(index)!]!);
      return value instanceof Problem ? { items, node: undefined, problem: value } : { items, node: value, problem: undefined };
    });
    return { code, unit, isOutput, over, cells, problem: faults.get(code) };
  }

  const variables: Variable[] = [];
  try {
    for (const formula of definition.formulas) variables.push(variableOf(formula));
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error;
    problems.push(new Problem(message('scenarios:problem.tooLarge', { most: mostCells })));
  }
  return { graph: builder.graph, indices, points: inputs.points, slots: slots.all, variables, owners, problems };
}

/** Places of every item of some indices, the last index running fastest. */
export function placesOver(codes: readonly string[], indices: Indices): Places[] {
  const count = codes.reduce((product, code) => product * indices.get(code)!.items.length, 1);
  if (count > mostCells) throw new TooLargeError();
  return codes.reduce<Places[]>(
    (all, code) => all.flatMap((places) => indices.get(code)!.items.map((_, at) => new Map([...places, [code, at]]))),
    [new Map()],
  );
}

function indicesOf(definition: Definition, problems: Problem[]): Indices {
  const opened = definition.indices.flatMap((index) => {
    const one = openIndex(index);
    if (one === undefined) problems.push(new Problem(message('scenarios:problem.index', { index: index.code })));
    return one ?? [];
  });
  return new Map(opened.map((index) => [index.code, index]));
}

function readAll({ formulas, inputs }: Definition, indices: Indices) {
  const trees = new Map<string, Tree>();
  const faults = new Map<string, Problem>();
  const taken = new Set([...inputs.map(({ code }) => code), ...indices.keys()]);
  for (const { code, expression } of formulas) {
    try {
      if (taken.has(code) || trees.has(code)) throw new Problem(message('scenarios:problem.nameTwice', { name: code }));
      trees.set(code, readExpression(expression));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.set(code, error);
    }
  }
  return { trees, faults };
}

function reachOfInput({ by }: DefinedInput): Reach {
  return new Set(by === null ? [] : [by]);
}

function circle(stack: readonly string[], code: string): Problem {
  const names = [...new Set([...stack.slice(stack.lastIndexOf(code) < 0 ? 0 : stack.indexOf(code)), code])];
  return new Problem(message('scenarios:problem.circle', { names: names.join(' → ') }), 0);
}
