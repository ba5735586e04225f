// Versions of one issuer's forecast, target or plan: the later one replaces the earlier, neither is an error (`model.md`, "States that
// every view shares").
import { findPeriod } from '../../period/index.ts';
import type { Claim } from '../claims/model.ts';
import type { ObservationKey } from './model.ts';

/**
 * The claims that stand: those of the last version, where an issuer is known and the claims do not all say the same; else all of them.
 * `saidOn` gives the date on which a claim was made, as EDTF.
 */
export function standingVersion(
  claims: readonly Claim[],
  { class: kind, issuer }: ObservationKey,
  saidOn: (claim: Claim) => string | null,
): readonly Claim[] {
  if (kind === 'outcome' || claims.length < 2) return claims;
  // A plan that one text gives twice was changed, whoever made it.
  const isToldByOne = kind === 'plan' && new Set(claims.map((claim) => claim.sourceId)).size === 1;
  if (issuer === null && !isToldByOne) return claims;
  const place = (claim: Claim) => (isToldByOne && claim.vintage === null ? JSON.stringify(claim.value) : '');
  const versionOf = (claim: Claim) => `${claim.vintage ?? ''}|${claim.vintage === null ? (saidOn(claim) ?? '') : ''}|${place(claim)}`;
  const last = claims.toSorted((a, b) => compareText(timeOf(a, saidOn), timeOf(b, saidOn)) || compareText(placeIn(a), placeIn(b))).at(-1)!;
  return claims.filter((claim) => versionOf(claim) === versionOf(last));
}

/** When a version was made: its vintage where that is a date, else when it was said. */
function timeOf(claim: Claim, saidOn: (claim: Claim) => string | null): string {
  return findPeriod(claim.vintage)?.latest ?? findPeriod(saidOn(claim))?.latest ?? '';
}

/** Of two versions in one text the later one stands further on. */
function placeIn(claim: Claim): string {
  return String(claim.passages[0]?.start ?? 0).padStart(12, '0');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
