// Who stands where on a thing: the latest stance of each actor, with what it was before. A person whose role is dated speaks for
// the organisation too.
import { findPeriod } from '../../period/index.ts';
import type { Actor } from '../actors/model.ts';
import type { Claim } from '../claims/model.ts';
import { normalName } from '../claims/origin.ts';
import type { Position } from './contract.ts';
import { byContent, compareTexts as compare, meet, type Told, type Window, windowOf } from './window.ts';

interface Said extends Told {
  readonly actor: string;
  readonly about: string;
  readonly when: Window;
  readonly via: string | null;
}

interface Context {
  nameOf(name: string): string;
  readonly actors: readonly Pick<Actor, 'name' | 'roles'>[];
}

/** `told`: statements that are not deprecated. */
export function positionsOf(told: readonly Told[], context: Context): Position[] {
  const said = told.flatMap((one) => speakersOf(one, context));
  const key = ({ actor, about }: Said) => `${normalName(actor)}\n${normalName(about)}`;
  return [...Map.groupBy(said, key).values()].map(toPosition).toSorted((a, b) => compare(a.about, b.about) || compare(a.actor, b.actor));
}

function speakersOf(told: Told, { nameOf, actors }: Context): Said[] {
  const { claim, madeOn } = told;
  const actor = nameOf(claim.actor ?? '');
  const period = findPeriod(claim.period);
  const when = period === undefined ? madeOn : windowOf(claim.period, 'earlier');
  const own: Said = { ...told, actor, about: nameOf(claim.topic ?? ''), when, via: null };
  const roles = actors.find(({ name }) => normalName(nameOf(name)) === normalName(actor))?.roles ?? [];
  const organisations = roles.filter(({ at, period: held }) => at !== null && held !== null && meet(windowOf(held, 'earlier'), when));
  return [own, ...organisations.map(({ at }) => ({ ...own, actor: nameOf(at!), via: actor }))];
}

const weak: ReadonlySet<Claim['stance']> = new Set(['neutral', 'expects']);

function toPosition(all: readonly Said[]): Position {
  const strong = all.filter(({ claim }) => !weak.has(claim.stance));
  const counted = (strong.length > 0 ? strong : all).toSorted(latestFirst);
  const latest = counted.filter((one) => isOfTime(one, counted[0]!));
  const stances = new Set(latest.map(({ claim }) => claim.stance));
  const earlier = counted.filter((one) => !latest.includes(one));
  const first = latest[0]!;
  const hasChanged = stances.size === 1 && earlier.some(({ claim }) => claim.stance !== first.claim.stance);
  return {
    actor: first.actor,
    about: first.about,
    stance: first.claim.stance ?? 'neutral',
    when: first.when,
    gist: first.claim.gist,
    by: first.claim.saidBy[0]?.name ?? null,
    via: first.via,
    named: all.some(({ claim }) => claim.hedge !== 'anonymous'),
    state: stances.size > 1 ? 'disputed' : hasChanged ? 'changed' : 'held',
    earlier: earlier.map(({ claim, when }) => ({ stance: claim.stance ?? 'neutral', when, gist: claim.gist, claims: [claim.id] })),
    claims: latest.map(({ claim }) => claim.id),
  };
}

function latestFirst(a: Said, b: Said): number {
  return compare(end(b), end(a)) || byContent(a.claim, b.claim);
}

function isOfTime(one: Said, other: Said): boolean {
  return end(one) === end(other);
}

function end({ when }: Said): string {
  return when.latest ?? when.earliest ?? '';
}
