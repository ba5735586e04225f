// Things as the time line shows them: their life cycles, plans and rates, and why their events came about.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Interval, Listing, Plan, Rate, ThingState } from '../../../../shared/features/policy/contract.ts';
import type { MeaningOf } from '../../../../shared/features/policy/stages.ts';
import { inForceOn } from '../../../../shared/features/policy/state.ts';
import type { Window } from '../../../../shared/features/policy/window.ts';
import type { Cause } from './causes.ts';
import type { DescriptionService } from './descriptions.ts';
import type { KnownThing, Things } from './things.ts';

export interface InTime {
  readonly name: string;
  readonly type: string;
  readonly state: ThingState;
  readonly parent: string | null;
  readonly intervals: readonly Interval[];
  readonly listings: readonly Listing[];
  readonly plans: readonly Plan[];
  readonly rates: readonly Rate[];
  readonly events: readonly Claim[];
  readonly end: Window | null;
}

export interface PolicyInTime {
  inTime(on: string | undefined): InTime[];
  /** One thing by any of its names. */
  thingInTime(name: string): Pick<InTime, 'name' | 'intervals' | 'listings' | 'events' | 'end'> | undefined;
  inBatches(): { name: string; authority: string | null; claims: Claim[] }[];
  causes(claims: readonly Claim[]): { from: string; to: string; proposed: boolean }[];
  readonly meaningOf: MeaningOf;
}

export interface InTimeOptions {
  readonly things: Things;
  readonly descriptions: DescriptionService;
  today(): string;
  parentOf(thing: KnownThing): string | null;
  plansOf(thing: KnownThing): readonly Plan[];
  /** Of an instrument. */
  ratesOf(thing: KnownThing, on: string): readonly Rate[];
  causeOf(claim: Claim): Cause | undefined;
}

export function createInTime({ things, descriptions, today, parentOf, plansOf, ratesOf, causeOf }: InTimeOptions): PolicyInTime {
  function inTime(thing: KnownThing, on: string): InTime {
    const cycle = things.cycleOf(thing);
    const { intervals, listings } = cycle;
    return {
      name: thing.name,
      type: thing.types[0] ?? 'subject',
      state: inForceOn(cycle, on).state,
      parent: parentOf(thing),
      intervals,
      listings,
      plans: plansOf(thing),
      rates: thing.types.includes('instrument') ? ratesOf(thing, on) : [],
      events: thing.events.map(({ claim }) => claim),
      end: endOf(intervals),
    };
  }
  return {
    inTime: (on) => things.all().map((thing) => inTime(thing, on ?? today())),
    thingInTime(name) {
      const thing = things.find(name);
      if (thing === undefined) return undefined;
      const { intervals, listings } = things.cycleOf(thing);
      return { name: thing.name, intervals, listings, events: thing.events.map(({ claim }) => claim), end: endOf(intervals) };
    },
    inBatches: () =>
      things.batches().map(({ name, authority, members }) => ({
        name,
        authority,
        claims: members.flatMap((member) => [...member.claims, ...member.ends]),
      })),
    causes: (claims) =>
      claims.flatMap((claim) => {
        const cause = causeOf(claim);
        return (cause?.events ?? []).map((from) => ({ from, to: claim.id, proposed: cause!.proposed }));
      }),
    meaningOf: (stage) => descriptions.meaningOf(stage),
  };
}

/** The day from which it is over; null while it goes on. */
function endOf(intervals: readonly Interval[]): Window | null {
  return intervals.findLast(({ track }) => track === 'force')?.to ?? null;
}
