// Wholes and their parts, stages, causes, older words and topics: what bears on one another whatever the words for it.
import { describe, expect, it } from 'vitest';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { createConflictIndex, findConflicts } from '../../../shared/features/conflicts/find.ts';
import type { ConflictKind } from '../../../shared/features/conflicts/model.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';

type Figure = Extract<ClaimInput, { kind: 'figure' }>;
type Event = Extract<ClaimInput, { kind: 'event' }>;
type Statement = Extract<ClaimInput, { kind: 'statement' }>;

let number = 0;
function place(source: string) {
  number += 1;
  return { source, exact: 'words', start: number };
}
const exact = (text: string) => ({ low: text, high: text, qualifier: 'exact' as const });
const figure = (ref: string, subject: string, value: string, fields: Partial<Figure> = {}, source = 'one text'): Figure => ({
  kind: 'figure',
  ref,
  measure: 'cheese_output',
  subject,
  area: 'CH',
  period: '2024',
  value: exact(value),
  unit: 'T',
  passage: place(source),
  ...fields,
});
const event = (ref: string, fields: Partial<Event>): Event => ({
  kind: 'event',
  ref,
  subject: 'Milk rule',
  passage: place(`source ${ref}`),
  ...fields,
});
const said = (ref: string, topic: string, fields: Partial<Statement>): Statement => ({
  kind: 'statement',
  ref,
  actor: `Actor ${ref}`,
  topic,
  stance: 'supports',
  gist: `gist ${ref}`,
  madeOn: '2024-05',
  passage: place(`source ${ref}`),
  ...fields,
});

const ofKind = (kind: ConflictKind, ...claims: ClaimInput[]) =>
  findConflicts(toClaims(claims), plainContext)
    .filter((group) => group.kind === kind)
    .map((group) => group.claims.toSorted().join(' '))
    .sort();

describe('members beside all of them', () => {
  const dairies = (total: string, last = 'Dairy C') => [
    figure('t', 'all dairies', total, {}, 'office'),
    figure('a', 'Dairy A', '30'),
    figure('b', 'Dairy B', '30'),
    figure('c', last, '30'),
  ];
  it('do not come to more than all', () => {
    expect(ofKind('part_total', ...dairies('80'))).toEqual(['a b c t']);
    expect(ofKind('part_total', ...dairies('90'))).toEqual([]);
    expect(ofKind('part_total', ...dairies('120'))).toEqual([]);
  });
  it('are not added up where they come to so much more that one must hold another', () => {
    expect(ofKind('part_total', ...dairies('50'))).toEqual([]);
  });
  it.each(['others', 'прочие', '其他'])('do not come to less either where what is left over is among them: %s', (rest) => {
    expect(ofKind('part_total', ...dairies('120', rest))).toEqual(['a b c t']);
  });
  it('are each no more than all', () => {
    expect(ofKind('part_total', figure('t', 'all dairies', '80'), figure('a', 'Dairy A', '95'))).toEqual(['a t']);
  });
  it('are found whichever claim comes first', () => {
    const claims = toClaims(dairies('80'));
    for (const order of [claims, claims.toReversed()]) {
      const index = createConflictIndex(plainContext);
      for (const claim of order) index.update([{ id: claim.id, claim }]);
      expect(index.groups().map(({ kind, claims: ids }) => `${kind} ${ids.toSorted().join(' ')}`)).toEqual(['part_total a b c t']);
    }
  });
});

describe('classes beside their total', () => {
  const classes = (total: string) => [
    figure('t', 'Alps', total, { basis: 'all cheese' }, 'office'),
    figure('a', 'Alps', '30', { basis: 'hard' }),
    figure('b', 'Alps', '40', { basis: 'soft and other' }),
  ];
  it('break it where they come to more, or with what is left over to less', () => {
    expect(ofKind('part_total', ...classes('60'))).toEqual(['a b t']);
    expect(ofKind('part_total', ...classes('80'))).toEqual(['a b t']);
    expect(ofKind('part_total', ...classes('70'))).toEqual([]);
  });
  it('are no rival universes of it', () => {
    expect(ofKind('basis', ...classes('70'))).toEqual([]);
  });
});

describe('shares of one whole', () => {
  const shares = (last: string, rest = 'others') => [
    figure('a', 'Dairy A', '62', { measure: 'market_share', unit: 'PCT' }),
    figure('b', 'Dairy B', '20', { measure: 'market_share', unit: 'PCT' }),
    figure('c', rest, last, { measure: 'market_share', unit: 'PCT' }),
  ];
  it('come to a hundred with what is left over', () => {
    expect(ofKind('part_total', ...shares('18'))).toEqual([]);
    expect(ofKind('part_total', ...shares('25'))).toEqual(['a b c']);
    expect(ofKind('part_total', ...shares('9'))).toEqual(['a b c']);
  });
  it('may come to anything where nobody says that nothing is left', () => {
    expect(ofKind('part_total', ...shares('40', 'Dairy C'))).toEqual([]);
  });
});

describe('places within a whole', () => {
  it('are each no more than the group or the world', () => {
    expect(ofKind('part_total', figure('t', 'cheese', '80', { area: 'World' }), figure('a', 'cheese', '95', { area: 'China' }))).toEqual(['a t']);
    expect(ofKind('part_total', figure('t', 'cheese', '80', { area: 'EU' }), figure('a', 'cheese', '95', { area: 'China' }))).toEqual([]);
  });
  it('may be provinces that no list knows, beside what is left of their country', () => {
    const provinces = (total: string) => [
      figure('t', 'cheese', total),
      figure('a', 'cheese', '30', { area: 'Valais' }),
      figure('b', 'cheese', '20', { area: 'Bern' }),
      figure('c', 'cheese', '5', { area: 'other regions' }),
    ];
    expect(ofKind('part_total', ...provinces('50'))).toEqual(['a b c t']);
    expect(ofKind('part_total', ...provinces('55'))).toEqual([]);
  });
});

describe('a level at a point in time', () => {
  it('may be higher within a year than for the year', () => {
    const stocks = [
      figure('a', 'Alps', '90', { measure: 'cheese_stocks', period: '2024-06' }),
      figure('b', 'Alps', '60', { measure: 'cheese_stocks' }),
    ];
    expect(ofKind('part_total', ...stocks)).toEqual([]);
    const sales = stocks.map((one) => ({ ...one, measure: 'cheese_sales' }));
    expect(ofKind('part_total', ...sales)).toEqual(['a b']);
  });
});

describe('stages', () => {
  it.each([
    ['in_force', 'proposed'],
    ['in_force', 'consulted'],
    ['adopted', 'consulted'],
    ['suspended', 'adopted'],
    ['superseded', 'in_force'],
    ['withdrawn', 'proposed'],
    ['stopped', 'launched'],
  ])('are out of order where it was %s before it was %s', (late, early) => {
    expect(ofKind('order', event('a', { stage: late, when: '2024-01-05' }), event('b', { stage: early, when: '2024-06-01' }))).toEqual(['a b']);
    expect(ofKind('order', event('a', { stage: late, when: '2024-06-01' }), event('b', { stage: early, when: '2024-01-05' }))).toEqual([]);
  });
  it('that one wrong day puts out of order with several are one finding', () => {
    const stages = [
      event('a', { stage: 'in_force', when: '2024-01-05' }),
      event('b', { stage: 'proposed', when: '2024-03' }),
      event('c', { stage: 'adopted', when: '2024-05' }),
    ];
    expect(ofKind('order', ...stages)).toEqual(['a b']);
  });
  it.each(['published', 'amended'])('of a draft break no order: %s', (stage) => {
    expect(
      ofKind(
        'order',
        event('a', { stage, when: '2024-01' }),
        event('b', { stage: 'proposed', when: '2023-12' }),
        event('c', { stage: 'consulted', when: '2024-04' }),
      ),
    ).toEqual([]);
  });
  it('that are temporary end after they began', () => {
    expect(ofKind('order', event('a', { stage: 'suspended', when: '2024-06', until: '2024-02' }))).toEqual(['a']);
    expect(ofKind('order', event('a', { stage: 'suspended', when: '2024-06', until: '2024-06' }))).toEqual([]);
  });
});

describe('rival causes', () => {
  const rise = (ref: string, what: string, cause: string, when = '2024-03') =>
    event(ref, { subject: 'Butter price rise', type: 'price rise', what, cause, when });
  it('of one short happening are rivals however it is told', () => {
    expect(ofKind('cause', rise('a', 'butter got dearer', 'a drought'), rise('b', 'a jump on the shelves', 'export demand'))).toEqual(['a b']);
  });
  it('over a longer time are of one happening where it is told alike', () => {
    expect(ofKind('cause', rise('a', 'butter got dearer', 'a drought', '2024'), rise('b', 'a jump on the shelves', 'export demand', '2024'))).toEqual(
      [],
    );
  });
});

describe('older words of another source', () => {
  const leak = event('b', { subject: 'North dairy', stage: 'stopped', what: 'North dairy was shut after a fire', when: '2024-10-08' });
  it('are no evidence of what befell later where they judge just that', () => {
    expect(ofKind('evidence_date', said('a', 'fire risk at the North dairy', { stance: 'denies' }), leak)).toEqual(['a b']);
  });
  it.each([
    ['of another subject', 'fire risk at the South dairy', 'denies', '2024-05'],
    ['of its taxes', 'taxes of the North dairy', 'denies', '2024-05'],
    ['that foresee it', 'fire at the North dairy', 'expects', '2024-05'],
    ['that came after it', 'fire at the North dairy', 'denies', '2024-11'],
  ] as const)('say nothing wrong %s', (_, topic, stance, madeOn) => {
    expect(ofKind('evidence_date', said('a', topic, { stance, madeOn }), leak)).toEqual([]);
  });
});

describe('topics', () => {
  it.each([
    ['subsidies for dairies', 'state dairy subsidies'],
    ['new milk quota', 'milk quotas'],
    ['субсидии на молоко', 'государственные субсидии для молока'],
    ['введение квоты на сыр', 'квоты на сыр'],
    ['牛奶补贴', '对牛奶的补贴'],
    ['国家牛奶补贴政策', '牛奶补贴'],
  ])('worded differently are one: %s, %s', (one, other) => {
    expect(ofKind('stance', said('a', one, {}), said('b', other, { stance: 'opposes' }))).toEqual(['a b']);
  });
  it.each([
    ['dairy subsidies', 'dairy tariffs'],
    ['milk price', 'milk price cap'],
    ['субсидии на молоко', 'квоты на молоко'],
    ['牛奶补贴', '牛奶关税'],
  ])('that differ in a word of their own are two: %s, %s', (one, other) => {
    expect(ofKind('stance', said('a', one, {}), said('b', other, { stance: 'opposes' }))).toEqual([]);
  });
});

describe('a country', () => {
  it.each([
    ['Ukraine', 'Украина'],
    ['Германия', '德国'],
  ])('is one subject under its names: %s, %s', (one, other) => {
    expect(ofKind('value', figure('a', one, '100', { area: one }), figure('b', other, '130', { area: other }, 'other'))).toEqual(['a b']);
  });
});
