// How the figures of a source, a speaker or an origin fared: counted, with the cases behind each number, and never made a grade.
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { normalName, originNames } from '../../../../shared/features/claims/origin.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import { allowedByClaim, measuredOf, statusClass } from '../../../../shared/features/ledger/rules.ts';
import type { Window } from '../../../../shared/features/policy/window.ts';
import type { TrackRecord } from '../../../../shared/features/track/contract.ts';
import { isDisjoint, normaliseQuantity, statedInterval } from '../../../../shared/quantity/index.ts';
import type { Handlers } from '../../dispatch.ts';

export interface TrackOptions {
  readonly claims: { all(): readonly Claim[]; find(id: string): Claim | undefined; source(id: string | null): ClaimSource | undefined };
  readonly ledger: { ofClaim(id: string): Observation | undefined; withKey(key: Parameters<TrackKey>[0]): Observation | undefined };
  nameOf(name: string): string;
  /** When a claim was told. */
  madeOn(claim: Claim): Window;
}
type TrackKey = (key: Pick<Observation, 'series' | 'period' | 'class' | 'issuer'>) => void;

type Count = TrackRecord['cases'][number]['count'];
interface Fared {
  readonly count: Exclude<Count, 'open'>;
  readonly by: string | null;
}

export function createTrackHandlers({ claims, ledger, nameOf, madeOn }: TrackOptions): Handlers<'track'> {
  const figures = () => claims.all().filter(({ kind, value }) => kind === 'figure' && value !== null);
  const told = (claim: Claim) => madeOn(claim).latest ?? '';
  const originOf = (claim: Claim) => nameOf(originNames(claim)[0] ?? claim.via[0] ?? claims.source(claim.sourceId)?.title ?? '');
  const othersOf = (observation: Observation, claim: Claim) => observation.claims.flatMap((id) => (id === claim.id ? [] : (claims.find(id) ?? [])));

  function fared(claim: Claim): Fared[] {
    const observation = ledger.ofClaim(claim.id);
    if (observation === undefined) return [];
    return [decided(claim, observation), corrected(claim, observation), contradicted(claim, observation)].filter((one) => one !== undefined);
  }

  /** Held against what was decided, as long as that stands. */
  function decided(claim: Claim, { state, verdict, ...shown }: Observation): Fared | undefined {
    if (state !== 'decided' || verdict === null) return undefined;
    const outcome = {
      low: shown.low,
      high: shown.high,
      qualifier: shown.qualifier,
      unit: shown.unit,
      multiplier: shown.multiplier,
      change: shown.change,
    };
    if (verdict.claimId === claim.id || normaliseQuantity(measuredOf(claim)) === normaliseQuantity(outcome))
      return { count: 'adopted', by: verdict.id };
    return isDisjoint(allowedByClaim(claim), statedInterval(outcome)) ? { count: 'rejected', by: verdict.id } : undefined;
  }

  /** The same origin, or a newer text of the same source, tells another value later. */
  function corrected(claim: Claim, observation: Observation): Fared | undefined {
    if (statusClass(claim.status) !== 'outcome') return undefined;
    const isSame = (other: Claim) => normalName(originOf(other)) === normalName(originOf(claim)) || other.sourceId === claim.sourceId;
    const by = othersOf(observation, claim).find((other) => isSame(other) && isLater(other, claim) && isOther(other, claim));
    return by === undefined ? undefined : { count: 'corrected', by: by.id };
  }

  function contradicted(claim: Claim, observation: Observation): Fared | undefined {
    if (statusClass(claim.status) === 'outcome') return undefined;
    const version = othersOf(observation, claim).find((other) => isLater(other, claim) && isOther(other, claim));
    if (version !== undefined) return { count: 'contradicted', by: version.id };
    const { series, period } = observation;
    const outcome = ledger.withKey({ series, period, class: 'outcome', issuer: null });
    if (outcome === undefined || outcome.state === 'disputed' || outcome.state === 'stale') return undefined;
    const { low, high, qualifier, unit, multiplier, change } = outcome;
    const isApart = isDisjoint(allowedByClaim(claim), statedInterval({ low, high, qualifier, unit, multiplier, change }));
    const by = outcome.claims.flatMap((id) => claims.find(id) ?? []).find((other) => isLater(other, claim));
    return isApart && by !== undefined ? { count: 'contradicted', by: by.id } : undefined;
  }

  const isLater = (other: Claim, claim: Claim) => told(other) > told(claim);
  const isOther = (other: Claim, claim: Claim) => isDisjoint(allowedByClaim(other), allowedByClaim(claim));

  function recordOf(of: TrackRecord['of'], name: string, own: readonly Claim[]): TrackRecord {
    const cases = own.flatMap((claim): TrackRecord['cases'] => {
      const all = fared(claim);
      return all.length === 0 ? [{ count: 'open', claim: claim.id, by: null }] : all.map((one) => ({ ...one, claim: claim.id }));
    });
    const many = (count: Count) => cases.filter((one) => one.count === count).length;
    const counts = { adopted: many('adopted'), rejected: many('rejected'), corrected: many('corrected'), contradicted: many('contradicted') };
    return { of, name, figures: own.length, ...counts, open: many('open'), cases };
  }

  /** One that is repeated counts once an observation and value. */
  function once(all: readonly Claim[]): Claim[] {
    const key = (claim: Claim) => `${ledger.ofClaim(claim.id)?.id ?? claim.id} ${normaliseQuantity(measuredOf(claim))}`;
    return [...new Map(all.toSorted((a, b) => (told(a) < told(b) ? 1 : -1)).map((claim) => [key(claim), claim])).values()];
  }

  function grouped(of: TrackRecord['of'], namesIn: (claim: Claim) => readonly string[], wanted: string | undefined): TrackRecord[] {
    const groups = new Map<string, { name: string; claims: Claim[] }>();
    for (const claim of figures())
      for (const name of namesIn(claim)) {
        const group = groups.get(normalName(name)) ?? { name, claims: [] };
        group.claims.push(claim);
        groups.set(normalName(name), group);
      }
    const key = wanted === undefined ? undefined : normalName(of === 'source' ? wanted : nameOf(wanted));
    return [...groups]
      .filter(([name]) => key === undefined || name === key)
      .map(([, { name, claims: own }]) => recordOf(of, name, of === 'origin' ? once(own) : own))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  return {
    list({ source, speaker, origin }) {
      const isAll = source === undefined && speaker === undefined && origin === undefined;
      const title = (claim: Claim) => {
        const held = claims.source(claim.sourceId);
        return held === undefined ? [] : [held.id === source ? source : held.title];
      };
      return {
        records: [
          ...(isAll || source !== undefined ? grouped('source', title, source) : []),
          ...(isAll || speaker !== undefined ? grouped('speaker', (claim) => originNames(claim).map(nameOf), speaker) : []),
          ...(isAll || origin !== undefined ? grouped('origin', (claim) => [originOf(claim)].filter((name) => name !== ''), origin) : []),
        ],
      };
    },
  };
}
