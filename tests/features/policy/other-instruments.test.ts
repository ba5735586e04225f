// Instruments of fields that no code knows: schools, soil, data, health, housing, waste, fish, families, noise, feed, forests.
import { describe, expect, it } from 'vitest';
import { drawnOf, event, fieldOf, level, rateOn, states } from './field.ts';

const gazette = { Gazette: '2025-06-01' };

describe('school milk', () => {
  it('was decided, paused and ended as told, and may have begun at any day of the autumn', async () => {
    const milk = (stage: string, when: string, more: object = {}) => event('School milk', 'instrument', stage, when, more);
    const { app } = await fieldOf(gazette, [
      { text: 'Free milk at schools was proposed in March 2019.', claim: milk('proposed', '2019-03') },
      { text: 'The council adopted it on 20 June 2019.', claim: milk('adopted', '2019-06-20') },
      { text: 'Milk was first handed out in the autumn of 2019.', claim: milk('started', '2019-23') },
      { text: 'On 16 March 2020 it was suspended.', claim: milk('suspended', '2020-03-16') },
      { text: 'It went on in September 2020, until the end of July 2023.', claim: milk('resumed', '2020-09', { until: '2023-07-31' }) },
    ]);
    expect(
      await states(app, 'School milk', [
        '2019-05-01',
        '2019-07-01',
        '2019-10-15',
        '2020-01-10',
        '2020-05-01',
        '2020-09-15',
        '2021-01-01',
        '2023-07-31',
        '2023-08-01',
      ]),
    ).toEqual({
      '2019-05-01': 'no draft',
      '2019-07-01': 'no decided',
      '2019-10-15': 'unsure unknown',
      '2020-01-10': 'yes in_force',
      '2020-05-01': 'no paused',
      '2020-09-15': 'unsure unknown',
      '2021-01-01': 'yes in_force',
      '2023-07-31': 'yes in_force',
      '2023-08-01': 'no ended',
    });
  });
});

describe('a limit on nitrate', () => {
  it('steps down, and ends on the day on which another law takes its place', async () => {
    const { app, id } = await fieldOf(
      gazette,
      [
        { text: 'A limit on nitrate has applied since 1 January 2018.', claim: event('Nitrate limit', 'instrument', 'in_force', '2018-01-01') },
        { text: 'It was fifty kilograms at first.', claim: level('Nitrate limit', 'nitrate_limit', 'KG', '50', { period: '2018-01-01' }) },
        { text: 'Since April 2021 it is forty kilograms.', claim: level('Nitrate limit', 'nitrate_limit', 'KG', '40', { period: '2021-04' }) },
        {
          ref: 'soil',
          text: 'The soil act came into force on 1 January 2024 in its place.',
          claim: event('Soil act', 'instrument', 'in_force', '2024-01-01'),
        },
      ],
      () => [{ record: 'link', kind: 'replaces', from: { name: 'Soil act' }, to: { name: 'Nitrate limit' } }],
    );
    expect(await drawnOf(app, 'Nitrate limit')).toEqual(['force 2018-01-01 > 2024-01-01']);
    expect(await states(app, 'Nitrate limit', ['2017-12-31', '2023-12-31', '2024-01-01'])).toEqual({
      '2017-12-31': 'no planned',
      '2023-12-31': 'yes in_force',
      '2024-01-01': 'no ended',
    });
    const [ended] = await app.ask('policy.inforce', { name: 'Nitrate limit', on: '2024-06-01' });
    expect(ended!.why.flatMap(({ claims }) => claims)).toEqual([id('soil')]);
    expect([await rateOn(app, 'Nitrate limit', '2020-01-01'), await rateOn(app, 'Nitrate limit', '2022-01-01')]).toEqual([[[50, 50]], [[40, 40]]]);
  });
});

describe('an order on keeping data', () => {
  it('that was withdrawn is over, and one that is announced again is a draft of its own', async () => {
    const order = (stage: string, when: string) => event('Retention order', 'instrument', stage, when);
    const { app } = await fieldOf(gazette, [
      { text: 'An order on keeping traffic data was proposed in May 2020.', claim: order('proposed', '2020-05') },
      { text: 'Its text was open to comments on 14 September 2020.', claim: order('consulted', '2020-09-14') },
      { text: 'It was withdrawn on 3 February 2021.', claim: order('withdrawn', '2021-02-03') },
      { text: 'A new text was announced in April 2022.', claim: order('announced', '2022-04') },
    ]);
    expect(await drawnOf(app, 'Retention order')).toEqual(['draft 2020-05-01..2020-05-31 > 2021-02-03', 'draft 2022-04-01..2022-04-30 >']);
    expect(await states(app, 'Retention order', ['2020-10-01', '2021-06-01', '2023-01-01'])).toEqual({
      '2020-10-01': 'no draft',
      '2021-06-01': 'no ended',
      '2023-01-01': 'no draft',
    });
  });
});

describe('a register of cooling towers', () => {
  it('goes by the words of its own scale, and a step before the one that must come first is a problem', async () => {
    const { app, id } = await fieldOf(
      gazette,
      [
        { text: 'A register of cooling towers was mooted in 2021.', claim: event('Tower register', 'instrument', 'mooted', '2021') },
        { text: 'It was gazetted on 2 May 2022.', claim: event('Tower register', 'instrument', 'gazetted', '2022-05-02') },
        { text: 'It commenced on 1 November 2022.', claim: event('Tower register', 'instrument', 'commenced', '2022-11-01') },
        {
          ref: 'wells',
          text: 'The register of wells commenced on 1 March 2022.',
          claim: event('Well register', 'instrument', 'commenced', '2022-03-01'),
        },
        {
          ref: 'gazetted',
          text: 'The one of wells was gazetted on 1 June 2022.',
          claim: event('Well register', 'instrument', 'gazetted', '2022-06-01'),
        },
      ],
      () => [
        {
          record: 'scale',
          code: 'gazette',
          kind: 'stages',
          steps: [
            { code: 'mooted', label: '', does: 'drafts', on: 'draft', after: null },
            { code: 'gazetted', label: '', does: 'decides', on: 'draft', after: null },
            { code: 'commenced', label: '', does: 'opens', on: 'force', after: 'gazetted' },
          ],
        },
      ],
    );
    expect(await states(app, 'Tower register', ['2022-01-01', '2022-06-01', '2023-01-01'])).toEqual({
      '2022-01-01': 'no draft',
      '2022-06-01': 'no decided',
      '2023-01-01': 'yes in_force',
    });
    const problems = async (name: string) => (await app.ask('policy.lifecycle', { name })).problems.map(({ kind, claims }) => [kind, claims]);
    expect(await problems('Well register')).toEqual([['order', [id('wells'), id('gazetted')]]]);
    expect(await problems('Tower register')).toEqual([]);
  });
});

describe('a rule for care staff', () => {
  it('told of in two papers ended once, on the day that both allow; what is deprecated is as if never told', async () => {
    const rule = (stage: string, when: string, more: object = {}) => event('Care rule', 'instrument', stage, when, more);
    const { app } = await fieldOf({ ...gazette, 'Ward letter': '2022-05-04' }, [
      { text: 'Staff had to be vaccinated from 11 November 2021.', claim: rule('in_force', '2021-11-11') },
      { text: 'The rule was repealed on 15 March 2022.', claim: rule('repealed', '2022-03-15') },
      { text: 'In March 2022 we were told that it is gone.', source: 'Ward letter', claim: rule('repealed', '2022-03') },
      {
        text: 'Some say it was dropped before Christmas 2021.',
        source: 'Ward letter',
        claim: rule('repealed', '2021-12', { rank: 'deprecated', rankReason: 'hearsay' }),
      },
    ]);
    expect(await drawnOf(app, 'Care rule')).toEqual(['force 2021-11-11 > 2022-03-15']);
    expect(await states(app, 'Care rule', ['2022-01-15', '2022-03-14', '2022-03-15'])).toEqual({
      '2022-01-15': 'yes in_force',
      '2022-03-14': 'yes in_force',
      '2022-03-15': 'no ended',
    });
  });
});

describe('a cap on rents', () => {
  it('goes up by a stated path, of which a level that is told uses up the steps', async () => {
    const { app } = await fieldOf(gazette, [
      {
        text: 'Rents are capped since 23 February 2020 at eight a square metre.',
        claim: level('Rent cap', 'rent_cap', 'EUR', '8', { period: '2020-02-23' }),
      },
      { text: 'The cap was nine from 1 January 2022.', claim: level('Rent cap', 'rent_cap', 'EUR', '9', { period: '2022-01-01' }) },
      {
        text: 'It rises by 5 to 10 per cent a year from 2021 to 2023, each on the last.',
        claim: {
          kind: 'figure',
          subject: 'Rent cap',
          measure: 'rent_cap',
          unit: 'PCT',
          period: '2021/2023',
          change: 'percent',
          status: 'plan',
          per: 'year',
          value: { low: '5', high: '10', qualifier: 'between' },
          path: { first: '2021', last: '2023', compounding: 'compounded' },
        },
      },
      {
        text: 'The league of tenants wanted the cap in 2019.',
        claim: { kind: 'statement', actor: 'Tenants league', topic: 'Rent cap', stance: 'supports', madeOn: '2019' },
      },
      {
        text: 'In 2022 the league had its doubts.',
        claim: { kind: 'statement', actor: 'Tenants league', topic: 'Rent cap', stance: 'doubts', madeOn: '2022' },
      },
      {
        text: 'Owners expect no more building.',
        claim: { kind: 'statement', actor: 'Owners union', topic: 'Rent cap', stance: 'expects', madeOn: '2020' },
      },
      {
        text: 'Owners are against the cap.',
        claim: { kind: 'statement', actor: 'Owners union', topic: 'Rent cap', stance: 'opposes', madeOn: '2019' },
      },
    ]);
    const rates = await app.ask('policy.rates', { name: 'Rent cap', on: '2025-01-01', years: '2020/2024' });
    expect(rates).toHaveLength(1);
    expect(rates[0]!.readings).toHaveLength(1);
    const years = Object.fromEntries(Object.entries(rates[0]!.band).map(([year, { low, high }]) => [year, [Number(low), Number(high)]]));
    expect(years).toEqual({ 2020: [8, 8], 2021: [8.4, 8.8], 2022: [9, 9], 2023: [9.45, 9.9], 2024: [9.45, 9.9] });
    const positions = await app.ask('policy.positions', { about: 'Rent cap' });
    expect(positions.map(({ actor, stance, state, earlier }) => [actor, stance, state, earlier.length])).toEqual([
      ['Owners union', 'opposes', 'held', 0],
      ['Tenants league', 'doubts', 'changed', 1],
    ]);
  });

  it('of which only figures tell is in force from the first of them, and by the last day that it may mean where none is dated', async () => {
    const { app } = await fieldOf(gazette, [
      {
        text: 'Rents are capped at eight since 23 February 2020.',
        claim: { ...level('Rent cap', 'rent_cap', 'EUR', '8', { period: '2020-02-23' }) },
      },
      { text: 'The cap on rents is an instrument.', claim: event('Rent cap', 'instrument', 'met', null) },
      { text: 'The fee for bins has come to 30 a year by 2023.', claim: level('Bin fee', 'bin_fee', 'EUR', '30', { period: '../2023' }) },
      { text: 'The bin fee is one too.', claim: event('Bin fee', 'instrument', 'met', null) },
      { text: 'The toll rose by a tenth in 2022.', claim: level('Toll', 'toll_rate', 'PCT', '10', { period: '2022', change: 'percent' }) },
      { text: 'The toll is another.', claim: event('Toll', 'instrument', 'met', null) },
      { text: 'The tax on dogs is often talked about.', claim: event('Dog tax', 'instrument', 'met', null) },
    ]);
    expect(await states(app, 'Rent cap', ['2020-02-22', '2020-02-23', '2024-01-01'])).toEqual({
      '2020-02-22': 'unsure unknown',
      '2020-02-23': 'yes in_force',
      '2024-01-01': 'yes in_force',
    });
    expect(await states(app, 'Bin fee', ['2023-06-01', '2024-01-01'])).toEqual({ '2023-06-01': 'unsure unknown', '2024-01-01': 'yes in_force' });
    expect(await states(app, 'Toll', ['2021-06-01', '2022-06-01', '2023-01-01'])).toEqual({
      '2021-06-01': 'unsure unknown',
      '2022-06-01': 'unsure unknown',
      '2023-01-01': 'yes in_force',
    });
    expect(await states(app, 'Dog tax', ['2023-06-01'])).toEqual({ '2023-06-01': 'unsure unknown' });
  });
});

describe('a deposit on bottles', () => {
  it('that was put off twice keeps the last date told, and is overdue when that passes in silence', async () => {
    const plan = (when: string, madeOn: string) => event('Bottle deposit', 'instrument', 'in_force', when, { status: 'planned', madeOn });
    const { app, id } = await fieldOf(gazette, [
      { ref: 'one', text: 'A deposit on bottles is to begin on 16 August 2023.', claim: plan('2023-08-16', '2021-12') },
      { ref: 'two', text: 'It is put off to March 2024.', claim: plan('2024-03', '2023-04-18') },
      { ref: 'three', text: 'It will not begin before October 2025.', claim: plan('2025-10/..', '2023-06-07') },
    ]);
    const { intervals } = await app.ask('policy.lifecycle', { name: 'Bottle deposit' });
    expect(intervals).toMatchObject([
      {
        track: 'plan',
        from: { earliest: '2025-10-01', latest: null },
        claims: [id('three')],
        was: [{ claims: [id('two')] }, { claims: [id('one')] }],
      },
    ]);
    expect(await states(app, 'Bottle deposit', ['2022-01-01', '2024-06-01', '2026-02-01'])).toEqual({
      '2022-01-01': 'no planned',
      '2024-06-01': 'no planned',
      '2026-02-01': 'unsure planned',
    });
    const firm = await fieldOf(gazette, [{ text: 'A deposit is to begin in March 2024.', claim: plan('2024-03', '2023-04-18') }]);
    expect(await states(firm.app, 'Bottle deposit', ['2024-03-15', '2024-04-01'])).toEqual({
      '2024-03-15': 'unsure planned',
      '2024-04-01': 'unsure overdue',
    });
  });
});

describe('a quota on herring', () => {
  it('that is given year by year goes on without a gap, and what extends it moves its last day', async () => {
    const quota = (stage: string, when: string, until: string) => event('Herring quota', 'instrument', stage, when, { until });
    const { app } = await fieldOf(gazette, [
      { text: 'The quota for 2023 ran through that year.', claim: quota('in_force', '2023-01-01', '2023-12-31') },
      { text: 'One for the first half of 2024 followed on 1 January.', claim: quota('in_force', '2024-01-01', '2024-06-30') },
      { text: 'In May 2024 it was extended to the end of September.', claim: quota('extended', '2024-05', '2024-09-30') },
      {
        text: 'Twelve thousand tonnes could be caught in 2023.',
        claim: level('Herring quota', 'quota', 'T', '12', { multiplier: 3, period: '2023' }),
      },
      { text: 'In 2024 it was nine and a half.', claim: level('Herring quota', 'quota', 'T', '9.5', { multiplier: 3, period: '2024' }) },
    ]);
    expect(await drawnOf(app, 'Herring quota')).toEqual(['force 2023-01-01 > 2024-01-01', 'force 2024-01-01 > 2024-10-01']);
    expect(await states(app, 'Herring quota', ['2023-12-31', '2024-01-01', '2024-08-01', '2024-10-01'])).toEqual({
      '2023-12-31': 'yes in_force',
      '2024-01-01': 'yes in_force',
      '2024-08-01': 'yes in_force',
      '2024-10-01': 'no ended',
    });
    expect([await rateOn(app, 'Herring quota', '2023-06-01'), await rateOn(app, 'Herring quota', '2024-06-01')]).toEqual([
      [[12000, 12000]],
      [[9500, 9500]],
    ]);
  });
});

describe('a subsidy for day care', () => {
  it('follows the income, within a floor and a cap', async () => {
    const { app } = await fieldOf(
      gazette,
      [
        {
          ref: 'care',
          text: 'Day care is subsidised since 2020 by what families earn.',
          claim: event('Day care subsidy', 'instrument', 'in_force', '2020'),
        },
      ],
      (id) => [
        {
          record: 'schedule',
          of: 'Day care subsidy',
          gives: 'share',
          to: 'Families',
          driver: { measure: 'income', unit: 'EUR' },
          unit: 'PCT',
          form: 'linear',
          points: [
            ['0', '80'],
            ['3000', '20'],
          ],
          floor: '25',
          cap: '75',
          claims: [id('care')],
        },
      ],
    );
    const share = async (income: string) => (await rateOn(app, 'Day care subsidy', '2024-01-01', { income }))[0];
    expect([await share('1000'), await share('0'), await share('2900'), await share('9000')]).toEqual([
      [60, 60],
      [75, 75],
      [25, 25],
      [25, 25],
    ]);
    expect(await rateOn(app, 'Day care subsidy', '2024-01-01')).toEqual([null]);
  });
});

describe('a noise zone', () => {
  it('stood for certain within the years told, may have stood around them, and is gone after its end', async () => {
    const { app } = await fieldOf(gazette, [
      { text: 'The noise zone stood from 2005 to 2012.', claim: event('Noise zone', 'instrument', 'present', '2005/2012') },
      { text: 'It was done away with some time between 2013 and 2015.', claim: event('Noise zone', 'instrument', 'repealed', '2013/2015') },
    ]);
    expect(await states(app, 'Noise zone', ['2003-01-01', '2005-01-01', '2012-12-31', '2013-01-01', '2014-06-01', '2016-01-01'])).toEqual({
      '2003-01-01': 'unsure unknown',
      '2005-01-01': 'yes in_force',
      '2012-12-31': 'yes in_force',
      '2013-01-01': 'unsure unknown',
      '2014-06-01': 'unsure unknown',
      '2016-01-01': 'no ended',
    });
  });
});

describe('a list of feed additives', () => {
  it('holds its members until they are taken off, and fewer than it is said to hold', async () => {
    const listed = (subject: string, more: object = {}) =>
      event(subject, 'listing', 'listed', '2020-04-01', { by: ['Feed office'], batch: 'Additives of 2020', ...more });
    const { app, id } = await fieldOf(
      { ...gazette, 'Farm paper': '2020-04-20' },
      [
        { text: 'Rovamin is on the list of April 2020.', claim: listed('Rovamin', { details: [{ is: 'class', value: 'acids' }] }) },
        { text: 'So is Teralac.', claim: listed('Teralac', { details: [{ is: 'class', value: 'acids' }] }) },
        { text: 'And so is Gelvin.', claim: listed('Gelvin', { details: [{ is: 'class', value: 'colours' }] }) },
        { text: 'Rovamin was allowed in April 2020.', source: 'Farm paper', claim: event('Rovamin', 'listing', 'listed', '2020-04') },
        { text: 'Rovamin was struck off in June 2022.', claim: event('Rovamin', 'listing', 'delisted', '2022-06', { by: ['Feed office'] }) },
        {
          ref: 'four',
          text: 'Four additives were allowed.',
          claim: level('Additives of 2020', 'additives', 'ADDITIVES', '4', { period: '2020-04' }),
        },
        {
          ref: 'acids',
          text: 'Two of them are acids.',
          claim: level('Additives of 2020', 'additives', 'ADDITIVES', '2', { period: '2020-04', basis: ['acids'] }),
        },
      ],
      (ref) => [
        { record: 'link', kind: 'counts', from: { claim: ref('four') }, to: { name: 'Additives of 2020' } },
        { record: 'link', kind: 'counts', from: { claim: ref('acids') }, to: { name: 'Additives of 2020' } },
      ],
    );
    const batches = await app.ask('policy.batches', {});
    expect(batches.map(({ name, authority, members }) => [name, authority, members.map((one) => one.name)])).toEqual([
      ['Additives of 2020', 'Feed office', ['Rovamin', 'Teralac', 'Gelvin']],
    ]);
    expect(batches[0]!.counts.map(({ claim, named, result }) => [claim, named, result])).toEqual([
      [id('four'), 3, 'short'],
      [id('acids'), 2, 'agrees'],
    ]);
    expect(await states(app, 'Rovamin', ['2020-03-31', '2021-01-01', '2022-06-15', '2022-07-01'])).toEqual({
      '2020-03-31': 'no planned',
      '2021-01-01': 'yes in_force',
      '2022-06-15': 'unsure unknown',
      '2022-07-01': 'no ended',
    });
  });
});

describe('a ban on felling', () => {
  it('told of only with a condition is never in force, and a return after an end names that end', async () => {
    const ban = (stage: string, when: string | null, more: object = {}) => event('Felling ban', 'instrument', stage, when, more);
    const only = await fieldOf(gazette, [
      {
        text: 'Felling would be banned if the beetle spread.',
        claim: ban('in_force', null, { status: 'expected', condition: 'if the beetle spreads' }),
      },
    ]);
    expect(await states(only.app, 'Felling ban', ['2026-01-01'])).toEqual({ '2026-01-01': 'no hypothetical' });
    const { app, id } = await fieldOf(gazette, [
      { ref: 'end', text: 'The ban on felling expired on 30 April 2021.', claim: ban('expired', '2021-04-30') },
      { ref: 'back', text: 'It is expected back in 2027.', claim: ban('in_force', '2027', { status: 'expected' }) },
    ]);
    expect(await drawnOf(app, 'Felling ban')).toEqual(['force ..2021-04-29 > 2021-04-30', 'plan 2027-01-01..2027-12-31 >']);
    expect((await app.ask('policy.lifecycle', { name: 'Felling ban' })).returns).toEqual([id('end')]);
    expect(await states(app, 'Felling ban', ['2020-01-01', '2021-04-29', '2021-04-30', '2028-01-01'])).toEqual({
      '2020-01-01': 'unsure unknown',
      '2021-04-29': 'yes in_force',
      '2021-04-30': 'no ended',
      '2028-01-01': 'unsure overdue',
    });
  });
});
