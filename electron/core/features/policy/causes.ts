// Why intervals began or ended: what links say, and what the words of a claim propose.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import type { Interval } from '../../../../shared/features/policy/contract.ts';
import { distinct } from '../../../../shared/features/policy/details.ts';
import type { Link } from '../../../../shared/features/policy/model.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import type { Things } from './things.ts';

export interface CausesOptions {
  readonly things: Things;
  findClaim(id: string): Claim | undefined;
  links(kind: Link['kind']): readonly Link[];
}

export interface Cause {
  readonly claim: string;
  readonly words: string;
  readonly events: string[];
  readonly proposed: boolean;
}

export function createCauses({ things, findClaim, links }: CausesOptions) {
  function ofInterval({ claims: own, endedBy, track, to }: Interval): Interval['causes'] {
    const ended = track === 'draft' || (track === 'force' && to !== null) ? endedBy : [];
    const opening = track === 'pause' || track === 'force' ? own : [];
    const stops = track === 'force' ? ended.filter((id) => !isPause(id)) : ended;
    return distinct([...opening, ...stops])
      .flatMap((id) => findClaim(id) ?? [])
      .flatMap((claim) => ofClaim(claim) ?? []);
  }

  /** Why the event of a claim came about; undefined where neither a link nor its own words say so. */
  function ofClaim(claim: Claim): Cause | undefined {
    const linked = links('cause').filter(({ toClaim }) => toClaim === claim.id);
    const events = linked.flatMap(({ fromClaim, fromName }) =>
      fromClaim !== null ? [fromClaim] : fromName !== null ? eventsBefore(fromName, claim) : [],
    );
    if (events.length > 0) return { claim: claim.id, words: claim.cause ?? '', events: distinct(events), proposed: false };
    if (claim.cause === null) return undefined;
    return { claim: claim.id, words: claim.cause, events: namedEvents(claim.cause, claim), proposed: true };
  }

  const isPause = (id: string) => {
    const role = things.roleOf(findClaim(id)?.stage ?? null);
    return role === 'pause' || role === 'halt';
  };

  function eventsBefore(name: string, claim: Claim): string[] {
    const day = findPeriod(claim.period)?.latest ?? null;
    const events = things.find(name)?.events ?? [];
    return events
      .filter(({ claim: event }) => event.id !== claim.id && (day === null || (findPeriod(event.period)?.earliest ?? '') <= day))
      .map(({ claim: event }) => event.id);
  }

  /** Every cause is looked through for every name. */
  const spacedNames = new Map<string, string>();
  function spacedName(name: string): string {
    const known = spacedNames.get(name) ?? spaced(name);
    spacedNames.set(name, known);
    return known;
  }

  /** Things with an event before it whose names stand in the words of a cause. */
  function namedEvents(words: string, claim: Claim): string[] {
    const text = spaced(words);
    const own = things.keyOf(claim.subject ?? '');
    return things
      .all()
      .filter(({ key, events, names: spelled }) => key !== own && events.length > 0 && spelled.some((name) => text.includes(spacedName(name))))
      .map(({ name }) => name)
      .sort()
      .flatMap((name) => eventsBefore(name, claim));
  }

  return { ofInterval, ofClaim };
}

/** Letters and digits alone, each word with a space on either side. */
function spaced(text: string): string {
  return ` ${normalName(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}
