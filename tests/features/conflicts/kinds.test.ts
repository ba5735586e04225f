import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimInput, ClaimSource } from '../../../shared/features/claims/model.ts';
import { createConflictIndex, findConflicts } from '../../../shared/features/conflicts/find.ts';
import type { ConflictKind } from '../../../shared/features/conflicts/model.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';
import { plantClaims } from './planted-claims.ts';

type Figure = Extract<ClaimInput, { kind: 'figure' }>;
type Event = Extract<ClaimInput, { kind: 'event' }>;
type Statement = Extract<ClaimInput, { kind: 'statement' }>;

let number = 0;
function place(source: string) {
  number += 1;
  return { source, exact: 'words', start: number };
}
const exact = (text: string) => ({ low: text, high: text, qualifier: 'exact' as const });
const figure = (fields: Partial<Figure>, source = 'a'): Figure => ({
  kind: 'figure',
  measure: 'beer_sales',
  subject: 'Utopia',
  area: 'UT',
  basis: 'all beer',
  period: '2024',
  value: exact('100'),
  unit: 'UNITS',
  saidBy: ['Office'],
  passage: place(source),
  ...fields,
});
const event = (fields: Partial<Event>, source = 'a'): Event => ({
  kind: 'event',
  subject: 'Brewery',
  stage: 'started',
  when: '2024',
  what: 'brewing',
  passage: place(source),
  ...fields,
});
const statement = (fields: Partial<Statement>, source = 'a'): Statement => ({
  kind: 'statement',
  actor: 'Minister',
  topic: 'Beer tax',
  stance: 'supports',
  gist: 'A good tax.',
  madeOn: '2024',
  passage: place(source),
  ...fields,
});

function kinds(...claims: ClaimInput[]): [ConflictKind, boolean][] {
  return findConflicts(toClaims(claims), plainContext)
    .map((group): [ConflictKind, boolean] => [group.kind, group.tension])
    .sort();
}

describe('the finder of contradictions', () => {
  it('names disjoint values of one thing a value conflict, and overlapping ones a matter of precision', () => {
    expect(kinds(figure({}), figure({ value: exact('120'), saidBy: ['Other'] }, 'b'))).toEqual([['value', false]]);
    expect(
      kinds(
        figure({ unit: 'PCT', value: { low: '70', high: '85', qualifier: 'between' } }),
        figure({ unit: 'PCT', value: exact('85'), saidBy: ['Other'] }, 'b'),
      ),
    ).toEqual([['precision', true]]);
    expect(kinds(figure({}), figure({ saidBy: ['Other'] }, 'b'))).toEqual([]);
  });

  it('never calls it a value conflict where basis, period, unit, status or vintage differ', () => {
    const other: Partial<Figure>[] = [{ basis: 'imported beer' }, { period: '2023' }, { unit: 'USD' }, { status: 'target' }];
    for (const fields of other)
      expect(kinds(figure({}), figure({ value: exact('120'), saidBy: ['Other'], ...fields }, 'b')).map(([kind]) => kind)).not.toContain('value');
    expect(kinds(figure({ status: 'plan', vintage: 'May' }), figure({ status: 'plan', vintage: 'June', value: exact('27') }, 'b'))).toEqual([
      ['vintage', true],
    ]);
  });

  it('sets other universes, kinds of figure, units and nested periods apart as tensions', () => {
    expect(kinds(figure({}), figure({ basis: 'imported beer', value: exact('40') }, 'b'))).toEqual([['basis', true]]);
    expect(kinds(figure({}), figure({ status: 'target', value: exact('140') }, 'b'))).toEqual([['status', true]]);
    expect(kinds(figure({}), figure({ measure: 'beer_sales_change', unit: 'PCT', change: 'percent', value: exact('-39') }, 'b'))).toEqual([
      ['unit', true],
    ]);
    expect(kinds(figure({ unit: 'PCT', value: exact('7') }), figure({ unit: 'PCT', value: exact('7'), period: '2024-06' }, 'b'))).toEqual([
      ['period', true],
    ]);
  });

  it('finds a part that is larger than its whole, and says nothing of a month that is smaller', () => {
    expect(kinds(figure({}), figure({ period: '2024-06', value: exact('130') }, 'b'))).toEqual([['part_total', false]]);
    expect(kinds(figure({}), figure({ period: '2024-06', value: exact('10') }, 'b'))).toEqual([]);
  });

  it('counts one origin through two sources as one support', () => {
    expect(kinds(figure({}, 'a'), figure({}, 'b'))).toEqual([['same_origin', true]]);
  });

  it('finds equal numbers of different things, but not a series that returns to a level', () => {
    expect(
      kinds(
        figure({ value: exact('1.4'), multiplier: 6, basis: 'small breweries', period: '2012' }),
        figure({ value: exact('1400000'), status: 'target', period: '2030' }, 'b'),
      ),
    ).toEqual([['coincidence', true]]);
    expect(
      kinds(
        figure({ measure: 'key_rate', unit: 'PCT', value: exact('18'), period: '2024-07-29' }),
        figure({ measure: 'key_rate', unit: 'PCT', value: exact('18'), period: '2025-07-28' }, 'b'),
      ),
    ).toEqual([]);
  });

  it('finds an order that the vocabulary forbids, and a plan below what was built', () => {
    expect(kinds(event({ sequence: ['CKD', 'SKD'] }))).toEqual([['order', false]]);
    expect(kinds(event({ sequence: ['SKD', 'CKD', 'full_cycle'] }))).toEqual([]);
    expect(
      kinds(
        figure({ measure: 'plant_output', period: '2023' }),
        figure({ measure: 'plant_plan', status: 'plan', period: '2024', value: exact('80') }, 'b'),
      ).map(([kind]) => kind),
    ).toContain('order');
  });

  it('asks who did it where two sources name other parties, and why where they name other causes', () => {
    expect(kinds(event({ by: ['City of Utopia'] }), event({ by: ['Old Brewers'] }, 'b'))).toEqual([['identity', false]]);
    expect(kinds(event({ stage: 'stopped', cause: 'low demand' }), event({ stage: 'stopped', cause: 'a fire in the malt house' }, 'b'))).toEqual([
      ['cause', false],
    ]);
  });

  it('finds evidence that is older than what it is used for', () => {
    expect(kinds(figure({ period: '2024', madeOn: '2023-05' })).map(([kind]) => kind)).toContain('evidence_date');
    expect(
      kinds(
        statement({ topic: 'Brewery strike', madeOn: '2023-07', stance: 'doubts' }),
        event({ subject: 'Brewery strike', stage: 'announced', what: 'strike called', when: '2023-09' }),
      ),
    ).toEqual([['evidence_date', false]]);
    expect(
      kinds(
        statement({ topic: 'Brewery strike', madeOn: '2023-07', stance: 'doubts' }),
        event({ subject: 'Brewery strike', what: 'strike foreseen', when: '2023-09', hedge: 'projected' }),
      ),
    ).toEqual([]);
  });

  it('asks whether a figure of a text is the sum of others or comes on top, wherever they lie', () => {
    const told = (basis: string, low: string, fields: Partial<Figure> = {}) => figure({ basis, value: exact(low), ...fields });
    const over = { low: '100', high: null, qualifier: 'over' as const };
    const lagers = told('lagers', '20');
    const parts = [lagers, told('ales', '0', { value: over })];
    expect(kinds(...parts, told('foreign beer', '150', { area: ['GE', 'TR'] })).filter(([kind]) => kind === 'part_total')).toEqual([
      ['part_total', false],
    ]);
    expect(kinds(lagers, told('ales', '100'), told('foreign beer', '110', { area: ['GE', 'TR'] })).filter(([kind]) => kind === 'part_total')).toEqual(
      [],
    );
  });

  it('sets opposing stances on one topic against each other, by date', () => {
    expect(kinds(statement({}), statement({ actor: 'Brewers', stance: 'opposes', gist: 'It will ruin us.' }, 'b'))).toEqual([['stance', false]]);
    expect(kinds(statement({ madeOn: '2019' }), statement({ actor: 'Brewers', stance: 'opposes', gist: 'It will ruin us.' }, 'b'))).toEqual([
      ['stance', true],
    ]);
    expect(kinds(statement({}), statement({ actor: 'Brewers', gist: 'Fine with us.' }, 'b'))).toEqual([]);
  });

  it('keeps topics apart that differ in a number alone', () => {
    const on = (topic: string, fields: Partial<Statement> = {}) => statement({ topic, ...fields }, `source of ${topic}`);
    expect(kinds(on('Decree 12'), on('Decree 13', { actor: 'Brewers', stance: 'opposes' }))).toEqual([]);
    expect(kinds(on('Decree 12'), on('Decree 12', { actor: 'Brewers', stance: 'opposes' })).map(([kind]) => kind)).toEqual(['stance']);
  });

  it('finds rival explanations of one effect', () => {
    const causes = (actor: string, gist: string) => statement({ actor, gist, topic: 'Causes of the fall in beer sales', stance: 'neutral' });
    expect(kinds(causes('Brewers', 'The tax drove buyers away.'), causes('Minister', 'A wet summer kept people at home.'))).toEqual([
      ['cause', false],
    ]);
  });

  it('takes a report that names some of several as a part, not as a denial', () => {
    const listed = (subject: string, source: string) => event({ subject, stage: 'listed', what: 'put on the list', when: '2024-03' }, source);
    expect(kinds(listed('North Brewery', 'a'), listed('North Brewery', 'b'), listed('South Distillery', 'b'), listed('West Winery', 'b'))).toEqual([
      ['part_total', true],
    ]);
  });

  it('proposes spellings of one name, in two scripts too', () => {
    expect(
      kinds(event({ subject: 'АвтоВАЗ', stage: 'announced' }), event({ subject: 'AvtoVAZ', stage: 'exited' }, 'b')).map(([kind]) => kind),
    ).toContain('identity');
    expect(
      kinds(event({ subject: 'Moskvich works', stage: 'announced' }), event({ subject: 'Moskvitch works', stage: 'exited' }, 'b')).map(
        ([kind]) => kind,
      ),
    ).toContain('identity');
    expect(kinds(event({ subject: 'Plant 14', stage: 'announced' }), event({ subject: 'Plant 15', stage: 'exited' }, 'b'))).toEqual([]);
  });

  it('doubts a lone claim that is judged improbable, and keeps open readings open', () => {
    expect(kinds(figure({ credibility: 5 }))).toEqual([['doubt', false]]);
    expect(
      kinds(
        figure({
          readings: [
            { label: 'factor', low: '6.4', high: '6.4', unit: 'TIMES' },
            { label: 'rise', low: '640', high: '640', unit: 'PCT' },
          ],
        }),
      ),
    ).toEqual([['unit', false]]);
  });

  it('sets a brand that counts as home-made against a copy or kits under its name, in three scripts', () => {
    const support = event({ subject: 'Aid to domestic brands', what: 'aid to brands such as NORD', stage: 'in_force' });
    for (const what of ['North Works starts the Nord 5, a copy of an Ost model', 'сборка Nord 5 из машинокомплектов', 'Nord 5 以散件组装'])
      expect(kinds(support, event({ subject: 'North Works', what }, 'b'))).toContainEqual(['identity', true]);
    expect(kinds(support, event({ subject: 'North Works', what: 'North Works starts the Nord 5' }, 'b'))).toEqual([]);
  });

  it('says that a share by brand leaves open where copies count, but only for the time in which they were made', () => {
    const share = figure({ measure: 'market_share', subject: 'Eastern brands', basis: 'brands', unit: 'PCT', value: exact('60') });
    const kits = (when: string) => event({ what: 'assembly under the Nord badge from kits of an eastern maker', when }, 'b');
    expect(kinds(share, kits('2024-03'))).toEqual([['basis', true]]);
    expect(kinds(share, kits('2019'))).toEqual([]);
    expect(kinds({ ...share, basis: 'imported cars', subject: 'Imports' }, kits('2024-03'))).toEqual([]);
  });

  it('leaves deprecated claims out', () => {
    expect(kinds(figure({}), figure({ value: exact('120'), rank: 'deprecated' }, 'b'))).toEqual([]);
  });
});

const sourceChange = fc.record({
  nth: fc.nat(390),
  change: fc.oneof(
    fc.record({ publishedOn: fc.constantFrom(null, '2023', '2024-09-02', '2026') }),
    fc.record({ publisher: fc.constantFrom(null, 'Statistics office', 'Daily') }),
    fc.record({ copyOf: fc.constantFrom(null, 'source-1-0') }),
    fc.record({ title: fc.constantFrom('A yearbook', 'A letter') }),
  ),
});
/** Findings that hang on the date or name of their source. */
const hanging = [
  { ...figure({ periodBasis: "'last year' in a text of 2025" }, 'source-1-0'), ref: 'x-relative' },
  { ...event({ what: 'the brewery was opened', when: '2026' }, 'source-1-0'), ref: 'x-event' },
  { ...statement({ topic: 'The brewery opened', madeOn: '2020' }, 'source-1-0'), ref: 'x-said' },
];
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe('an index that follows edits', () => {
  it('finds the same as a full run after any change', () => {
    const before = toClaims([
      figure({}),
      figure({ value: exact('120') }, 'b'),
      figure({ basis: 'imported beer', value: exact('40') }, 'c'),
      statement({}),
      statement({ actor: 'Brewers', stance: 'opposes' }, 'b'),
    ]);
    const index = createConflictIndex(plainContext);
    index.update(before.map((claim) => ({ id: claim.id, claim })));
    const changed = { ...before[1]!, value: exact('100') };
    index.update([
      { id: changed.id, claim: changed },
      { id: before[3]!.id, claim: undefined },
    ]);
    const after = [before[0]!, changed, before[2]!, before[4]!];
    const ids = (groups: readonly { id: string }[]) => groups.map((group) => group.id).sort();
    expect(ids(index.groups())).toEqual(ids(findConflicts(after, plainContext)));
  });

  it('finds the same as a full run after any change of a source', () => {
    // Half of them name nobody and no date of their own, so that all hangs on the source.
    const bare = { saidBy: [], actor: null };
    const planted = toClaims(plantClaims(400).inputs).map((claim, nth) => (nth % 4 < 2 ? claim : { ...claim, ...bare, madeOn: null }));
    const claims = [...planted, ...toClaims(hanging).map((claim) => ({ ...claim, ...bare }))];
    fc.assert(
      fc.property(fc.array(sourceChange, { minLength: 1, maxLength: 6 }), (changes) => {
        const sources = new Map<string, Partial<ClaimSource>>();
        const source = (id: string | null) => (id === null ? undefined : { ...plainContext.source(id)!, ...sources.get(id) });
        const context = { ...plainContext, source };
        const index = createConflictIndex(context);
        index.update(claims.map((claim) => ({ id: claim.id, claim })));
        for (const { nth, change } of changes) {
          const id = claims[nth]!.sourceId!;
          sources.set(id, { ...sources.get(id), ...change });
          index.update(claims.filter((claim) => claim.sourceId === id).map((claim) => ({ id: claim.id, claim })));
        }
        expect(index.groups().toSorted(byId)).toEqual(findConflicts(claims, context).toSorted(byId));
      }),
      { numRuns: 60 },
    );
  });

  it('does not grow with the square of 10,000 claims on one observation', () => {
    const claims = toClaims(
      Array.from({ length: 10_000 }, (_, index) => ({
        ...figure({ value: exact(String(1000 + index)), saidBy: [`Office ${index}`] }, `s${index}`),
        ref: `many-${index}`,
      })),
    );
    const groups = findConflicts(claims, plainContext);
    expect(groups.filter((group) => group.kind === 'value')).toHaveLength(1);
  });
});
