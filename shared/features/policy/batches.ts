// Listings: lists and decisions that name many at once, who stands on them and since when. They live beside a thing's own cycle
// (rule 8 of policy.md).

import type { Claim } from '../claims/model.ts';
import { normalName } from '../claims/origin.ts';
import type { Batch, Listing } from './contract.ts';
import { happenedWithin } from './transitions.ts';
import { byContent, hull, meet, type Told, together, type Window } from './window.ts';

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
  const nameless: Entry[] = [];
  for (const entry of listed.filter(({ claim }) => claim.batch === null)) {
    const fitting = [...groups.values()].filter((group) => group.some((one) => isSameListing(one, entry)));
    if (fitting.length === 1) fitting[0]!.push(entry);
    else nameless.push(entry);
  }
  const rest = Map.groupBy(nameless, ({ claim, window }) =>
    [normalName(nameOf(claim.by[0] ?? '')), window.earliest, window.latest, claim.sourceId].join('|'),
  );
  const batches = [...groups, ...rest].map(([key, group]) => toBatch(key, group, nameOf));
  for (const entry of entries.filter(({ claim }) => claim.stage === 'delisted')) takeOff(batches, entry, nameOf);
  return batches.toSorted((a, b) =>
    (a.when.earliest ?? '') < (b.when.earliest ?? '') ? -1 : (a.when.earliest ?? '') > (b.when.earliest ?? '') ? 1 : a.name < b.name ? -1 : 1,
  );
}

/** Another source tells of the same listing of one of them. */
function isSameListing(one: Entry, other: Entry): boolean {
  return normalName(one.name) === normalName(other.name) && one.claim.sourceId !== other.claim.sourceId && meet(one.window, other.window);
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

/** The listing that an end speaks of: of its batch or authority, the last before it. */
function takeOff(batches: readonly KnownBatch[], { claim, name, window }: Entry, nameOf: (name: string) => string): void {
  const own = batches
    .flatMap((batch) => batch.members.filter((member) => normalName(member.name) === normalName(name)).map((member) => ({ batch, member })))
    .filter(({ member }) => window.latest === null || member.on.earliest === null || member.on.earliest <= window.latest);
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

export function listingsOf(batches: readonly KnownBatch[], name: string): Listing[] {
  return batches.flatMap((batch) =>
    batch.members
      .filter((member) => normalName(member.name) === normalName(name))
      .map(({ on, off, claims, ends }) => ({
        batch: batch.name || (batch.authority ?? ''),
        from: on,
        to: off,
        claims: [...claims, ...ends].map(({ id }) => id),
      })),
  );
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
