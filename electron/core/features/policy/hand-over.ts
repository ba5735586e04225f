// What leaves with an export: the answers of the calls, for all things at once and on one day.
import type { Batch, Count, InForce, LifeCycle, Plan, Position, Rate } from '../../../../shared/features/policy/contract.ts';
import { distinct } from '../../../../shared/features/policy/details.ts';
import type { DescriptionService } from './descriptions.ts';
import type { KnownThing, Things } from './things.ts';

export interface HandOverOptions {
  readonly things: Things;
  readonly descriptions: Pick<DescriptionService, 'current'>;
  lifeCycle(thing: KnownThing, on: string): LifeCycle;
  inForce(thing: KnownThing, on: string): InForce;
  rates(thing: KnownThing, on: string): Rate[];
  plans(thing: KnownThing): Plan[];
  positions(): Position[];
  counts(): Count[];
  batches(): Batch[];
  partsOf(thing: KnownThing): string[];
  comparableTo(thing: KnownThing): string[];
}

export type HandedOver = ReturnType<ReturnType<typeof createHandOver>>;

export function createHandOver({ things, descriptions, lifeCycle, inForce, ...options }: HandOverOptions) {
  return (on: string) => {
    const all = things.all().toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const counts = options.counts();
    const countsOf = Map.groupBy(counts, ({ of }) => things.keyOf(of));
    const cycles = new Map(all.map((thing) => [thing.key, lifeCycle(thing, on)]));
    const { schedules } = descriptions.current();
    const scheduled = new Set(schedules.map(({ of }) => things.keyOf(of)));
    const line = (thing: KnownThing) => {
      const cycle = cycles.get(thing.key)!;
      return {
        name: thing.name,
        names: [...thing.names],
        types: [...thing.types],
        class: thing.record?.class ?? null,
        area: areaOf(thing),
        summary: thing.record?.summary ?? '',
        state: cycle.state,
        inForce: inForce(thing, on),
        current: cycle.intervals.findLast(({ track }) => track === 'force'),
        depth: depthOf(cycle),
        parts: options.partsOf(thing),
        comparable: options.comparableTo(thing),
        counts: countsOf.get(thing.key) ?? [],
        claims: distinct([...thing.events, ...thing.figures, ...thing.statements].map(({ claim }) => claim.id)),
      };
    };
    const ofType = (type: string) => all.filter(({ types }) => types.includes(type));
    const hasRates = (thing: KnownThing) => thing.types.includes('instrument') || scheduled.has(thing.key);
    return {
      on,
      instruments: ofType('instrument').map(line),
      projects: ofType('project').map(line),
      lifeCycles: [...cycles.values()].filter(({ intervals, listings, unplaced }) => intervals.length + listings.length + unplaced.length > 0),
      rates: all.filter(hasRates).flatMap((thing) => {
        const rates = options.rates(thing, on);
        return rates.length === 0 ? [] : [{ name: thing.name, rates }];
      }),
      plans: all.flatMap(options.plans),
      positions: options.positions(),
      batches: options.batches(),
      counts,
      described: descriptions.current(),
    };
  };
}

/** As described, else what events say of where it is. */
function areaOf({ record, events }: KnownThing): string[] {
  return record !== undefined && record.area.length > 0 ? record.area : distinct(events.flatMap(({ claim }) => claim.area));
}

/** How deep it went the last time that is told of. */
export function depthOf({ intervals }: Pick<LifeCycle, 'intervals'>): string | null {
  return intervals.findLast(({ track, depth }) => track === 'force' && depth !== null)?.depth ?? null;
}
