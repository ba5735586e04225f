// What cannot be, or is too much: each gets a typed error or a state with a name, and nothing is half written.
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { batchesOf, listingsOf, membershipsOf } from '../../../shared/features/policy/batches.ts';
import { drawnOf, event, fieldOf, level, rateOn, states } from './field.ts';
import { cycleOf, drawn, on, told } from './told.ts';

const gazette = { Gazette: '2025-06-01' };

async function edits(app: App): Promise<number> {
  return (await app.ask('workbook.info', {})).edits;
}

/** Refused with a code, and the workbook is as it was. */
async function refuses(app: App, records: unknown, code = 'invalid-input'): Promise<void> {
  const before = await edits(app);
  const described = await app.ask('policy.described', {});
  expect(await app.call('policy.describe', { records } as never), JSON.stringify(records)).toMatchObject({ ok: false, error: { code } });
  expect([await edits(app), await app.ask('policy.described', {})]).toEqual([before, described]);
}

describe('dates that cannot be', () => {
  it('a last day before the first ends nothing and is a problem of its own', async () => {
    const lines = [{ stage: 'in_force', when: '2022-01-01', until: '2021-06-30' }];
    expect(drawn(lines)).toEqual(['force 2022-01-01 >']);
    expect(cycleOf(lines).problems).toMatchObject([{ kind: 'until', claims: ['c0-in_force'] }]);
    const { app } = await fieldOf(gazette, [{ text: 'The tax began in 2022.', claim: event('Tax', 'instrument', 'in_force', '2022') }]);
    const { sources } = await app.ask('workbook.info', {});
    const { rows } = await app.ask('sources.window', {});
    const before = await edits(app);
    const backwards = { ...event('Tax', 'instrument', 'repealed', '2024/2022'), passage: { source: rows[0]!.id, exact: 'The tax began in 2022.' } };
    expect(await app.call('claims.capture', { claims: [backwards as unknown as ClaimInput] })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect([sources, await edits(app)]).toEqual([1, before]);
  });

  it('an end told before the start is the end of an earlier time', () => {
    const lines = [
      { stage: 'started', when: '2022-05-01' },
      { stage: 'stopped', when: '2021-03-01' },
    ];
    expect(drawn(lines)).toEqual(['force ..2021-02-28 > 2021-03-01', 'pause 2021-03-01 > 2022-05-01', 'force 2022-05-01 >']);
  });

  it('two starts of two sources are one, unsure between them, with a problem', () => {
    const lines = [
      { stage: 'in_force', when: '2022-01-01', source: 'one' },
      { stage: 'in_force', when: '2022-07-01', source: 'two' },
    ];
    expect(cycleOf(lines).problems).toMatchObject([{ kind: 'dates', claims: ['c0-in_force', 'c1-in_force'] }]);
    expect(['2021-12-31', '2022-03-01', '2022-07-01'].map((day) => on(lines, day).answer)).toEqual(['no', 'unsure', 'yes']);
  });

  it('windows of three thousand years are as wide as they are', async () => {
    const lines = [
      { stage: 'in_force', when: '0001/2000' },
      { stage: 'repealed', when: '2020/5000', madeOn: '6000' },
    ];
    expect(drawn(lines)).toEqual(['force 0001-01-01..2000-12-31 > 2020-01-01..5000-12-31']);
    expect(['1000-01-01', '2010-01-01', '4000-01-01'].map((day) => on(lines, day).answer)).toEqual(['unsure', 'yes', 'unsure']);
    const { app } = await fieldOf(gazette, [
      { text: 'The tithe is a tenth since the year 100.', claim: level('Tithe', 'tithe', 'PCT', '10', { period: '0100' }) },
      { text: 'It is an eighth since 2000.', claim: level('Tithe', 'tithe', 'PCT', '12.5', { period: '2000' }) },
    ]);
    const [rate] = await app.ask('policy.rates', { name: 'Tithe', on: '2020-01-01' });
    expect(rate).toMatchObject({ on: { low: '12.5' }, readings: [], needs: [{ key: 'policy:needs.years' }] });
    expect(await app.ask('policy.rates', { name: 'Tithe', on: '2020-01-01', years: '1999/2001' })).toMatchObject([{ needs: [], readings: [{}] }]);
  });

  it('undated events alone leave everything unsure', () => {
    const lines = [{ stage: 'in_force' }, { stage: 'repealed' }, { stage: 'proposed' }];
    for (const day of ['1900-01-01', '2024-01-01', '2100-01-01']) expect(on([lines[0]!], day).answer).not.toBe('no');
    expect(
      cycleOf(lines)
        .intervals.map(({ track }) => track)
        .toSorted(),
    ).toEqual(['draft', 'force']);
    expect(on(lines, '2024-01-01').answer).toBe('unsure');
  });
});

describe('too much', () => {
  it('a thousand claims on one day are one beginning, of one source or of a thousand, and none is lost where they tell different things', () => {
    const lines = (sources: number) =>
      Array.from({ length: 1000 }, (_, at) => ({ stage: 'in_force', when: '2024-05-01', source: `s${at % sources}`, id: `c${at}` }));
    for (const sources of [1, 1000]) {
      const { intervals, unplaced } = cycleOf(lines(sources));
      expect(intervals.map(({ from, claims }) => [from.earliest, claims.length])).toEqual([['2024-05-01', 1000]]);
      expect(unplaced).toEqual([]);
    }
    const mixed = Array.from({ length: 1000 }, (_, at) => ({
      stage: ['in_force', 'amended', 'suspended', 'repealed'][at % 4]!,
      when: '2024-05-01',
      source: `s${at}`,
      id: `c${at}`,
    }));
    expect(cycleOf(mixed).intervals.flatMap(({ claims, endedBy }) => [...claims, ...endedBy]).length).toBeGreaterThanOrEqual(1000);
  });

  it('a batch of ten thousand has ten thousand members, each with its own listing and its own end', () => {
    const count = 10_000;
    const all = Array.from({ length: 2 * count }, (_, at) =>
      told({
        stage: at < count ? 'listed' : 'delisted',
        subject: `Firm ${at % count}`,
        when: at < count ? '2023-01-01' : '2024-01-01',
        id: `c${at}`,
        ...(at < count ? { batch: 'Roll' } : {}),
      }),
    );
    const batches = batchesOf(all, (name) => name);
    expect(batches.map(({ name, members }) => [name, members.length, members.filter(({ off }) => off !== null).length])).toEqual([
      ['Roll', count, count],
    ]);
    const memberships = membershipsOf(batches);
    expect(memberships.size).toBe(count);
    expect(listingsOf(memberships.get('firm 17')!)).toMatchObject([{ batch: 'Roll', claims: ['c17', 'c10017'] }]);
  });
});

describe('names', () => {
  it('that are an instrument, a project, an actor and a batch at once are one thing with all its pages', async () => {
    const { app } = await fieldOf(gazette, [
      { text: 'Harbour was adopted as a levy in 2021.', claim: event('Harbour', 'instrument', 'in_force', '2021') },
      { text: 'Harbour, the plant, was stopped in 2023.', claim: event('Harbour', 'project', 'stopped', '2023') },
      {
        text: 'Harbour, the firm, backs the levy.',
        claim: { kind: 'statement', actor: 'Harbour', topic: 'Harbour', stance: 'supports', madeOn: '2022' },
      },
      { text: 'Pier is on the list called Harbour.', claim: event('Pier', 'actor', 'listed', '2022', { batch: 'Harbour' }) },
    ]);
    const page = await app.ask('policy.instrument', { name: 'Harbour' });
    expect(page).toMatchObject({ name: 'Harbour', types: ['instrument', 'project'], positions: [{ actor: 'Harbour', stance: 'supports' }] });
    expect(await app.ask('policy.project', { name: 'Harbour' })).toEqual(page);
    expect(await app.ask('policy.batches', { name: 'Harbour' })).toMatchObject([{ members: [{ name: 'Pier' }] }]);
    expect([(await app.ask('policy.instruments', {})).length, (await app.ask('policy.projects', {})).length]).toEqual([1, 1]);
  });

  it('are refused as parts or successors of themselves, however far round; a name that nobody knows is not found', async () => {
    const { app } = await fieldOf(gazette, [{ text: 'A rule began in 2021.', claim: event('A', 'instrument', 'in_force', '2021') }]);
    const link = (kind: string, from: string, to: string) => ({ record: 'link', kind, from: { name: from }, to: { name: to } });
    for (const kind of ['part_of', 'replaces']) {
      await refuses(app, [link(kind, 'A', 'a')]);
      await refuses(app, [link(kind, 'A', 'B'), link(kind, 'B', 'C'), link(kind, 'C', 'A')]);
    }
    expect(await app.call('policy.lifecycle', { name: 'Nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('scales', () => {
  const acts = (...codes: string[]) => ({
    record: 'scale' as const,
    code: 'acts',
    kind: 'stages' as const,
    steps: codes.map((code) => ({ code, label: '', does: 'opens' as const, on: 'force' as const, after: null })),
  });

  it('that lose a word in use leave its claims standing, and say that nobody knows what it does', async () => {
    const { app, id } = await fieldOf(
      gazette,
      [{ ref: 'lit', text: 'The beacon was lit in 2021.', claim: event('Beacon rule', 'instrument', 'lit', '2021') }],
      () => [acts('lit', 'doused')],
    );
    expect(await states(app, 'Beacon rule', ['2023-01-01'])).toEqual({ '2023-01-01': 'yes in_force' });
    await app.ask('policy.describe', { records: [acts('doused')] });
    expect((await app.ask('policy.lifecycle', { name: 'Beacon rule' })).problems).toMatchObject([{ kind: 'stage', claims: [id('lit')] }]);
    expect(await states(app, 'Beacon rule', ['2023-01-01'])).toEqual({ '2023-01-01': 'unsure unknown' });
    const [scale] = (await app.ask('policy.described', {})).scales;
    await app.ask('policy.forget', { record: 'scale', id: scale!.id });
    expect((await app.ask('policy.lifecycle', { name: 'Beacon rule' })).problems).toMatchObject([{ kind: 'stage' }]);
    await app.ask('history.undo', {});
    await app.ask('history.undo', {});
    expect((await app.ask('policy.lifecycle', { name: 'Beacon rule' })).problems).toEqual([]);
  });

  it('that are ladders turned round turn round what is an order that cannot be', async () => {
    const ladder = (...codes: string[]) => ({
      record: 'scale' as const,
      code: 'dig',
      kind: 'ladder' as const,
      steps: codes.map((code) => ({ code })),
    });
    const { app, id } = await fieldOf(
      gazette,
      [
        {
          ref: 'dug',
          text: 'The pit was scraped, then dug, then lined.',
          claim: event('Pit', 'project', 'started', '2021', { sequence: ['scraped', 'dug', 'lined'] }),
        },
      ],
      () => [ladder('scraped', 'dug', 'lined')],
    );
    const orders = async () => (await app.ask('conflicts.list', { kind: 'order' })).groups.flatMap(({ claims }) => claims);
    expect(await orders()).toEqual([]);
    await app.ask('policy.describe', { records: [ladder('lined', 'dug', 'scraped')] });
    expect(await orders()).toEqual([id('dug')]);
    await refuses(app, [ladder('dug', 'dug')]);
    await refuses(app, [ladder()]);
  });
});

describe('what is reckoned', () => {
  const schedule = (more: object) => ({
    record: 'schedule' as const,
    of: 'Fee',
    gives: 'rate' as const,
    driver: { measure: 'price', unit: 'EUR' },
    form: 'linear' as const,
    ...more,
  });
  const withFee = (records: Parameters<typeof fieldOf>[2]) =>
    fieldOf(
      gazette,
      [
        { text: 'The fee began in 2020.', claim: event('Fee', 'instrument', 'in_force', '2020') },
        { text: 'The price was 7 dollars in 2024.', claim: level('Grain', 'price', 'USD', '7', { period: '2024' }) },
        { ref: 'none', text: 'Three of them are said to exist.', claim: level('Fee', 'members', 'MEMBERS', '3', { period: '2024' }) },
      ],
      records,
    );

  it('by a schedule without points, or by a division by zero, or from a driver in another unit, names what is missing', async () => {
    const { app } = await withFee(() => [
      schedule({ points: [], period: '2021' }),
      schedule({ form: 'proportional', points: [['0', '5']], period: '2022' }),
      schedule({ form: 'formula', formula: '10 / (driver - 3)', period: '2023' }),
      schedule({ form: 'formula', formula: 'driver', period: '2024' }),
    ]);
    const needs = async (on: string, given: Record<string, string> = {}) =>
      (await app.ask('policy.rates', { name: 'Fee', on, given }))
        .filter((rate) => rate.class === 'rate')
        .map((rate) => [rate.on, ...rate.needs.map(({ key }) => key)]);
    for (const [day, given] of [
      ['2021-05-01', '3'],
      ['2022-05-01', '3'],
      ['2023-05-01', '3'],
    ] as const)
      expect(await needs(day, { price: given })).toEqual([[null, 'policy:needs.points']]);
    expect(await needs('2024-05-01')).toEqual([[null, 'policy:needs.driver']]);
    expect(await needs('2024-05-01', { price: 'seven' })).toEqual([[null, 'policy:needs.driver']]);
    expect((await rateOn(app, 'Fee', '2024-05-01', { price: '7' })).at(-1)).toEqual([7, 7]);
    await refuses(app, [schedule({ form: 'formula', formula: 'driver * rain' })]);
    await refuses(app, [
      schedule({
        points: [
          ['2', '1'],
          ['1', '2'],
        ],
      }),
    ]);
  });

  it('as a count of nothing is short of what is said, and no number at all is untold', async () => {
    const { app, id } = await withFee((ref) => [{ record: 'link', kind: 'counts', from: { claim: ref('none') }, to: { name: 'Empty house' } }]);
    expect(await app.ask('policy.counts', {})).toMatchObject([{ of: 'Empty house', claim: id('none'), named: 0, members: [], result: 'short' }]);
  });

  it('at two conversions of one pair goes by the one that is named; one of other units, or of one unit, is refused', async () => {
    const rate = (name: string, value: string, unit = 'USD_PER_EUR') => ({
      record: 'conversion' as const,
      name,
      from: 'EUR',
      to: 'USD',
      own: { value, unit, reason: 'as printed' },
    });
    const { app, id } = await fieldOf(
      gazette,
      [{ ref: 'ten', text: 'It costs ten euros.', claim: level('Thing', 'price', 'EUR', '10', { period: '2024' }) }],
      () => [rate('spring', '1.1'), rate('autumn', '1.2')],
    );
    const at = async (name: string) => (await app.ask('policy.convert', { claim: id('ten'), with: name })).low;
    expect([await at('spring'), await at('Autumn')]).toEqual(['11', '12']);
    expect(await app.call('policy.convert', { claim: id('ten'), with: 'winter' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await refuses(app, [rate('odd', '1.1', 'KG_PER_EUR')]);
    await refuses(app, [{ ...rate('same', '1'), to: 'EUR', own: { value: '1', unit: 'EUR_PER_EUR', reason: 'as printed' } }]);
    await refuses(app, [{ ...rate('both', '1'), claim: id('ten') }]);
    expect(await drawnOf(app, 'Thing')).toEqual([]);
  });
});
