// Writes verdicts on events: one stands on a set of claims that tell of one thing, with a reason and with what it rests on.

import type { Input } from '../../../../shared/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { groundOf } from '../../../../shared/features/ledger/standing.ts';
import { distinct } from '../../../../shared/features/policy/details.ts';
import { leftWithout } from '../../../../shared/records/said-of-claims.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { DescriptionService } from './descriptions.ts';
import type { Things } from './things.ts';

export interface EventVerdictsOptions {
  readonly things: Pick<Things, 'keyOf'>;
  readonly descriptions: Pick<DescriptionService, 'current'>;
  findClaim(id: string): Claim | undefined;
}

export function createEventVerdicts({ things, descriptions, findClaim }: EventVerdictsOptions) {
  return {
    /** @throws AppError `not-found`, or `invalid-input` where claims are no events of one thing or the adopted one is not among them. */
    decide({ claims: given, claimId, own, reason }: Input<'policy.decide'> & { claimId: string | null; own: string | null }, edit: EditScope) {
      const ids = distinct(given).sort();
      const claims = ids.map((id) => findEvent(findClaim, id));
      const [first] = claims;
      if (new Set(claims.map(({ subject }) => things.keyOf(subject ?? ''))).size > 1)
        throw new AppError('invalid-input', 'policy.severalThings', { field: 'claims' });
      if (claimId !== null && !ids.includes(claimId)) throw new AppError('invalid-input', 'policy.otherClaim', { field: 'claimId' });
      if (claimId !== null && own !== null) throw new AppError('invalid-input', 'policy.claimOrOwn', { field: 'own' });
      edit.name('verdictOnEvent', { thing: first?.subject ?? '' });
      const verdict = { claims: ids, claimId, own, reason, by: edit.author, at: edit.at, ground: groundOf(claims) };
      const [last, ...others] = descriptions.current().verdicts.filter(({ claims: about }) => about.some((id) => ids.includes(id)));
      const id = last?.id ?? edit.newId();
      if (last === undefined) edit.insert('event_verdict', { id, ...verdict });
      else edit.update('event_verdict', id, verdict);
      for (const other of others) edit.remove('event_verdict', other.id);
      return { id };
    },
    reopen(id: string, edit: EditScope) {
      const verdict = descriptions.current().verdicts.find((one) => one.id === id);
      if (verdict === undefined) throw new AppError('not-found', 'policy.noVerdict', { id });
      edit.name('reopenEvent', { thing: findClaim(verdict.claims[0] ?? '')?.subject ?? '' });
      edit.remove('event_verdict', id);
      return { removed: 1 };
    },
    /** A verdict goes with the last claim that it weighed, and with the one that it follows. */
    takeAlong(gone: ReadonlySet<string>, edit: EditScope) {
      for (const verdict of descriptions.current().verdicts)
        if (leftWithout('event_verdict', { ...verdict }, (id) => gone.has(id)) === 'goes') edit.remove('event_verdict', verdict.id);
    },
  };
}

function findEvent(findClaim: EventVerdictsOptions['findClaim'], id: string): Claim {
  const claim = findClaim(id);
  if (claim === undefined) throw new AppError('not-found', 'claims.unknown', { id });
  if (claim.kind !== 'event') throw new AppError('invalid-input', 'policy.noEvent', { field: 'claims' });
  return claim;
}
