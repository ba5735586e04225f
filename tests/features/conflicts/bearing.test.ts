// A group holds only claims that bear on one another, and what belongs together is one group.
import { describe, expect, it } from 'vitest';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { findConflicts } from '../../../shared/features/conflicts/find.ts';
import type { ConflictKind } from '../../../shared/features/conflicts/model.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';

type Figure = Extract<ClaimInput, { kind: 'figure' }>;
type Event = Extract<ClaimInput, { kind: 'event' }>;

const exact = (text: string) => ({ low: text, high: text, qualifier: 'exact' as const });
let number = 0;
function place(source: string) {
  number += 1;
  return { source, exact: 'words', start: number };
}
const figure = (ref: string, fields: Partial<Figure>): Figure => ({
  kind: 'figure',
  ref,
  measure: 'tea_harvest',
  subject: 'tea gardens',
  area: 'LK',
  period: '2024',
  value: exact('100'),
  unit: 'UNITS',
  saidBy: [`Office ${ref}`],
  passage: place(`source ${ref}`),
  ...fields,
});
const event = (ref: string, fields: Partial<Event>): Event => ({
  kind: 'event',
  ref,
  subject: 'Water act',
  subjectType: 'instrument',
  passage: place(`source ${ref}`),
  ...fields,
});

const groups = (...claims: ClaimInput[]) => findConflicts(toClaims(claims), plainContext);
const ofKind = (kind: ConflictKind, ...claims: ClaimInput[]) =>
  groups(...claims)
    .filter((group) => group.kind === kind)
    .map((group) => group.claims.join(' '))
    .sort();

describe('a group of values', () => {
  it('holds those that exclude each other, each with those that say the same', () => {
    const claims = [figure('a', {}), figure('b', {}), figure('c', { value: exact('120') })];
    expect(ofKind('value', ...claims)).toEqual(['a b c']);
  });
  it.each([
    ['more than', { low: '90', high: null, qualifier: 'over' }],
    ['about', { low: '100', high: '100', qualifier: 'about' }],
    ['between', { low: '95', high: '125', qualifier: 'between' }],
  ] as const)('leaves out what agrees with one of them: %s', (_, value) => {
    const claims = [figure('a', {}), figure('b', { value: exact('120') }), figure('c', { value })];
    for (const group of ofKind('value', ...claims)) expect(group === 'a b' || group === 'b c').toBe(true);
    expect(ofKind('value', ...claims)).toContain('a b');
  });
  it('sets a value that excludes only some of the others against those alone', () => {
    const claims = [
      figure('a', { value: exact('100.0') }),
      figure('b', { value: exact('120.0') }),
      figure('c', { value: { low: '98', high: '102', qualifier: 'between' } }),
    ];
    expect(ofKind('value', ...claims)).toEqual(['a b', 'b c']);
  });
  it.each([
    ['tea harvest', 'tea_harvest'],
    ['Tea-Harvest', 'tea_harvest'],
  ])('compares measures worded differently: %s', (one, other) => {
    expect(ofKind('value', figure('a', { measure: one }), figure('b', { measure: other, value: exact('120') }))).toEqual(['a b']);
  });
  it.each([
    ['UA', 'Ukraine'],
    ['Украина', 'UA'],
    ['乌克兰', 'Украина'],
    ['USA', '美国'],
    ['EU', 'Евросоюз'],
  ])('compares areas named differently: %s and %s', (one, other) => {
    expect(ofKind('value', figure('a', { area: one }), figure('b', { area: other, value: exact('120') }))).toEqual(['a b']);
  });
});

describe('rival causes of one happening', () => {
  const priced = (ref: string, fields: Partial<Event>) =>
    event(ref, { subject: 'Price rise', subjectType: null, type: 'price rise', when: '2025-01', what: 'prices jumped', ...fields });
  it('are one group, however many', () => {
    const claims = [
      priced('a', { cause: 'a cold spell' }),
      priced('b', { cause: 'the end of a contract' }),
      priced('c', { cause: 'speculation of funds' }),
    ];
    expect(ofKind('cause', ...claims)).toEqual(['a b c']);
  });
  it('are not sought between stops at two times, of which one has an open date', () => {
    const stopped = (ref: string, when: string, cause: string) => event(ref, { subject: 'Works', stage: 'stopped', when, cause, what: '' });
    expect(ofKind('cause', stopped('a', '2023-09/..', 'lack of parts'), stopped('b', '2024-06', 'a strike'))).toEqual([]);
  });
});

describe('dates that hang on the date of their text', () => {
  const late = (ref: string, source: string) => figure(ref, { periodBasis: "'last year' in an undated text", passage: place(source), subject: ref });
  it('are one question for each undated text, and none where the text has a date', () => {
    expect(ofKind('period', late('a', 'x'), late('b', 'x'), late('c', 'y'))).toEqual(['a b', 'c']);
    const dated = { ...plainContext, source: (id: string | null) => ({ ...plainContext.source(id)!, publishedOn: '2025' }) };
    expect(findConflicts(toClaims([late('a', 'x')]), dated)).toEqual([]);
  });
});

describe('stages of one thing', () => {
  it.each([
    ['in force before it was adopted', ['in_force', '2025-01-01'], ['adopted', '2025-03-15']],
    ['adopted before it was proposed', ['adopted', '2024-02'], ['proposed', '2024-06']],
    ['stopped before it was started', ['stopped', '2023-03'], ['started', '2023-09']],
    ['delisted before it was listed', ['delisted', '2023-03'], ['listed', '2023-09']],
  ] as const)('are out of order: %s', (_, [later, before], [earlier, after]) => {
    expect(ofKind('order', event('a', { stage: later, when: before }), event('b', { stage: earlier, when: after }))).toEqual(['a b']);
  });
  it.each([
    [
      'in the right order',
      [
        ['adopted', '2024-05-27'],
        ['in_force', '2024-08-04'],
      ],
    ],
    [
      'of an amendment that took its own course',
      [
        ['in_force', '2023-08'],
        ['adopted', '2024-09'],
        ['in_force', '2024-10'],
      ],
    ],
    [
      'where one is known by its year alone',
      [
        ['in_force', '2024'],
        ['adopted', '2024-05'],
      ],
    ],
    [
      'years apart',
      [
        ['in_force', '2018-01'],
        ['adopted', '2024-05'],
      ],
    ],
    [
      'of a plan',
      [
        ['in_force', '2025-01', 'planned'],
        ['adopted', '2025-03'],
      ],
    ],
  ] as const)('break no order %s', (_, stages) => {
    const claims = stages.map(([stage, when, status], nth) => event(`e${nth}`, { stage, when, ...(status === undefined ? {} : { status }) }));
    expect(ofKind('order', ...claims)).toEqual([]);
  });
  it('break no order where something began again, or of two things', () => {
    const again = [event('a', { stage: 'stopped', when: '2022-03' }), event('b', { stage: 'started', when: '2023-03', what: 'restarted the line' })];
    expect(ofKind('order', ...again)).toEqual([]);
    const two = [event('a', { stage: 'in_force', when: '2025-01' }), event('b', { stage: 'adopted', when: '2025-03', subject: 'Soil act' })];
    expect(ofKind('order', ...two)).toEqual([]);
  });
});

describe('parts told apart by place', () => {
  const mill = (ref: string, area: string, subject: string, value: string, more: Partial<Figure> = {}) =>
    figure(ref, { measure: 'mills', subject, area, value: exact(value), passage: place('one text'), ...more });
  it('must not add up to more than the whole, wherever the whole is told', () => {
    const parts = [mill('b', 'DE', 'German mills', '24'), mill('c', 'Italy', 'Italian mills', '19'), mill('d', 'NL', 'Dutch mills', '70')];
    expect(ofKind('part_total', mill('a', 'EU', 'EU mills', '103', { passage: place('other') }), ...parts)).toEqual(['a b c d']);
    expect(ofKind('part_total', mill('a', 'EU', 'EU mills', '140', { passage: place('other') }), ...parts)).toEqual([]);
  });
  it('must not add up to less where what is left over is among them', () => {
    const parts = [mill('b', 'DE', 'German mills', '24'), mill('c', 'EU other', 'EU mills', '19', { basis: 'other member states' })];
    expect(ofKind('part_total', mill('a', 'EU', 'EU mills', '103'), ...parts)).toContain('a b c');
  });
  it('are no parts of a whole elsewhere', () => {
    const others = [mill('b', 'US', 'American mills', '90'), mill('c', 'CN', 'Chinese mills', '70')];
    expect(ofKind('part_total', mill('a', 'EU', 'EU mills', '103'), ...others)).toEqual([]);
  });
});

describe('one number of two things', () => {
  it('at one time in two sources is a coincidence where it is long enough to mislead', () => {
    const other = { measure: 'rubber_imports', subject: 'Ports', area: 'IN' };
    expect(ofKind('coincidence', figure('a', { value: exact('15.4') }), figure('b', { ...other, value: exact('15.4') }))).toEqual(['a b']);
    expect(ofKind('coincidence', figure('a', { value: exact('15') }), figure('b', { ...other, value: exact('15') }))).toEqual([]);
    expect(ofKind('coincidence', figure('a', { value: exact('15.4') }), figure('b', { ...other, value: exact('15.4'), period: '1990' }))).toEqual([]);
  });
});

describe('forms of one thing', () => {
  it('say nothing where a growth joins two levels, or a price an amount and a count', () => {
    const growth = [
      figure('a', { period: '2023' }),
      figure('b', { value: exact('125') }),
      figure('c', { measure: 'tea_harvest_change', value: exact('25'), unit: 'PCT', change: 'percent' }),
    ];
    expect(ofKind('unit', ...growth)).toEqual([]);
    expect(ofKind('unit', growth[1]!, growth[2]!)).toEqual(['b c']);
    expect(ofKind('unit', figure('a', {}), figure('b', { measure: 'tea_harvest_value', unit: 'USD' }))).toEqual([]);
  });
});
