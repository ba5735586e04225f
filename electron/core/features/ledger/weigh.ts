// Whether a verdict still rests on what it rested on. It keeps, claim by claim, what each said then; where one says
// something else now, went, or joined, the verdict is stale and says so with the old and the new value.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Verdict } from '../../../../shared/features/ledger/model.ts';
import { measuredOf } from '../../../../shared/features/ledger/rules.ts';
import { formatQuantity, normaliseQuantity } from '../../../../shared/quantity/index.ts';
import type { StoredVerdict, WeighedClaim } from './repository.ts';

/** What a verdict on these claims rests on. */
export function basisOf(claims: readonly Claim[]): Record<string, WeighedClaim> {
  return Object.fromEntries(claims.map((claim) => [claim.id, weighed(claim)]));
}

function weighed(claim: Claim): WeighedClaim {
  const print = JSON.stringify([
    normaliseQuantity(measuredOf(claim)),
    claim.status,
    claim.rank,
    claim.period,
    claim.readings.map((reading) => [reading.low, reading.high, reading.unit]),
  ]);
  return { said: saidOf(claim), print };
}

function saidOf(claim: Claim): string {
  const rank = claim.rank === 'deprecated' ? ', deprecated' : '';
  return `${formatQuantity(measuredOf(claim))}${rank}`;
}

/** The verdict on an observation: the last one given. Where names or series came together several can meet; then it is stale. */
export function weigh(verdicts: readonly StoredVerdict[], observationId: string, claims: readonly Claim[]): Verdict | undefined {
  const [last, ...others] = lastFirst(verdicts);
  if (last === undefined) return undefined;
  const { basis, ...verdict } = last;
  const because = [...changesBeneath(basis, claims), ...others.map((other) => `another verdict met this one: ${other.reason}`)];
  return { ...verdict, observationId, isStale: because.length > 0, staleBecause: because.join('; ') };
}

export function lastFirst(verdicts: readonly StoredVerdict[]): StoredVerdict[] {
  return verdicts.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function changesBeneath(basis: StoredVerdict['basis'], claims: readonly Claim[]): string[] {
  const now = new Map(claims.map((claim) => [claim.id, claim]));
  const gone = Object.entries(basis).flatMap(([id, { said }]) => (now.has(id) ? [] : [`${said} went`]));
  const changed = claims.flatMap((claim) => {
    const before = basis[claim.id];
    if (before === undefined || before.print === weighed(claim).print) return [];
    return [before.said === saidOf(claim) ? `${before.said} changed` : `${before.said} is now ${saidOf(claim)}`];
  });
  const joined = claims.flatMap((claim) => (basis[claim.id] === undefined ? [`${saidOf(claim)} joined`] : []));
  return [...gone, ...changed, ...joined];
}
