// What events say of their subject beside its stage, by the kind of detail.
import type { Claim } from '../claims/model.ts';

export function detailsOf(claims: readonly Claim[]): Record<string, string[]> {
  const details: Record<string, string[]> = {};
  for (const { is, value } of claims.flatMap((claim) => claim.details)) details[is] = distinct([...(details[is] ?? []), value]);
  return details;
}

export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
