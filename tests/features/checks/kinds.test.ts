// Each kind of arithmetic that texts of any field state, once as it holds, once as it breaks, and beside what only looks like it.
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../shared/features/checks/run.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';

type Told = readonly [what: string, period: string, value: string, unit: string, more?: Readonly<Record<string, unknown>>];

/** "measure of subject @ area" tells what is counted; the rest are fields as they are captured. */
function claim([what, period, value, unit, more = {}]: Told, nth: number) {
  const [, measure, subject, area = 'NO'] = /^(\S+) of (.+?)(?: @ (.+))?$/u.exec(what)!;
  const { source = 'a', ...fields } = more;
  const passage = { source, exact: 'words', start: nth };
  return {
    kind: 'figure',
    ref: String(nth),
    measure,
    subject,
    area,
    period,
    value: { low: value, high: value, qualifier: 'exact' },
    unit,
    passage,
    ...fields,
  };
}

/** Results of the checks that take all of the claims. */
function resultsOver(told: readonly Told[]): string[] {
  const taken = (inputs: readonly string[]) => told.every((_, nth) => inputs.includes(String(nth)));
  return runChecks(toClaims(told.map(claim)), plainContext)
    .filter(({ inputs }) => taken(inputs))
    .map(({ result }) => result);
}

const points = { change: 'points' };
const percent = { change: 'percent' };
const target = { status: 'target' };

describe('a change', () => {
  const rates = (change: string): Told[] => [
    ['vacancy_rate of Offices', '2023', '5.0', 'PCT'],
    ['vacancy_rate of Offices', '2024', '6.5', 'PCT'],
    ['vacancy_rate_change of Offices', '2024', change, 'PP', points],
  ];
  const herd = (change: string): Told[] => [
    ['cows of Farms', '2023', '500', 'UNITS'],
    ['cows of Farms', '2024', '460', 'UNITS'],
    ['cows_change of Farms', '2024', change, 'UNITS', { change: 'absolute' }],
  ];
  const monthly = (change: string): Told[] => [
    ['visits of Clinics', '2024-12', '100', 'UNITS'],
    ['visits of Clinics', '2025-01', '110', 'UNITS'],
    ['visits_change of Clinics', '2025-01', change, 'PCT', { ...percent, per: 'month' }],
  ];
  const yearly = (change: string, from = '2020'): Told[] => [
    ['demand of Ferries', from, '100', 'UNITS'],
    ['demand of Ferries', '2024', '146.41', 'UNITS'],
    ['demand_growth of Ferries', '2021/2024', change, 'PCT', { ...percent, per: 'year' }],
  ];
  const whole = (change: string): Told[] => [
    ['demand of Trams', '2020', '100', 'UNITS'],
    ['demand of Trams', '2024', '150', 'UNITS'],
    ['demand_change of Trams', '2020/2024', change, 'PCT', percent],
  ];
  const ahead = (change: string): Told[] => [
    ['catch of Fleet', '2024', '200', 'T'],
    ['catch of Fleet', '2025', '220', 'T', { status: 'forecast' }],
    ['catch_change of Fleet', '2025', change, 'PCT', { ...percent, status: 'forecast' }],
  ];
  const toDate = (change: string): Told[] => [
    ['tax of Treasury', '2023-01/2023-09', '100', 'EUR'],
    ['tax of Treasury', '2024-01/2024-09', '110', 'EUR'],
    ['tax_change of Treasury', '2024-01/2024-09', change, 'PCT', percent],
  ];
  it.each([
    ['in points, of two rates', rates, '1.5', '3'],
    ['in units', herd, '-40', '-60'],
    ['on the month before', monthly, '10', '14'],
    ['compounded over the years', yearly, '10', '13'],
    ['over all the years', whole, '50', '40'],
    ['of a forecast on what was counted', ahead, '10', '15'],
    ['of a year to date', toDate, '10', '15'],
  ] as const)('%s', (_, told, right, wrong) => {
    expect(resultsOver(told(right))).toEqual(['holds']);
    expect(resultsOver(told(wrong))).toEqual(['breaks']);
  });

  it('in points says nothing of another rate', () => {
    const [first, , change] = rates('3');
    expect(resultsOver([first!, ['turnover_rate of Offices', '2024', '6.5', 'PCT'], change!])).toEqual([]);
  });
});

describe('a share', () => {
  const share = (part: Told, total: Told, percents: string, more = {}): Told[] => {
    const [, measure, subject, area] = /^(\S+) of (.+?)( @ .+)?$/u.exec(part[0])!;
    return [part, total, [`${measure}_share of ${subject}${area ?? ''}`, part[1], percents, 'PCT', more]];
  };
  it.each([
    ['of all universes', ['catch of Norway', '2024', '30', 'T', { basis: 'cod' }], ['catch of Norway', '2024', '120', 'T'], { basis: 'cod' }],
    ['of a country', ['visits of Clinics @ SE', '2024', '30', 'UNITS'], ['visits of Sweden @ SE', '2024', '120', 'UNITS'], {}],
    ['of the world', ['solar_power of Solar @ CN', '2024', '30', 'GW'], ['solar_power of Solar @ World', '2024', '120', 'GW'], {}],
    ['of all members', ['cloth of Silk', '2024', '30', 'T'], ['cloth of all fibres', '2024', '120', 'T'], {}],
  ] as const)('%s is set against the part and the total', (_, part, total, more) => {
    expect(resultsOver(share(part, total, '25', more))).toEqual(['holds']);
    expect(resultsOver(share(part, total, '31', more))).toEqual(['breaks']);
  });

  it('of a share is the product of both', () => {
    const told = (all: string): Told[] => [
      ['sales_share of premium', '2024', '40', 'PCT'],
      ['sales_share of leather', '2024', '10', 'PCT', { basis: 'premium' }],
      ['sales_share of leather', '2024', all, 'PCT'],
    ];
    expect(resultsOver(told('4'))).toEqual(['holds']);
    expect(resultsOver(told('6'))).toEqual(['breaks']);
  });

  it('implies no total of what it is no share of', () => {
    expect(
      resultsOver([
        ['unemployment_rate of Norway', '2024', '4', 'PCT'],
        ['car_sales of Norway', '2024', '100', 'UNITS'],
      ]),
    ).toEqual([]);
  });
});

describe('a ratio', () => {
  const price = (value: string): Told[] => [
    ['tea_exports of Kenya', '2024', '500', 'T'],
    ['tea_exports_value of Kenya', '2024', '1000', 'USD'],
    ['tea_price of Kenya', '2024', value, 'USD_PER_T'],
  ];
  const priceOfBasis = (value: string): Told[] => [
    ['tea_exports of Java', '2024', '500', 'T'],
    ['tea_exports_value of Java', '2024', '1000', 'USD'],
    ['tea_price of Java', '2024', value, 'USD', { basis: 'per tonne' }],
  ];
  const yields = (value: string): Told[] => [
    ['wheat_harvest of Latvia', '2024', '60', 'T'],
    ['wheat_area of Latvia', '2024', '30', 'HA'],
    ['wheat_yield of Latvia', '2024', value, 'T_PER_HA'],
  ];
  const reached = (value: string): Told[] => [
    ['steel of Works', '2024', '200', 'T'],
    ['steel of Works', '2024', '10000', 'T', target],
    ['steel_attainment of Works', '2024', value, 'PCT'],
  ];
  const used = (value: string): Told[] => [
    ['throughput of Refinery', '2024', '200', 'T'],
    ['capacity of Refinery', '2024', '10000', 'T'],
    ['utilisation of Refinery', '2024', value, 'PCT'],
  ];
  it.each([
    ['a price with its unit', price],
    ['a price whose universe is one unit', priceOfBasis],
    ['a yield', yields],
    ['what was reached of a target', reached],
    ['what is used of a capacity', used],
  ] as const)('%s is set against what it is made of', (_, told) => {
    expect(resultsOver(told('2'))).toEqual(['holds']);
    expect(resultsOver(told('3'))).toEqual(['breaks']);
  });
});

describe('months of a whole', () => {
  const mean = (value: string, more: object = { per: 'month' }): Told[] => [
    ['exports of Gold', '2024', '120', 'T'],
    ['exports of Gold', '2024', value, 'T', { ...more }],
  ];
  it('have the mean that a claim gives a month or a day', () => {
    expect(resultsOver(mean('10'))).toEqual(['holds']);
    expect(resultsOver(mean('12'))).toEqual(['breaks']);
    const named = (value: string): Told[] => [mean('')[0]!, ['exports_monthly_average of Gold', '2024', value, 'T']];
    expect(resultsOver(named('10'))).toEqual(['holds']);
    expect(resultsOver(named('12'))).toEqual(['breaks']);
  });

  const month = (value: string, note: string): Told[] => [
    ['power_use of City', '2024', '1200', 'WH'],
    ['power_use of City', '2024-01', value, 'WH', { note }],
  ];
  it.each(['the peak month', 'пиковый месяц: максимум года', '全年最高'])('reach an even share at least in the highest: %s', (note) => {
    expect(resultsOver(month('90', note))).toEqual(['breaks']);
    expect(resultsOver(month('130', note))).toEqual(['holds']);
  });
  it.each(['the lowest month', 'минимум года', '全年最低'])('reach an even share at most in the lowest: %s', (note) => {
    expect(resultsOver(month('130', note))).toEqual(['breaks']);
    expect(resultsOver(month('90', note))).toEqual(['holds']);
  });
  it('of which nothing is said may be any part of it', () => {
    expect(resultsOver(month('90', 'a mild month'))).toEqual(['implied']);
  });

  it.each([
    ['reserves', 'USD'],
    ['oil_price', 'USD'],
    ['herd', 'UNITS'],
    ['запасы', 'T'],
    ['库存', 'T'],
  ])('add up to nothing where they are stocks or prices: %s', (measure, unit) => {
    const quarters: Told[] = [1, 2, 3, 4].map((quarter) => [`${measure} of Bank`, `2024-Q${quarter}`, '10', unit]);
    expect(resultsOver([...quarters, [`${measure} of Bank`, '2024', '10', unit]]).filter((result) => result === 'breaks')).toEqual([]);
    expect(
      resultsOver([
        [`${measure} of Bank`, '2024-03', '50', unit],
        [`${measure} of Bank`, '2024', '45', unit],
      ]),
    ).toEqual([]);
  });
});

describe('parts of a total', () => {
  const members = (total: string, names = ['North', 'South', 'East']): Told[] => [
    ...names.map((name): Told => [`mills of ${name}`, '2024', '30', 'UNITS']),
    ['mills of all sites', '2024', total, 'UNITS'],
  ];
  it('named one by one never add up to more than all, and may be fewer than all', () => {
    expect(resultsOver(members('90'))).toEqual(['holds']);
    expect(resultsOver(members('80'))).toEqual(['breaks']);
    expect(resultsOver(members('100'))).toEqual([]);
    expect(resultsOver(members('100', ['North', 'South', 'others']))).toEqual(['breaks']);
  });
  it('that may hold each other are not added up', () => {
    expect(resultsOver(members('80', ['Alfa', 'Chinese brands', 'foreign makers']))).toEqual([]);
  });

  const places = (total: string): Told[] => [
    ['mills of German mills @ DE', '2024', '30', 'UNITS'],
    ['mills of French mills @ France', '2024', '40', 'UNITS'],
    ['mills of EU mills @ EU', '2024', total, 'UNITS', { source: 'b' }],
  ];
  it('of a group of countries never add up to more than it', () => {
    expect(resultsOver(places('60'))).toEqual(['breaks']);
    expect(resultsOver(places('90'))).toEqual([]);
  });

  it('are each no more than the whole', () => {
    const universe = (part: string): Told[] => [
      ['budget of Navy', '2024', part, 'EUR', { basis: 'ships' }],
      ['budget of Navy', '2024', '80', 'EUR', { basis: 'total', source: 'b' }],
    ];
    expect(resultsOver(universe('90'))).toEqual(['breaks']);
    expect(resultsOver(universe('70'))).toEqual([]);
  });
});

describe('two years with others between them', () => {
  it('imply a growth a year, and three say nothing of it', () => {
    const years = (...told: string[]): Told[] => told.map((year, nth) => ['output of Tin', year, String(100 + nth), 'T']);
    expect(resultsOver(years('2020', '2024'))).toEqual(['implied']);
    expect(resultsOver(years('2020', '2022', '2024'))).toEqual([]);
  });
});
