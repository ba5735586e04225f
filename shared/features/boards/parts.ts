// What an observation puts into a panel: one value, rivals with their span, readings with theirs; beside them what was not adopted
// and what was planned before. Nothing lies between rivals, and no mean of them is ever formed.
import { addDays, findPeriod } from '../../period/index.ts';
import {
  capInterval,
  type Decimal,
  hullOf,
  type Interval,
  intervalText,
  type Measured,
  type Reading,
  readAs,
  readingIn,
  roundingInterval,
  scaledBound,
} from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import type { StatusClass } from '../ledger/model.ts';
import { adoptedValue, allowedInterval, frequencyOf, isLeftOpen, measuredOf, observe, periodText, saidInterval } from '../ledger/rules.ts';
import { standingVersion } from '../ledger/versions.ts';
import type { BoardFacts, ToldObservation } from './facts.ts';

export type PartRole = 'value' | 'rival' | 'hull' | 'aside' | 'reading' | 'was';

/** One value that an observation may have, in its unit. */
export interface Part {
  readonly role: PartRole;
  /** Bounds as they are said; null is open. */
  readonly raw: Bounds;
  /** "about n" and "almost n" are n; what is open reaches the range of the measure. */
  readonly said: Interval;
  /** The same with rounding. */
  readonly rounded: Interval;
  /** What the words allow, rounding and range included. */
  readonly allowed: Interval;
  readonly qualifier: Measured['qualifier'];
  readonly status: Claim['status'];
  readonly condition: string | null;
  readonly claims: readonly string[];
  readonly isUnsure: boolean;
}

export interface Bounds {
  readonly low: string | null;
  readonly high: string | null;
}

/** A period of one series, class and issuer. */
export interface Placed {
  readonly series: ToldObservation['series'];
  readonly class: StatusClass;
  readonly issuer: string | null;
  readonly period: string;
  readonly periodKey: string;
  readonly frequency: string;
  readonly from: string | null;
  /** The first day no longer. */
  readonly to: string | null;
  readonly unit: string | null;
  readonly change: Claim['change'];
  readonly range: Interval | undefined;
  readonly parts: readonly Part[];
}

export const hiddenWhys = ['no-value', 'no-period', 'unit', 'base-missing', 'not-known', 'log'] as const;
export type HiddenWhy = (typeof hiddenWhys)[number];
export interface Hidden {
  readonly why: HiddenWhy;
  readonly claims: readonly string[];
}

export interface Standing {
  readonly placed: Placed | undefined;
  readonly hidden: readonly Hidden[];
}

/** `known`: only what was told by that day. */
export function placedOf(told: ToldObservation, facts: BoardFacts, known: string | null): Standing {
  const hidden: Hidden[] = [];
  const hide = (why: HiddenWhy, claims: readonly Claim[]) => {
    if (claims.length > 0) hidden.push({ why, claims: claims.map(({ id }) => id) });
  };
  const isIn = (claim: Claim) => known === null || knownOn(claim, known, facts) !== 'no';
  hide(
    'not-known',
    told.claims.filter((claim) => !isIn(claim)),
  );
  const claims = told.claims.filter(isIn);
  const valued = claims.filter(hasValue);
  hide(
    'no-value',
    claims.filter((claim) => !hasValue(claim)),
  );
  const [first] = valued;
  if (first === undefined) return { placed: undefined, hidden };
  const period = findPeriod(first.period);
  if (period === undefined || (period.earliest === null && period.latest === null)) {
    hide('no-period', valued);
    return { placed: undefined, hidden };
  }
  const range = first.change === null ? facts.measures.rangeOf(told.series.measure, first.unit) : undefined;
  const isUnsure = (claim: Claim) => known !== null && knownOn(claim, known, facts) === 'unsure';
  const { parts, unlike } = partsOf({ ...told, claims: valued, verdict: verdictThen(told, valued, known) }, { facts, range, isUnsure });
  hide('unit', unlike);
  const placed: Placed = {
    series: told.series,
    class: told.class,
    issuer: told.class === 'outcome' ? null : told.issuer,
    period: first.period ?? '',
    periodKey: periodText(first.period),
    frequency: frequencyOf(first.period),
    from: period.earliest,
    to: period.latest === null ? null : addDays(period.latest, 1),
    unit: first.unit,
    change: first.change,
    range,
    parts,
  };
  return { placed, hidden };
}

/** Wholly told by a day, wholly after it, or neither is certain. */
export function knownOn(claim: Claim, day: string, { madeOn }: Pick<BoardFacts, 'madeOn'>): 'yes' | 'no' | 'unsure' {
  const { earliest, latest } = madeOn(claim);
  if (latest !== null && latest <= day) return 'yes';
  return earliest !== null && earliest > day ? 'no' : 'unsure';
}

/** A verdict counts once what it adopts is told. */
function verdictThen({ verdict, claims }: ToldObservation, then: readonly Claim[], known: string | null): ToldObservation['verdict'] {
  if (verdict === null || known === null) return verdict;
  if (verdict.claimId !== null) return then.some(({ id }) => id === verdict.claimId) ? verdict : null;
  return then.length === claims.length ? verdict : null;
}

function hasValue({ value, readings }: Claim): boolean {
  return (value !== null && (value.low !== null || value.high !== null)) || readings.some(({ low, high }) => low !== null || high !== null);
}

interface PartContext {
  readonly facts: BoardFacts;
  readonly range: Interval | undefined;
  isUnsure(claim: Claim): boolean;
}

function partsOf(told: ToldObservation, context: PartContext): { readonly parts: Part[]; readonly unlike: readonly Claim[] } {
  const { claims, verdict } = told;
  const part = (role: PartRole, value: Measured, own: readonly Claim[]) => partOf(role, value, { own, context });
  const key = { series: told.series, period: claims[0]!.period, class: told.class, issuer: told.issuer };
  const standing = standingVersion(claims, key, context.facts.saidOn);
  const earlier = claims.filter((claim) => !standing.includes(claim));
  const isDecided = verdict !== null && !verdict.isStale && !isLeftOpen(verdict);
  if (isDecided) {
    const adopted = claims.filter(({ id }) => id === verdict.claimId);
    const value = adoptedValue(verdict, claims);
    if (value !== undefined) {
      const others = claims.filter((claim) => !adopted.includes(claim));
      return {
        parts: [
          part('value', value, adopted.length > 0 ? adopted : claims),
          ...others.map((claim) => part(standing.includes(claim) ? 'aside' : 'was', measuredOf(claim), [claim])),
        ],
        unlike: [],
      };
    }
  }
  const was = earlier.map((claim) => part('was', measuredOf(claim), [claim]));
  const isOpen = verdict !== null && (verdict.isStale || isLeftOpen(verdict));
  const observed = observe({ id: '', seriesId: '', key, claims: [...claims], standing, support: 0, verdict: undefined });
  if (isOpen || observed.state === 'disputed')
    return { parts: [...withHull(standing.map((claim) => part('rival', bandOfClaim(claim), [claim]))), ...was], unlike: [] };
  const [only, ...more] = standing;
  if (only !== undefined && more.length === 0 && only.readings.length > 1) {
    const { inForm, isUnlike } = readingsOf(only);
    if (inForm.length > 0) {
      const readings = inForm.map((value) => part('reading', value, [only]));
      return { parts: [...(inForm.length > 1 ? withHull(readings) : readings), ...was], unlike: isUnlike ? [only] : [] };
    }
    return { parts: was, unlike: [only] };
  }
  return { parts: [part('value', observed, standing), ...was], unlike: [] };
}

/** Its open readings as one span, where it has them. */
function bandOfClaim(claim: Claim): Measured {
  const { inForm } = readingsOf(claim);
  if (inForm.length < 2) return measuredOf(claim);
  const { low, high } = intervalText(hullOf(inForm.map(saidInterval)));
  return { ...measuredOf(claim), low, high, multiplier: 0, qualifier: 'between' };
}

/** Readings that can be told in the unit of the claim, each once; and whether there are others. */
function readingsOf(claim: Claim): { readonly inForm: readonly Measured[]; readonly isUnlike: boolean } {
  const like = measuredOf(claim);
  const told = claim.readings.map((reading: Reading) => readingIn(like, readAs(like, reading)));
  const unlike = new Map(
    told.flatMap((stated) => {
      if (stated === undefined) return [];
      const { low, high } = intervalText(stated);
      return [[`${low}/${high}`, { ...like, low, high, multiplier: 0, qualifier: low === high ? ('exact' as const) : ('between' as const) }]];
    }),
  );
  return { inForm: [...unlike.values()], isUnlike: told.includes(undefined) };
}

function withHull(parts: readonly Part[]): Part[] {
  if (parts.length === 0) return [];
  const said = hullOf(parts.map((one) => one.said));
  const bound = (pick: 'low' | 'high') =>
    parts.some(({ raw, said: own }) => raw[pick] === null && !isNear(own)) ? null : (said[pick]?.toFixed() ?? null);
  const hull: Part = {
    ...parts[0]!,
    role: 'hull',
    raw: { low: bound('low'), high: bound('high') },
    said,
    rounded: hullOf(parts.map((one) => one.rounded)),
    allowed: hullOf(parts.map((one) => one.allowed)),
    qualifier: 'between',
    condition: parts.every((one) => one.condition === parts[0]!.condition) ? parts[0]!.condition : null,
    claims: [...new Set(parts.flatMap((one) => one.claims))],
    isUnsure: parts.some((one) => one.isUnsure),
  };
  return [...parts, hull];
}

/** "almost n" is near n, though it says one bound only. */
function isNear({ low, high }: Interval): boolean {
  return low !== null && high !== null && low.eq(high);
}

function partOf(role: PartRole, value: Measured, { own, context }: { readonly own: readonly Claim[]; readonly context: PartContext }): Part {
  const capped = (interval: Interval) => (context.range === undefined ? interval : capInterval(interval, context.range));
  const near = value.qualifier === 'about' || value.qualifier === 'almost';
  const plain: Measured = near ? { ...value, low: value.low ?? value.high, high: value.high ?? value.low, qualifier: 'between' } : value;
  const [low, high] = [scaledBound(value, 'low'), scaledBound(value, 'high')];
  return {
    role,
    raw: { low: textOf(low), high: textOf(high) },
    said: capped(saidInterval(value)),
    rounded: capped(roundingInterval(plain)),
    allowed: capped(allowedInterval(value)),
    qualifier: value.qualifier,
    status: own[0]?.status ?? 'actual',
    condition: own[0]?.condition ?? null,
    claims: own.map(({ id }) => id),
    isUnsure: own.some(context.isUnsure),
  };
}

function textOf(bound: Decimal | null): string | null {
  return bound?.toFixed() ?? null;
}

/** The only value of an observation, rivals and readings each by itself: what a finding is checked on. */
export function alternativesOf({ parts }: Placed): readonly Part[] {
  return parts.filter(({ role }) => role === 'value' || role === 'rival' || role === 'reading');
}

/** The value, or the span of what is open. */
export function spanIn({ parts }: Placed): Part | undefined {
  return parts.find(({ role }) => role === 'hull') ?? parts.find(({ role }) => role === 'value' || role === 'reading');
}

export function isOneValue(placed: Placed): boolean {
  return placed.parts.some(({ role }) => role === 'value');
}
