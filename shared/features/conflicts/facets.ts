// What the rules compare: a claim seen once through normalised keys, intervals and periods.
import { areaCode, isKnownArea } from '../../areas.ts';
import type { Period } from '../../period/index.ts';
import { findPeriod } from '../../period/index.ts';
import type { Interval } from '../../quantity/index.ts';
import { capInterval, unitDimension } from '../../quantity/index.ts';
import type { Claim, ClaimSource } from '../claims/model.ts';
import { normalName, originKeys } from '../claims/origin.ts';
import { allowedByClaim, statusClass } from '../ledger/rules.ts';
import type { ConflictContext } from './model.ts';
import { remembered } from './remembered.ts';

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
  /** What the claim allows, rounding included. */
  readonly interval: () => Interval;
  readonly hasValue: boolean;
  /** A sum over parts makes sense: for counts and money as levels, never for shares, rates or changes. */
  readonly isAdditive: boolean;
  /** Additive over time too: a flow, not a stock. */
  readonly isFlow: boolean;
  readonly dimension: string;
  readonly status: ReturnType<typeof statusClass>;
  readonly origin: string;
  readonly isNamed: boolean;
  readonly madeOn: Period | undefined;
}

/** Builds facets; names that occur often are folded once. */
export function createFacets(context: ConflictContext): (claim: Claim) => Facet {
  const fold = remembered(normalName);
  const foldArea = remembered(areaCode);
  const foldMeasure = remembered((measure: string) => ({
    measure: measure
      .toLowerCase()
      .trim()
      .replace(/[\s_-]+/g, '_'),
    family: context.measures.familyOf(measure),
  }));
  const standing = remembered((name: string) => normalName(context.nameOf(name)));
  /** A country under two names is one subject too. */
  const standingSubject = remembered((name: string) => {
    const code = areaCode(context.nameOf(name));
    return isKnownArea(code) ? code : standing(name);
  });
  const dimensionOf = remembered(unitDimension);
  const joined = (names: readonly string[]) => (names.length === 1 ? fold(names[0]!) : names.map(fold).toSorted().join('+'));
  /** One area under two names is one. */
  const joinedAreas = (names: readonly string[]) =>
    names.length === 1 ? foldArea(names[0]!) : [...new Set(names.map(foldArea))].toSorted().join('+');

  return (claim) => {
    const source = context.source(claim.sourceId);
    const period = findPeriod(claim.period);
    const named = claim.saidBy.length > 0 || (claim.kind === 'statement' && claim.actor !== null);
    return {
      claim,
      source,
      ...foldMeasure(claim.measure ?? ''),
      subject: standingSubject(claim.subject ?? ''),
      place: `${joinedAreas(claim.area)}>${foldArea(claim.counterpart ?? '')}`,
      basis: joined(claim.basis),
      period,
      periodKey: period === undefined ? '' : `${period.earliest ?? '..'}/${period.latest ?? '..'}`,
      interval: onDemand(() => inRange(allowedByClaim(claim), claim, context)),
      isAdditive: claim.change === null && context.measures.isAdditive(claim.measure ?? '', claim.unit),
      isFlow: claim.change === null && context.measures.addsOverTime(claim.measure ?? '', claim.unit),
      hasValue: claim.value !== null && claim.value.qualifier !== 'unknown',
      dimension: dimensionOf(claim.unit),
      status: statusClass(claim.status),
      origin: originOf(claim, source, standing),
      isNamed: named || claim.via.length > 0,
      madeOn: findPeriod(claim.madeOn ?? source?.publishedOn),
    };
  };
}

/** "Over 50 %" of a share is at most 100 %: a level stays within the range of its measure. */
function inRange(allowed: Interval, claim: Claim, { measures }: ConflictContext): Interval {
  const range = claim.change === null ? measures.rangeOf(claim.measure ?? '', claim.unit) : undefined;
  return range === undefined ? allowed : capInterval(allowed, range);
}

/** The first origin of a claim, under the name that stands for it. */
function originOf(claim: Claim, source: ClaimSource | undefined, standing: (name: string) => string): string {
  const key = originKeys(claim, source)[0] ?? '';
  return key.startsWith('source:') ? key : standing(key);
}

/** Decimals are the dearest part of a facet, and most claims never need them: computed when a rule asks, then kept. */
function onDemand<T>(compute: () => T): () => T {
  let kept: T | undefined;
  return () => {
    kept ??= compute();
    return kept;
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
