// The ledger as the sources of a workbook had it on a day. What may have been said stands beside, and decides nothing.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Said } from '../../../../shared/features/claims/said-on.ts';
import type { ListedObservation } from '../../../../shared/features/ledger/contract.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import type { Ledger } from './service.ts';

export interface SaidLedger {
  of(claim: Claim): Said;
  readonly possible: { find(id: string): Claim | undefined };
  /** With what may have been said, and with every verdict. */
  readonly ledger: Ledger;
  /** Whether a verdict was given by the day. */
  isGiven(verdict: { readonly at: string }): boolean;
}

export function observationsSaid(known: Pick<Ledger, 'find'>, said: SaidLedger): ListedObservation[] {
  return said.ledger.observations().map((one): ListedObservation => {
    const unsure = one.claims.flatMap((id) => {
      const claim = said.possible.find(id);
      const { known: is, why } = claim === undefined ? { known: 'no', why: null } : said.of(claim);
      return is === 'unsure' ? [{ claim: id, why: why ?? 'window' }] : [];
    });
    const later = said.ledger.verdictsOn(one.id).some((verdict) => !said.isGiven(verdict));
    const there = known.find(one.id);
    return there === undefined ? { ...aloneUnsure(one), unsure, later } : { ...there, unsure, later };
  });
}

/** What may have been said is no value: its claims stand beside. */
function aloneUnsure(one: Observation): Omit<ListedObservation, 'unsure' | 'later'> {
  return { ...one, low: null, high: null, qualifier: 'unknown', state: 'unsure', claims: [], support: 0, rivals: [], verdict: null };
}
