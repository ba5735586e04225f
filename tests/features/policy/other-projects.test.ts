// Projects of fields that no code knows: a hospital wing, a wind park, a data centre, a canal, a school, a library.
import { describe, expect, it } from 'vitest';
import { drawnOf, event, fieldOf, level, type Sentence, states } from './field.ts';

const report = { 'County report': '2025-06-01' };

describe('a hospital wing', () => {
  it('is measured by the last plan told in time, whatever was told later or of another year', async () => {
    const beds = (low: string, more: object) => level('East wing', 'beds', 'BEDS', low, { period: '2022', ...more });
    const { app } = await fieldOf(report, [
      { text: 'The east wing was announced in 2018.', claim: event('East wing', 'project', 'announced', '2018') },
      { text: 'In 2019 it was to have 200 beds in 2022.', claim: beds('200', { status: 'plan', madeOn: '2019' }) },
      { text: 'By March 2021 only 150 were planned.', claim: beds('150', { status: 'plan', madeOn: '2021-03' }) },
      { text: 'A plan of 2024 speaks of 130 for that year.', claim: beds('130', { status: 'plan', madeOn: '2024-02' }) },
      { text: 'It had 120 beds in 2022.', claim: beds('120', {}) },
      { text: 'For 2023 it had 140.', claim: beds('140', { period: '2023' }) },
      { text: 'The wing took its first patients on 4 October 2021.', claim: event('East wing', 'project', 'launched', '2021-10-04') },
    ]);
    const plans = await app.ask('policy.plans', { name: 'East wing' });
    expect(
      plans.map(({ state, vintages, attainment, actual }) => [
        state,
        vintages.map((one) => [one.low, one.current, one.change?.percent ?? null]),
        attainment,
        actual!.low,
      ]),
    ).toEqual([
      [
        'revised',
        [
          ['200', false, null],
          ['150', false, '-25'],
          ['130', true, '-13.333333'],
        ],
        { low: '80', high: '80' },
        '120',
      ],
    ]);
    expect(await states(app, 'East wing', ['2020-01-01', '2022-01-01'])).toEqual({ '2020-01-01': 'no draft', '2022-01-01': 'yes in_force' });
  });
});

describe('a wind park', () => {
  it('climbs its own ladder step by step and keeps who runs it', async () => {
    const { app } = await fieldOf(
      report,
      [
        {
          text: 'Masts went up in June 2020, put there by Hill Power.',
          claim: event('Hill park', 'project', 'started', '2020-06', { depth: 'masts', by: ['Hill Power'] }),
        },
        { text: 'Turbines turned from September 2021.', claim: event('Hill park', 'project', 'amended', '2021-09', { depth: 'turbines' }) },
        { text: 'It was joined to the grid on 3 March 2022.', claim: event('Hill park', 'project', 'amended', '2022-03-03', { depth: 'connected' }) },
      ],
      () => [
        { record: 'scale', code: 'power', kind: 'ladder', steps: [{ code: 'masts' }, { code: 'turbines' }, { code: 'connected' }] },
        { record: 'thing', name: 'Hill park', ladder: 'power' },
      ],
    );
    expect(await drawnOf(app, 'Hill park')).toEqual([
      'force 2020-06-01..2020-06-30 > 2021-09-01..2021-09-30',
      'force 2021-09-01..2021-09-30 > 2022-03-03',
      'force 2022-03-03 >',
    ]);
    const page = await app.ask('policy.project', { name: 'Hill park' });
    expect(page.depth).toBe('connected');
    expect(page.intervals.map(({ step, depth, by, carried }) => [step, depth, by, carried])).toEqual([
      [1, 'masts', ['Hill Power'], []],
      [2, 'turbines', ['Hill Power'], ['by']],
      [3, 'connected', ['Hill Power'], ['by']],
    ]);
  });
});

describe('a data centre', () => {
  const sentences: readonly Sentence[] = [
    {
      text: 'Northcloud opened the centre at Vell on 1 February 2019.',
      claim: event('Vell centre', 'project', 'started', '2019-02-01', { by: ['Northcloud'] }),
    },
    {
      ref: 'stop',
      text: 'The heat ordinance shut it on 19 July 2022.',
      claim: event('Vell centre', 'project', 'stopped', '2022-07-19', { cause: 'the heat ordinance' }),
    },
    { text: 'It ran again from 30 August 2022.', claim: event('Vell centre', 'project', 'resumed', '2022-08-30') },
    {
      ref: 'heat',
      text: 'An ordinance against heat was issued on 18 July 2022.',
      claim: event('Heat ordinance', 'instrument', 'in_force', '2022-07-18'),
    },
    { ref: 'later', text: 'It was made stricter on 1 June 2023.', claim: event('Heat ordinance', 'instrument', 'amended', '2023-06-01') },
  ];

  it('shut by a rule that its text names: the rule is proposed as the cause, and no longer only proposed once it is linked', async () => {
    const { app, id } = await fieldOf(report, sentences);
    const pause = async () => (await app.ask('policy.lifecycle', { name: 'Vell centre' })).intervals.find(({ track }) => track === 'pause')!;
    expect((await pause()).causes).toEqual([{ claim: id('stop'), words: 'the heat ordinance', events: [id('heat')], proposed: true }]);
    await app.ask('policy.describe', { records: [{ record: 'link', kind: 'cause', from: { name: 'Heat ordinance' }, to: { claim: id('stop') } }] });
    expect((await pause()).causes).toEqual([{ claim: id('stop'), words: 'the heat ordinance', events: [id('heat')], proposed: false }]);
  });

  it('stood still for certain between the two days, and is run by whom it was run before', async () => {
    const { app } = await fieldOf(report, sentences);
    expect(await states(app, 'Vell centre', ['2022-07-18', '2022-07-19', '2022-08-29', '2022-08-30'])).toEqual({
      '2022-07-18': 'yes in_force',
      '2022-07-19': 'no paused',
      '2022-08-29': 'no paused',
      '2022-08-30': 'yes in_force',
    });
    const { intervals } = await app.ask('policy.lifecycle', { name: 'Vell centre' });
    expect(intervals.at(-1)).toMatchObject({ track: 'force', by: ['Northcloud'], carried: ['by'] });
  });
});

describe('a canal', () => {
  it('planned with a condition is hypothetical; without one it is planned, and joins what comes of it', async () => {
    const canal = (status: string, when: string | null, more: object = {}) => event('Dry canal', 'project', 'started', when, { status, ...more });
    const only = await fieldOf(report, [
      { text: 'The canal will be dug if the lender agrees.', claim: canal('planned', null, { condition: 'if the lender agrees' }) },
    ]);
    expect(await states(only.app, 'Dry canal', ['2026-01-01'])).toEqual({ '2026-01-01': 'no hypothetical' });
    const { app, id } = await fieldOf(report, [
      { ref: 'plan', text: 'Digging is to begin in 2021, it was said in 2020.', claim: canal('planned', '2021', { madeOn: '2020' }) },
      { ref: 'dug', text: 'Digging began in May 2021.', claim: canal('happened', '2021-05') },
    ]);
    const { intervals } = await app.ask('policy.lifecycle', { name: 'Dry canal' });
    expect(intervals).toMatchObject([{ track: 'force', claims: [id('dug'), id('plan')], was: [] }]);
  });
});

describe('a school building', () => {
  it('whose beginning two papers date apart is unsure between them, and says that they differ', async () => {
    const { app, id } = await fieldOf(
      { ...report, 'Village paper': '2025-03-01' },
      [
        { ref: 'one', text: 'The school at Brel opened on 1 February 2020.', claim: event('Brel school', 'project', 'started', '2020-02-01') },
        {
          ref: 'two',
          text: 'Lessons at Brel began on 1 September 2020.',
          source: 'Village paper',
          claim: event('Brel school', 'project', 'started', '2020-09-01'),
        },
        { text: 'The gym belongs to it and opened in 2021.', claim: event('Brel gym', 'project', 'started', '2021') },
        { ref: 'three', text: 'The school has three buildings.', claim: level('Brel school', 'buildings', 'BUILDINGS', '3', { period: '2024' }) },
      ],
      (ref) => [
        { record: 'link', kind: 'part_of', from: { name: 'Brel gym' }, to: { name: 'Brel school' } },
        { record: 'link', kind: 'part_of', from: { name: 'Brel hall' }, to: { name: 'Brel school' } },
        { record: 'link', kind: 'counts', from: { claim: ref('three') }, to: { name: 'Brel school' } },
      ],
    );
    const cycle = await app.ask('policy.lifecycle', { name: 'Brel school' });
    expect(cycle.problems).toMatchObject([{ kind: 'dates', claims: [id('one'), id('two')] }]);
    expect(await states(app, 'Brel school', ['2020-01-31', '2020-05-01', '2020-09-01'])).toEqual({
      '2020-01-31': 'no planned',
      '2020-05-01': 'unsure unknown',
      '2020-09-01': 'yes in_force',
    });
    expect(await app.ask('policy.counts', {})).toMatchObject([{ of: 'Brel school', named: 2, members: ['Brel gym', 'Brel hall'], result: 'short' }]);
  });
});

describe('a library', () => {
  it('that closed and is to open again was run from an unknown day, and names the closing as what it returns from', async () => {
    const { app, id } = await fieldOf(report, [
      { ref: 'closed', text: 'The library closed in May 2019 for want of money.', claim: event('Mill library', 'project', 'closed', '2019-05') },
      { text: 'It shall open again in 2027.', claim: event('Mill library', 'project', 'returned', '2027', { status: 'planned', madeOn: '2025-01' }) },
    ]);
    expect(await drawnOf(app, 'Mill library')).toEqual(['force ..2019-05-30 > 2019-05-01..2019-05-31', 'plan 2027-01-01..2027-12-31 >']);
    expect((await app.ask('policy.lifecycle', { name: 'Mill library' })).returns).toEqual([id('closed')]);
    expect(await states(app, 'Mill library', ['2018-01-01', '2019-06-01', '2026-01-01'])).toEqual({
      '2018-01-01': 'unsure unknown',
      '2019-06-01': 'no ended',
      '2026-01-01': 'no ended',
    });
  });
});
