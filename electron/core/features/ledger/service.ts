// The ledger: every figure claim under its series and period, with the verdict on it. Computed from claims and verdicts and
// kept up with each edit: what an edit does not touch is not computed again.
import { createHash } from 'node:crypto';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { countSupport, normalName, originNames } from '../../../../shared/features/claims/origin.ts';
import type { Observation, ObservationKey, Series, SeriesKey } from '../../../../shared/features/ledger/model.ts';
import { observationKeyOf, observationText, observe, seriesText } from '../../../../shared/features/ledger/rules.ts';
import { standingVersion } from '../../../../shared/features/ledger/versions.ts';
import { comparePeriods, findPeriod } from '../../../../shared/period/index.ts';
import type { StoredVerdict, VerdictRepository } from './repository.ts';
import { lastFirst, weigh } from './weigh.ts';

/** What the ledger reads of claims; supplied by the claims feature. */
export interface ClaimsOfLedger {
  version(): number;
  all(): readonly Claim[];
  find(id: string): Claim | undefined;
  source(id: string | null): ClaimSource | undefined;
}

/** What must be looked at again; supplied by the claims feature. */
export interface WatchOfLedger {
  look(): { readonly ids: ReadonlySet<string> } | undefined;
}

export interface LedgerParts {
  readonly claims: ClaimsOfLedger;
  readonly watch: WatchOfLedger;
  readonly verdicts: VerdictRepository;
  /** The name that stands for an actor; supplied by the actors feature. */
  nameOf(name: string): string;
}

export interface Ledger {
  series(): readonly Series[];
  observations(): readonly Observation[];
  find(id: string): Observation | undefined;
  ofClaim(claimId: string): Observation | undefined;
  /** The observation on a series, period, class and issuer. */
  withKey(key: ObservationKey): Observation | undefined;
  /** Finds a series by id, or by its measure or label. */
  seriesNamed(name: string): readonly Series[];
  /** The verdicts that stand on an observation, the last one first; more than one where series came together. */
  verdictsOn(id: string): readonly StoredVerdict[];
  /** Verdicts were written. */
  touch(): void;
}

interface Bucket {
  readonly id: string;
  readonly seriesId: string;
  readonly key: ObservationKey;
  /** In the order of their ids. */
  claims: Claim[];
}

export interface SeriesPlace {
  readonly key: ObservationKey;
  readonly seriesId: string;
  readonly observationId: string;
}

export interface Names {
  nameOf(name: string): string;
  source(id: string | null): ClaimSource | undefined;
}

/** Where a claim belongs; undefined for claims that are no figures. Ids are 16 hex digits of the canonical key. */
export function placeOf(claim: Claim, names: Names): SeriesPlace | undefined {
  const key = observationKeyOf(claim, names.nameOf, () => issuerOf(claim, names));
  return key === undefined ? undefined : { key, seriesId: seriesIdOf(key.series), observationId: observationIdOf(key) };
}

/** Whose forecast, target or plan it is: who said it, else who reported it, else who published it. */
function issuerOf(claim: Claim, { nameOf, source }: Names): string | null {
  const held = source(claim.sourceId);
  const name = originNames(claim)[0] ?? claim.via[0] ?? held?.publisher ?? held?.title;
  return name === undefined ? null : nameOf(name);
}

export function seriesIdOf(key: SeriesKey): string {
  return `s_${short(seriesText(key))}`;
}

export function observationIdOf(key: ObservationKey): string {
  return `o_${short(observationText(key))}`;
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export function createLedger({ claims, watch, verdicts, nameOf }: LedgerParts): Ledger {
  const buckets = new Map<string, Bucket>();
  const bucketOf = new Map<string, Bucket>();
  const byId = new Map<string, Observation>();
  let observations: readonly Observation[] = [];
  let series: readonly Series[] = [];
  let standing = new Map<string, readonly StoredVerdict[]>();
  let stored: readonly StoredVerdict[] = [];
  let seen = -1;
  let isVerdictTouched = true;

  function settle(): void {
    if (seen === claims.version()) return;
    const dirty = new Set<string>();
    seen = claims.version();
    for (const id of watch.look()?.ids ?? claims.all().map((claim) => claim.id)) move(id, dirty);
    if (isVerdictTouched) stored = verdicts.all();
    isVerdictTouched = false;
    const before = standing;
    standing = placeVerdicts(stored, buckets, (claimId) => bucketOf.get(claimId));
    for (const id of new Set([...before.keys(), ...standing.keys()])) if (isOther(before.get(id), standing.get(id))) dirty.add(id);
    if (dirty.size > 0) compute(dirty);
  }

  function move(id: string, dirty: Set<string>): void {
    const old = bucketOf.get(id);
    if (old !== undefined) {
      old.claims = old.claims.filter((claim) => claim.id !== id);
      bucketOf.delete(id);
      dirty.add(old.id);
    }
    const claim = claims.find(id);
    const place = claim === undefined ? undefined : placeOf(claim, { nameOf, source: claims.source });
    if (claim === undefined || place === undefined) return;
    const bucket = buckets.get(place.observationId) ?? { id: place.observationId, seriesId: place.seriesId, key: place.key, claims: [] };
    if ((bucket.claims.at(-1)?.id ?? '') < id) bucket.claims.push(claim);
    else bucket.claims = [...bucket.claims, claim].sort((a, b) => (a.id < b.id ? -1 : 1));
    buckets.set(bucket.id, bucket);
    bucketOf.set(id, bucket);
    dirty.add(bucket.id);
  }

  function compute(dirty: ReadonlySet<string>): void {
    for (const id of dirty) {
      const bucket = buckets.get(id);
      if (bucket === undefined || bucket.claims.length === 0) {
        buckets.delete(id);
        byId.delete(id);
      } else byId.set(id, observationOf(bucket, claims, nameOf, standing.get(id) ?? []));
    }
    const fresh = [...dirty].flatMap((id) => byId.get(id) ?? []).sort(inLedgerOrder);
    observations = merge(
      observations.filter((one) => !dirty.has(one.id)),
      fresh,
    );
    series = seriesOf(observations);
  }

  const settled = <T>(read: () => T): T => {
    settle();
    return read();
  };
  return {
    series: () => settled(() => series),
    observations: () => settled(() => observations),
    find: (id) => settled(() => byId.get(id)),
    ofClaim: (claimId) => settled(() => byId.get(bucketOf.get(claimId)?.id ?? '')),
    withKey: (key) => settled(() => byId.get(observationIdOf(key))),
    seriesNamed(name) {
      settle();
      const wanted = normalName(name);
      return series.filter(
        (one) => one.id === name || normalName(one.measure) === wanted || normalName(one.label) === wanted || normalName(one.subject) === wanted,
      );
    },
    verdictsOn: (id) => settled(() => lastFirst(standing.get(id) ?? [])),
    touch() {
      isVerdictTouched = true;
    },
  };
}

/**
 * A verdict stands where the claim that it adopted stands, also when that claim alone moved to another series. One that adopted
 * none stays where it was given, and goes with most of the claims that it weighed when no claim is left there.
 */
function placeVerdicts(
  verdicts: readonly StoredVerdict[],
  buckets: ReadonlyMap<string, Bucket>,
  bucketOfClaim: (claimId: string) => Bucket | undefined,
): Map<string, readonly StoredVerdict[]> {
  const placed = new Map<string, StoredVerdict[]>();
  for (const verdict of verdicts) {
    const givenOn = observationIdOf(verdict.observation);
    const adopted = verdict.claimId === null ? undefined : bucketOfClaim(verdict.claimId)?.id;
    const id = adopted ?? ((buckets.get(givenOn)?.claims.length ?? 0) > 0 ? givenOn : mostOf(verdict, bucketOfClaim));
    if (id !== undefined) placed.set(id, [...(placed.get(id) ?? []), verdict]);
  }
  return placed;
}

function mostOf({ ground }: StoredVerdict, bucketOfClaim: (claimId: string) => Bucket | undefined): string | undefined {
  const votes = Map.groupBy(
    Object.keys(ground).flatMap((id) => bucketOfClaim(id)?.id ?? []),
    (id) => id,
  );
  return [...votes.values()].toSorted((a, b) => b.length - a.length)[0]?.[0];
}

function isOther(before: readonly StoredVerdict[] = [], after: readonly StoredVerdict[] = []): boolean {
  return (
    before.length !== after.length ||
    before.some((verdict, index) => verdict !== after[index] && JSON.stringify(verdict) !== JSON.stringify(after[index]))
  );
}

function observationOf(bucket: Bucket, reader: ClaimsOfLedger, nameOf: (name: string) => string, verdicts: readonly StoredVerdict[]): Observation {
  const { id, seriesId, key, claims } = bucket;
  const counted = claims.filter((claim) => claim.rank !== 'deprecated');
  const support = countSupport(
    counted.map((claim) => ({ claim, source: reader.source(claim.sourceId) })),
    nameOf,
  );
  const saidOn = (claim: Claim) => claim.madeOn ?? reader.source(claim.sourceId)?.publishedOn ?? null;
  const standing = standingVersion(counted, key, saidOn);
  return observe({ id, seriesId, key, claims, standing, support, verdict: weigh(verdicts, id, claims) });
}

/** Two sorted lists as one. */
function merge(a: readonly Observation[], b: readonly Observation[]): Observation[] {
  if (b.length === 0) return [...a];
  const merged: Observation[] = [];
  let next = 0;
  for (const one of a) {
    while (next < b.length && inLedgerOrder(b[next]!, one) < 0) merged.push(b[next++]!);
    merged.push(one);
  }
  return [...merged, ...b.slice(next)];
}

function seriesOf(observations: readonly Observation[]): Series[] {
  const counts = new Map<string, { first: Observation; observations: number; claims: number }>();
  for (const one of observations) {
    const known = counts.get(one.seriesId);
    if (known === undefined) counts.set(one.seriesId, { first: one, observations: 1, claims: one.claims.length });
    else {
      known.observations += 1;
      known.claims += one.claims.length;
    }
  }
  return [...counts].map(([id, { first, ...count }]) => ({ ...first.series, id, label: labelOf(first.series), ...count }));
}

export function labelOf({ measure, subject, basis, area, counterpart, change }: SeriesKey): string {
  const place = [area.join(', '), counterpart].filter((part) => part !== null && part !== '').join(' → ');
  return [measure.replaceAll('_', ' '), subject, basis.join(', '), place, change ?? ''].filter((part) => part !== '').join(' · ');
}

const { compare } = new Intl.Collator('en');

function inLedgerOrder(a: Observation, b: Observation): number {
  return (
    compare(a.series.measure, b.series.measure) ||
    compare(a.series.subject, b.series.subject) ||
    (a.seriesId < b.seriesId ? -1 : a.seriesId > b.seriesId ? 1 : 0) ||
    inTime(a.period, b.period) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function inTime(a: string | null, b: string | null): number {
  const left = findPeriod(a);
  const right = findPeriod(b);
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return comparePeriods(left, right);
}
