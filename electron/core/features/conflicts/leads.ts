// What a claim says in short, for a line of the queue: value, event, or who speaks. Claims are objects that stay the same
// until they change, so each is looked at once.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Lead, ListedGroup, QueuedGroup } from '../../../../shared/features/conflicts/contract.ts';
import { measuredOf } from '../../../../shared/features/ledger/rules.ts';

/** A line has no room for more; it then says how many there are. */
export const mostAgainst = 4;

export function createQueueing(findClaim: (id: string) => Claim | undefined): (group: ListedGroup) => QueuedGroup {
  const known = new WeakMap<Claim, Lead>();
  function leadOf(claim: Claim): Lead {
    const lead = known.get(claim) ?? toLead(claim);
    known.set(claim, lead);
    return lead;
  }
  return (group) => {
    const isShown = group.claims.length > 1 && group.claims.length <= mostAgainst;
    const claims = isShown ? group.claims.flatMap((id) => findClaim(id) ?? []) : [];
    return { ...group, against: claims.map(leadOf) };
  };
}

function toLead({ kind, ...claim }: Claim): Lead {
  switch (kind) {
    case 'figure':
      return { kind, value: claim.value === null ? null : measuredOf(claim) };
    case 'event':
      return { kind, what: claim.what, code: claim.stage ?? claim.type ?? '' };
    case 'statement':
      return { kind, actor: claim.actor ?? '' };
  }
}
