// What a workbook answers to the queries of the contract, each with inputs that its own records suggest.
import type { App } from '../../electron/core/app.ts';
import { findCall, type Method } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';
import { claimKinds } from '../../shared/features/claims/model.ts';
import type { Address } from '../../shared/rpc.ts';

export interface Asked {
  readonly method: Method;
  readonly input: unknown;
}

type Loose = Record<string, unknown>;

/** Words that the scripts of the tests write, take away and write again. */
const searched = ['share', 'cars', 'agency', 'exports', 'stopped', 'amended', 'note', 'autostat', 'rose 2024'];

/** Everything that a state of a workbook answers the same whenever it is asked: no time, no lists of the log. */
export async function stateQueries(app: App, address: Address = {}): Promise<Asked[]> {
  const look = async (method: Method, input: unknown) => ((await app.call(method, input, address)) as { value?: Loose }).value ?? {};
  const [sources, claims, observations, series, groups, actors] = [
    idsIn(await look('sources.window', { count: 500 }), 'rows'),
    idsIn(await look('claims.list', {}), 'claims'),
    idsIn(await look('ledger.list', {}), 'observations'),
    idsIn(await look('ledger.series', {}), 'series'),
    idsIn(await look('conflicts.list', {}), 'groups'),
    rowsIn(await look('actors.list', {}), 'actors').map((one) => String(one.name)),
  ];
  const policies = await look('policy.described', {});
  const things = [...new Set(rowsIn(policies, 'things').map((one) => String(one.name)))];
  const matrices = idsIn(await look('conflicts.matrices', {}), 'matrices');
  const models = idsIn(await look('scenarios.list', {}), 'models');
  const ask = (method: Method, ...inputs: readonly unknown[]): Asked[] => inputs.map((input) => ({ method, input }));
  const each = (method: Method, ids: readonly string[], input: (id: string) => unknown): Asked[] => ask(method, ...ids.map(input));
  return [
    ...ask('sources.window', {}, { sort: [{ field: 'title', direction: 'desc' }] }, { sort: [{ field: 'claims', direction: 'desc' }] }),
    ...each('sources.get', sources, (id) => ({ id })),
    ...each('sources.text', sources, (id) => ({ id })),
    ...each('sources.layout', sources, (id) => ({ id, start: 0, end: 3 })),
    ...ask('sources.cite', {}, { style: 'gost' }),
    ...ask('sources.bibliography', {}, { format: 'ris' }),
    ...each('passages.ofSource', sources, (sourceId) => ({ sourceId })),
    ...each('passages.found', sources, (sourceId) => ({ sourceId })),
    ...each('passages.step', sources, (sourceId) => ({ sourceId, from: 0 })),
    ...ask('passages.pending', {}),
    ...ask('passages.coverage', {}),
    ...ask('passages.annotations', {}),
    ...claimKinds.flatMap((kind) => ask('claims.window', ...claimWindows.map((window) => ({ kind, ...window })))),
    ...ask('claims.list', {}, { kind: 'figure' }),
    ...each('claims.get', claims, (id) => ({ id })),
    ...each('claims.trace', claims, (id) => ({ id })),
    ...each('claims.ofSource', sources, (sourceId) => ({ sourceId })),
    ...each('claims.draft', sources, (sourceId) => ({ sourceId, start: 0, end: 12, kind: 'figure' })),
    ...(['measure', 'subject', 'basis', 'saidBy', 'tags'] as const).flatMap((field) => ask('claims.terms', { field })),
    ...ask('actors.list', {}),
    ...each('actors.get', actors.slice(0, 6), (name) => ({ name })),
    ...ask('actors.proposals', {}),
    ...ask('actors.judgements', {}),
    ...ask('ledger.series', {}),
    ...ask('ledger.list', {}),
    ...each('ledger.observation', observations, (id) => ({ id })),
    ...ask('ledger.alike', {}),
    ...ask('ledger.measures', {}),
    ...ask('conflicts.list', {}),
    ...each('conflicts.get', groups, (id) => ({ id })),
    ...ask('conflicts.matrices', {}),
    ...each('conflicts.matrix', matrices, (id) => ({ id })),
    ...ask('checks.list', {}),
    ...ask('checks.rules', {}),
    ...ask('checks.formulas', {}),
    ...ask('policy.described', {}),
    ...ask('policy.words', {}),
    ...ask('policy.instruments', { on: fixedDay }),
    ...ask('policy.projects', { on: fixedDay }),
    ...ask('policy.inforce', { on: fixedDay }),
    ...each('policy.lifecycle', things, (name) => ({ name, on: fixedDay })),
    ...each('policy.instrument', things, (name) => ({ name, on: fixedDay })),
    ...each('policy.project', things, (name) => ({ name, on: fixedDay })),
    ...each('policy.rates', things, (name) => ({ name, on: fixedDay, years: '2023/2030' })),
    ...ask('policy.plans', {}),
    ...ask('policy.positions', {}),
    ...ask('policy.batches', {}),
    ...ask('policy.counts', {}),
    ...ask('timeline.lanes', {}, { by: 'type' }, { by: 'batch' }, { by: 'actor' }, { by: 'tag' }, { fold: 0, size: { width: 1000, height: 600 } }),
    ...(series.length === 0 ? [] : ask('charts.panel', { seriesIds: series.slice(0, 12) })),
    ...ask('scenarios.list', {}),
    ...each('scenarios.get', models, (model) => ({ model })),
    ...each('scenarios.compute', models, (model) => ({ model })),
    ...searched.flatMap((query) => ask('search.find', { query })),
    ...ask('search.find', { query: 'cars', kinds: ['figure'] }, { query: 'cars', grades: ['B'], where: ['source'] }),
  ];
}

/** Answers that depend on a day are asked for this one. */
const fixedDay = '2025-01-15';

const claimWindows = [
  {},
  { sort: [{ field: 'value', direction: 'desc' }] },
  { sort: [{ field: 'period', direction: 'asc' }] },
  { sort: [{ field: 'sourceTitle', direction: 'asc' }], filter: [{ field: 'note', op: 'notBlank' }] },
  { filter: [{ field: 'state', op: 'in', value: ['disputed', 'decided', 'stale'] }] },
];

/** What besides tells of the log and of the file. */
export async function logQueries(app: App): Promise<Asked[]> {
  const { edits } = ((await app.call('history.list', {})) as { value: { edits: { seq: number }[] } }).value;
  const asked = await stateQueries(app);
  const idsOf = (wanted: Method) => asked.flatMap(({ method, input }) => (method === wanted ? [(input as { id: string }).id] : []));
  const records = [...idsOf('claims.get'), ...idsOf('sources.get')];
  return [
    { method: 'history.list', input: {} },
    { method: 'history.state', input: {} },
    ...edits.map(({ seq }): Asked => ({ method: 'history.changes', input: { seq } })),
    ...records.map((record): Asked => ({ method: 'history.ofRecord', input: { record } })),
    ...idsOf('sources.get').map((id): Asked => ({ method: 'sources.versions', input: { id } })),
    { method: 'workbook.info', input: {} },
    { method: 'workbook.backups', input: {} },
    { method: 'exchange.export', input: { format: 'json' } },
    { method: 'exchange.export', input: { format: 'csv' } },
    { method: 'exchange.export', input: { format: 'xlsx' } },
  ];
}

export async function answersTo(app: App, asked: readonly Asked[], address: Address = {}): Promise<Map<string, Result<unknown>>> {
  const answers = new Map<string, Result<unknown>>();
  for (const { method, input } of asked) answers.set(`${method} ${JSON.stringify(input)}`, await app.call(method, input, address));
  return answers;
}

/** Byte for byte. */
export async function stateOf(app: App, address: Address = {}): Promise<string> {
  const answers = await answersTo(app, await stateQueries(app, address), address);
  return [...answers].map(([call, answer]) => `${call}\n  ${JSON.stringify(answer)}`).join('\n');
}

/** Calls that failed in a way that nobody foresaw, or that show what their schema forbids. */
export function oddAnswers(answers: ReadonlyMap<string, Result<unknown>>): string[] {
  return [...answers].flatMap(([call, answer]) => {
    if (!answer.ok) return answer.error.code === 'unexpected' ? [`${call}: unexpected`] : [];
    const issue = findCall(call.slice(0, call.indexOf(' ')))!.output.safeParse(answer.value).error?.issues[0];
    return issue === undefined ? [] : [`${call}: shows ${issue.path.join('.')}: ${issue.message}`];
  });
}

function rowsIn(value: Loose, list: string): Loose[] {
  return (value[list] ?? []) as Loose[];
}

function idsIn(value: Loose, list: string): string[] {
  return rowsIn(value, list).map((one) => String(one.id));
}

/** A state in lines, so that a difference names the call that answers otherwise. */
export async function stateLines(app: App, address: Address = {}): Promise<string[]> {
  return (await stateOf(app, address)).split('\n');
}

/** What `workbook.info` counts. */
export async function countsOf(app: App, address: Address = {}): Promise<string> {
  const { schemaVersion: _format, edits: _edits, isReadOnly: _own, trouble: _trouble, ...info } = await app.ask('workbook.info', {}, address);
  return JSON.stringify(info);
}
