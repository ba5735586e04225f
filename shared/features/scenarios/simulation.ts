// A whole run of a model: which outputs are simulated, how much work it is, and what is told of each. The trials themselves may be
// computed by anyone (compute/simulate.ts).
import { AppError } from '../../errors.ts';
import { compile, type Program } from './compute/compile.ts';
import { resultKey } from './compute/evaluate.ts';
import { prepare, type Simulation } from './compute/simulate.ts';
import { statisticsOf } from './compute/statistics.ts';
import type { Simulated } from './contract.ts';
import type { Changes, Definition } from './model.ts';

export interface SimulationRequest {
  readonly definition: Definition;
  readonly changes: Changes;
  /** Codes of formulas; undefined: all outputs. */
  readonly outputs: readonly string[] | undefined;
  readonly seed: number;
  readonly runs: number;
  readonly threshold: number;
}

export interface Planned {
  readonly program: Program;
  readonly keys: readonly { readonly key: string; readonly code: string; readonly items: readonly string[] }[];
  readonly simulation: Simulation;
  /** Steps times trials, about. */
  readonly work: number;
}

/** Values that are held at once: 8 bytes each. */
const mostValues = 50_000_000;

/** @throws AppError `limit`; Problem where a distribution cannot be one. */
export function plan({ definition, changes, outputs, seed, runs }: SimulationRequest): Planned {
  const program = compile(definition, changes);
  const cells = program.variables
    .filter(({ code, isOutput }) => (outputs === undefined ? isOutput : outputs.includes(code)))
    .flatMap(({ code, cells: own }) =>
      own.flatMap(({ items, node }) => (node === undefined ? [] : [{ key: resultKey(code, items), code, items, node }])),
    );
  if (cells.length * runs > mostValues) throw new AppError('limit', 'scenarios.tooManyValues', { outputs: cells.length, runs, most: mostValues });
  const simulation = prepare({ program, correlations: definition.correlations, outputs: cells.map(({ node }) => node), seed });
  return { program, keys: cells, simulation, work: simulation.steps * runs };
}

/** What is told of each output. The arrays are put into another order. */
export function told({ keys }: Pick<Planned, 'keys'>, values: readonly Float64Array[], threshold: number): Simulated[] {
  return keys.flatMap(({ key, code, items }, at) => {
    const statistics = statisticsOf(values[at]!, threshold);
    if (statistics === undefined) return [];
    return [{ key, code, items: [...items], ...statistics, bins: { ...statistics.bins, counts: [...statistics.bins.counts] } }];
  });
}
