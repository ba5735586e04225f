// What leaves of policy and projects: the tables say what the calls say, and each row leads to a claim.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Files } from '../../../electron/core/host.ts';
import type { Input } from '../../../shared/contract.ts';
import type { windowSchema } from '../../../shared/features/policy/contract.ts';
import type { Address } from '../../../shared/rpc.ts';
import { runAssay } from '../../helpers/assay-command.ts';
import { newWorkbook } from '../../helpers/workbook.ts';
import { captureHarbour } from './harbour.ts';

type Row = Readonly<Record<string, unknown>>;
const on = '2025-06-01';
const policySheets = ['Instruments', 'Projects', 'Stages', 'Rates', 'Plans', 'Positions', 'Batches'];

async function bytesOf(app: App, files: Files, input: Input<'exchange.export'>, address: Address = {}): Promise<Uint8Array> {
  const { download, bytes } = await app.ask('exchange.export', input, address);
  return files.read(download, 0, bytes).piece;
}

async function sheetsOf(app: App, files: Files, address: Address = {}): Promise<ReadonlyMap<string, readonly Row[]>> {
  const book = await readXlsx(await bytesOf(app, files, { format: 'xlsx', on }, address));
  return new Map(
    book.sheets.map(({ name, rows }) => {
      const [head = [], ...lines] = rows;
      return [name, lines.map((line) => Object.fromEntries(head.map((title, index) => [String(title), plain(line[index])])))];
    }),
  );
}

function plain(cell: unknown): unknown {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? null);
}

async function withHarbour() {
  const workbook = await newWorkbook();
  const ids = await captureHarbour(workbook.app);
  return { ...workbook, ids, sheets: await sheetsOf(workbook.app, workbook.files) };
}

const days = (window: typeof windowSchema._output | null) => [window?.earliest ?? null, window?.latest ?? null];
const bounds = ({ low, high }: { low: string | null; high: string | null }) => [low, high].map((text) => (text === null ? null : Number(text)));

describe('the sheets of policy', () => {
  it('lead from each row to the claims that it rests on, with a quote and a source', async () => {
    const { sheets, app } = await withHarbour();
    const claims = new Map((await app.ask('claims.list', {})).claims.map((claim) => [claim.id as string, JSON.stringify(claim)]));
    expect([...sheets.keys()].filter((name) => policySheets.includes(name))).toEqual(policySheets);
    for (const name of policySheets)
      for (const row of sheets.get(name)!) {
        const ids = String(row['claim ids']).split('; ');
        expect(ids.length, `${name}: ${JSON.stringify(row)}`).toBe(row.Claims);
        expect(ids.filter((id) => !claims.has(id))).toEqual([]);
        expect(claims.get(ids[0]!)).toContain(JSON.stringify(row.Quote).slice(1, -1));
        expect(row.Source).toMatch(/^(Harbour report|Quay notes)$/);
      }
  });

  it('list instruments and projects with the state that the lists tell, and say why as "in force" does', async () => {
    const { sheets, app } = await withHarbour();
    for (const [sheet, type] of [
      ['Instruments', 'instrument'],
      ['Projects', 'project'],
    ] as const) {
      const things = await app.ask(`policy.${type}s`, { on });
      const answers = await app.ask('policy.inforce', { type, on });
      const rows = sheets
        .get(sheet)!
        .map((row) => [row.Name, row.State, row['In force'], row.Class, row['Since earliest'], row['Since latest'], row.On]);
      const told = things.map(({ name, state, class: word }) => {
        const { answer, since } = answers.find((one) => one.name === name)!;
        return [name, state.replaceAll('_', ' '), answer, word, ...days(since), on];
      });
      expect(rows).toEqual(told);
      expect(rows.length).toBeGreaterThan(0);
    }
    expect(sheets.get('Instruments')!.map(({ Why }) => Why)).toEqual([expect.stringMatching(/^In force since .*; nothing ends it; Nobody has told/)]);
  });

  it('draw stages as the life cycle does, with what ended them and what fits none', async () => {
    const { sheets, app, ids } = await withHarbour();
    const rows = sheets.get('Stages')!;
    for (const name of ['Berth fee', 'East quay']) {
      const { intervals } = await app.ask('policy.lifecycle', { name, on });
      const drawn = rows.filter((row) => row.Name === name && row.Track !== 'unplaced');
      expect(drawn.map((row) => [row.Track, row['From earliest'], row['From latest'], row['To earliest'], row['To latest'], row.By])).toEqual(
        intervals.map(({ track, from, to, by }) => [track, ...days(from), ...days(to), by.join('; ') || null]),
      );
    }
    const [paused] = rows.filter(({ Track }) => Track === 'pause');
    expect(paused).toMatchObject({ Name: 'East quay', 'Because of': 'the Storm of March: Storm of March started (matched by its words)' });
    expect(String(rows.find(({ Track, Name }) => Track === 'force' && Name === 'East quay')!['claim ids'])).toContain(ids.get('stopped')!);
    expect((await app.ask('policy.lifecycle', { name: 'East quay', on })).unplaced).toEqual([ids.get('vague')]);
    expect(rows.filter(({ Track }) => Track === 'unplaced')).toMatchObject([{ Name: 'East quay', Stage: 'started', 'claim ids': ids.get('vague') }]);
  });

  it('tell rates step by step, on the day, by reading and year, and what is missing', async () => {
    const { sheets, app } = await withHarbour();
    const rates = await app.ask('policy.rates', { name: 'Berth fee', on });
    const rows = sheets.get('Rates')!;
    const told = rates.flatMap((rate) => [
      ...rate.steps.map((step) => [rate.class, step.isChange ? 'change' : 'level', null, ...bounds(step)]),
      ...(rate.on === null ? [] : [[rate.class, 'on day', null, ...bounds(rate.on)]]),
      ...rate.readings.flatMap(({ at }) => Object.entries(at).map(([year, band]) => [rate.class, 'reading', Number(year), ...bounds(band)])),
      ...rate.needs.map(() => [rate.class, 'missing', null, null, null]),
    ]);
    expect(rows.map((row) => [row.Class, row.Row, row.Year, row.Low, row.High])).toEqual(told);
    expect(new Set(rows.map(({ Row }) => Row))).toEqual(new Set(['level', 'change', 'on day', 'reading', 'missing']));
    expect(rows.find(({ Row }) => Row === 'missing')!.Missing).toMatch(/^A value of tonnage/);
  });

  it('tell plans by version, positions with those before, batches by member', async () => {
    const { sheets, app } = await withHarbour();
    const plans = await app.ask('policy.plans', {});
    expect(sheets.get('Plans')!.map((row) => [row.Name, row.Version, row.Low, row.High, row.Current, row['Attained low in %']])).toEqual(
      plans.flatMap(({ name, vintages, attainment }) =>
        vintages.map((one, index) => [name, index + 1, ...bounds(one), one.current ? 'yes' : null, Number(attainment!.low)]),
      ),
    );
    const positions = await app.ask('policy.positions', {});
    expect(sheets.get('Positions')!.map((row) => [row.Actor, row.About, row.Stance, row.Current])).toEqual(
      positions.flatMap(({ actor, about, stance, earlier }) => [
        [actor, about, stance, 'yes'],
        ...earlier.map((one) => [actor, about, one.stance, null]),
      ]),
    );
    const batches = await app.ask('policy.batches', {});
    const rows = sheets.get('Batches')!;
    expect(rows.map((row) => [row.Batch, row.Authority, row.Member, row['On earliest'], row['Off latest']])).toEqual(
      batches.flatMap(({ name, authority, members }) =>
        members.map((member) => [name, authority, member.name, member.on.earliest, member.off?.latest ?? null]),
      ),
    );
    expect(rows[0]!.Counts).toBe('3 said, 2 named (fewer named than said)');
  });

  it('are left out where they are empty', async () => {
    const { app, files } = await newWorkbook();
    const { id } = await app.ask('sources.paste', { text: 'A quay opened in 2024.', meta: { title: 'Note' } });
    await app.ask('claims.capture', {
      claims: [
        { kind: 'event', subject: 'Quay', subjectType: 'project', stage: 'started', when: '2024', passage: { source: id, exact: 'opened in 2024' } },
      ],
    });
    expect([...(await sheetsOf(app, files)).keys()].filter((name) => policySheets.includes(name))).toEqual(['Projects', 'Stages']);
  });

  it('of a past state tell what was known then', async () => {
    const { app, files, ids } = await withHarbour();
    const before = (await app.ask('workbook.info', {})).edits;
    await app.ask('claims.remove', { ids: [ids.get('stopped')!] });
    await app.ask('policy.describe', { records: [{ record: 'thing', name: 'Berth fee', class: 'toll' }] });
    const then = await sheetsOf(app, files, { at: before });
    const now = await sheetsOf(app, files);
    const paused = (sheets: typeof now) => sheets.get('Stages')!.filter(({ Track }) => Track === 'pause').length;
    expect([paused(then), paused(now)]).toEqual([1, 0]);
    expect([then, now].map((sheets) => sheets.get('Instruments')![0]!.Class)).toEqual(['fee', 'toll']);
  });
});

describe('an exported .json', () => {
  it('holds what is described whole, and the answers of the calls', async () => {
    const { app, files } = await withHarbour();
    const { claims } = await app.ask('claims.list', { kind: 'event' });
    await app.ask('policy.decide', { claims: [claims[0]!.id], claimId: claims[0]!.id, reason: 'seen by us' });
    const content = JSON.parse(new TextDecoder().decode(await bytesOf(app, files, { format: 'json', on })));
    expect(content.described).toMatchObject(await app.ask('policy.described', {}));
    expect(Object.values(content.described as Record<string, unknown[]>).map(({ length }) => length)).not.toContain(0);
    expect(content.policy.positions).toEqual(await app.ask('policy.positions', {}));
    expect(content.policy.batches).toEqual(await app.ask('policy.batches', {}));
    expect(content.policy.counts).toEqual(await app.ask('policy.counts', {}));
    expect(content.policy.lifeCycles.find(({ name }: { name: string }) => name === 'Berth fee')).toEqual(
      await app.ask('policy.lifecycle', { name: 'Berth fee', on }),
    );
  });
});

describe('a table as .csv', () => {
  it('holds what its sheet holds, and is asked for by its name', async () => {
    const workbook = await withHarbour();
    const { app, files, sheets } = workbook;
    const told = new Map<string, string>();
    for (const name of ['Stages', 'Rates', 'Batches'] as const) {
      const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(app, files, { format: 'csv', table: name, on }));
      told.set(name, csv);
      const { data } = Papa.parse<Row>(csv.trim(), { header: true });
      expect(data).toEqual(
        sheets.get(name)!.map((row) => Object.fromEntries(Object.entries(row).map(([head, cell]) => [head, cell === null ? '' : String(cell)]))),
      );
    }
    const { path, folder } = workbook;
    await app.close();
    expect(await runAssay(['export', path, 'out.csv', '--table', 'stages', '--on', on], { folder })).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe(told.get('Stages'));
    expect(await runAssay(['export', path, 'more.csv', '--table', 'nothing'], { folder })).toMatchObject({ status: 2 });
  });

  it('is refused where the format holds all of them, and where there is no such table', async () => {
    const { app } = await newWorkbook();
    expect(await app.call('exchange.export', { format: 'xlsx', table: 'Stages' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await app.call('exchange.export', { format: 'csv', table: 'Nothing' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});
