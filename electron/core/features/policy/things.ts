// Things of the open workbook: what claims and descriptions say of one name group, and what follows from it. The index is filled
// at the first look and then follows the claims that edits touch; a life cycle is reckoned again only for the things they touch.
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import { statusClass } from '../../../../shared/features/ledger/rules.ts';
import { batchesOf, isListing, type KnownBatch, listingsOf, membershipsOf } from '../../../../shared/features/policy/batches.ts';
import type { Problem } from '../../../../shared/features/policy/contract.ts';
import { decided, type KnownVerdict, weighed } from '../../../../shared/features/policy/event-verdicts.ts';
import { intervalOf } from '../../../../shared/features/policy/interval.ts';
import { type LifeCycleInput, lifeCycleOf, type ToldCycle } from '../../../../shared/features/policy/life-cycle.ts';
import type { EventVerdict, Thing } from '../../../../shared/features/policy/model.ts';
import type { Cycle } from '../../../../shared/features/policy/state.ts';
import { roleOf } from '../../../../shared/features/policy/transitions.ts';
import {
  byContent,
  compareTexts,
  earlier,
  later,
  noLaterThanTold,
  type Told,
  type Window,
  windowOf,
} from '../../../../shared/features/policy/window.ts';
import type { DescriptionService } from './descriptions.ts';

export interface ThingsOptions {
  /** Supplied by the claims feature. */
  readonly claims: {
    version(): number;
    all(): readonly Claim[];
    find(id: string): Claim | undefined;
    source(id: string | null): ClaimSource | undefined;
  };
  readonly watch: { look(): { readonly ids: ReadonlySet<string>; readonly areNamesNew: boolean } | undefined };
  /** Supplied by the actors feature. */
  readonly names: { nameOf(name: string): string; namesLike(name: string): readonly string[] };
  readonly descriptions: DescriptionService;
  /** The day on which a source was added; supplied by the sources feature. */
  addedOn(sourceId: string): string | undefined;
}

/** A name group with its claims, deprecated ones left out. */
export interface KnownThing {
  readonly key: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly record: Thing | undefined;
  readonly events: readonly Told[];
  readonly figures: readonly Told[];
  readonly statements: readonly Told[];
  /** All, deprecated ones too. */
  readonly count: number;
}

export interface ThingCycle extends ToldCycle, Cycle {
  /** Verdicts on its events, stale ones too. */
  readonly verdicts: readonly KnownVerdict[];
}

export type Things = ReturnType<typeof createThings>;

export function createThings({ claims, watch, names, descriptions, addedOn }: ThingsOptions) {
  const members = new Map<string, Set<string>>();
  const keyOfClaim = new Map<string, string>();
  const listings = new Set<string>();
  const known = new Map<string, KnownThing>();
  const cycles = new Map<string, ThingCycle>();
  /** What is described, by the keys of names. */
  let records: ReadonlyMap<string, Thing> = new Map();
  let replacements: readonly { readonly by: string; readonly of: string }[] = [];
  /** Verdicts by the claims that they weighed. */
  let verdictOn: ReadonlyMap<string, EventVerdict> = new Map();
  let batches: readonly KnownBatch[] | undefined;
  let memberships: ReturnType<typeof membershipsOf> = new Map();
  let revision = -1;
  let seen = -1;

  /** Many claims bear one name; what it stands for is found once, until names change. */
  const keys = new Map<string, string>();
  function keyOf(name: string): string {
    follow();
    return keyIn(name);
  }
  function keyIn(name: string): string {
    const known = keys.get(name) ?? normalName(names.nameOf(name));
    keys.set(name, known);
    return known;
  }

  function put(id: string, claim: Claim | undefined): void {
    const before = keyOfClaim.get(id);
    const key = claim === undefined ? undefined : keyIn(calledBy(claim));
    if (before !== undefined && before !== key) members.get(before)?.delete(id);
    if (key === undefined) keyOfClaim.delete(id);
    else {
      keyOfClaim.set(id, key);
      const own = members.get(key) ?? new Set();
      own.add(id);
      members.set(key, own);
    }
    if (listings.delete(id)) batches = undefined;
    if (claim !== undefined && isListing(claim)) {
      listings.add(id);
      batches = undefined;
    }
    for (const touched of [before, key]) if (touched !== undefined) forget(touched);
  }

  function forget(key: string): void {
    known.delete(key);
    cycles.delete(key);
    for (const { by, of } of replacements) if (by === key) cycles.delete(of);
  }

  function fill(): void {
    for (const map of [keys, members, keyOfClaim, known, cycles]) map.clear();
    listings.clear();
    batches = undefined;
    const { things, links, verdicts } = descriptions.current();
    records = new Map(things.toReversed().map((thing) => [keyIn(thing.name), thing]));
    replacements = links.flatMap(({ kind, fromName, toName }) =>
      kind === 'replaces' && fromName !== null && toName !== null ? [{ by: keyIn(fromName), of: keyIn(toName) }] : [],
    );
    verdictOn = new Map(verdicts.flatMap((verdict) => verdict.claims.map((id) => [id, verdict] as const)));
    for (const claim of claims.all()) put(claim.id, claim);
    for (const key of records.keys()) if (!members.has(key)) members.set(key, new Set());
  }

  function follow(): void {
    if (seen === claims.version()) return;
    const changed = watch.look();
    if (changed === undefined || changed.areNamesNew || revision !== descriptions.revision()) fill();
    else {
      for (const id of changed.ids) put(id, claims.find(id));
      if (batches === undefined) cycles.clear();
    }
    revision = descriptions.revision();
    seen = claims.version();
  }

  function madeOn(claim: Claim): Window {
    const source = claims.source(claim.sourceId);
    const stated = windowOf(claim.madeOn ?? source?.publishedOn ?? null, 'later');
    if (stated.latest !== null || claim.sourceId === null) return stated;
    return { earliest: stated.earliest, latest: addedOn(claim.sourceId) ?? null };
  }

  const told = (claim: Claim): Told => ({ claim, madeOn: madeOn(claim) });

  function build(key: string): KnownThing | undefined {
    const ids = members.get(key);
    const record = records.get(key);
    if (ids === undefined) return undefined;
    const own = [...ids].flatMap((id) => claims.find(id) ?? []).sort(byContent);
    const standing = own.filter((claim) => claim.rank !== 'deprecated');
    if (standing.length === 0 && record === undefined) return undefined;
    const written = record?.name ?? usualSpelling(standing.map(calledBy));
    const name = names.nameOf(written);
    const said = standing.flatMap((claim) => (claim.kind === 'event' && claim.subjectType !== null ? [claim.subjectType] : []));
    const ofKind = (kind: Claim['kind']) => standing.filter((claim) => claim.kind === kind).map(told);
    return {
      key,
      name,
      names: [...new Set([name, ...names.namesLike(name), ...standing.map(calledBy)])],
      types: [...new Set([...(record?.types ?? []), ...said])],
      record,
      events: ofKind('event'),
      figures: ofKind('figure'),
      statements: ofKind('statement'),
      count: own.length,
    };
  }

  function find(name: string): KnownThing | undefined {
    return findByKey(keyOf(name));
  }

  function findByKey(key: string): KnownThing | undefined {
    const kept = known.get(key) ?? build(key);
    if (kept !== undefined) known.set(key, kept);
    return kept;
  }

  function currentBatches(): readonly KnownBatch[] {
    follow();
    if (batches !== undefined) return batches;
    const standing = [...listings]
      .sort()
      .flatMap((id) => claims.find(id) ?? [])
      .filter((claim) => claim.rank !== 'deprecated');
    batches = batchesOf(standing.map(told), names.nameOf);
    memberships = membershipsOf(batches);
    return batches;
  }

  function membershipsNow(): typeof memberships {
    currentBatches();
    return memberships;
  }

  /** First days of what replaces a thing, whatever replaces that: names that became one can close a circle. */
  function replacedFrom(thing: KnownThing): LifeCycleInput['replacedFrom'] {
    return replacements.flatMap(({ by, of }) => {
      const replacer = of === thing.key && by !== thing.key ? findByKey(by) : undefined;
      const first = replacer === undefined ? undefined : toldOf(replacer, []).told.intervals.find(({ track }) => track === 'force');
      return first === undefined ? [] : [{ window: first.from, claims: first.claims.flatMap((id) => claims.find(id) ?? []) }];
    });
  }

  function toldOf(
    thing: KnownThing,
    replacedFrom: LifeCycleInput['replacedFrom'],
  ): { readonly told: ToldCycle; readonly verdicts: readonly KnownVerdict[] } {
    const events = thing.events.filter(({ claim }) => !isListing(claim));
    const cycle = (own: readonly Told[]) => lifeCycleOf({ events: own, meaningOf: descriptions.meaningOf, replacedFrom });
    const told = cycle(events);
    const own = [...new Set([...(members.get(thing.key) ?? [])].flatMap((id) => verdictOn.get(id) ?? []))];
    if (own.length === 0) return { told, verdicts: [] };
    const verdicts = own.map((verdict) => weighed(verdict, events, told.problems));
    return { told: cycle(decided(events, verdicts)), verdicts };
  }

  function cycleOf(thing: KnownThing): ThingCycle {
    follow();
    const kept = cycles.get(thing.key);
    if (kept !== undefined) return kept;
    const { told: own, verdicts } = toldOf(thing, replacedFrom(thing));
    const cycle: ThingCycle = {
      ...withRates(own, thing),
      verdicts,
      listings: listingsOf(membershipsNow().get(thing.key) ?? []),
      lastTold: lastToldOf(thing),
    };
    cycles.set(thing.key, cycle);
    return cycle;
  }

  function all(): KnownThing[] {
    follow();
    return [...members.keys()].flatMap((key) => findByKey(key) ?? []);
  }

  /** Stages that came before one that must come first by a scale of the workbook, thing by thing, as their pages tell them. */
  function ordersBroken(): Problem[] {
    const hasOrder = descriptions.current().scales.some(({ steps }) => steps.some(({ after }) => after !== null));
    return hasOrder ? all().flatMap((thing) => cycleOf(thing).problems.filter(({ kind }) => kind === 'order')) : [];
  }

  return {
    find,
    all,
    madeOn,
    cycleOf,
    ordersBroken,
    batches: currentBatches,
    keyOf,
    roleOf: (stage: string | null) => roleOf(descriptions.meaningOf(stage)),
  };
}

/** The one in most claims. */
function usualSpelling(names: readonly string[]): string {
  const counted = [...Map.groupBy(names, (name) => name)].toSorted(([a, one], [b, other]) => other.length - one.length || compareTexts(a, b));
  return counted[0]?.[0] ?? '';
}

/** The name that a claim has for its thing. */
function calledBy({ kind, topic, subject }: Claim): string {
  return (kind === 'statement' ? topic : subject) ?? '';
}

/** What only rates are told of is in force from the first of them, and by the last day that an undated one may mean. */
function withRates(told: ToldCycle, { types, figures }: KnownThing): ToldCycle {
  if (told.intervals.length > 0 || !types.includes('instrument')) return told;
  const known = figures.flatMap(({ claim, madeOn }) => {
    const isRate = claim.value !== null && claim.path === null && claim.condition === null && statusClass(claim.status) === 'outcome';
    const window = noLaterThanTold(windowOf(claim.period, 'earlier'), madeOn);
    // A change lies somewhere in its period, a level begins with it.
    const by = (claim.change === null ? window.earliest : null) ?? window.latest;
    return isRate && by !== null ? [{ claim, by }] : [];
  });
  const first = known.map(({ by }) => by).sort()[0];
  if (first === undefined) return told;
  const claims = known.filter(({ by }) => by === first).map(({ claim }) => claim);
  return { ...told, intervals: [intervalOf('force', claims, { from: { earliest: null, latest: first }, to: null })] };
}

/** The last day up to which anybody told of it. */
function lastToldOf({ events, figures }: KnownThing): string | null {
  let last: string | null = null;
  for (const { claim, madeOn } of [...events, ...figures]) {
    const happened =
      claim.kind === 'event' && (claim.status === 'happened' || claim.status === null) ? windowOf(claim.period, 'earlier').latest : null;
    last = later(last, later(madeOn.latest, earlier(happened, madeOn.latest)));
  }
  return last;
}
