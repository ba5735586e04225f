// A finding with its stable id and the fields that agree and differ.
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
    id: `c_${hash(`${kind}|${ids.toSorted().join('|')}`)}`,
    kind,
    claims: ids,
    tension,
    why,
    differs: differing,
    agrees: filled.filter((field) => !differing.includes(field) && unique.length > 1),
  };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** 106 bits in base 36 by two rounds of a multiply-xor hash (public domain, "cyrb53"): stable across machines. */
function hash(text: string): string {
  return round(text, 0) + round(text, 0x9e3779b9);
}

function round(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
