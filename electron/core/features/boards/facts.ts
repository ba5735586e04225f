// What the rules of boards read of the open workbook, gathered once a state of it.
import type { BoardFacts, ToldObservation } from '../../../../shared/features/boards/facts.ts';
import type { RatesStrand } from '../../../../shared/features/boards/model.ts';
import { seriesTextOf } from '../../../../shared/features/boards/strands.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { originNames } from '../../../../shared/features/claims/origin.ts';
import type { Measures } from '../../../../shared/features/ledger/measures.ts';
import type { Observation, Series } from '../../../../shared/features/ledger/model.ts';
import type { Rate } from '../../../../shared/features/policy/contract.ts';
import type { Window } from '../../../../shared/features/policy/window.ts';

export interface FactsOptions {
  /** Supplied by the claims feature. */
  readonly claims: { version(): number; find(id: string): Claim | undefined; source(id: string | null): ClaimSource | undefined };
  /** Supplied by the ledger. */
  readonly ledger: { series(): readonly Series[]; observations(): readonly Observation[]; ofClaim(id: string): Observation | undefined };
  readonly measures: Measures;
  readonly names: { nameOf(name: string): string };
  /** Supplied by the policy feature. */
  readonly policy: {
    thingInTime(name: string): ReturnType<BoardFacts['thing']>;
    isPartOf(part: string, whole: string): boolean;
    ratesOfClass(asked: RatesStrand): readonly Rate[];
  };
  madeOn(claim: Claim): Window;
}

/** The facts of the state that is read now. */
export function createFacts({ claims, ledger, measures, names, policy, madeOn }: FactsOptions): () => BoardFacts {
  let kept: { readonly observations: readonly Observation[]; readonly facts: BoardFacts } | undefined;

  function told({ series, class: kind, issuer, claims: ids, verdict }: Observation): ToldObservation {
    const own = ids.flatMap((id) => claims.find(id) ?? []).filter(({ rank }) => rank !== 'deprecated');
    return { series, class: kind, issuer, claims: own, verdict };
  }

  function read(observations: readonly Observation[]): BoardFacts {
    const byText = Map.groupBy(observations, ({ series }) => seriesTextOf(series, names.nameOf));
    const toldOf = new Map<string, readonly ToldObservation[]>();
    const rates = new Map<string, readonly Rate[]>();
    return {
      series: ledger.series(),
      observationsOf(text) {
        const known = toldOf.get(text) ?? (byText.get(text) ?? []).map(told).filter(({ claims: own }) => own.length > 0);
        toldOf.set(text, known);
        return known;
      },
      observationOf(claimId) {
        const one = ledger.ofClaim(claimId);
        return one === undefined ? undefined : told(one);
      },
      claim: claims.find,
      madeOn,
      saidOn: (claim) => claim.madeOn ?? claims.source(claim.sourceId)?.publishedOn ?? null,
      sourceOf: (claim) => ({
        names: [...new Set([...originNames(claim), ...claim.via])],
        title: claims.source(claim.sourceId)?.title ?? null,
      }),
      nameOf: names.nameOf,
      thing: policy.thingInTime,
      rates(strand) {
        const key = JSON.stringify(strand);
        const known = rates.get(key) ?? policy.ratesOfClass(strand);
        rates.set(key, known);
        return known;
      },
      isPartOf: policy.isPartOf,
      measures,
    };
  }

  return () => {
    const observations = ledger.observations();
    if (kept === undefined || kept.observations !== observations) kept = { observations, facts: read(observations) };
    return { ...kept.facts, series: ledger.series() };
  };
}
