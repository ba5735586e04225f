// A finding with its stable id and the fields that agree and differ.
import { stableHash } from '../../stable-hash.ts';
import type { Claim } from '../claims/model.ts';
import type { ConflictGroup, Finding } from './model.ts';

const fields = [
  'measure',
  'subject',
  'area',
  'counterpart',
  'basis',
  'period',
  'value',
  'unit',
  'multiplier',
  'change',
  'status',
  'vintage',
  'stage',
  'what',
  'by',
  'counterparties',
  'cause',
  'until',
  'batch',
  'details',
  'actor',
  'topic',
  'stance',
  'gist',
  'saidBy',
  'via',
  'madeOn',
  'hedge',
  'credibility',
] as const satisfies readonly (keyof Claim)[];

export function toGroup({ kind, claims, tension, why }: Finding): ConflictGroup {
  const unique = [...new Map(claims.map((claim) => [claim.id, claim])).values()];
  const ids = unique.map((claim) => claim.id);
  const filled = fields.filter((field) => unique.some((claim) => !isEmpty(claim[field])));
  const differing = filled.filter((field) => new Set(unique.map((claim) => JSON.stringify(claim[field]))).size > 1);
  return {
    id: groupIdOf(kind, ids),
    kind,
    claims: ids,
    tension,
    why,
    differs: differing,
    agrees: filled.filter((field) => !differing.includes(field) && unique.length > 1),
  };
}

/** A group is known by its kind and its claims. */
export function groupIdOf(kind: string, claimIds: readonly string[]): string {
  return `c_${stableHash(`${kind}|${claimIds.toSorted().join('|')}`)}`;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
