// Models and scenarios: written as records, computed when asked.
import { AppError } from '../../../../shared/errors.ts';
import { analyse } from '../../../../shared/features/scenarios/analyse.ts';
import { crossingsOf } from '../../../../shared/features/scenarios/compute/break-even.ts';
import { compile, type Program } from '../../../../shared/features/scenarios/compute/compile.ts';
import { evaluate, nodeNamed } from '../../../../shared/features/scenarios/compute/evaluate.ts';
import { evenly, pointNamed, twoWay } from '../../../../shared/features/scenarios/compute/points.ts';
import type { Analysis, ShownInput } from '../../../../shared/features/scenarios/contract.ts';
import { Problem } from '../../../../shared/features/scenarios/language/problem.ts';
import type { Changes, Definition, ModelInput } from '../../../../shared/features/scenarios/model.ts';
import type { Handlers } from '../../dispatch.ts';
import { type BindingSources, createBindings } from './bindings.ts';
import { createEditing } from './editing.ts';
import { differencesOf, type Figures, templates } from './models.ts';
import type { ScenarioRepository, WholeModel } from './repository.ts';
import { type SimulatingOptions, simulate } from './simulating.ts';

export interface ScenariosOptions extends SimulatingOptions {
  readonly repository: ScenarioRepository;
  /** Supplied by claims, ledger and policy. */
  readonly sources: BindingSources;
  readonly figures: Figures;
  /** Number of the last edit. */
  version(): number;
}

interface Asked {
  readonly model: string;
  readonly scenario: string | null;
  readonly changes: Readonly<Record<string, string>>;
}

export function createScenariosHandlers(options: ScenariosOptions): Handlers<'scenarios'> {
  const { repository, figures, version } = options;
  const bindings = createBindings(options.sources);
  let kept: { readonly version: number; readonly all: readonly WholeModel[] } | undefined;

  function all(): readonly WholeModel[] {
    if (kept?.version !== version()) kept = { version: version(), all: repository.all() };
    return kept.all;
  }

  /** @throws AppError `not-found` */
  function get(id: string): WholeModel {
    const found = all().find(({ model }) => model.id === id);
    if (found === undefined) throw new AppError('not-found', 'scenarios.unknownModel', { id });
    return found;
  }

  function changesOf(whole: WholeModel, { scenario, changes }: Asked): Changes {
    const found = scenario === null ? undefined : whole.scenarios.find(({ id }) => id === scenario);
    if (scenario !== null && found === undefined) throw new AppError('not-found', 'scenarios.unknownScenario', { id: scenario });
    return Object.fromEntries(Object.entries({ ...found?.changes, ...changes }).map(([key, value]) => [key, Number(value)]));
  }

  function compiled(asked: Asked): Program {
    const whole = get(asked.model);
    return compile(definitionOf(whole), changesOf(whole, asked));
  }

  const shownInputs = (whole: WholeModel, changes: Changes): ShownInput[] =>
    whole.inputs.map(({ ground: _ground, ...input }) => {
      const state = bindings.stateOf({ ...input, ground: _ground });
      const value = changes[input.code] ?? (input.points[0] === undefined ? null : Number(input.points[0].value));
      return {
        ...input,
        value,
        state: stateOf(input, value),
        cause: causeOf(input),
        claims: [...state.claims],
        stale: [...state.stale],
        now: state.now === null ? null : { points: [...state.now.points], spans: state.now.spans },
      };
    });

  function compute(asked: Asked & { readonly output?: string | undefined }): Analysis {
    const whole = get(asked.model);
    const changes = changesOf(whole, asked);
    const definition = definitionOf(whole);
    const inputs = shownInputs(whole, changes);
    const stale = new Set(inputs.filter((input) => input.stale.length > 0 && changes[input.code] === undefined).map(({ code }) => code));
    const nowOf = new Map(inputs.map((input) => [input.code, input.now]));
    const now = { ...definition, inputs: definition.inputs.map((input) => ({ ...input, ...(nowOf.get(input.code) ?? {}) })) };
    const analysed = analyse({ definition, changes, output: asked.output ?? whole.model.target?.output, now: { definition: now, stale } });
    return {
      model: whole.model.id,
      inputs,
      ...analysed,
      unbound: inputs.filter(({ state }) => state === 'unbound').map(({ code }) => code),
      missing: inputs.filter(({ state }) => state === 'missing').map(({ code }) => code),
    };
  }

  const isStale = (whole: WholeModel) => whole.inputs.some((input) => bindings.stateOf(input).stale.length > 0);

  const stepsNamed = (program: Program, key: string): number => {
    const node = nodeNamed(program, key);
    if (node === undefined) throw new AppError('not-found', 'scenarios.noResult', { key });
    return node;
  };

  const pointOf = (program: Program, key: string): number => {
    const point = pointNamed(program, key);
    if (point === undefined) throw new AppError('not-found', 'scenarios.noInputNamed', { key });
    return point;
  };

  return {
    list: () => ({
      models: all().map((whole) => ({
        ...whole.model,
        inputs: whole.inputs.length,
        formulas: whole.formulas.length,
        scenarios: [...whole.scenarios],
        stale: isStale(whole),
      })),
    }),
    get({ model }) {
      const { model: own, formulas, scenarios } = get(model);
      return { model: own, formulas: [...formulas], scenarios: [...scenarios] };
    },
    compute,
    async simulate({ seed, runs, outputs, threshold, workers, job, ...asked }) {
      const whole = get(asked.model);
      const run = { seed: seed ?? whole.model.seed, runs: runs ?? whole.model.runs, edit: version() };
      const request = { definition: definitionOf(whole), changes: changesOf(whole, asked), outputs, threshold, seed: run.seed, runs: run.runs };
      try {
        return { ...run, outputs: await simulate(request, { name: whole.model.name, job, workers }, options), problem: null };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return { ...run, outputs: [], problem: { words: error.words, at: error.at } };
      }
    },
    table({ output, rows, columns, ...asked }) {
      const program = compiled(asked);
      const along = ({ input, low, high, count }: typeof rows) => ({ point: pointOf(program, input), values: evenly(low, high, count) });
      const [down, across] = [along(rows), along(columns)];
      return { rows: down.values, columns: across.values, cells: twoWay(program, stepsNamed(program, output), down, across) };
    },
    line({ outputs, along, target, ...asked }) {
      const program = compiled(asked);
      const point = pointOf(program, along.input);
      const at = evenly(along.low, along.high, along.count);
      const nodes = outputs.map((key) => stepsNamed(program, key));
      const rows = at.map((value) => evaluate(program, new Map([[point, value]])));
      const lines = outputs.map((key, one) => ({
        key,
        values: rows.map((values) => (Number.isFinite(values[nodes[one]!]!) ? values[nodes[one]!]! : null)),
        crossings: crossingsOf(program, { node: nodes[one]!, point, target, low: along.low, high: along.high }),
      }));
      return { at, lines };
    },
    compareModels: ({ a, b }) => differencesOf(get(a), get(b)),
    templates: () => ({
      templates: templates().map(({ key, name, note, inputs, formulas }) => ({ key, name, note, inputs: inputs.length, formulas: formulas.length })),
    }),
    ...createEditing({ all, get, bindings, figures }),
  };
}

function definitionOf({ model, inputs, formulas }: WholeModel): Definition {
  return { indices: model.indices, correlations: model.correlations, inputs, formulas };
}

function stateOf(
  { binding, basis, distribution }: Pick<ModelInput, 'binding' | 'basis' | 'distribution'>,
  value: number | null,
): ShownInput['state'] {
  if (distribution.kind === 'event') return 'event';
  if (value === null) return 'missing';
  return binding !== null ? 'bound' : basis.trim() !== '' ? 'assumed' : 'unbound';
}

function causeOf({ spans, low, high, distribution }: Pick<ModelInput, 'spans' | 'low' | 'high' | 'distribution'>): ShownInput['cause'] {
  if (spans.sources !== null) return 'sources';
  if (spans.text !== null || distribution.kind === 'readings') return 'text';
  return low !== null || high !== null ? 'assumption' : null;
}
