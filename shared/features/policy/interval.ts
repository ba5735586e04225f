// An interval of a life cycle as its claims say it: operator, partners, depth and details are theirs, the rest is plain.
import type { Claim } from '../claims/model.ts';
import type { Interval, Track } from './contract.ts';
import { detailsOf, distinct } from './details.ts';
import type { Window } from './window.ts';

/** `claims`: those by which it begins. */
export function intervalOf(track: Track, claims: readonly Claim[], ends: { readonly from: Window; readonly to: Window | null }): Interval {
  return {
    track,
    stage: claims[0]?.stage ?? null,
    step: track === 'force' ? 1 : 0,
    ...ends,
    until: null,
    by: distinct(claims.flatMap(({ by }) => by)),
    with: distinct(claims.flatMap(({ counterparties }) => counterparties)),
    details: detailsOf(claims),
    depth: claims.find(({ depth }) => depth !== null)?.depth ?? null,
    carried: [],
    condition: null,
    was: [],
    causes: [],
    claims: distinct(claims.map(({ id }) => id)),
    endedBy: [],
  };
}
