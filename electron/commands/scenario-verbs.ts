// Verbs on models and their scenarios.
import type { Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { ListedModel } from '../../shared/features/scenarios/contract.ts';
import { allInWords } from '../../shared/in-words.ts';
import { UsageError } from './parse.ts';
import type { CommandSession } from './session.ts';
import { answer, needed, type Verb } from './verb.ts';
import { words } from './words.ts';

type Analysis = Output<'scenarios.compute'>;
type Run = Output<'scenarios.simulate'>;

export const scenarioVerbs: Readonly<Record<string, Verb>> = {
  async scenarios({ app }) {
    const { models } = await app.ask('scenarios.list', {});
    const listed = models.flatMap(({ id, name, stale, scenarios }) => [
      { id, name, model: name, stale },
      ...scenarios.map((one) => ({ id: one.id, name: one.name, model: name, stale })),
    ]);
    return answer(listed, (list) =>
      list.map((one) => `${one.name === one.model ? '' : `${one.model}: `}${one.name}${one.stale ? '  stale' : ''}`).join('\n'),
    );
  },
  async scenario({ app }, [name], { options }) {
    const { model, scenario } = await named(app, needed(name, 'Which model or scenario? “assay scenarios FILE” lists them.'));
    const asked = { model: model.id, scenario, changes: Object.fromEntries((options.set ?? []).map((text) => change(text, model))) };
    const analysis = await app.ask('scenarios.compute', asked);
    const run = await simulated(app, asked, options);
    return answer(allInWords(told(analysis, run), words), say);
  },
  async templates({ app }) {
    return answer((await app.ask('scenarios.templates', {})).templates, (list) => list.map((one) => `${one.key}  ${one.name}`).join('\n'));
  },
  async 'take-model'({ app }, [key]) {
    const taken = await app.ask('scenarios.take', { key: needed(key, 'Which one? “assay templates FILE” lists them.') });
    return answer(taken, ({ id, bound }) => `${id}  ${bound} inputs bound`);
  },
};

/** A model by its name or id, or one of its scenarios by name, id, or “model: scenario”. @throws AppError `not-found` */
async function named(app: CommandSession['app'], name: string): Promise<{ readonly model: ListedModel; readonly scenario: string | null }> {
  const { models } = await app.ask('scenarios.list', {});
  const same = (one: string) => one.toLowerCase() === name.trim().toLowerCase();
  const model = models.findLast((one) => one.id === name || same(one.name));
  if (model !== undefined) return { model, scenario: null };
  for (const one of models.toReversed()) {
    const scenario = one.scenarios.find((own) => own.id === name || same(own.name) || same(`${one.name}: ${own.name}`));
    if (scenario !== undefined) return { model: one, scenario: scenario.id };
  }
  throw new AppError('not-found', 'scenarios.noneNamed', { name });
}

/** `FX=90`, `points.SKD=300`; an item may be written in other letters or without its underscores. */
function change(text: string, { indices }: ListedModel): [string, string] {
  const [, key = '', value = ''] = /^\s*([^=]+?)\s*=\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  if (key === '') throw new UsageError('--set takes CODE=NUMBER or CODE.ITEM=NUMBER, such as --set FX=90 --set points.SKD=300.');
  const [code = '', item] = key.split(/\.(.*)/s);
  if (item === undefined) return [key, value];
  const plain = (one: string) => one.toLowerCase().replaceAll(/[\s_-]/g, '');
  const items = indices.flatMap((index) => index.items);
  const found =
    items.find((one) => one === item) ?? items.find((one) => plain(one) === plain(item)) ?? items.find((one) => plain(one).startsWith(plain(item)));
  return [`${code}.${found ?? item}`, value];
}

async function simulated(
  app: CommandSession['app'],
  asked: { readonly model: string; readonly scenario: string | null; readonly changes: Readonly<Record<string, string>> },
  { runs, seed, workers }: { readonly runs?: string | undefined; readonly seed?: string | undefined; readonly workers?: string | undefined },
): Promise<Run | undefined> {
  if (runs === undefined && seed === undefined) return undefined;
  for (const [option, text] of Object.entries({ runs, seed, workers }))
    if (text !== undefined && !/^\d+$/.test(text)) throw new UsageError(`--${option} takes a whole number.`);
  return app.ask('scenarios.simulate', {
    ...asked,
    ...(runs === undefined ? {} : { runs: Number(runs) }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(workers === undefined ? {} : { workers: Number(workers) }),
  });
}

/** The fixed fields of the command line: inputs, results, bands, percentiles, tornado, stale. */
function told({ inputs, results, bands, tornado, problems, unbound, missing }: Analysis, run: Run | undefined) {
  return {
    inputs: inputs.map(toldInput),
    results: Object.fromEntries(results.map(({ key, value }) => [key, value])),
    problems: [...problems, ...results.flatMap(({ key, problem }) => (problem === null ? [] : [{ of: key, ...problem }]))],
    bands: Object.fromEntries(bands.map(({ key, low, high }) => [key, { low, high }])),
    percentiles: run === undefined ? null : Object.fromEntries(run.outputs.map(({ key, code: _code, items: _items, ...one }) => [key, one])),
    simulation: run === undefined ? null : { seed: run.seed, runs: run.runs, edit: run.edit, problem: run.problem },
    tornado: tornado === null ? [] : tornado.bars,
    of: tornado === null ? null : tornado.output,
    stale: results.filter((one) => one.stale).map(({ key, value, now }) => ({ result: key, was: value, now })),
    unbound,
    missing,
  };
}

/** `low` and `high` are how far it reaches, the value itself where it reaches nowhere. */
function toldInput({
  code,
  label,
  unit,
  points,
  value,
  low,
  high,
  binding,
  claims,
  stale,
  state,
  basis,
  spans,
  now,
  distribution,
}: Analysis['inputs'][number]) {
  const ends = [spans.text?.low, spans.text?.high, spans.sources?.low, spans.sources?.high, low, high, ...distribution.values].flatMap((end) =>
    end == null ? [] : [Number(end)],
  );
  const reach = value === null ? ends : [...ends, value];
  const isPath = points.length > 1 || points.some(({ at }) => at !== null);
  return {
    code,
    label,
    unit,
    value,
    low: reach.length === 0 ? null : Math.min(...reach),
    high: reach.length === 0 ? null : Math.max(...reach),
    points: isPath ? Object.fromEntries(points.map(({ at, value: own }) => [at, Number(own)])) : null,
    binding: binding?.kind ?? (state === 'assumed' ? 'assumption' : null),
    claim: claims[0] ?? null,
    claims,
    basis,
    stale: stale.length > 0,
    because: stale,
    now: now === null ? null : now.points,
  };
}

function say({
  results,
  stale,
}: {
  readonly results: Readonly<Record<string, number | null>>;
  readonly stale: readonly { readonly result: string }[];
}): string {
  const old = new Set(stale.map(({ result }) => result));
  return Object.entries(results)
    .map(([key, value]) => `${key}  ${value ?? '–'}${old.has(key) ? '  stale' : ''}`)
    .join('\n');
}
