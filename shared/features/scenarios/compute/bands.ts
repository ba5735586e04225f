// How far results reach while texts are ambiguous and sources disagree. Method: every combination of the ends of the open spans and
// of open readings, and points between the ends of each span alone; where they are more than can be tried, each is moved alone, then
// all to the ends that lowered or raised the result.
import type { Program } from './compile.ts';
import { evaluate } from './evaluate.ts';
import type { RangedInput } from './ranges.ts';

export interface Band {
  readonly low: number;
  readonly high: number;
}

const mostCombinations = 4096;
const between = 8;

/** Bands of steps, in their order; undefined where one has no value. The analyst's own ranges are no open questions and do not count. */
export function bandsOf(program: Program, nodes: readonly number[], ranged: readonly RangedInput[]): (Band | undefined)[] {
  const open = ranged.flatMap(({ point, base, spans, readings }) => {
    const told = spans.findLast(({ cause }) => cause !== 'assumption');
    if (told === undefined) return [];
    return [{ point, base, ends: readings.length > 0 ? readings : [told.low, told.high], isSpan: readings.length === 0 }];
  });
  const reached: { low: number; high: number; isBroken: boolean }[] = nodes.map(() => ({ low: Infinity, high: -Infinity, isBroken: false }));
  const look = (instead: ReadonlyMap<number, number>) => {
    const values = evaluate(program, instead);
    for (const [at, node] of nodes.entries()) {
      const value = values[node]!;
      const own = reached[at]!;
      if (!Number.isFinite(value)) own.isBroken = true;
      own.low = Math.min(own.low, value);
      own.high = Math.max(own.high, value);
    }
  };
  look(new Map());
  for (const { point, ends, isSpan } of open) {
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const tried = isSpan ? Array.from({ length: between + 1 }, (_, at) => low + ((high - low) * at) / between) : ends;
    for (const value of tried) look(new Map([[point, value]]));
  }
  const count = open.reduce((product, { ends }) => product * ends.length, 1);
  if (count <= mostCombinations) for (const instead of combinations(open)) look(instead);
  else for (const node of nodes) for (const instead of together(program, node, open)) look(instead);
  return reached.map(({ low, high, isBroken }) => (isBroken || !Number.isFinite(low) ? undefined : { low, high }));
}

interface Open {
  readonly point: number;
  readonly ends: readonly number[];
}

function* combinations(open: readonly Open[]): Generator<ReadonlyMap<number, number>> {
  const count = open.reduce((product, { ends }) => product * ends.length, 1);
  for (let number = 0; number < count; number += 1) {
    let rest = number;
    const instead = new Map<number, number>();
    for (const { point, ends } of open) {
      instead.set(point, ends[rest % ends.length]!);
      rest = Math.floor(rest / ends.length);
    }
    yield instead;
  }
}

/** All inputs at the ends that lowered, and at those that raised, the value of one step when they moved alone. */
function together(program: Program, node: number, open: readonly Open[]): ReadonlyMap<number, number>[] {
  const alone = open.map(({ point, ends }) => ({
    point,
    tried: ends.map((end) => ({ end, value: evaluate(program, new Map([[point, end]]))[node]! })).sort((a, b) => a.value - b.value),
  }));
  return [new Map(alone.map(({ point, tried }) => [point, tried[0]!.end])), new Map(alone.map(({ point, tried }) => [point, tried.at(-1)!.end]))];
}
