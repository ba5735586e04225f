// Many trials of a model at once: what varies is computed in blocks of trials over typed arrays, what does not is computed once. A
// trial's numbers follow from the seed and its number, so any part of a run can be computed anywhere, with the same bits.
import type { Correlation } from '../model.ts';
import type { Program } from './compile.ts';
import { factorOf } from './correlate.ts';
import { evaluate, type Instead } from './evaluate.ts';
import { arityOf, op } from './graph.ts';
import { drawInto, normalQuantile, normalShare } from './random.ts';
import { type Sampler, samplerOf } from './sample.ts';
import { stepOf } from './step.ts';

const blockSize = 512;

export interface SimulationInput {
  readonly program: Program;
  readonly correlations: readonly Correlation[];
  /** Steps whose values are wanted. */
  readonly outputs: readonly number[];
  readonly seed: number;
  readonly instead?: Instead;
}

export interface Simulation {
  /** How many steps each trial takes. */
  readonly steps: number;
  /** Computes trials `from` to `to` (exclusive) and writes the values of each output at the place of the trial, less `from`. */
  run(from: number, to: number, into: readonly Float64Array[]): void;
}

/** @throws Problem where a distribution or a correlation cannot be one. */
export function prepare({ program, correlations, outputs, seed, instead = new Map() }: SimulationInput): Simulation {
  const { graph, slots, points } = program;
  const drawn = new Map<number, number>();
  for (const [slot, one] of slots.entries()) {
    if (one.kind !== 'input' || one.isFixed) continue;
    const point = points.findIndex(({ code }) => code === one.input.code);
    if (point >= 0 && !instead.has(point)) drawn.set(point, slot);
  }
  const { needed, varies } = marked(program, outputs, drawn);
  const still = evaluate(program, instead);
  const draws = usedDraws(program, needed, drawn);
  const blocks = draws.map(() => new Float64Array(blockSize));
  const blockOfSlot = new Map(draws.map(({ slot }, at) => [slot, blocks[at]!]));
  const prepareDraws = drawer(program, correlations, blockOfSlot, drawn);
  const sources = (node: number): Float64Array | number => {
    if (!varies[node]) return still[node]!;
    if (graph.ops[node] === op.draw) return blockOfSlot.get(graph.value[node]!)!;
    if (graph.ops[node] === op.input) return blockOfSlot.get(drawn.get(graph.value[node]!)!)!;
    return registers.get(node)!;
  };
  const registers = new Map<number, Float64Array>();
  const steps: ((count: number) => void)[] = [];
  const free: Float64Array[] = [];
  const lastUse = lastUses(program, needed, outputs);
  const expiring = Map.groupBy([...lastUse.keys()], (node) => lastUse.get(node)!);
  for (let node = 0; node < graph.ops.length; node += 1) {
    const code = graph.ops[node]!;
    if (needed[node] && varies[node] && arityOf[code]! > 0) {
      const into = free.pop() ?? new Float64Array(blockSize);
      const [a, b, c] = [graph.a[node]!, graph.b[node]!, graph.c[node]!].map((one) => (one < 0 ? 0 : sources(one)));
      steps.push(stepOf(code, into, a!, b!, c!));
      registers.set(node, into);
    }
    for (const gone of expiring.get(node) ?? []) {
      const register = registers.get(gone);
      if (register !== undefined) free.push(register);
    }
  }
  const results = outputs.map(sources);
  const stride = slots.length;

  return {
    steps: steps.length + draws.length + results.length,
    run(from, to, into) {
      for (let start = from; start < to; start += blockSize) {
        const count = Math.min(blockSize, to - start);
        for (const [at, { slot }] of draws.entries()) drawInto(blocks[at]!, { seed, first: start * stride + slot, stride, count });
        prepareDraws(count);
        for (const step of steps) step(count);
        for (const [at, result] of results.entries()) {
          if (typeof result === 'number') into[at]!.fill(result, start - from, start - from + count);
          else into[at]!.set(count === blockSize ? result : result.subarray(0, count), start - from);
        }
      }
    },
  };
}

/** Which steps the outputs need, and which of them differ from trial to trial. */
function marked({ graph }: Program, outputs: readonly number[], drawn: ReadonlyMap<number, number>) {
  const needed = new Uint8Array(graph.ops.length);
  for (const output of outputs) needed[output] = 1;
  for (let node = graph.ops.length - 1; node >= 0; node -= 1)
    if (needed[node]) for (const operand of [graph.a[node]!, graph.b[node]!, graph.c[node]!]) if (operand >= 0) needed[operand] = 1;
  const varies = new Uint8Array(graph.ops.length);
  for (let node = 0; node < graph.ops.length; node += 1) {
    const code = graph.ops[node];
    const own = code === op.draw || (code === op.input && drawn.has(graph.value[node]!));
    const below = [graph.a[node]!, graph.b[node]!, graph.c[node]!].some((operand) => operand >= 0 && varies[operand] === 1);
    varies[node] = own || below ? 1 : 0;
  }
  return { needed, varies };
}

function usedDraws({ graph, slots }: Program, needed: Uint8Array, drawn: ReadonlyMap<number, number>): { readonly slot: number }[] {
  const used = new Set<number>();
  for (let node = 0; node < graph.ops.length; node += 1) {
    if (!needed[node]) continue;
    if (graph.ops[node] === op.draw) used.add(graph.value[node]!);
    else if (graph.ops[node] === op.input && drawn.has(graph.value[node]!)) used.add(drawn.get(graph.value[node]!)!);
  }
  return [...slots.keys()].filter((slot) => used.has(slot)).map((slot) => ({ slot }));
}

/** The step after which the value of a step is read no more; outputs are kept to the end. */
function lastUses({ graph }: Program, needed: Uint8Array, outputs: readonly number[]): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  for (let node = 0; node < graph.ops.length; node += 1)
    if (needed[node]) for (const operand of [graph.a[node]!, graph.b[node]!, graph.c[node]!]) if (operand >= 0) last.set(operand, node);
  for (const output of outputs) last.delete(output);
  return last;
}

/** Turns draws into values of inputs, those that go together first. */
function drawer(
  { slots }: Program,
  correlations: readonly Correlation[],
  blockOfSlot: ReadonlyMap<number, Float64Array>,
  drawn: ReadonlyMap<number, number>,
): (count: number) => void {
  const taken = new Set(drawn.values());
  const used = [...slots.entries()].flatMap(([slot, one]) => {
    const block = blockOfSlot.get(slot);
    return one.kind === 'input' && taken.has(slot) && block !== undefined ? [{ code: one.input.code, block, sampler: samplerOf(one.input) }] : [];
  });
  const correlated = factorOf(correlations, new Set(used.map(({ code }) => code)));
  const together = correlated.codes.map((code) => used.find((one) => one.code === code)!.block);
  const samplers: readonly { readonly block: Float64Array; readonly sampler: Sampler }[] = used;
  return (count) => {
    if (together.length > 0) correlateBlocks(together, correlated.factor, count);
    for (const { block, sampler } of samplers) sampler(block, count);
  };
}

function correlateBlocks(blocks: readonly Float64Array[], factor: readonly (readonly number[])[], count: number): void {
  const scores = new Float64Array(blocks.length);
  for (let at = 0; at < count; at += 1) {
    for (const [row, block] of blocks.entries()) scores[row] = normalQuantile(block[at]!);
    for (const [row, weights] of factor.entries()) {
      let z = 0;
      for (let column = 0; column <= row; column += 1) z += weights[column]! * scores[column]!;
      blocks[row]![at] = normalShare(z);
    }
  }
}
