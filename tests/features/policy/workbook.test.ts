// Things of a workbook: described, linked, rated, counted. A field of our own: water, as no code knows it.
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Input } from '../../../shared/contract.ts';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { newWorkbook } from '../../helpers/workbook.ts';

const text = [
  'The water levy was proposed in May 2021 and has been charged since 1 March 2022.',
  'It was 10 cents a cubic metre at first and 12 cents from 1 January 2023.',
  'It shall rise by 5 to 10 per cent a year from 2024 to 2026.',
  'Farmers opposed the levy in 2021; since 2023 their union supports it.',
  'The dam at Orla was to store 40 million cubic metres in 2024, later 30; it stored 24.',
  'On 4 April 2023 the agency listed Brook Ltd, Rill AG and Tarn Co as large users. Two users are on the list, it says.',
].join('\n');

async function withWater(): Promise<{ app: App; ids: Map<string, string> }> {
  const { app } = await newWorkbook();
  const { id } = await app.ask('sources.paste', { text, meta: { title: 'Water report', publishedOn: '2025-02-01', grade: 'B' } });
  const at = (exact: string) => ({ passage: { source: id, exact } });
  const figure = (ref: string, exact: string, more: Record<string, unknown>) =>
    ({ ref, kind: 'figure', subject: 'Water levy', measure: 'levy_rate', unit: 'CENTS', ...more, ...at(exact) }) as unknown as ClaimInput;
  const exactly = (low: string) => ({ value: { low, high: low, qualifier: 'exact' } });
  const event = (ref: string, exact: string, more: Record<string, unknown>) =>
    ({ ref, kind: 'event', ...more, ...at(exact) }) as unknown as ClaimInput;
  const listed = (ref: string, subject: string) =>
    event(ref, subject, { subject, subjectType: 'actor', stage: 'listed', when: '2023-04-04', by: ['Water agency'], batch: 'Large users' });
  const stored = (ref: string, exact: string, low: string, more: Record<string, unknown>) =>
    figure(ref, exact, { subject: 'Orla dam', measure: 'storage', unit: 'M3', multiplier: 6, period: '2024', ...exactly(low), ...more });
  const claims: ClaimInput[] = [
    event('proposed', 'proposed in May 2021', { subject: 'Water levy', subjectType: 'instrument', stage: 'proposed', when: '2021-05' }),
    event('charged', 'charged since 1 March 2022', { subject: 'Water levy', subjectType: 'instrument', stage: 'in_force', when: '2022-03-01' }),
    figure('first', '10 cents', { period: '2022-03-01', ...exactly('10') }),
    figure('second', '12 cents', { period: '2023-01-01', ...exactly('12') }),
    figure('path', '5 to 10 per cent a year', {
      period: '2024/2026',
      value: { low: '5', high: '10', qualifier: 'between' },
      unit: 'PCT',
      change: 'percent',
      status: 'plan',
      per: 'year',
      path: { last: '2026', compounding: 'unknown' },
    }),
    ...(['opposes', 'supports'] as const).map(
      (stance, index) =>
        ({
          ref: stance,
          kind: 'statement',
          actor: 'Farmers union',
          topic: 'Water levy',
          stance,
          madeOn: index === 0 ? '2021' : '2023',
          ...at(index === 0 ? 'Farmers opposed the levy in 2021' : 'since 2023 their union supports it'),
        }) as ClaimInput,
    ),
    stored('plan1', '40 million', '40', { status: 'plan', madeOn: '2023-02' }),
    stored('plan2', 'later 30', '30', { status: 'plan', madeOn: '2023-11' }),
    stored('actual', 'stored 24', '24', {}),
    listed('brook', 'Brook Ltd'),
    listed('rill', 'Rill AG'),
    listed('tarn', 'Tarn Co'),
    figure('two', 'Two users', { subject: 'Large users', measure: 'users', unit: 'USERS', period: '2023-04', ...exactly('2') }),
  ];
  const captured = await app.ask('claims.capture', { claims });
  return { app, ids: new Map(captured.claims.map((claim) => [claim.ref ?? '', claim.id])) };
}

const says = (app: App, records: Input<'policy.describe'>['records']) => app.ask('policy.describe', { records });
const refused = (app: App, records: unknown) => app.call('policy.describe', { records });

describe('a thing', () => {
  it('appears by what claims call it, bears any of its names once they are described, and one undo takes them away', async () => {
    const { app } = await withWater();
    expect(await app.ask('policy.instruments', {})).toMatchObject([{ name: 'Water levy', state: 'in_force', claims: 7 }]);
    expect((await app.ask('workbook.info', {})).instruments).toBe(1);
    await says(app, [{ record: 'thing', name: 'Water levy', types: ['instrument'], aliases: ['Abgabe'], class: 'levy' }]);
    expect(await app.ask('policy.instrument', { name: 'abgabe' })).toMatchObject({ name: 'Water levy', class: 'levy', depth: null });
    await app.ask('history.undo', {});
    await expect(app.ask('policy.instrument', { name: 'Abgabe' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not joined with a name that was judged apart from it, whichever was said first', async () => {
    const { app } = await withWater();
    const apart = { one: 'Water levy', other: 'Abgabe', outcome: 'not_same' } as const;
    const alias = [{ record: 'thing', name: 'Water levy', aliases: ['Abgabe'] }] as const;
    await app.ask('actors.judge', apart);
    expect(await refused(app, alias)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await app.ask('history.undo', {});
    expect(await refused(app, alias)).toMatchObject({ ok: true });
    expect(await app.call('actors.judge', apart)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('that replaces itself by way of names that became one is told all the same', async () => {
    const { app } = await withWater();
    const replaces = (from: string, to: string) => ({ record: 'link' as const, kind: 'replaces' as const, from: { name: from }, to: { name: to } });
    await says(app, [replaces('Water levy', 'Old levy'), replaces('Old levy', 'First levy')]);
    await app.ask('actors.judge', { one: 'First levy', other: 'Water levy', outcome: 'same' });
    expect(await app.ask('policy.lifecycle', { name: 'Water levy', on: '2024-01-01' })).toMatchObject({ name: expect.stringMatching(/levy/) });
  });

  it('keeps what was said of it where more is said, and gives no name to two', async () => {
    const { app } = await withWater();
    const [first] = (await says(app, [{ record: 'thing', name: 'Water levy', class: 'levy', aliases: ['Abgabe'] }])).records;
    const [again] = (await says(app, [{ record: 'thing', name: 'water levy', summary: 'A price on water.' }])).records;
    expect(again!.id).toBe(first!.id);
    expect((await app.ask('policy.described', {})).things).toMatchObject([{ class: 'levy', aliases: ['Abgabe'], summary: 'A price on water.' }]);
    expect(await refused(app, [{ record: 'thing', name: 'Duty', aliases: ['ABGABE'] }])).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('takes none of an array of which one is refused', async () => {
    const { app } = await withWater();
    const bad: unknown[] = [
      { record: 'thing', name: 'Dike', types: ['planet'] },
      { record: 'link', kind: 'part_of', from: { name: 'Dike' }, to: { name: 'dike' } },
      { record: 'link', kind: 'cause', from: { claim: '019b76da-f620-7953-8391-dea52e8d22f2' }, to: { name: 'Dike' } },
      { record: 'schedule', of: 'Dike', gives: 'rate', driver: { measure: 'level', unit: null }, form: 'formula', formula: '2 * height' },
      {
        record: 'schedule',
        of: 'Dike',
        gives: 'rate',
        driver: { measure: 'level', unit: null },
        form: 'steps',
        points: [
          ['2', '1'],
          ['2', '3'],
        ],
      },
      { record: 'conversion', name: 'none', from: 'EUR', to: 'USD' },
      { record: 'thing', name: 'Sluice', stages: 'nowhere' },
    ];
    for (const record of bad) {
      expect(await refused(app, [{ record: 'thing', name: 'Dike' }, record]), JSON.stringify(record)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
      expect((await app.ask('policy.described', {})).things).toEqual([]);
    }
  });

  it('cannot be a part of its own part', async () => {
    const { app } = await withWater();
    const part = (from: string, to: string) => ({ record: 'link' as const, kind: 'part_of' as const, from: { name: from }, to: { name: to } });
    await says(app, [part('A', 'B'), part('B', 'C')]);
    expect(await refused(app, [part('C', 'A')])).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});

describe('a word of stages or depths', () => {
  it('that nobody described is refused, and taken once a scale has it', async () => {
    const { app } = await withWater();
    const { rows } = await app.ask('sources.window', {});
    const blessed = {
      kind: 'event',
      subject: 'Water levy',
      stage: 'blessed',
      when: '2024',
      passage: { source: rows[0]!.id, exact: 'proposed in May 2021' },
    } as const;
    expect(await app.call('claims.capture', { claims: [blessed] })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', key: 'policy.unknownStage' },
    });
    await says(app, [
      { record: 'scale', code: 'rites', kind: 'stages', steps: [{ code: 'blessed', label: '', does: 'opens', on: 'force', after: null }] },
    ]);
    expect((await app.ask('claims.capture', { claims: [blessed] })).claims).toHaveLength(1);
  });
});

describe('a link', () => {
  it('goes with the claim at its end, and comes back with it', async () => {
    const { app, ids } = await withWater();
    await says(app, [{ record: 'link', kind: 'cause', from: { claim: ids.get('proposed')! }, to: { claim: ids.get('charged')! } }]);
    await app.ask('claims.remove', { ids: [ids.get('proposed')!] });
    expect((await app.ask('policy.described', {})).links).toEqual([]);
    await app.ask('history.undo', {});
    expect((await app.ask('policy.described', {})).links).toHaveLength(1);
  });
});

describe('rates', () => {
  it('step at their day, and go on by a path in as many ways as its words allow', async () => {
    const { app, ids } = await withWater();
    const rates = await app.ask('policy.rates', { name: 'Water levy', on: '2022-12-31', years: '2022/2026' });
    const [rate] = rates;
    expect(rate).toMatchObject({ unit: 'CENTS', on: { low: '10', high: '10', claims: [ids.get('first')] }, needs: [] });
    const last = rate!.readings.map(({ label, at }) => [label.key, Number(at['2026']!.low), Number(at['2026']!.high)]);
    expect(last).toEqual([
      ['policy:reading.compounded', expect.closeTo(12 * 1.05 ** 3), expect.closeTo(12 * 1.1 ** 3)],
      ['policy:reading.compoundedOneLess', expect.closeTo(12 * 1.05 ** 2), expect.closeTo(12 * 1.1 ** 2)],
      ['policy:reading.additive', expect.closeTo(12 + 3 * 0.5), expect.closeTo(12 + 3 * 1)],
    ]);
    expect(rate!.band['2026']).toEqual({ low: expect.stringMatching(/^13\.23/), high: expect.stringMatching(/^15\.97/) });
  });

  it('follow a schedule from a driver that is given, or that the ledger knows, and say what they need', async () => {
    const { app, ids } = await withWater();
    const driver = { measure: 'storage', unit: 'M3' };
    await says(app, [
      {
        record: 'schedule',
        of: 'Water levy',
        gives: 'share',
        driver,
        unit: 'PCT',
        form: 'linear',
        points: [
          ['0', '50'],
          ['48000000', '0'],
        ],
        claims: [ids.get('first')!],
      },
    ]);
    const share = async (on: string, given: Record<string, string> = {}) =>
      (await app.ask('policy.rates', { name: 'Water levy', on, given })).find((rate) => rate.class === 'share');
    expect(await share('2024-06-01')).toMatchObject({ on: { low: '25', high: '25', claims: [ids.get('first'), ids.get('actual')] } });
    expect(await share('2024-06-01', { storage: '12000000' })).toMatchObject({ on: { low: '37.5' } });
    expect(await share('2020-06-01')).toMatchObject({ on: null, needs: [{ key: 'policy:needs.driver' }] });
  });
});

describe('positions, plans and counts', () => {
  it('say who holds what now, and what it was before', async () => {
    const { app, ids } = await withWater();
    const positions = await app.ask('policy.positions', { about: 'Water levy' });
    expect(positions).toMatchObject([
      { actor: 'Farmers union', stance: 'supports', state: 'changed', earlier: [{ stance: 'opposes', claims: [ids.get('opposes')] }] },
    ]);
  });

  it('measure what was reached against the last plan told in time', async () => {
    const { app } = await withWater();
    const plans = await app.ask('policy.plans', { name: 'Orla dam' });
    expect(plans).toMatchObject([
      { state: 'revised', vintages: [{ current: false }, { current: true, change: { percent: '-25' } }], attainment: { low: '80', high: '80' } },
    ]);
  });

  it('set stated numbers beside what is named', async () => {
    const { app, ids } = await withWater();
    await says(app, [{ record: 'link', kind: 'counts', from: { claim: ids.get('two')! }, to: { name: 'Large users' } }]);
    expect(await app.ask('policy.batches', { name: 'Large users' })).toMatchObject([
      { authority: 'Water agency', members: [{}, {}, {}], counts: [{ named: 3, result: 'over' }] },
    ]);
  });
});

describe('the past', () => {
  it('knows what was described then', async () => {
    const { app } = await withWater();
    const before = (await app.ask('workbook.info', {})).edits;
    await says(app, [{ record: 'thing', name: 'Water levy', class: 'levy' }]);
    const then = await app.call('policy.instrument', { name: 'Water levy' }, { at: before });
    expect(then).toMatchObject({ ok: true, value: { class: null } });
  });
});
