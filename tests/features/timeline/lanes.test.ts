// The time line of a workbook: a field of our own, a harbour and its dues.
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { newWorkbook } from '../../helpers/workbook.ts';

const text = 'Notes on the harbour of Orla, its dues, its crane and its wharf.';

type Line = Record<string, unknown> & { readonly ref: string };
const dues = { kind: 'event', subject: 'Harbour dues', subjectType: 'instrument' };
const wharf = { kind: 'event', subject: 'North wharf', subjectType: 'project' };
const crane = { kind: 'event', subject: 'Crane of the wharf', subjectType: 'project' };
const exactly = (low: string) => ({ value: { low, high: low, qualifier: 'exact' } });

const lines: readonly Line[] = [
  { ref: 'draft', ...dues, stage: 'proposed', when: '2019-05' },
  { ref: 'decided', ...dues, stage: 'adopted', when: '2019-11-03' },
  { ref: 'charged', ...dues, stage: 'in_force', when: '2020-01-01', what: 'charged at all berths' },
  { ref: 'raised', ...dues, stage: 'amended', when: '2022-07-01', what: 'raised for tankers' },
  { ref: 'end', ...dues, stage: 'repealed', when: '2024-03' },
  { ref: 'opened', ...wharf, stage: 'started', when: '2021-04', status: 'happened' },
  { ref: 'storm', ...wharf, stage: 'stopped', when: '2022-11', cause: 'strike of the crane of the wharf' },
  { ref: 'undated', ...wharf, stage: 'met' },
  { ref: 'lifted', ...crane, stage: 'launched', when: '2021-09-01' },
  { ref: 'strike', ...crane, stage: 'met', when: '2022-10-05', what: 'strike' },
  {
    ref: 'plan',
    kind: 'figure',
    subject: 'North wharf',
    measure: 'ships',
    unit: 'SHIPS',
    period: '2023',
    status: 'plan',
    madeOn: '2021-06',
    ...exactly('400'),
  },
  {
    ref: 'later',
    kind: 'figure',
    subject: 'North wharf',
    measure: 'ships',
    unit: 'SHIPS',
    period: '2023',
    status: 'plan',
    madeOn: '2022-06',
    ...exactly('250'),
  },
  { ref: 'rate', kind: 'figure', subject: 'Harbour dues', measure: 'dues_rate', unit: 'CENTS', period: '2020-01-01', ...exactly('40') },
  { ref: 'rate2', kind: 'figure', subject: 'Harbour dues', measure: 'dues_rate', unit: 'CENTS', period: '2022-07-01', ...exactly('55') },
  { ref: 'said', kind: 'statement', actor: 'Pilots', topic: 'Harbour dues', stance: 'opposes', madeOn: '2021-02' },
];

async function harbour(more: readonly Line[] = []): Promise<{ app: App; id(ref: string): string }> {
  const { app } = await newWorkbook();
  const { id: source } = await app.ask('sources.paste', { text, meta: { title: 'Harbour notes', publishedOn: '2025-02-01', grade: 'B' } });
  const claims = [...lines, ...more].map((line) => ({ ...line, passage: { source, exact: text } })) as unknown as ClaimInput[];
  const captured = await app.ask('claims.capture', { claims });
  const ids = new Map(captured.claims.map((claim) => [claim.ref, claim.id]));
  await app.ask('policy.describe', {
    records: [{ record: 'link', kind: 'part_of', from: { name: 'Crane of the wharf' }, to: { name: 'North wharf' } }],
  });
  return { app, id: (ref) => ids.get(ref)! };
}

const lanes = (app: App, input: Input<'timeline.lanes'> = {}) => app.ask('timeline.lanes', input);
const day = ({ earliest, latest }: { earliest: string | null; latest: string | null }) => (earliest === latest ? earliest : `${earliest}/${latest}`);
type Marks = Output<'timeline.lanes'>['lanes'][number]['marks'];
const bars = (marks: Marks) =>
  marks.filter(({ shape }) => shape === 'bar').map(({ track, from, to }) => [track, day(from), to === null ? null : day(to)]);

describe('lanes of things', () => {
  it('show the intervals of the life cycle as bars and the other events as points, each once', async () => {
    const { app, id } = await harbour();
    const own = (await lanes(app)).lanes.find(({ name }) => name === 'Harbour dues')!;
    const { intervals } = await app.ask('policy.lifecycle', { name: 'Harbour dues' });
    expect(bars(own.marks)).toEqual(intervals.map(({ track, from, to }) => [track, day(from), to === null ? null : day(to)]));
    expect(bars(own.marks)).toContainEqual(['force', '2022-07-01', '2024-03-01/2024-03-31']);
    const claims = own.marks.flatMap((mark) => mark.claims);
    expect([...claims].sort()).toEqual(['draft', 'decided', 'charged', 'raised', 'end'].map(id).sort());
    expect(own.marks.find((mark) => mark.claims.includes(id('end')))).toMatchObject({ shape: 'point', does: 'closes' });
    expect(own.marks.find((mark) => mark.claims.includes(id('decided')))).toMatchObject({ shape: 'point', does: 'decides' });
  });

  it('stand in the order of their first day, parts below their whole, statements last', async () => {
    const { app } = await harbour();
    const named = (await lanes(app)).lanes.map(({ name, kind, parent }) => [name, kind, parent]);
    expect(named).toEqual([
      ['Harbour dues', 'instrument', null],
      ['dues rate', 'rate', 'Harbour dues'],
      ['North wharf', 'project', null],
      ['Crane of the wharf', 'project', 'North wharf'],
      ['', 'statement', null],
    ]);
  });

  it('show each version of a plan on the day on which it was told, the last as current', async () => {
    const { app } = await harbour();
    const { marks } = (await lanes(app)).lanes.find(({ name }) => name === 'North wharf')!;
    expect(marks.filter(({ shape }) => shape === 'plan').map(({ low, from, current, period }) => [low, day(from), current, period])).toEqual([
      ['400', '2021-06-01/2021-06-30', false, '2023'],
      ['250', '2022-06-01/2022-06-30', true, '2023'],
    ]);
  });

  it('show rates as steps up to the end of the instrument', async () => {
    const { app } = await harbour();
    const { marks } = (await lanes(app)).lanes.find(({ kind }) => kind === 'rate')!;
    expect(marks.map(({ shape, low, from, to }) => [shape, low, day(from), to === null ? null : day(to)])).toEqual([
      ['step', '40', '2020-01-01', '2022-07-01'],
      ['step', '55', '2022-07-01', '2024-03-01/2024-03-31'],
    ]);
  });

  it('give the marks of parts to their whole when folded, and lose none', async () => {
    const { app, id } = await harbour();
    const all = (await lanes(app)).lanes.flatMap(({ marks }) => marks.flatMap((mark) => mark.claims));
    const folded = (await lanes(app, { fold: 0 })).lanes;
    expect(folded.flatMap(({ marks }) => marks.flatMap((mark) => mark.claims)).sort()).toEqual(all.sort());
    const wharf = folded.find(({ name }) => name === 'North wharf')!;
    expect(wharf.folded).toBe(1);
    expect(wharf.marks.flatMap((mark) => mark.claims)).toContain(id('lifted'));
  });

  it('count what lies outside a window and leave the dates of the rest alone', async () => {
    const { app, id } = await harbour();
    const seen = await lanes(app, { from: '2020-06-01', to: '2021-12-31' });
    const { marks } = seen.lanes.find(({ name }) => name === 'Harbour dues')!;
    expect(bars(marks)).toEqual([['force', '2020-01-01', '2022-07-01']]);
    expect(seen.before.claims).toContain(id('decided'));
    expect(seen.after.claims).toContain(id('raised'));
    expect(seen.undated.claims).toEqual([id('undated')]);
  });

  it('lead from what the words of a cause name to what it brought about', async () => {
    const { app, id } = await harbour();
    const { causes } = await lanes(app);
    expect(causes).toContainEqual({ from: id('strike'), to: id('storm'), proposed: true, claims: [id('storm')] });
    const { intervals } = await app.ask('policy.project', { name: 'North wharf' });
    const [proposed] = intervals.flatMap((one) => one.causes);
    expect(proposed).toMatchObject({ claim: id('storm'), proposed: true });
    const link = { record: 'link', kind: 'cause', from: { claim: id('strike') }, to: { claim: proposed!.claim } } as const;
    await app.ask('policy.describe', { records: [link] });
    expect((await lanes(app)).causes).toEqual([{ from: id('strike'), to: id('storm'), proposed: false, claims: [id('storm')] }]);
  });

  it('leave out what is deprecated', async () => {
    const { app, id } = await harbour();
    await app.ask('claims.grade', { ids: [id('raised')], rank: 'deprecated' });
    const { marks } = (await lanes(app)).lanes.find(({ name }) => name === 'Harbour dues')!;
    expect(bars(marks)).toContainEqual(['force', '2020-01-01', '2024-03-01/2024-03-31']);
    expect(marks.flatMap((mark) => mark.claims)).not.toContain(id('raised'));
  });
});

describe('a drawing', () => {
  it('joins what stands too close, places labels apart and counts those without room', async () => {
    const dense = Array.from({ length: 120 }, (_, index): Line => {
      const at = String(1 + (index % 28)).padStart(2, '0');
      return {
        ref: `d${index}`,
        kind: 'event',
        subject: 'Berth log',
        subjectType: 'topic',
        stage: 'met',
        when: `2022-05-${at}`,
        what: `call ${index}`,
      };
    });
    const { app } = await harbour(dense);
    const size = { width: 800, height: 400 };
    const { lanes: drawn, labels } = await lanes(app, { from: '2018-01-01', to: '2026-01-01', size });
    const log = drawn.find(({ name }) => name === 'Berth log')!;
    expect(log.marks.length).toBeLessThan(30);
    expect(new Set(log.marks.flatMap(({ claims }) => claims)).size).toBe(120);
    const { wanted, placed, counted } = labels!;
    expect(wanted).toBe(placed.length + counted.reduce((sum, { n }) => sum + n, 0));
    expect(placed.length).toBeGreaterThan(3);
    for (const [index, a] of placed.entries()) {
      expect([a.x >= 0, a.y >= 0, a.x + a.w <= size.width, a.y + a.h <= size.height]).toEqual([true, true, true, true]);
      for (const b of placed.slice(0, index))
        expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h, `${a.text} on ${b.text}`).toBe(false);
    }
  });
});

describe('other lanes', () => {
  it('hold what a list names, each with its subject', async () => {
    const listed = ['Tug Ltd', 'Pilot Co'].map((subject, index): Line => {
      return {
        ref: `l${index}`,
        kind: 'event',
        subject,
        subjectType: 'actor',
        stage: 'listed',
        when: '2023-03-01',
        by: ['Port office'],
        batch: 'Licensed',
      };
    });
    const { app } = await harbour(listed);
    const [lane] = (await lanes(app, { by: 'batch' })).lanes;
    expect([lane!.name, lane!.marks.map(({ label }) => label).sort()]).toEqual(['Licensed', ['Pilot Co', 'Tug Ltd']]);
  });

  it('gather statements by who made them', async () => {
    const { app, id } = await harbour();
    const pilots = (await lanes(app, { by: 'actor' })).lanes.find(({ name }) => name === 'Pilots')!;
    expect(pilots.marks).toMatchObject([{ shape: 'quote', claims: [id('said')] }]);
  });
});
