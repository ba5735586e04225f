// What reports read of the workbook, supplied by the features that know it.
import type { Check } from '../../../../shared/features/checks/model.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { Observation, ObservationKey } from '../../../../shared/features/ledger/model.ts';
import type { Plan, Rate } from '../../../../shared/features/policy/contract.ts';
import type { Analysis, ListedModel } from '../../../../shared/features/scenarios/contract.ts';
import { cachedBy } from '../../cached-by.ts';

export interface RatesAsked {
  readonly name: string;
  readonly on: string;
  readonly as: 'amount' | 'index';
}

export interface ReportFacts {
  version(): number;
  /** YYYY-MM-DD. */
  today(): string;
  findClaim(id: string): Claim | undefined;
  source(id: string | null): ClaimSource | undefined;
  /** A claim whose reading a verdict chose says that reading. */
  asDecided(claim: Claim): Claim;
  readonly ledger: {
    find(id: string): Observation | undefined;
    ofClaim(id: string): Observation | undefined;
    withKey(key: ObservationKey): Observation | undefined;
  };
  nameOf(name: string): string;
  /** The id under which a record goes on that was united with another. */
  staying(id: string): string;
  checks(): readonly Check[];
  /** @throws AppError `not-found` */
  rates(asked: RatesAsked): readonly Rate[];
  /** @throws AppError `not-found` */
  plans(name: string): readonly Plan[];
  models(): readonly ListedModel[];
  /** The unit of a formula of a model; undefined where it has none. */
  unitOfResult(model: string, code: string): string | undefined;
  compute(asked: { readonly model: string; readonly scenario: string | null }): Analysis;
}

/** Of several locks on checks or on one model each would have all of it computed again; until the next edit it is the same. */
export function computedOnce(facts: ReportFacts): ReportFacts {
  const results = cachedBy(facts.version, () => new Map<string, Analysis>());
  return {
    ...facts,
    checks: cachedBy(facts.version, facts.checks),
    compute(asked) {
      const known = results();
      const key = `${asked.model} ${asked.scenario}`;
      const result = known.get(key) ?? facts.compute(asked);
      known.set(key, result);
      return result;
    },
  };
}
