// What the analyst decided on events that claims date or name apart, and whether it still stands (rule: standing.ts).
import type { Message } from '../../message.ts';
import type { Claim } from '../claims/model.ts';
import { changesBeneath, inMessage } from '../ledger/standing.ts';
import type { Problem } from './contract.ts';
import type { EventVerdict } from './model.ts';
import type { Told } from './window.ts';

export interface KnownVerdict extends EventVerdict {
  readonly isStale: boolean;
  /** What changed beneath it; empty unless stale. */
  readonly staleBecause: readonly Message[];
}

/**
 * `problems` are those of the life cycle as claims alone tell it: a claim that joined a disputed date since makes the verdict on
 * it stale, as a changed or removed one does.
 */
export function weighed(verdict: EventVerdict, events: readonly Told[], problems: readonly Problem[]): KnownVerdict {
  const about = new Set(verdict.claims);
  for (const { claims } of problems) if (claims.some((id) => Object.hasOwn(verdict.ground, id))) for (const id of claims) about.add(id);
  const present = events.map(({ claim }) => claim).filter(({ id }) => about.has(id));
  const changes = changesBeneath(verdict.ground, present, 'content');
  return { ...verdict, isStale: changes.length > 0, staleBecause: changes.map(inMessage) };
}

/** Events as verdicts that stand have them: the adopted claim alone, or all of them at the analyst's own date. */
export function decided(events: readonly Told[], verdicts: readonly KnownVerdict[]): Told[] {
  const standing = verdicts.filter(({ isStale, claimId, own }) => !isStale && (claimId !== null || own !== null));
  if (standing.length === 0) return [...events];
  return events.flatMap((told): Told[] => {
    const verdict = standing.find(({ claims }) => claims.includes(told.claim.id));
    if (verdict === undefined || verdict.claimId === told.claim.id) return [told];
    if (verdict.own === null) return [];
    const claim: Claim = { ...told.claim, period: verdict.own };
    return [{ ...told, claim }];
  });
}
