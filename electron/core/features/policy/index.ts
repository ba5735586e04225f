// Policy and projects: what was in force, what was planned, who wanted it.
import { AppError } from '../../../../shared/errors.ts';
import type { Actor, Judgement } from '../../../../shared/features/actors/model.ts';
import { contradictionIn } from '../../../../shared/features/actors/names.ts';
import type { Claim, ParsedClaim } from '../../../../shared/features/claims/model.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import type { Measures } from '../../../../shared/features/ledger/measures.ts';
import type { InForce, LifeCycle, Rate, ThingPage } from '../../../../shared/features/policy/contract.ts';
import { distinct } from '../../../../shared/features/policy/details.ts';
import { type Link, thingTypes } from '../../../../shared/features/policy/model.ts';
import { plansOf } from '../../../../shared/features/policy/plans.ts';
import { positionsOf } from '../../../../shared/features/policy/positions.ts';
import { type RateOptions, ratesOf } from '../../../../shared/features/policy/rates.ts';
import { stagesOf } from '../../../../shared/features/policy/stages.ts';
import { inForceOn } from '../../../../shared/features/policy/state.ts';
import type { Interval as Amount } from '../../../../shared/quantity/index.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import { createCauses } from './causes.ts';
import { convertAt } from './convert.ts';
import { createCounted } from './counted.ts';
import { type DescribeOptions, describeAll } from './describe.ts';
import { createHandOver, depthOf, type HandedOver } from './hand-over.ts';
import { createInTime, type PolicyInTime } from './in-time.ts';
import { createScheduled } from './scheduled.ts';
import type { KnownThing, Things, ThingsOptions } from './things.ts';
import { createEventVerdicts } from './verdicts.ts';
import { assertWords } from './vocabulary.ts';

/** Things that have a list and pages. */
type ListedType = 'instrument' | 'project';

export interface PolicyOptions extends Pick<ThingsOptions, 'claims' | 'names' | 'descriptions'> {
  readonly things: Things;
  readonly measures: Measures;
  /** Supplied by the actors feature. */
  readonly people: { actors(): readonly Actor[]; judgements(): readonly Judgement[] };
  /** The value that a verdict chose for the observation behind a claim; supplied by the ledger. */
  verdictValue(claim: Claim): Amount | undefined;
  /** Supplied by the boards feature. */
  describeInBoards: DescribeOptions['describeInBoards'];
  /** Today as YYYY-MM-DD. */
  today(): string;
}

/** Rates of a thing, as a chart names them. */
export interface ClassOfRates {
  readonly rates: string;
  readonly basis: readonly string[];
  readonly as: 'amount' | 'index';
  readonly base: string | null;
  /** First and last year, such as 2024/2030. */
  readonly years: string | null;
}

export interface Policy extends PolicyInTime {
  readonly handlers: Handlers<'policy'>;
  count(type: ListedType): number;
  /** Whether one thing is a part of another, or of one of its parts. */
  isPartOf(part: string, whole: string): boolean;
  /** The rates of a thing over one universe; over any where none is named. */
  ratesOfClass(asked: ClassOfRates): Rate[];
  /** What an export tells of a day; without one of today. */
  handOver(on: string | undefined): HandedOver;
  /** @throws AppError `invalid-input` for a stage that no scale has, and for a depth of no ladder. */
  assertWords(claims: readonly ParsedClaim[]): void;
  /** Rates of a thing as of today, by any of its names; empty where there is none. */
  ratesNamed(name: string): readonly Rate[];
  /** Links from or to claims go with them. */
  takeAlong(claimIds: readonly string[], edit: EditScope): void;
}

export function createPolicy(options: PolicyOptions): Policy {
  const { claims, names, descriptions, things, measures, people } = options;
  const { keyOf } = things;
  const links = (kind: Link['kind']) => descriptions.current().links.filter((link) => link.kind === kind);
  const causes = createCauses({ things, findClaim: claims.find, links });
  const scheduleRate = createScheduled({ allClaims: claims.all, keyOf, verdictValue: options.verdictValue });
  const verdicts = createEventVerdicts({ things, descriptions, findClaim: claims.find });
  const { counts, batches } = createCounted({ things, findClaim: claims.find, nameOf: names.nameOf, links, partsOf });

  /** @throws AppError `not-found` */
  function get(name: string): KnownThing {
    const thing = things.find(name);
    if (thing === undefined) throw new AppError('not-found', 'policy.unknownThing', { name });
    return thing;
  }

  function partsOf(thing: KnownThing): string[] {
    const parts = links('part_of').filter(({ toName }) => toName !== null && keyOf(toName) === thing.key);
    return distinct(parts.flatMap(({ fromName }) => (fromName === null ? [] : [names.nameOf(fromName)])));
  }

  function parentOf(thing: KnownThing): string | null {
    const whole = links('part_of').find(({ fromName, toName }) => fromName !== null && toName !== null && keyOf(fromName) === thing.key);
    return whole?.toName == null ? null : names.nameOf(whole.toName);
  }

  /** The thing with its parts and theirs. */
  function wholeOf(thing: KnownThing): ReadonlySet<string> {
    const keys = new Set([thing.key]);
    for (const key of keys)
      for (const { fromName, toName } of links('part_of'))
        if (fromName !== null && toName !== null && keyOf(toName) === key) keys.add(keyOf(fromName));
    return keys;
  }

  function lifeCycle(thing: KnownThing, on: string): LifeCycle {
    const cycle = things.cycleOf(thing);
    return {
      name: thing.name,
      types: [...thing.types],
      state: inForceOn(cycle, on).state,
      intervals: cycle.intervals.map((one) => ({ ...one, causes: causes.ofInterval(one) })),
      listings: [...cycle.listings],
      returns: cycle.returns,
      verdicts: cycle.verdicts.map(({ ground: _ground, staleBecause, ...verdict }) => ({ ...verdict, staleBecause: [...staleBecause] })),
      problems: cycle.problems,
      unplaced: cycle.unplaced,
    };
  }

  const ofType = (type: ListedType) => things.all().filter(({ types }) => types.includes(type));

  function listed(type: ListedType, on: string) {
    return ofType(type)
      .map((thing) => {
        const { state, since } = inForceOn(things.cycleOf(thing), on);
        return {
          name: thing.name,
          names: [...thing.names],
          types: [...thing.types],
          class: thing.record?.class ?? null,
          state,
          since,
          claims: thing.count,
        };
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  const schedulesOf = (thing: KnownThing) => descriptions.current().schedules.filter(({ of }) => keyOf(of) === thing.key);

  function rates(thing: KnownThing, request: RateOptions & { given: Readonly<Record<string, string>> }): Rate[] {
    const adopted = (own: readonly Claim[]) => own.map(options.verdictValue).find((value) => value !== undefined);
    return [
      ...ratesOf(thing.figures, request, { measures, adopted }),
      ...schedulesOf(thing).flatMap((schedule) => scheduleRate(schedule, request) ?? []),
    ];
  }

  function ratesOfClass({ rates: name, basis, as, base, years }: ClassOfRates): Rate[] {
    const thing = things.find(name);
    if (thing === undefined) return [];
    const wanted = basis.map(normalName).toSorted().join('\n');
    const isMeant = ({ claim }: KnownThing['figures'][number]) => wanted === '' || claim.basis.map(normalName).toSorted().join('\n') === wanted;
    const [first, last] = years?.split('/').map(Number) ?? [];
    const span = first === undefined ? undefined : { first, last: last ?? first };
    const adopted = (own: readonly Claim[]) => own.map(options.verdictValue).find((value) => value !== undefined);
    return ratesOf(thing.figures.filter(isMeant), { on: options.today(), as, base: base ?? undefined, years: span }, { measures, adopted });
  }

  function positions(about: string | undefined, actor: string | undefined) {
    const whole = about === undefined ? undefined : wholeOf(get(about));
    const statements = things
      .all()
      .filter(({ key }) => whole === undefined || whole.has(key))
      .flatMap((thing) => thing.statements);
    const all = positionsOf(statements, { nameOf: names.nameOf, actors: people.actors() });
    return actor === undefined ? all : all.filter((one) => keyOf(one.actor) === keyOf(actor));
  }

  const plans = (thing: KnownThing) => plansOf(thing.name, thing.figures, { nameOf: names.nameOf, measures });

  function comparableTo(thing: KnownThing): string[] {
    const comparable = links('comparable').flatMap(({ fromName, toName }) => {
      if (fromName === null || toName === null) return [];
      return keyOf(toName) === thing.key ? [names.nameOf(fromName)] : keyOf(fromName) === thing.key ? [names.nameOf(toName)] : [];
    });
    return distinct(comparable);
  }

  const plainRates = (thing: KnownThing, on: string) => rates(thing, { on, as: 'amount', base: undefined, years: undefined, given: {} });

  function page(thing: KnownThing, on: string): ThingPage {
    const cycle = lifeCycle(thing, on);
    return {
      ...cycle,
      names: [...thing.names],
      class: thing.record?.class ?? null,
      summary: thing.record?.summary ?? '',
      record: thing.record ?? null,
      parts: partsOf(thing),
      rates: plainRates(thing, on),
      schedules: schedulesOf(thing).map((schedule) => ({ ...schedule, to: schedule.recipient })),
      positions: positions(thing.name, undefined),
      plans: plans(thing),
      counts: counts().filter(({ of }) => keyOf(of) === thing.key),
      comparable: comparableTo(thing),
      depth: depthOf(cycle),
    };
  }

  function inForce(thing: KnownThing, on: string): InForce {
    return { name: thing.name, ...inForceOn(things.cycleOf(thing), on) };
  }

  const handOver = createHandOver({
    things,
    descriptions,
    lifeCycle,
    inForce,
    rates: plainRates,
    plans,
    positions: () => positions(undefined, undefined),
    counts,
    batches: () => batches(undefined),
    partsOf,
    comparableTo,
  });

  const usedDepths = () => new Set(claims.all().flatMap(({ depth }) => depth ?? []));
  const onDay = (on: string | undefined) => on ?? options.today();

  const handlers: Handlers<'policy'> = {
    describe: ({ records }, edit) => ({
      records: describeAll(
        records,
        {
          current: descriptions.current,
          keyOf,
          describeInBoards: options.describeInBoards,
          hasClaim: (id) => claims.find(id) !== undefined,
          hasScale: (kind, code) => kind === 'ladder' && descriptions.ladders().some((ladder) => ladder.code === code),
          assertTogether(all) {
            const found = contradictionIn(people.actors(), people.judgements(), all);
            if (found !== undefined) throw new AppError('conflict', found.key, found.details);
          },
        },
        edit,
      ),
    }),
    forget({ record, id }, edit) {
      const { things: all, links: linked, schedules, scales, conversions } = descriptions.current();
      const list = { thing: all, link: linked, schedule: schedules, scale: scales, conversion: conversions }[record] as readonly {
        readonly id: string;
      }[];
      if (!list.some((one) => one.id === id)) throw new AppError('not-found', 'policy.unknownRecord', { id });
      edit.name('forgetDescription');
      edit.remove(record, id);
      return { removed: 1 };
    },
    decide: (draft, edit) => verdicts.decide(draft, edit),
    reopen: ({ id }, edit) => verdicts.reopen(id, edit),
    described() {
      const all = descriptions.current();
      return {
        things: [...all.things],
        links: [...all.links],
        schedules: [...all.schedules],
        scales: [...all.scales],
        conversions: [...all.conversions],
        verdicts: all.verdicts.map(({ ground: _ground, ...verdict }) => verdict),
      };
    },
    words() {
      const all = claims.all();
      const own = descriptions.current();
      const labels = new Map(own.scales.flatMap(({ steps }) => steps.map(({ code, label }) => [code, label] as const)));
      return {
        stages: stagesOf(own.scales).map((code) => {
          const { does, on } = descriptions.meaningOf(code)!;
          return { code, label: labels.get(code) ?? '', does, on };
        }),
        ladders: descriptions.ladders().map(({ code, label, steps }) => ({ code, label, steps: [...steps] })),
        types: [...thingTypes],
        classes: distinct(own.things.flatMap((thing) => thing.class ?? [])).sort(),
        batches: distinct(all.flatMap(({ batch }) => batch ?? [])).sort(),
        details: distinct(all.flatMap(({ details }) => details.map(({ is }) => is))).sort(),
      };
    },
    instruments: ({ on }) => listed('instrument', onDay(on)),
    projects: ({ on }) => listed('project', onDay(on)),
    lifecycle: ({ name, on }) => lifeCycle(get(name), onDay(on)),
    instrument: ({ name, on }) => page(get(name), onDay(on)),
    project: ({ name, on }) => page(get(name), onDay(on)),
    inforce({ name, type = 'instrument', on }) {
      const chosen = name === undefined ? ofType(type) : [get(name)];
      return chosen.map((thing) => inForce(thing, onDay(on))).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    rates({ name, on, as, base, years, given }) {
      const [first, last] = years?.split('/').map(Number) ?? [];
      const span = first === undefined ? undefined : { first, last: last ?? first };
      return rates(get(name), { on: onDay(on), as, base, years: span, given });
    },
    plans: ({ name }) => (name === undefined ? things.all() : [get(name)]).flatMap(plans),
    positions: ({ about, actor }) => positions(about, actor),
    batches: ({ name }) => batches(name),
    counts,
    convert: ({ claim, with: name }) => convertAt(claim, { name, claims, conversions: descriptions.current().conversions }),
  };
  return {
    handlers,
    ...createInTime({ things, descriptions, today: options.today, parentOf, plansOf: plans, ratesOf: plainRates, causeOf: causes.ofClaim }),
    count: (type) => ofType(type).length,
    isPartOf(part, whole) {
      const held = things.find(whole);
      return held !== undefined && keyOf(part) !== held.key && wholeOf(held).has(keyOf(part));
    },
    ratesOfClass,
    handOver: (on) => handOver(onDay(on)),
    ratesNamed(name) {
      const thing = things.find(name);
      return thing === undefined ? [] : plainRates(thing, options.today());
    },
    assertWords: (inputs) => assertWords(inputs, { descriptions, usedDepths, isKnown: (name) => things.find(name) !== undefined }),
    takeAlong(claimIds, edit) {
      const gone = new Set(claimIds);
      const ends = descriptions.current().links.filter(({ fromClaim, toClaim }) => gone.has(fromClaim ?? '') || gone.has(toClaim ?? ''));
      for (const { id } of ends) edit.remove('link', id);
      verdicts.takeAlong(gone, edit);
    },
  };
}
