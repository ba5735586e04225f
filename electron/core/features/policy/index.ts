// Policy and projects: what was in force, what was planned, who wanted it.
import { AppError } from '../../../../shared/errors.ts';
import type { Actor, Judgement } from '../../../../shared/features/actors/model.ts';
import { contradictionIn } from '../../../../shared/features/actors/names.ts';
import type { Claim, ParsedClaim } from '../../../../shared/features/claims/model.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import type { Measures } from '../../../../shared/features/ledger/measures.ts';
import { measuredOf, statusClass } from '../../../../shared/features/ledger/rules.ts';
import { toAnswer } from '../../../../shared/features/policy/batches.ts';
import type { Batch, Count, InForce, Interval, LifeCycle, Rate, ThingPage } from '../../../../shared/features/policy/contract.ts';
import { countOf } from '../../../../shared/features/policy/counts.ts';
import { distinct } from '../../../../shared/features/policy/details.ts';
import type { Link, Schedule } from '../../../../shared/features/policy/model.ts';
import { plansOf } from '../../../../shared/features/policy/plans.ts';
import { positionsOf } from '../../../../shared/features/policy/positions.ts';
import { type RateOptions, ratesOf } from '../../../../shared/features/policy/rates.ts';
import { scheduled } from '../../../../shared/features/policy/schedule.ts';
import { usualMeanings, usualStages } from '../../../../shared/features/policy/stages.ts';
import { inForceOn } from '../../../../shared/features/policy/state.ts';
import { message } from '../../../../shared/message.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import {
  type Interval as Amount,
  Decimal,
  divideIntervals,
  interval,
  intervalText,
  multiplyIntervals,
  statedInterval,
} from '../../../../shared/quantity/index.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import { describeAll } from './describe.ts';
import { createThings, type KnownThing, type ThingsOptions } from './things.ts';
import { assertWords } from './vocabulary.ts';

export interface PolicyOptions extends ThingsOptions {
  readonly measures: Measures;
  /** Supplied by the actors feature. */
  readonly people: { actors(): readonly Actor[]; judgements(): readonly Judgement[] };
  /** The value that a verdict chose for the observation behind a claim; supplied by the ledger. */
  verdictValue(claim: Claim): Amount | undefined;
  /** Today as YYYY-MM-DD. */
  today(): string;
}

export interface Policy {
  readonly handlers: Handlers<'policy'>;
  count(type: 'instrument' | 'project'): number;
  /** @throws AppError `invalid-input` for a stage that no scale has, and for a depth of no ladder. */
  assertWords(claims: readonly ParsedClaim[]): void;
  /** Links from or to claims go with them. */
  takeAlong(claimIds: readonly string[], edit: EditScope): void;
}

export function createPolicy(options: PolicyOptions): Policy {
  const { claims, names, descriptions, measures, people } = options;
  const things = createThings(options);
  const { keyOf } = things;
  const links = (kind: Link['kind']) => descriptions.current().links.filter((link) => link.kind === kind);
  const ids = (found: readonly Claim[]) => found.map(({ id }) => id);

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

  /** The thing with its parts and theirs. */
  function wholeOf(thing: KnownThing): ReadonlySet<string> {
    const keys = new Set([thing.key]);
    for (const key of keys)
      for (const { fromName, toName } of links('part_of'))
        if (fromName !== null && toName !== null && keyOf(toName) === key) keys.add(keyOf(fromName));
    return keys;
  }

  function causesOf({ claims: own, endedBy, track, to }: Interval): Interval['causes'] {
    const ended = track === 'draft' || (track === 'force' && to !== null) ? endedBy : [];
    const opening = track === 'pause' || track === 'force' ? own : [];
    const stops = track === 'force' ? ended.filter((id) => !isPause(id)) : ended;
    return distinct([...opening, ...stops])
      .flatMap((id) => claims.find(id) ?? [])
      .flatMap((claim): Interval['causes'] => {
        const linked = links('cause').filter(({ toClaim }) => toClaim === claim.id);
        const events = linked.flatMap(({ fromClaim, fromName }) =>
          fromClaim !== null ? [fromClaim] : fromName !== null ? eventsBefore(fromName, claim) : [],
        );
        if (events.length > 0) return [{ words: claim.cause ?? '', events: distinct(events), proposed: false }];
        if (claim.cause === null) return [];
        return [{ words: claim.cause, events: namedEvents(claim.cause, claim), proposed: true }];
      });
  }

  const isPause = (id: string) => {
    const role = things.roleOf(claims.find(id)?.stage ?? null);
    return role === 'pause' || role === 'halt';
  };

  function eventsBefore(name: string, claim: Claim): string[] {
    const day = findPeriod(claim.period)?.latest ?? null;
    const events = things.find(name)?.events ?? [];
    return events
      .filter(({ claim: event }) => event.id !== claim.id && (day === null || (findPeriod(event.period)?.earliest ?? '') <= day))
      .map(({ claim: event }) => event.id);
  }

  /** Things with an event before it whose names stand in the words of a cause. */
  function namedEvents(words: string, claim: Claim): string[] {
    const text = ` ${normalName(words).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    const own = keyOf(claim.subject ?? '');
    return things
      .all()
      .filter(
        ({ key, events, names: spelled }) =>
          key !== own && events.length > 0 && spelled.some((name) => text.includes(` ${normalName(name).replace(/[^\p{L}\p{N}]+/gu, ' ')} `)),
      )
      .flatMap(({ name }) => eventsBefore(name, claim));
  }

  function lifeCycle(thing: KnownThing, on: string): LifeCycle {
    const cycle = things.cycleOf(thing);
    return {
      name: thing.name,
      types: [...thing.types],
      state: inForceOn(cycle, on).state,
      intervals: cycle.intervals.map((one) => ({ ...one, causes: causesOf(one) })),
      listings: [...cycle.listings],
      returns: cycle.returns,
      problems: cycle.problems,
      unplaced: cycle.unplaced,
    };
  }

  function listed(type: 'instrument' | 'project', on: string) {
    const own = things.all().filter(({ types }) => types.includes(type));
    return {
      things: own
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
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  function scheduleRate(schedule: Schedule, { on, given }: { on: string; given: Readonly<Record<string, string>> }): Rate | undefined {
    const period = findPeriod(schedule.period);
    if (period !== undefined && ((period.earliest !== null && on < period.earliest) || (period.latest !== null && on > period.latest)))
      return undefined;
    const said = given[schedule.driver.measure];
    const observed = said === undefined ? driverOn(schedule, on) : undefined;
    const driver = said !== undefined && /^-?\d+(\.\d+)?$/.test(said) ? interval(said, said) : observed?.value;
    const base = {
      class: [schedule.gives, schedule.recipient ?? ''].filter((part) => part !== '').join(' · '),
      unit: schedule.unit,
      steps: [],
      readings: [],
      band: {},
    };
    const at = (bound: Decimal | null | undefined) => (bound == null ? undefined : scheduled(schedule, bound));
    const [low, high] = [at(driver?.low), at(driver?.high)];
    if (low === undefined || high === undefined) {
      const needs = driver === undefined ? 'policy:needs.driver' : 'policy:needs.points';
      return { ...base, on: null, needs: [message(needs, { measure: { code: schedule.driver.measure }, day: { period: on } })] };
    }
    const [least, most] = low.lte(high) ? [low, high] : [high, low];
    return {
      ...base,
      on: {
        low: least.toFixed(),
        high: most.toFixed(),
        stage: null,
        claims: distinct([...schedule.claims, ...ids(observed?.claims ?? [])]),
        disputed: false,
      },
      needs: [],
    };
  }

  /** What the ledger knows of a driver on a day. */
  function driverOn({ driver }: Schedule, on: string): { value: Amount; claims: Claim[] } | undefined {
    const found = claims.all().filter((claim) => {
      if (
        claim.kind !== 'figure' ||
        claim.rank === 'deprecated' ||
        claim.change !== null ||
        claim.value === null ||
        statusClass(claim.status) !== 'outcome'
      )
        return false;
      const period = findPeriod(claim.period);
      const isSame = normalName(claim.measure ?? '') === normalName(driver.measure) && (driver.unit === null || claim.unit === driver.unit);
      return isSame && period?.earliest != null && period.earliest <= on && (period.latest === null || on <= period.latest);
    });
    const subjects = new Set(found.map((claim) => keyOf(claim.subject ?? '')));
    if (found.length === 0 || subjects.size > 1) return undefined;
    const values = found.map((claim) => options.verdictValue(claim) ?? statedInterval(measuredOf(claim)));
    const low = values.reduce<Decimal | null>(
      (least, { low: one }) => (least === null || one === null ? one : Decimal.min(least, one)),
      values[0]!.low,
    );
    const high = values.reduce<Decimal | null>(
      (most, { high: one }) => (most === null || one === null ? one : Decimal.max(most, one)),
      values[0]!.high,
    );
    return { value: interval(low, high), claims: found };
  }

  const schedulesOf = (thing: KnownThing) => descriptions.current().schedules.filter(({ of }) => keyOf(of) === thing.key);

  function rates(thing: KnownThing, request: RateOptions & { given: Readonly<Record<string, string>> }): Rate[] {
    const adopted = (own: readonly Claim[]) => own.map(options.verdictValue).find((value) => value !== undefined);
    return [
      ...ratesOf(thing.figures, request, { measures, adopted }),
      ...schedulesOf(thing).flatMap((schedule) => scheduleRate(schedule, request) ?? []),
    ];
  }

  function counts(): Count[] {
    return links('counts').flatMap(({ fromClaim, toName }) => {
      const claim = fromClaim === null ? undefined : claims.find(fromClaim);
      return claim === undefined || claim.rank === 'deprecated' || toName === null
        ? []
        : [countOf(names.nameOf(toName), claim, countedMembers(toName))];
    });
  }

  function countedMembers(name: string) {
    const key = keyOf(name);
    const batch = things.batches().find((one) => one.name !== '' && keyOf(one.name) === key);
    const classOf = (own: readonly Claim[]) =>
      distinct(own.flatMap(({ details }) => details.filter(({ is }) => normalName(is) === 'class').map(({ value }) => value)));
    if (batch !== undefined) return batch.members.map((member) => ({ name: member.name, classes: classOf(member.claims) }));
    const thing = things.find(name);
    const parts = thing === undefined ? [] : partsOf(thing);
    return parts.map((part) => {
      const own = things.find(part);
      return {
        name: part,
        classes: [...classOf(own?.events.map(({ claim }) => claim) ?? []), ...(own?.record?.class == null ? [] : [own.record.class])],
      };
    });
  }

  function batches(name: string | undefined): Batch[] {
    const wanted = name === undefined ? undefined : keyOf(name);
    const all = counts();
    const chosen = things.batches().filter((batch) => wanted === undefined || (batch.name !== '' && keyOf(batch.name) === wanted));
    if (name !== undefined && chosen.length === 0) throw new AppError('not-found', 'policy.unknownThing', { name });
    return chosen.map((batch) => {
      const own = new Set(batch.members.flatMap((member) => [...ids(member.claims), ...ids(member.ends)]));
      const caused = links('cause').flatMap(({ fromClaim, toClaim, fromName }) =>
        toClaim !== null &&
        ((fromClaim !== null && own.has(fromClaim)) || (fromName !== null && batch.name !== '' && keyOf(fromName) === keyOf(batch.name)))
          ? [toClaim]
          : [],
      );
      return toAnswer(batch, { counts: batch.name === '' ? [] : all.filter(({ of }) => keyOf(of) === keyOf(batch.name)), effects: distinct(caused) });
    });
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

  function page(thing: KnownThing, on: string): ThingPage {
    const cycle = lifeCycle(thing, on);
    const comparable = links('comparable').flatMap(({ fromName, toName }) => {
      if (fromName === null || toName === null) return [];
      return keyOf(toName) === thing.key ? [names.nameOf(fromName)] : keyOf(fromName) === thing.key ? [names.nameOf(toName)] : [];
    });
    return {
      ...cycle,
      names: [...thing.names],
      class: thing.record?.class ?? null,
      summary: thing.record?.summary ?? '',
      record: thing.record ?? null,
      parts: partsOf(thing),
      rates: rates(thing, { on, as: 'amount', base: undefined, years: undefined, given: {} }),
      schedules: schedulesOf(thing).map((schedule) => ({ ...schedule, to: schedule.recipient })),
      positions: positions(thing.name, undefined),
      plans: plans(thing),
      counts: counts().filter(({ of }) => keyOf(of) === thing.key),
      comparable: distinct(comparable),
      depth: cycle.intervals.findLast(({ track, depth }) => track === 'force' && depth !== null)?.depth ?? null,
    };
  }

  function inForce(thing: KnownThing, on: string): InForce {
    return { name: thing.name, ...inForceOn(things.cycleOf(thing), on) };
  }

  const usedDepths = () => new Set(claims.all().flatMap(({ depth }) => depth ?? []));
  const onDay = (on: string | undefined) => on ?? options.today();

  const handlers: Handlers<'policy'> = {
    describe: ({ records }, edit) => ({
      records: describeAll(
        records,
        {
          current: descriptions.current,
          keyOf,
          hasClaim: (id) => claims.find(id) !== undefined,
          hasScale: (kind, code) => kind === 'ladder' && descriptions.ladders().some((ladder) => ladder.code === code),
          assertTogether(all) {
            const found = contradictionIn(
              [...people.actors(), ...all].filter(({ id }, at, list) => list.findIndex((one) => one.id === id) === at),
              people.judgements(),
              {
                mayShareNames: true,
              },
            );
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
    described() {
      const all = descriptions.current();
      return {
        things: [...all.things],
        links: [...all.links],
        schedules: [...all.schedules],
        scales: [...all.scales],
        conversions: [...all.conversions],
      };
    },
    words() {
      const all = claims.all();
      const own = descriptions.current();
      const labels = new Map(own.scales.flatMap(({ steps }) => steps.map(({ code, label }) => [code, label] as const)));
      const stages = distinct([
        ...usualStages,
        ...own.scales.filter(({ kind }) => kind === 'stages').flatMap(({ steps }) => steps.map(({ code }) => code)),
      ]);
      return {
        stages: stages.map((code) => {
          const { does, on } = descriptions.meaningOf(code) ?? usualMeanings.get(code)!;
          return { code, label: labels.get(code) ?? '', does, on };
        }),
        ladders: descriptions.ladders().map(({ code, label, steps }) => ({ code, label, steps: [...steps] })),
        types: ['instrument', 'project', 'listing', 'market', 'topic', 'actor'],
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
      const chosen = name === undefined ? things.all().filter(({ types }) => types.includes(type)) : [get(name)];
      return { answers: chosen.map((thing) => inForce(thing, onDay(on))).toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
    },
    rates({ name, on, as, base, years, given }) {
      const [first, last] = years?.split('/').map(Number) ?? [];
      const span = first === undefined ? undefined : { first, last: last ?? first };
      return { rates: rates(get(name), { on: onDay(on), as, base, years: span, given }) };
    },
    plans: ({ name }) => ({ plans: (name === undefined ? things.all() : [get(name)]).flatMap(plans) }),
    positions: ({ about, actor }) => ({ positions: positions(about, actor) }),
    batches: ({ name }) => ({ batches: batches(name) }),
    counts: () => ({ counts: counts() }),
    convert({ claim: id, with: name }) {
      const claim = claims.find(id);
      if (claim === undefined || claim.value === null) throw new AppError('not-found', 'claims.unknown', { id });
      const conversion = descriptions.current().conversions.find((one) => normalName(one.name) === normalName(name));
      if (conversion === undefined) throw new AppError('not-found', 'policy.unknownConversion', { name });
      const rateClaim = conversion.claim === null ? undefined : claims.find(conversion.claim);
      const rate =
        conversion.own === null
          ? rateClaim?.value == null
            ? undefined
            : statedInterval(measuredOf(rateClaim))
          : interval(conversion.own.value, conversion.own.value);
      const unit = conversion.own?.unit ?? rateClaim?.unit ?? null;
      const { fromUnit, toUnit } = conversion;
      const value = statedInterval(measuredOf(claim));
      const converted = rate === undefined ? undefined : convertedBy(value, rate, { unit, given: claim.unit, fromUnit, toUnit });
      if (converted === undefined)
        throw new AppError('invalid-input', 'policy.cannotConvert', { name, unit: claim.unit, from: fromUnit, to: toUnit });
      return {
        ...intervalText(converted.value),
        unit: converted.unit,
        conversion: conversion.name,
        claims: distinct([claim.id, ...(rateClaim === undefined ? [] : [rateClaim.id])]),
      };
    },
  };
  return {
    handlers,
    count: (type) => things.all().filter(({ types }) => types.includes(type)).length,
    assertWords: (inputs) => assertWords(inputs, { descriptions, usedDepths, isKnown: (name) => things.find(name) !== undefined }),
    takeAlong(claimIds, edit) {
      const gone = new Set(claimIds);
      const ends = descriptions.current().links.filter(({ fromClaim, toClaim }) => gone.has(fromClaim ?? '') || gone.has(toClaim ?? ''));
      for (const { id } of ends) edit.remove('link', id);
    },
  };
}

interface Way {
  readonly unit: string | null;
  readonly given: string | null;
  readonly fromUnit: string;
  readonly toUnit: string;
}

/** A rate in A_PER_B turns B into A by multiplying, and A into B by dividing. */
function convertedBy(value: Amount, rate: Amount, { unit, given, fromUnit, toUnit }: Way): { value: Amount; unit: string } | undefined {
  const target = given === fromUnit ? toUnit : given === toUnit ? fromUnit : undefined;
  if (target === undefined || given === null) return undefined;
  if (unit === `${target}_PER_${given}`) return { value: multiplyIntervals(value, rate), unit: target };
  if (unit !== `${given}_PER_${target}`) return undefined;
  const divided = divideIntervals(value, rate);
  return divided === undefined ? undefined : { value: divided, unit: target };
}
