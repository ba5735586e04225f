// What a claim says in a few words, for a line of the queue: value, happening, or who speaks. Claims are objects that stay
// the same until they change, so each is put into words once.
import { capitalised } from '../../../../shared/code-words.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Lead, ListedGroup, QueuedGroup } from '../../../../shared/features/conflicts/contract.ts';
import { measuredOf } from '../../../../shared/features/ledger/rules.ts';
import { formatQuantity } from '../../../../shared/quantity/index.ts';

/** A line has no room for more; it then says how many there are. */
export const mostAgainst = 4;

export function createQueueing(findClaim: (id: string) => Claim | undefined): (group: ListedGroup) => QueuedGroup {
  const known = new WeakMap<Claim, Lead>();
  function leadOf(claim: Claim): Lead {
    const lead = known.get(claim) ?? { kind: claim.kind, unit: claim.unit, words: wordsOf(claim) };
    known.set(claim, lead);
    return lead;
  }
  return (group) => {
    const isShown = group.claims.length > 1 && group.claims.length <= mostAgainst;
    const claims = isShown ? group.claims.flatMap((id) => findClaim(id) ?? []) : [];
    return { ...group, against: claims.map(leadOf) };
  };
}

function wordsOf(claim: Claim): string {
  if (claim.kind === 'statement') return claim.actor ?? '';
  if (claim.kind === 'figure') return claim.value === null ? '' : formatQuantity(measuredOf(claim));
  return claim.what || capitalised(claim.stage ?? claim.type ?? '');
}
