// Series, observations and their state. A series is what is counted, of whom, where, over which universe, in which unit and
// how often; an observation is a series in one period, with every claim on it and the analyst's verdict.
import { findPeriod } from '../../period/index.ts';
import {
  equalIntervals,
  hullOf,
  type Interval,
  intersectionOf,
  type Measured,
  normaliseQuantity,
  readAs,
  readingBand,
  roundingInterval,
  statedInterval,
} from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import { normalName } from '../claims/origin.ts';
import type { Observation, ObservationKey, SeriesKey, StatusClass, Verdict } from './model.ts';

/** What of a claim tells its series. */
export type SeriesParts = Pick<Claim, 'kind' | 'measure' | 'subject' | 'area' | 'counterpart' | 'basis' | 'unit' | 'change' | 'period'>;

/** Undefined for claims that are no figures. `nameOf` maps an alias to the name that stands for it. */
export function seriesKeyOf(claim: SeriesParts, nameOf: (name: string) => string = (name) => name): SeriesKey | undefined {
  if (claim.kind !== 'figure' || claim.measure === null || claim.subject === null) return undefined;
  return {
    measure: claim.measure,
    subject: nameOf(claim.subject),
    area: claim.area.toSorted(),
    counterpart: claim.counterpart,
    basis: claim.basis.toSorted(),
    unit: claim.unit,
    change: claim.change,
    frequency: frequencyOf(claim.period),
  };
}

/** Canonical text of a key; the caller hashes it to an id. */
export function seriesText(key: SeriesKey): string {
  const { measure, subject, area, counterpart, basis, unit, change, frequency } = key;
  return JSON.stringify([measure, normalName(subject), area, counterpart, basis.map(normalName), unit, change, frequency]);
}

export function periodText(period: string | null): string {
  const parsed = findPeriod(period);
  return parsed === undefined ? (period ?? '') : `${parsed.earliest ?? '..'}/${parsed.latest ?? '..'}/${parsed.mode}`;
}

/**
 * How often a series is measured, by the days that a period covers, however it is written: January to March is a quarter.
 * `irregular` for spans that are no calendar unit, `undated` without a period.
 */
export function frequencyOf(period: string | null): string {
  const parsed = findPeriod(period);
  if (parsed === undefined) return 'undated';
  const { earliest, latest, mode } = parsed;
  if (earliest === null || latest === null || mode === 'between') return 'irregular';
  if (earliest === latest) return 'day';
  const days = `${earliest.slice(5)}/${latest.slice(5)}`;
  if (earliest.slice(0, 4) !== latest.slice(0, 4)) return 'irregular';
  if (days === '01-01/12-31') return 'year';
  if (days === '01-01/06-30' || days === '07-01/12-31') return 'half';
  if (quarters.has(days)) return 'quarter';
  return earliest.slice(0, 7) === latest.slice(0, 7) && earliest.endsWith('-01') && isLastOfMonth(latest) ? 'month' : 'irregular';
}

const quarters = new Set(['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31']);

function isLastOfMonth(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** Undefined for claims that are no figures. `issuer` names whose forecast, target or plan it is; supplied by the caller. */
export function observationKeyOf(claim: Claim, nameOf: (name: string) => string, issuer: () => string | null): ObservationKey | undefined {
  const series = seriesKeyOf(claim, nameOf);
  if (series === undefined) return undefined;
  const statusIs = statusClass(claim.status);
  return { series, period: claim.period, class: statusIs, issuer: statusIs === 'outcome' ? null : issuer() };
}

/** Canonical text of a key; the caller hashes it to an id. */
export function observationText({ series, period, class: statusIs, issuer }: ObservationKey): string {
  const place = `${seriesText(series)}|${periodText(period)}`;
  return statusIs === 'outcome' ? place : `${place}|${statusIs}|${issuer === null ? '' : normalName(issuer)}`;
}

export function measuredOf(claim: Pick<Claim, 'value' | 'unit' | 'multiplier' | 'change'>): Measured {
  const value = claim.value ?? { low: null, high: null, qualifier: 'unknown' as const };
  return { ...value, unit: claim.unit, multiplier: claim.multiplier, change: claim.change };
}

/** What a claim allows, rounding included: "7 %" is [6.5, 7.5). Only a bare number is widened by its rounding. */
export function allowedInterval(value: Measured): Interval {
  return value.qualifier === 'exact' || value.qualifier === 'times' ? roundingInterval(value) : statedInterval(value);
}

type Stated = Pick<Claim, 'value' | 'unit' | 'multiplier' | 'change' | 'readings'>;

/** What a claim allows: all of its open readings, or its words with their rounding. */
export function allowedByClaim(claim: Stated): Interval {
  return bandOf(claim) ?? allowedInterval(measuredOf(claim));
}

/** A claim as worded, or as the band that its open readings span. */
function saidByClaim(claim: Stated): Measured {
  const band = bandOf(claim);
  return band === undefined ? measuredOf(claim) : measuredSpan(band, measuredOf(claim));
}

export function bandOf(claim: Stated): Interval | undefined {
  return claim.readings.length < 2 ? undefined : readingBand(measuredOf(claim), claim.readings);
}

/** What has happened, as far as anyone knows; targets, plans and forecasts are each a thing of their own. */
export function statusClass(status: Claim['status']): StatusClass {
  return status === 'forecast' || status === 'target' || status === 'plan' ? status : 'outcome';
}

export interface ObservationParts {
  readonly id: string;
  readonly seriesId: string;
  readonly key: ObservationKey;
  readonly claims: readonly Claim[];
  /** Those of them that stand: of several versions of a plan the last one. */
  readonly standing: readonly Claim[];
  readonly support: number;
  readonly verdict: Verdict | undefined;
}

/** What the ledger shows for an observation. It never picks a winner: rivals show as the span that they cover. */
export function observe({ id, seriesId, key, claims, standing, support, verdict }: ObservationParts): Observation {
  const rivals = standing.filter((claim) => claim.rank !== 'deprecated');
  const adopted = verdict === undefined ? undefined : adoptedValue(verdict, claims);
  const shown = adopted ?? spanOf(rivals.length > 0 ? rivals : claims);
  const adoptedClaim = claims.find((claim) => claim.id === verdict?.claimId);
  const isRevised = rivals.length < claims.filter((claim) => claim.rank !== 'deprecated').length;
  const state = stateOf(verdict, rivals, isRevised);
  const status = (adoptedClaim ?? rivals[0] ?? claims[0])?.status ?? 'actual';
  return {
    id,
    seriesId,
    series: key.series,
    period: claims[0]?.period ?? null,
    low: shown.low,
    high: shown.high,
    qualifier: shown.qualifier,
    unit: shown.unit,
    multiplier: shown.multiplier,
    change: shown.change,
    status: status as Observation['status'],
    class: key.class,
    issuer: key.issuer,
    state,
    differs: (adopted === undefined ? (rivals.length > 0 ? rivals : claims) : [adoptedClaim]).some(
      (claim) => claim != null && claim.captured !== null,
    ),
    claims: claims.map((claim) => claim.id),
    support,
    rivals: state === 'disputed' ? saidApart(rivals) : [],
    verdict: verdict ?? null,
  };
}

/** Values that rivals state, each once, in the order of their claims. */
function saidApart(rivals: readonly Claim[]): Observation['rivals'] {
  const said = rivals.map(saidByClaim).map(({ low, high, qualifier, multiplier }) => ({ low, high, qualifier, multiplier }));
  return [...new Map(said.map((one) => [JSON.stringify(normaliseQuantity({ ...one, unit: null, change: null })), one])).values()];
}

/** Earlier versions of a plan that changed are its history, not its rivals. */
function stateOf(verdict: Verdict | undefined, rivals: readonly Claim[], isRevised: boolean): Observation['state'] {
  if (verdict?.isStale) return 'stale';
  if (verdict !== undefined && !isLeftOpen(verdict)) return 'decided';
  if (rivals.length < 2) return isRevised ? 'revised' : 'single';
  // Claims agree when some value satisfies them all; two that differ in vintage are still rivals until decided.
  return intersectionOf(rivals.map(allowedByClaim)) === undefined ? 'disputed' : isRevised ? 'revised' : 'agreed';
}

/** "Cannot be decided yet": a verdict with a reason and without a value. */
export function isLeftOpen({ claimId, own }: Pick<Verdict, 'claimId' | 'own'>): boolean {
  return claimId === null && own === null;
}

export function adoptedValue(verdict: Verdict, claims: readonly Claim[]): Measured | undefined {
  const claim = claims.find((one) => one.id === verdict.claimId);
  if (verdict.own !== null) {
    const like = claims[0];
    return { ...verdict.own, unit: like?.unit ?? null, multiplier: like?.multiplier ?? 0, change: like?.change ?? null };
  }
  if (claim === undefined) return undefined;
  const reading = verdict.reading === null ? undefined : claim.readings[verdict.reading];
  return reading === undefined ? measuredOf(claim) : readAs(measuredOf(claim), reading);
}

/** A claim whose reading was chosen by a verdict that stands says that reading and no other. */
export function closedBy(verdict: Verdict | null, claim: Claim): Claim {
  const isChosen = verdict?.claimId === claim.id && !verdict.isStale;
  const reading = isChosen ? claim.readings[verdict.reading ?? -1] : undefined;
  if (reading === undefined) return claim;
  const { low, high, qualifier, ...form } = readAs(measuredOf(claim), reading);
  return { ...claim, value: { low, high, qualifier }, ...form, readings: [] };
}

/** One claim as worded; the same value said several times once; a narrower one inside the others; else the span of all. */
function spanOf(claims: readonly Claim[]): Measured {
  const first = claims[0];
  if (first === undefined) return { low: null, high: null, qualifier: 'unknown', unit: null, multiplier: 0, change: null };
  if (claims.length === 1) return saidByClaim(first);
  const values = claims.map(saidByClaim);
  const preferred = claims.findIndex((claim) => claim.rank === 'preferred');
  if (preferred >= 0) return values[preferred]!;
  const intervals = claims.map(allowedByClaim);
  const shared = intersectionOf(intervals);
  const narrow = shared === undefined ? -1 : intervals.findIndex((one) => equalIntervals(one, shared));
  if (narrow >= 0) return values[narrow]!;
  return measuredSpan(hullOf(values.map(saidInterval)), values[0]!);
}

/** The bounds as said: "about" and "almost" name a number, and are that number here; open ends stay open. */
export function saidInterval(value: Measured): Interval {
  if (value.qualifier !== 'about' && value.qualifier !== 'almost') return statedInterval(value);
  return statedInterval({ ...value, low: value.low ?? value.high, high: value.high ?? value.low, qualifier: 'between' });
}

/** A span as a quantity like another one, in its unit and multiplier. */
function measuredSpan({ low, high }: Interval, like: Measured): Measured {
  const scale = (value: NonNullable<Interval['low']>) => value.times(`1e${-like.multiplier}`).toFixed();
  const qualifier = low === null && high === null ? 'unknown' : low === null ? 'at_most' : high === null ? 'at_least' : 'between';
  return { ...like, low: low === null ? null : scale(low), high: high === null ? null : scale(high), qualifier };
}
