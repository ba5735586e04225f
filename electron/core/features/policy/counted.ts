// Batches of listings, and stated counts beside what is named.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import { toAnswer } from '../../../../shared/features/policy/batches.ts';
import type { Batch, Count } from '../../../../shared/features/policy/contract.ts';
import { countOf } from '../../../../shared/features/policy/counts.ts';
import { distinct } from '../../../../shared/features/policy/details.ts';
import type { Link } from '../../../../shared/features/policy/model.ts';
import type { KnownThing, Things } from './things.ts';

export interface CountedOptions {
  readonly things: Things;
  findClaim(id: string): Claim | undefined;
  nameOf(name: string): string;
  links(kind: Link['kind']): readonly Link[];
  partsOf(thing: KnownThing): readonly string[];
}

export function createCounted({ things, findClaim, nameOf, links, partsOf }: CountedOptions) {
  function counts(): Count[] {
    return links('counts').flatMap(({ fromClaim, toName }) => {
      const claim = fromClaim === null ? undefined : findClaim(fromClaim);
      return claim === undefined || claim.rank === 'deprecated' || toName === null ? [] : [countOf(nameOf(toName), claim, countedMembers(toName))];
    });
  }

  function countedMembers(name: string) {
    const key = things.keyOf(name);
    const batch = things.batches().find((one) => one.name !== '' && things.keyOf(one.name) === key);
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
    const wanted = name === undefined ? undefined : things.keyOf(name);
    const all = counts();
    const chosen = things.batches().filter((batch) => wanted === undefined || (batch.name !== '' && things.keyOf(batch.name) === wanted));
    if (name !== undefined && chosen.length === 0) throw new AppError('not-found', 'policy.unknownThing', { name });
    return chosen.map((batch) => {
      const own = new Set(batch.members.flatMap((member) => [...member.claims, ...member.ends].map(({ id }) => id)));
      const caused = links('cause').flatMap(({ fromClaim, toClaim, fromName }) =>
        toClaim !== null &&
        ((fromClaim !== null && own.has(fromClaim)) ||
          (fromName !== null && batch.name !== '' && things.keyOf(fromName) === things.keyOf(batch.name)))
          ? [toClaim]
          : [],
      );
      return toAnswer(batch, {
        counts: batch.name === '' ? [] : all.filter(({ of }) => things.keyOf(of) === things.keyOf(batch.name)),
        effects: distinct(caused),
      });
    });
  }

  return { counts, batches };
}
