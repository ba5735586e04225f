// The verdict that stands on an observation: the last one given, stale where its ground changed.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Verdict } from '../../../../shared/features/ledger/model.ts';
import { changesBeneath, inMessage } from '../../../../shared/features/ledger/standing.ts';
import { message } from '../../../../shared/message.ts';
import type { StoredVerdict } from './repository.ts';

/** Where names or series came together several verdicts can meet on one observation; then the last is stale. */
export function weigh(verdicts: readonly StoredVerdict[], observationId: string, claims: readonly Claim[]): Verdict | undefined {
  const [last, ...others] = lastFirst(verdicts);
  if (last === undefined) return undefined;
  const { ground, observation: _givenOn, ...verdict } = last;
  const staleBecause = [
    ...changesBeneath(ground, claims, 'value').map(inMessage),
    ...others.map((other) => message('ledger:stale.met', { reason: other.reason })),
  ];
  return { ...verdict, observationId, isStale: staleBecause.length > 0, staleBecause };
}

export function lastFirst(verdicts: readonly StoredVerdict[]): StoredVerdict[] {
  return verdicts.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
