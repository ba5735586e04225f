// What holds of a workbook's things whatever was captured and described. ASSAY_LAW_RUNS sets how many scripts each law is tried
// with; a workbook serves several, each with names of its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Input } from '../../../shared/contract.ts';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { lifeCycleSchema } from '../../../shared/features/policy/contract.ts';
import { newWorkbook } from '../../helpers/workbook.ts';

const numRuns = Number(process.env.ASSAY_LAW_RUNS ?? 25);
/** Only ends one that hangs. */
const timeout = 300_000 + numRuns * 400;
const scriptsInOneWorkbook = 40;
const mostClaims = 8;

type Script = readonly ClaimInput[];
const two = (value: number) => String(value).padStart(2, '0');
const year = fc.integer({ min: 2019, max: 2025 }).map(String);
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([of, at]) => `${of}-${two(at)}`);
const day = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([of, at]) => `${of}-${two(at)}`);
const when = fc.oneof(day, month, year);
const subject = fc.constantFrom('Levy', 'Mill', 'Ferry');
const types = { Levy: 'instrument', Mill: 'project', Ferry: 'actor' } as const;
const status = fc.constantFrom('happened', 'happened', 'planned', 'expected');

const event = fc
  .record({
    subject,
    stage: fc.constantFrom('proposed', 'adopted', 'in_force', 'amended', 'suspended', 'resumed', 'repealed', 'present', 'halted', 'extended'),
    when: fc.option(when, { nil: null }),
    status,
    until: fc.option(day, { nil: null, freq: 5 }),
    condition: fc.constantFrom(null, null, null, 'if it rains'),
    by: fc.constantFrom([], ['Council'], ['Board']),
    cause: fc.constantFrom(null, null, 'the Ferry'),
    madeOn: fc.option(year, { nil: null }),
  })
  .map((one) => ({ kind: 'event', subjectType: types[one.subject], ...one }));
const listing = fc
  .record({
    subject,
    stage: fc.constantFrom('listed', 'listed', 'delisted'),
    when,
    batch: fc.constantFrom(null, 'Roll'),
    by: fc.constantFrom([], ['Council']),
  })
  .map((one) => ({ kind: 'event', subjectType: types[one.subject], ...one }));
const figure = fc
  .record({
    subject,
    measure: fc.constantFrom('rate', 'output'),
    period: when,
    low: fc.integer({ min: 1, max: 60 }),
    status: fc.constantFrom('actual', 'plan'),
    change: fc.constantFrom(null, null, 'percent', 'absolute'),
    saidBy: fc.constantFrom([], ['Council']),
    madeOn: fc.option(year, { nil: null }),
  })
  .map(({ low, ...one }) => ({
    kind: 'figure',
    value: { low: String(low), high: String(low), qualifier: 'exact' },
    unit: one.change === 'percent' ? 'PCT' : 'EUR',
    ...one,
  }));
const statement = fc
  .record({
    actor: fc.constantFrom('Council', 'Board'),
    topic: subject,
    stance: fc.constantFrom('supports', 'opposes', 'doubts', 'neutral', 'expects'),
    gist: fc.constantFrom('', 'so be it'),
    madeOn: year,
  })
  .map((one) => ({ kind: 'statement', ...one }));
const script = fc
  .array(fc.oneof({ arbitrary: event, weight: 5 }, listing, figure, statement), { minLength: 1, maxLength: mostClaims })
  .map((all) => all as unknown as Script);
const sourceOf = fc.infiniteStream(fc.integer({ min: 0, max: 2 }));

/** A workbook with three texts of numbered sentences. */
async function desk() {
  const { app, close } = await newWorkbook();
  const sources: string[] = [];
  for (const name of ['First', 'Second', 'Third']) {
    const text = Array.from({ length: mostClaims }, (_, at) => `${name} sentence ${at} stands here.`).join('\n');
    sources.push((await app.ask('sources.paste', { text, meta: { title: name, publishedOn: '2025-06-01', grade: 'B' } })).id);
  }
  return { app, close, sources, used: 0 };
}

type Desk = Awaited<ReturnType<typeof desk>>;
const desks = new Map<string, Desk>();

/** The desks of a law by name, new ones once many scripts were played on them; `tag` sets the names of one script apart. */
async function seats(names: readonly string[], run: number): Promise<Desk[]> {
  if (run % scriptsInOneWorkbook === 0) {
    for (const { close } of desks.values()) close();
    desks.clear();
  }
  const own: Desk[] = [];
  for (const name of names) {
    const one = desks.get(name) ?? (await desk());
    desks.set(name, one);
    own.push(one);
  }
  return own;
}

const called = (name: string, tag: number) => `${name} ${tag}`;

/** The claims with names of their own, each at a sentence of its own; `sources` are the same on every desk. */
function placed(all: Script, tag: number, sources: readonly number[], at: Desk): ClaimInput[] {
  const names = ['First', 'Second', 'Third'];
  return all.map((one, index) => {
    const claim = one as unknown as Record<string, unknown>;
    const own = Object.fromEntries(
      ['subject', 'topic', 'batch', 'actor'].flatMap((field) =>
        typeof claim[field] === 'string' ? [[field, called(claim[field] as string, tag)]] : [],
      ),
    );
    const cause = claim.cause == null ? {} : { cause: called(claim.cause as string, tag) };
    const source = sources[index]!;
    const exact = `${names[source]} sentence ${index} stands here.`;
    return { ...claim, ...own, ...cause, ref: `r${index}`, passage: { source: at.sources[source]!, exact } } as unknown as ClaimInput;
  });
}

async function capture(app: App, claims: readonly ClaimInput[]): Promise<ReadonlyMap<string, string>> {
  const captured = await app.ask('claims.capture', { claims: [...claims] });
  return new Map(captured.claims.map(({ id, ref }) => [id, ref ?? '']));
}

const on = '2024-05-15';

/** All that the calls say of the things of a script, ids as refs; `claims` counted by what is deprecated too are left out. */
async function told(app: App, tag: number, refs: ReadonlyMap<string, string>): Promise<unknown> {
  const things = await Promise.all(
    Object.keys(types).map(async (name) => {
      const page = await app.call('policy.instrument', { name: called(name, tag), on });
      const force = await app.call('policy.inforce', { name: called(name, tag), on });
      return page.ok && force.ok ? [page.value, force.value] : null;
    }),
  );
  const roll = await app.call('policy.batches', { name: called('Roll', tag) });
  return JSON.parse(
    JSON.stringify({ things, roll: roll.ok ? roll.value : null }, (key, value: unknown) => {
      if (typeof value === 'string' && refs.has(value)) return refs.get(value);
      return key === 'record' ? undefined : value;
    }),
  ) as unknown;
}

let run = 0;

function law<T>(text: string, given: fc.Arbitrary<T>, holds: (drawn: T, tag: number) => Promise<void>): void {
  it(
    text,
    async () => {
      run = 0;
      for (const { close } of desks.values()) close();
      desks.clear();
      await fc.assert(
        fc.asyncProperty(given, (drawn) => holds(drawn, run++)),
        { numRuns, endOnFailure: true },
      );
    },
    timeout,
  );
}

describe('what is told of things', () => {
  law(
    'does not depend on the order in which claims were captured',
    fc.tuple(script, sourceOf, fc.infiniteStream(fc.nat())),
    async ([all, from, numbers], tag) => {
      const [one, other] = (await seats(['one', 'other'], tag)) as [Desk, Desk];
      const sources = all.map(() => from.next().value as number);
      const order = all.map(() => numbers.next().value as number);
      const first = await capture(one.app, placed(all, tag, sources, one));
      const shuffled = placed(all, tag, sources, other)
        .map((claim, index) => ({ claim, at: order[index]! }))
        .toSorted((a, b) => a.at - b.at);
      const second = await capture(
        other.app,
        shuffled.map(({ claim }) => claim),
      );
      expect(await told(other.app, tag, second)).toEqual(await told(one.app, tag, first));
    },
  );

  law('is with a deprecated claim as if that had never been captured', fc.tuple(script, sourceOf, fc.nat()), async ([all, from, which], tag) => {
    const [one, other] = (await seats(['one', 'other'], tag)) as [Desk, Desk];
    const sources = all.map(() => from.next().value as number);
    const gone = `r${which % all.length}`;
    const refs = await capture(one.app, placed(all, tag, sources, one));
    const id = [...refs].find(([, ref]) => ref === gone)![0];
    await one.app.ask('claims.grade', { ids: [id], rank: 'deprecated' });
    const standing = placed(all, tag, sources, other).filter(({ ref }) => ref !== gone);
    const less = standing.length === 0 ? new Map<string, string>() : await capture(other.app, standing);
    expect(await told(one.app, tag, refs)).toEqual(await told(other.app, tag, less));
  });

  law('is as before after an undo, and as after it once it is done again', fc.tuple(script, sourceOf, fc.nat()), async ([all, from, which], tag) => {
    const [one] = (await seats(['one'], tag)) as [Desk];
    const refs = await capture(
      one.app,
      placed(
        all,
        tag,
        all.map(() => from.next().value as number),
        one,
      ),
    );
    const ids = [...refs.keys()];
    const [levy, mill, ferry] = Object.keys(types).map((name) => called(name, tag)) as [string, string, string];
    const ways: Input<'policy.describe'>['records'][] = [
      [{ record: 'thing', name: levy, aliases: [`Toll ${tag}`], types: ['instrument'], class: 'levy' }],
      [{ record: 'link', kind: 'part_of', from: { name: mill }, to: { name: levy } }],
      [{ record: 'link', kind: 'replaces', from: { name: ferry }, to: { name: levy } }],
      [{ record: 'link', kind: 'cause', from: { name: ferry }, to: { claim: ids[which % ids.length]! } }],
      [{ record: 'link', kind: 'counts', from: { claim: ids[which % ids.length]! }, to: { name: levy } }],
      [{ record: 'schedule', of: levy, gives: 'rate', driver: { measure: 'price', unit: null }, form: 'proportional', points: [['1', '2']] }],
      [{ record: 'thing', name: mill, aliases: [ferry] }],
    ];
    const before = await told(one.app, tag, refs);
    await one.app.ask('policy.describe', { records: ways[which % ways.length]! });
    const after = await told(one.app, tag, refs);
    await one.app.ask('history.undo', {});
    expect(await told(one.app, tag, refs)).toEqual(before);
    await one.app.ask('history.redo', {});
    expect(await told(one.app, tag, refs)).toEqual(after);
    await one.app.ask('history.undo', {});
  });

  law('is the same on pages, in lists, by each call and in what is handed over', fc.tuple(script, sourceOf), async ([all, from], tag) => {
    const [one] = (await seats(['one'], tag)) as [Desk];
    const { app } = one;
    await capture(
      app,
      placed(
        all,
        tag,
        all.map(() => from.next().value as number),
        one,
      ),
    );
    for (const [name, type] of [
      ['Levy', 'instrument'],
      ['Mill', 'project'],
    ] as const) {
      const own = called(name, tag);
      const page = await app.call(`policy.${type}`, { name: own, on });
      if (!page.ok) continue;
      const told = page.value as never as Record<string, unknown>;
      const { types: kinds, state, rates, plans, positions } = told;
      const cycle = Object.fromEntries(Object.keys(lifeCycleSchema.shape).map((key) => [key, told[key]]));
      expect(await app.ask('policy.lifecycle', { name: own, on })).toEqual(cycle);
      expect(await app.ask('policy.rates', { name: own, on })).toEqual(rates);
      expect(await app.ask('policy.plans', { name: own })).toEqual(plans);
      expect(await app.ask('policy.positions', { about: own })).toEqual(positions);
      const [force] = await app.ask('policy.inforce', { name: own, on });
      expect(force!.state).toBe(state);
      const listed = (await app.ask(`policy.${type}s`, { on })).find((line) => line.name === own);
      expect([listed?.state, listed?.since]).toEqual((kinds as string[]).includes(type) ? [state, force!.since] : [undefined, undefined]);
    }
  });
});
