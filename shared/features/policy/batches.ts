// Listings: lists and decisions that name many at once, who stands on them and since when. They live beside a thing's own cycle
// (rule 8 of policy.md).

import type { Claim } from '../claims/model.ts';
import { normalName } from '../claims/origin.ts';
import type { Batch, Listing } from './contract.ts';
import { happenedWithin } from './transitions.ts';
import { byContent, compareTexts, hull, meet, type Told, together, type Window } from './window.ts';

export interface BatchMember {
  /** The name that stands for the thing. */
  readonly name: string;
  readonly on: Window;
  off: Window | null;
  readonly claims: Claim[];
  readonly ends: Claim[];
}

export interface KnownBatch {
  readonly key: string;
  readonly name: string;
  readonly authority: string | null;
  readonly when: Window;
  readonly members: readonly BatchMember[];
}

interface Entry extends Told {
  readonly name: string;
  readonly window: Window;
}

export function isListing({ kind, stage, status }: Claim): boolean {
  return kind === 'event' && (stage === 'listed' || stage === 'delisted') && (status === 'happened' || status === null);
}

/** `told`: events of listing of every thing that are not deprecated. */
export function batchesOf(told: readonly Told[], nameOf: (name: string) => string): KnownBatch[] {
  const entries = told
    .toSorted((a, b) => byContent(a.claim, b.claim))
    .map(
      (one): Entry => ({
        ...one,
        name: nameOf(one.claim.subject ?? ''),
        window: happenedWithin(one, one.claim.stage === 'delisted' ? 'close' : 'open'),
      }),
    );
  const listed = entries.filter(({ claim }) => claim.stage === 'listed');
  const named = listed.filter(({ claim }) => claim.batch !== null);
  const groups = new Map<string, Entry[]>(
    [...Map.groupBy(named, ({ claim }) => normalName(nameOf(claim.batch!)))].map(([key, all]) => [key, [...all]]),
  );
  const groupsOf = Map.groupBy(
    [...groups.values()].flatMap((group) => group.map((one) => ({ one, group }))),
    ({ one }) => normalName(one.name),
  );
  const nameless: Entry[] = [];
  for (const entry of listed.filter(({ claim }) => claim.batch === null)) {
    const fitting = new Set((groupsOf.get(normalName(entry.name)) ?? []).filter(({ one }) => isSameListing(one, entry)).map(({ group }) => group));
    const [only, ...others] = fitting;
    if (only !== undefined && others.length === 0) only.push(entry);
    else nameless.push(entry);
  }
  const rest = Map.groupBy(nameless, ({ claim, window }) =>
    [normalName(nameOf(claim.by[0] ?? '')), window.earliest, window.latest, claim.sourceId].join('|'),
  );
  const batches = [...groups, ...rest]
    .map(([key, group]) => toBatch(key, group, nameOf))
    .toSorted((a, b) => compareTexts(a.when.earliest ?? '', b.when.earliest ?? '') || compareTexts(a.name, b.name) || compareTexts(a.key, b.key));
  const memberships = membershipsOf(batches);
  for (const entry of entries.filter(({ claim }) => claim.stage === 'delisted'))
    takeOff(memberships.get(normalName(entry.name)) ?? [], entry, nameOf);
  return batches;
}

/** Of one name: another source tells of the same listing. */
function isSameListing(one: Entry, other: Entry): boolean {
  return one.claim.sourceId !== other.claim.sourceId && meet(one.window, other.window);
}

function toBatch(key: string, group: readonly Entry[], nameOf: (name: string) => string): KnownBatch {
  const own = group.filter(({ claim }) => claim.batch !== null);
  const stated = own.length > 0 ? own : group;
  const authority = stated.map(({ claim }) => claim.by[0]).find((name) => name !== undefined) ?? null;
  const when = stated.map(({ window }) => window).reduce(hull);
  const members = [...Map.groupBy(group, ({ name }) => normalName(name)).values()].map(
    (entries): BatchMember => ({
      name: entries[0]!.name,
      on: entries.map(({ window }) => window).reduce(together),
      off: null,
      claims: entries.map(({ claim }) => claim),
      ends: [],
    }),
  );
  const name = own[0] === undefined ? '' : nameOf(own[0].claim.batch!);
  return { key, name, authority: authority === null ? null : nameOf(authority), when, members };
}

type Membership = { readonly batch: KnownBatch; readonly member: BatchMember };

/** Who stands on which lists, by the normal form of their names. */
export function membershipsOf(batches: readonly KnownBatch[]): ReadonlyMap<string, readonly Membership[]> {
  return Map.groupBy(
    batches.flatMap((batch) => batch.members.map((member): Membership => ({ batch, member }))),
    ({ member }) => normalName(member.name),
  );
}

/** The listing that an end speaks of: of its batch or authority, the last before it. */
function takeOff(memberships: readonly Membership[], { claim, window }: Entry, nameOf: (name: string) => string): void {
  const own = memberships.filter(({ member }) => window.latest === null || member.on.earliest === null || member.on.earliest <= window.latest);
  const sameBatch = claim.batch === null ? [] : own.filter(({ batch }) => normalName(batch.name) === normalName(nameOf(claim.batch!)));
  const sameAuthority = own.filter(
    ({ batch }) => batch.authority !== null && claim.by.some((by) => normalName(nameOf(by)) === normalName(batch.authority!)),
  );
  const [fitting] = [sameBatch, sameAuthority, own].filter((list) => list.length > 0);
  const last = fitting?.at(-1)?.member;
  if (last === undefined) return;
  last.off = last.off === null ? window : together(last.off, window);
  last.ends.push(claim);
}

export function listingsOf(memberships: readonly Membership[]): Listing[] {
  return memberships.map(({ batch, member: { on, off, claims, ends } }) => ({
    batch: batch.name || (batch.authority ?? ''),
    from: on,
    to: off,
    claims: [...claims, ...ends].map(({ id }) => id),
  }));
}

export function toAnswer({ name, authority, when, members }: KnownBatch, more: Pick<Batch, 'counts' | 'effects'>): Batch {
  return {
    name,
    authority,
    when,
    members: members.map(({ name: member, on, off, claims, ends }) => ({ name: member, on, off, claims: [...claims, ...ends].map(({ id }) => id) })),
    ...more,
  };
}
