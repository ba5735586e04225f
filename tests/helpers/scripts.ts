// Random scripts over the commands of the contract. A step is a command and a seed; what it is about is chosen from what the
// workbook holds when its turn comes, so that a shorter script is still a script.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { App } from '../../electron/core/app.ts';
import { findCall, type Input, type Method, methods } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import type { PassagePatch } from '../../shared/features/passages/model.ts';
import { seededRandom } from '../faults/random.ts';
import { startCopies } from './copies.ts';
import { fillWithEveryRecord } from './every-record.ts';
import { modelPlays } from './model-plays.ts';
import { reportPlays } from './report-plays.ts';
import { figure, handOver, marketText, newWorkbook, pasteSource, type TestWorkbook } from './workbook.ts';

export interface Step {
  readonly does: string;
  readonly seed: number;
}

/** Chooses among what is there. */
interface Chance {
  of<T>(list: readonly T[]): T;
  isLikely(): boolean;
}

type Play = (workbook: TestWorkbook, chance: Chance) => Promise<unknown>;

export function scripts({
  minLength = 4,
  maxLength = 14,
  without = [],
}: {
  minLength?: number;
  maxLength?: number;
  without?: readonly string[];
} = {}) {
  const names = Object.keys(plays).filter((name) => !without.includes(name));
  const step = fc.record({ does: fc.constantFrom(...names), seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }) });
  return fc.array(step, { minLength, maxLength });
}

/** Does one step; what is refused leaves no trace and is told by its code. @throws what nobody foresaw */
export async function play(workbook: TestWorkbook, { does, seed }: Step): Promise<string> {
  const random = seededRandom(seed);
  const chance: Chance = { of: (list) => list[Math.floor(random() * list.length)]!, isLikely: () => random() < 0.5 };
  try {
    await plays[does]!(workbook, chance);
    return 'done';
  } catch (error) {
    if (error instanceof AppError && expected.has(error.code)) return error.code;
    if (error instanceof NothingThere) return 'nothing';
    throw error;
  }
}

/** A workbook with all records to begin a script with, or an empty one with one text. */
export async function beginning(kind: 'full' | 'small'): Promise<TestWorkbook> {
  const workbook = await newWorkbook();
  if (kind === 'full') await fillWithEveryRecord(workbook.app);
  else await pasteSource(workbook.app);
  return workbook;
}

const expected = new Set(['not-found', 'not-own', 'conflict', 'invalid-input', 'passage-not-found', 'passage-ambiguous', 'limit']);

class NothingThere extends Error {}

function some<T>(list: readonly T[]): readonly T[] {
  if (list.length === 0) throw new NothingThere();
  return list;
}

const words = ['amended', 'Чери', 'a new note', 'share of cars', '比亚迪'];
const texts = [
  marketText,
  marketText.replace('1.06m', '1.07m').replace('over 50%', 'over 52%'),
  `A line before.\n${marketText}`,
  marketText.split('\n').slice(0, 3).join('\n'),
  `${marketText}\nThe share rose in 2024 too. It rose to 60% in 2024.`,
];

const ids = async (app: App, method: Method, list: string, input: unknown = {}): Promise<string[]> => {
  const value = (await app.ask(method, input as never)) as unknown as Record<string, { id: string }[]>;
  return value[list]!.map((one) => one.id);
};
const sourceIds = (app: App) => ids(app, 'sources.window', 'rows', { count: 500 });
const claimIds = (app: App) => ids(app, 'claims.list', 'claims');
const oneOf = async (chance: Chance, list: Promise<readonly string[]>) => chance.of(some(await list));
const sourceChange = async (app: App, chance: Chance) => ({
  id: await oneOf(chance, sourceIds(app)),
  patch: chance.of([
    { grade: 'A' },
    { title: chance.of(words) },
    { note: chance.of(words) },
    { publishedOn: chance.of(['2024', '2025-06', null]) },
    { publisher: 'Press' },
  ] as const),
});
const passageIds = async (app: App, chance: Chance) => ids(app, 'passages.ofSource', 'passages', { sourceId: await oneOf(chance, sourceIds(app)) });
const observations = async (app: App) => some((await app.ask('ledger.list', {})).observations);

/** Words of a text of the workbook, and a figure on them. */
async function claimOn(app: App, chance: Chance): Promise<ClaimInput> {
  const id = await oneOf(chance, sourceIds(app));
  const { text } = await app.ask('sources.text', { id });
  const places = ['over 50%', '1.06m cars', '1.10m cars', 'February 2025', '2023', 'almost $4.6bn', '60% in 2024'];
  const exact = chance.of(some(places.filter((words) => text.includes(words))));
  const low = chance.of(['1.06', '1.1', '2', '50']);
  if (chance.of([0, 1, 2, 3]) === 0)
    return {
      kind: 'event',
      subject: 'Plant A',
      subjectType: 'project',
      stage: 'stopped',
      when: '2025-02',
      passage: { source: id, exact, start: text.indexOf(exact) },
    };
  return figure(id, exact, {
    measure: chance.of(['sales', 'market_share', 'exports']),
    subject: chance.of(['Cars', 'Chinese brands']),
    value: { low, high: low, qualifier: 'exact' },
    period: chance.of(['2023', '2024', '2023-01/2023-06']),
    saidBy: [chance.of(['Autostat', 'Agency B', 'Agency C'])],
    unit: 'UNITS',
    passage: { source: id, exact, start: text.indexOf(exact) },
  });
}

const plays: Readonly<Record<string, Play>> = {
  'sources.add': ({ app, files }, chance) =>
    app.ask('sources.add', { files: [handOver(files, 'a.txt', `Sales of ${chance.of(['2', '3'])}m cars in 2024.`, 'text/plain')] }),
  'sources.paste': ({ app }, chance) =>
    app.ask('sources.paste', { text: `${chance.of(texts)}\n${chance.of(words)}`, meta: { title: chance.of(words), publishedOn: '2024' } }),
  'sources.replace': async ({ app }, chance) => app.ask('sources.replace', { id: await oneOf(chance, sourceIds(app)), text: chance.of(texts) }),
  'sources.reread': async ({ app }, chance) => app.ask('sources.reread', { id: await oneOf(chance, sourceIds(app)), encoding: 'windows-1251' }),
  'sources.typeQuote': async ({ app }, chance) =>
    app.ask('sources.typeQuote', { id: await oneOf(chance, sourceIds(app)), page: 1, text: 'typed words' }),
  'sources.readBibliography': async ({ app }, chance) => {
    const source = await app.ask('sources.get', { id: await oneOf(chance, sourceIds(app)) });
    return app.ask('sources.readBibliography', {
      text: JSON.stringify([{ id: 'x', type: 'report', title: source.title, publisher: 'Example Press' }]),
    });
  },
  'sources.judgeCopy': async ({ app }, chance) =>
    app.ask('sources.judgeCopy', { id: await oneOf(chance, sourceIds(app)), of: await oneOf(chance, sourceIds(app)), isCopy: chance.isLikely() }),
  'sources.update': async ({ app }, chance) => app.ask('sources.update', await sourceChange(app, chance)),
  'sources.updateAll': async ({ app }, chance) =>
    app.ask('sources.updateAll', { changes: [await sourceChange(app, chance), await sourceChange(app, chance)] }),
  'sources.remove': async ({ app }, chance) =>
    app.ask('sources.remove', { ids: [await oneOf(chance, sourceIds(app))], withClaims: chance.of([false, false, true]) }),
  'passages.settle': async ({ app }, chance) => {
    const pending = some((await app.ask('passages.pending', {})).passages);
    const { id, places } = chance.of(pending);
    const place = places[0];
    return app.ask(
      'passages.settle',
      place !== undefined && chance.isLikely()
        ? { id, decision: 'place', start: place.start, end: place.end }
        : { id, decision: chance.of(['accept', 'lost'] as const) },
    );
  },
  'passages.mark': async ({ app }, chance) =>
    app.ask('passages.mark', { sourceId: await oneOf(chance, sourceIds(app)), start: chance.of([0, 4]), end: chance.of([9, 12]) }),
  'passages.unmark': async ({ app }, chance) => app.ask('passages.unmark', { id: await oneOf(chance, passageIds(app, chance)) }),
  'passages.importAnnotations': ({ app }, chance) =>
    app.ask('passages.importAnnotations', {
      json: JSON.stringify({
        id: `urn:${chance.of(words)}`,
        type: 'Annotation',
        body: { type: 'TextualBody', value: chance.of(words) },
        target: { source: 'urn:nowhere', selector: { type: 'TextQuoteSelector', exact: 'Chinese brands' } },
      }),
    }),
  'passages.update': async ({ app }, chance) =>
    app.ask('passages.update', {
      id: await oneOf(chance, passageIds(app, chance)),
      patch: chance.of<PassagePatch>([{ comment: chance.of(words) }, { tags: ['one'] }, { colour: 'doubt' }]),
    }),
  'passages.setAside': async ({ app }, chance) => {
    const sourceId = await oneOf(chance, sourceIds(app));
    const { start, end } = chance.of(some((await app.ask('passages.found', { sourceId })).found));
    return app.ask('passages.setAside', { sourceId, start, end, aside: chance.isLikely() });
  },
  'claims.capture': async ({ app }, chance) =>
    app.ask('claims.capture', { claims: [await claimOn(app, chance), ...(chance.isLikely() ? [await claimOn(app, chance)] : [])] }),
  'claims.setCells': async ({ app }, chance) => {
    const id = await oneOf(chance, claimIds(app));
    const [field, value] = chance.of([
      ['note', chance.of(words)],
      ['value', '1.2'],
      ['period', '2022'],
      ['tags', 'one; three'],
      ['rank', 'deprecated'],
      ['credibility', '2'],
      ['subject', chance.of(['Cars', 'Vans'])],
      ['hedge', 'projected'],
      ['saidBy', 'Agency B'],
    ] as const);
    return app.ask('claims.setCells', { cells: [{ id, field, value }] });
  },
  'claims.grade': async ({ app }, chance) =>
    app.ask('claims.grade', {
      ids: [await oneOf(chance, claimIds(app)), await oneOf(chance, claimIds(app))],
      ...chance.of([{ credibility: 2 }, { rank: 'deprecated' }, { credibility: 5, rank: 'normal' }] as const),
    }),
  'claims.tag': async ({ app }, chance) =>
    app.ask('claims.tag', { ids: [await oneOf(chance, claimIds(app)), await oneOf(chance, claimIds(app))], add: ['seen'], drop: ['one'] }),
  'claims.replace': async ({ app }, chance) => {
    const { passage: _none, ...claim } = (await claimOn(app, chance)) as ClaimInput & { passage?: unknown };
    return app.ask('claims.replace', { id: await oneOf(chance, claimIds(app)), claim: claim as ClaimInput });
  },
  'claims.addPassage': async ({ app }, chance) => {
    const { passage } = await claimOn(app, chance);
    return app.ask('claims.addPassage', { id: await oneOf(chance, claimIds(app)), passage: passage! });
  },
  'claims.dropPassage': async ({ app }, chance) => {
    const claim = await app.ask('claims.get', { id: await oneOf(chance, claimIds(app)) });
    return app.ask('claims.dropPassage', { id: claim.id, passageId: chance.of(some(claim.passages)).id });
  },
  'claims.asCaptured': async ({ app }, chance) => app.ask('claims.asCaptured', { ids: [await oneOf(chance, claimIds(app))] }),
  'claims.remove': async ({ app }, chance) => app.ask('claims.remove', { ids: [await oneOf(chance, claimIds(app))] }),
  'actors.save': async ({ app }, chance) => {
    const known = await app.ask('actors.get', { name: 'Autostat' }).catch(() => undefined);
    return app.ask('actors.save', {
      ...(known?.record == null ? {} : { id: known.record.id }),
      name: 'Autostat',
      kind: 'media',
      aliases: [chance.of(['Agency C', 'Автостат'])],
      note: chance.of(words),
    });
  },
  'actors.remove': async ({ app }) => app.ask('actors.remove', { id: (await app.ask('actors.get', { name: 'Autostat' })).record?.id ?? 'none' }),
  'actors.judge': ({ app }, chance) =>
    app.ask('actors.judge', {
      one: chance.of(['Autostat', 'Agency B']),
      other: chance.of(['Agency C', 'Agency D']),
      outcome: chance.of(['same', 'not_same', 'undecided'] as const),
    }),
  'charts.move': async ({ app }, chance) =>
    app.ask('charts.move', { id: await oneOf(chance, ids(app, 'boards.notes', 'notes')), to: chance.of(['2024', '2025-02-01']) }),
  'actors.withdraw': async ({ app }, chance) => app.ask('actors.withdraw', { id: await oneOf(chance, ids(app, 'actors.judgements', 'judgements')) }),
  'ledger.keepApart': async ({ app }, chance) => {
    const series = ids(app, 'ledger.series', 'series');
    return app.ask('ledger.keepApart', { one: await oneOf(chance, series), other: await oneOf(chance, series) });
  },
  'ledger.proposeAgain': async ({ app }, chance) => {
    const series = ids(app, 'ledger.series', 'series');
    return app.ask('ledger.proposeAgain', { one: await oneOf(chance, series), other: await oneOf(chance, series) });
  },
  'ledger.renameSeries': async ({ app }, chance) =>
    app.ask('ledger.renameSeries', {
      seriesId: await oneOf(chance, ids(app, 'ledger.series', 'series')),
      to: chance.of([{ subject: 'Cars' }, { basis: ['imported'] }, { measure: 'sales' }]),
    }),
  'ledger.splitSeries': async ({ app }, chance) =>
    app.ask('ledger.splitSeries', { claimIds: [await oneOf(chance, claimIds(app))], to: { area: ['CN'] } }),
  'policy.describe': async ({ app }, chance) => {
    const name = chance.of(['Plant A', 'the fee', 'Plants', 'Levy']);
    const records = [
      { record: 'thing', name, types: [chance.of(['instrument', 'project'] as const)], summary: chance.of(words) },
      { record: 'link', kind: chance.of(['part_of', 'replaces', 'affects'] as const), from: { name }, to: { name: chance.of(['Plants', 'Levy']) } },
      { record: 'link', kind: 'cause', from: { name }, to: { claim: await oneOf(chance, claimIds(app)) } },
      { record: 'scale', code: 'depth', kind: 'ladder', steps: [{ code: 'SKD' }, { code: chance.of(['CKD', 'full']) }] },
      { record: 'conversion', name: 'usual', from: 'USD', to: 'RUB', claim: await oneOf(chance, claimIds(app)) },
      { record: 'board', name: chance.of(['Market', 'Fees']), axis: chance.of(['shared', 'own'] as const) },
      { record: 'note', on: { claim: await oneOf(chance, claimIds(app)) }, text: chance.of(words) },
      { record: 'note', on: { when: chance.of(['2024', '2025-03']) }, text: chance.of(words) },
    ] satisfies Input<'policy.describe'>['records'];
    return app.ask('policy.describe', { records: [chance.of<Input<'policy.describe'>['records'][number]>(records)] });
  },
  'policy.forget': async ({ app }, chance) => {
    const all = await app.ask('policy.described', {});
    const lists = { thing: all.things, link: all.links, schedule: all.schedules, scale: all.scales, conversion: all.conversions };
    const record = chance.of(['thing', 'link', 'schedule', 'scale', 'conversion'] as const);
    return app.ask('policy.forget', { record, id: chance.of(some<{ readonly id: string }>(lists[record])).id });
  },
  'policy.decide': async ({ app }, chance) => {
    const { claims } = await app.ask('claims.list', { kind: 'event' });
    const { id } = chance.of(some(claims));
    const weighed = chance.isLikely() ? [id] : [id, chance.of(claims).id];
    return app.ask('policy.decide', {
      claims: weighed,
      reason: chance.of(words),
      ...chance.of([{ claimId: id }, { own: '2022-03' }, {}] as const),
    });
  },
  'policy.reopen': async ({ app }, chance) => app.ask('policy.reopen', { id: await oneOf(chance, ids(app, 'policy.described', 'verdicts')) }),
  'ledger.describeMeasure': ({ app }, chance) =>
    app.ask('ledger.describeMeasure', { code: chance.of(['sales', 'exports']), label: chance.of(words), low: '0' }),
  'ledger.forgetMeasure': async ({ app }, chance) => {
    const { measures } = await app.ask('ledger.measures', {});
    return app.ask('ledger.forgetMeasure', { id: chance.of(some(measures.flatMap(({ described }) => described?.id ?? []))) });
  },
  'ledger.decide': async ({ app }, chance) => {
    const { id, claims } = chance.of(await observations(app));
    return app.ask('ledger.decide', {
      observationId: id,
      reason: chance.of(words),
      ...(chance.isLikely() ? { claimId: chance.of(claims) } : { own: { low: '1', high: '2', qualifier: 'between' } as const }),
    });
  },
  'ledger.reopen': async ({ app }, chance) =>
    app.ask('ledger.reopen', { observationId: chance.of(some((await observations(app)).filter((one) => one.verdict !== null))).id }),
  'conflicts.decide': async ({ app }, chance) =>
    app.ask('conflicts.decide', {
      id: await oneOf(chance, ids(app, 'conflicts.list', 'groups')),
      outcome: chance.of(['not_comparable', 'open'] as const),
      reason: 'Seen.',
    }),
  'conflicts.reopen': async ({ app }, chance) => app.ask('conflicts.reopen', { id: await oneOf(chance, ids(app, 'conflicts.list', 'groups')) }),
  'conflicts.startMatrix': async ({ app }, chance) =>
    app.ask('conflicts.startMatrix', { question: chance.of(words), hypotheses: ['One', 'Other'], claimIds: [await oneOf(chance, claimIds(app))] }),
  'conflicts.changeMatrix': async ({ app }, chance) => {
    const matrix = await app.ask('conflicts.matrix', { id: await oneOf(chance, ids(app, 'conflicts.matrices', 'matrices')) });
    return app.ask('conflicts.changeMatrix', {
      id: matrix.id,
      ...chance.of([
        { question: chance.of(words) },
        { hypotheses: [...matrix.hypotheses.slice(1).map(({ id, text }) => ({ id, text })), { text: 'New' }] },
        { claimIds: [await oneOf(chance, claimIds(app))] },
      ]),
    });
  },
  'conflicts.mark': async ({ app }, chance) => {
    const matrix = await app.ask('conflicts.matrix', { id: await oneOf(chance, ids(app, 'conflicts.matrices', 'matrices')) });
    return app.ask('conflicts.mark', {
      matrixId: matrix.id,
      hypothesisId: chance.of(some(matrix.hypotheses)).id,
      claimId: chance.of(some(matrix.evidence)).row.id,
      consistency: chance.of(['CC', 'II', null] as const),
    });
  },
  'conflicts.removeMatrix': async ({ app }, chance) =>
    app.ask('conflicts.removeMatrix', { id: await oneOf(chance, ids(app, 'conflicts.matrices', 'matrices')) }),
  'checks.saveFormula': ({ app }, chance) =>
    app.ask('checks.saveFormula', {
      name: chance.of(words),
      formula: chance.of(['sales = 2 * exports', 'exports = sales']),
      isOn: chance.isLikely(),
    }),
  'checks.removeFormula': async ({ app }, chance) =>
    app.ask('checks.removeFormula', { id: await oneOf(chance, ids(app, 'checks.formulas', 'formulas')) }),
  'checks.setRule': ({ app }, chance) =>
    app.ask('checks.setRule', { rule: chance.of(['growth', 'months_vs_year'] as const), isOn: chance.isLikely() }),
  ...modelPlays,
  ...reportPlays,
  // A colleague works on a copy meanwhile.
  'exchange.merge': async ({ app, files, path }, chance) => {
    const copies = startCopies();
    copies.adopt(path, 'theirs');
    await copies.work('theirs', 'B. Placeholder', async (other) => {
      const [id] = await claimIds(other);
      if (id !== undefined) await other.call('claims.setCells', { cells: [{ id, field: 'note', value: chance.of(words) }] });
      await other.ask('claims.capture', { claims: [await claimOn(other, chance)] });
    });
    return app.ask('exchange.merge', { theirs: handOver(files, 'theirs.assay', readFileSync(copies.path('theirs'))), answers: [] });
  },
  'exchange.apply': async ({ app, files }) => {
    const { download, bytes } = await app.ask('exchange.export', { format: 'xlsx' });
    const { piece } = files.read(download, 0, bytes);
    return app.ask('exchange.apply', { file: handOver(files, 'edited.xlsx', piece) });
  },
  'tables.import': ({ app, files }, chance) =>
    app.ask('tables.import', {
      file: handOver(
        files,
        'sold.csv',
        `Brand;2023;2024\n${chance.of(['Alpha', 'Cars'])};${chance.of(['12', '1.06'])};15\nBeta;x;${chance.of(['3', '4'])}\n`,
      ),
      mapping: {
        columns: [
          { at: 'A', field: 'subject' },
          { at: 'B:C', field: 'value', period: 'head' },
        ],
        fixed: { measure: 'sales', unit: 'UNITS' },
      },
      match: chance.of([[], ['measure', 'subject', 'period']]),
    }),
  'history.undo': ({ app }) => app.ask('history.undo', {}),
  'history.redo': ({ app }) => app.ask('history.redo', {}),
  'undo twice, redo': async ({ app }) => {
    await app.ask('history.undo', {});
    await app.ask('history.undo', {});
    return app.ask('history.redo', {});
  },
  'undo twice': async ({ app }) => {
    await app.ask('history.undo', {});
    return app.ask('history.undo', {});
  },
};

/** Commands of the contract that no script does. */
export const unplayed = methods.filter((name) => findCall(name)!.kind === 'command' && !(name in plays));
