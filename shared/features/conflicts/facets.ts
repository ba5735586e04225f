// What the rules compare: a claim seen once through normalised keys, intervals and periods.
import type { Period } from '../../period/index.ts';
import { findPeriod } from '../../period/index.ts';
import type { Interval } from '../../quantity/index.ts';
import { unitDimension } from '../../quantity/index.ts';
import type { Claim, ClaimSource } from '../claims/model.ts';
import { normalName, originKeys } from '../claims/origin.ts';
import { allowedInterval, measuredOf, statusClass } from '../ledger/rules.ts';
import type { ConflictContext } from './model.ts';

export interface Facet {
  readonly claim: Claim;
  readonly source: ClaimSource | undefined;
  /** Words of the measure without those that only say in which form it is measured. */
  readonly family: string;
  readonly measure: string;
  readonly subject: string;
  readonly place: string;
  readonly basis: string;
  readonly period: Period | undefined;
  readonly periodKey: string;
  readonly interval: Interval;
  readonly hasValue: boolean;
  readonly dimension: string;
  readonly status: ReturnType<typeof statusClass>;
  readonly origin: string;
  readonly isNamed: boolean;
  readonly madeOn: Period | undefined;
}

/** Suffixes that say how a thing is measured, not what it is: exports in units, in money and as a change are one family. */
const formWords = new Set([
  'change',
  'value',
  'volume',
  'growth',
  'yoy',
  'plan',
  'planned',
  'target',
  'forecast',
  'output',
  'actual',
  'amount',
  'count',
  'number',
  'total',
  'level',
  'index',
]);

export function familyOf(measure: string): string {
  const words = measure
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  while (words.length > 1 && formWords.has(words.at(-1)!)) words.pop();
  return words.join('_');
}

export function toFacet(claim: Claim, context: ConflictContext): Facet {
  const source = context.source(claim.sourceId);
  const measured = measuredOf(claim);
  const period = findPeriod(claim.period);
  const named = claim.saidBy.length > 0 || (claim.kind === 'statement' && claim.actor !== null);
  return {
    claim,
    source,
    family: familyOf(claim.measure ?? ''),
    measure: (claim.measure ?? '').toLowerCase().trim(),
    subject: normalName(context.nameOf(claim.subject ?? '')),
    place: `${claim.area.map(normalName).toSorted().join('+')}>${normalName(claim.counterpart ?? '')}`,
    basis: claim.basis.map(normalName).toSorted().join('+'),
    period,
    periodKey: period === undefined ? '' : `${period.earliest ?? '..'}/${period.latest ?? '..'}`,
    interval: allowedInterval(measured),
    hasValue: claim.value !== null && claim.value.qualifier !== 'unknown',
    dimension: unitDimension(claim.unit),
    status: statusClass(claim.status),
    origin: originKeys(claim, source).map((key) => (key.startsWith('source:') ? key : normalName(context.nameOf(key))))[0] ?? '',
    isNamed: named || claim.via.length > 0,
    madeOn: findPeriod(claim.madeOn ?? source?.publishedOn),
  };
}

/** Whether two periods share a day; an open end reaches on. Undefined periods share nothing. */
export function overlap(a: Period | undefined, b: Period | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return (a.earliest ?? '') <= (b.latest ?? '9999') && (b.earliest ?? '') <= (a.latest ?? '9999');
}

/** Whether one of the periods lies within the other. */
export function isNested(a: Period, b: Period): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

function isWithin(inner: Period, outer: Period): boolean {
  return (outer.earliest ?? '') <= (inner.earliest ?? '') && (inner.latest ?? '9999') <= (outer.latest ?? '9999');
}

/** A sum over parts makes sense for counts and money as levels, never for shares, rates or changes. */
export function isAdditive(facet: Facet): boolean {
  return facet.claim.change === null && (facet.dimension === 'count' || facet.dimension === 'money');
}
