// The ledger: every figure claim under its series and period, with the verdict on it. Computed from claims and verdicts,
// kept until the workbook changes.
import { createHash } from 'node:crypto';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { countSupport, normalName } from '../../../../shared/features/claims/origin.ts';
import type { Observation, Series, SeriesKey, Verdict } from '../../../../shared/features/ledger/model.ts';
import { measuredOf, observe, periodText, seriesKeyOf, seriesText } from '../../../../shared/features/ledger/rules.ts';
import { comparePeriods, findPeriod } from '../../../../shared/period/index.ts';
import { formatQuantity, normaliseQuantity } from '../../../../shared/quantity/index.ts';
import type { StoredVerdict, VerdictRepository } from './repository.ts';

/** What the ledger reads of claims; supplied by the claims feature. */
export interface ClaimsOfLedger {
  version(): number;
  all(): readonly Claim[];
  find(id: string): Claim | undefined;
  source(id: string | null): ClaimSource | undefined;
}

export interface Ledger {
  series(): readonly Series[];
  observations(): readonly Observation[];
  find(id: string): Observation | undefined;
  ofClaim(claimId: string): Observation | undefined;
  /** Finds a series by id, or by its measure or label. */
  seriesNamed(name: string): readonly Series[];
}

interface Snapshot {
  readonly series: readonly Series[];
  readonly observations: readonly Observation[];
  readonly byId: ReadonlyMap<string, Observation>;
  readonly byClaim: ReadonlyMap<string, Observation>;
}

interface Bucket {
  readonly id: string;
  readonly seriesId: string;
  readonly key: SeriesKey;
  readonly claims: Claim[];
}

export interface SeriesPlace {
  readonly key: SeriesKey;
  readonly seriesId: string;
  readonly observationId: string;
}

/** Where a claim belongs; undefined for claims that are no figures. Ids are 16 hex digits of the canonical key. */
export function placeOf(claim: Claim): SeriesPlace | undefined {
  const key = seriesKeyOf(claim);
  if (key === undefined) return undefined;
  const text = seriesText(key);
  return { key, seriesId: `s_${short(text)}`, observationId: `o_${short(`${text}|${periodText(claim.period)}`)}` };
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export function createLedger(claims: ClaimsOfLedger, verdicts: VerdictRepository): Ledger {
  let kept: { version: number; snapshot: Snapshot } | undefined;
  function snapshot(): Snapshot {
    if (kept?.version !== claims.version()) kept = { version: claims.version(), snapshot: build(claims, verdicts.all()) };
    return kept.snapshot;
  }
  return {
    series: () => snapshot().series,
    observations: () => snapshot().observations,
    find: (id) => snapshot().byId.get(id),
    ofClaim: (claimId) => snapshot().byClaim.get(claimId),
    seriesNamed(name) {
      const wanted = normalName(name);
      return snapshot().series.filter(
        (one) => one.id === name || normalName(one.measure) === wanted || normalName(one.label) === wanted || normalName(one.subject) === wanted,
      );
    },
  };
}

function build(claims: ClaimsOfLedger, verdicts: readonly StoredVerdict[]): Snapshot {
  const buckets = new Map<string, Bucket>();
  for (const claim of claims.all()) {
    const place = placeOf(claim);
    if (place === undefined) continue;
    const bucket = buckets.get(place.observationId) ?? { id: place.observationId, seriesId: place.seriesId, key: place.key, claims: [] };
    bucket.claims.push(claim);
    buckets.set(place.observationId, bucket);
  }
  const lastVerdict = new Map(verdicts.map((verdict) => [verdict.observationId, verdict]));
  const observations = [...buckets.values()].map((bucket) => observationOf(bucket, claims, lastVerdict.get(bucket.id))).sort(inLedgerOrder);
  return {
    observations,
    series: seriesOf(observations),
    byId: new Map(observations.map((one) => [one.id, one])),
    byClaim: new Map(observations.flatMap((one) => one.claims.map((id) => [id, one] as const))),
  };
}

function observationOf({ id, seriesId, key, claims }: Bucket, reader: ClaimsOfLedger, stored: StoredVerdict | undefined): Observation {
  const counted = claims.filter((claim) => claim.rank !== 'deprecated');
  const support = countSupport(counted.map((claim) => ({ claim, source: reader.source(claim.sourceId) })));
  return observe({ id, seriesId, series: key, claims, support, verdict: stored === undefined ? undefined : weigh(stored, claims) });
}

/** What a verdict on these claims rests on. */
export function basisOf(claims: readonly Claim[]): Record<string, string> {
  return Object.fromEntries(claims.map((claim) => [claim.id, fingerprint(claim)]));
}

function fingerprint(claim: Claim): string {
  return JSON.stringify([
    normaliseQuantity(measuredOf(claim)),
    claim.status,
    claim.rank,
    claim.period,
    claim.readings.map((reading) => [reading.low, reading.high, reading.unit]),
  ]);
}

function weigh({ basis, ...stored }: StoredVerdict, claims: readonly Claim[]): Verdict {
  const now = new Map(claims.map((claim) => [claim.id, claim]));
  const gone = Object.keys(basis).filter((id) => !now.has(id));
  const changed = claims.filter((claim) => basis[claim.id] !== undefined && basis[claim.id] !== fingerprint(claim));
  const joined = claims.filter((claim) => basis[claim.id] === undefined);
  const because = [
    gone.length > 0 ? `${gone.length} of its claims went` : '',
    changed.length > 0 ? `changed since: ${changed.map((claim) => formatQuantity(measuredOf(claim))).join(', ')}` : '',
    joined.length > 0 ? `joined since: ${joined.map((claim) => formatQuantity(measuredOf(claim))).join(', ')}` : '',
  ].filter((text) => text !== '');
  return { ...stored, isStale: because.length > 0, staleBecause: because.join('; ') };
}

function seriesOf(observations: readonly Observation[]): Series[] {
  const found = new Map<string, Series>();
  for (const { seriesId, series, claims } of observations) {
    const known = found.get(seriesId) ?? { ...series, id: seriesId, label: labelOf(series), observations: 0, claims: 0 };
    found.set(seriesId, { ...known, observations: known.observations + 1, claims: known.claims + claims.length });
  }
  return [...found.values()];
}

function labelOf({ measure, subject, basis, area, counterpart, change }: SeriesKey): string {
  const place = [area.join(', '), counterpart].filter((part) => part !== null && part !== '').join(' → ');
  return [measure.replaceAll('_', ' '), subject, basis.join(', '), place, change ?? ''].filter((part) => part !== '').join(' · ');
}

function inLedgerOrder(a: Observation, b: Observation): number {
  return (
    a.series.measure.localeCompare(b.series.measure) ||
    a.series.subject.localeCompare(b.series.subject) ||
    a.seriesId.localeCompare(b.seriesId) ||
    inTime(a.period, b.period)
  );
}

function inTime(a: string | null, b: string | null): number {
  const left = findPeriod(a);
  const right = findPeriod(b);
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return comparePeriods(left, right);
}
