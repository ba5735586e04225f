// What an evidence pack is made of, and the names of the places in it that lead to each other.
import type { Claim, ClaimSource, PassageRef } from '../../../../../shared/features/claims/model.ts';
import type { ListedGroup } from '../../../../../shared/features/conflicts/contract.ts';
import type { Extra } from '../../../../../shared/features/exchange/extras.ts';
import type { Observation, Series } from '../../../../../shared/features/ledger/model.ts';
import type { Source } from '../../../../../shared/features/sources/model.ts';
import type { Message } from '../../../../../shared/message.ts';

/** The words of a passage with what stands around them. */
export interface InContext {
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

export interface PackContent {
  readonly name: string;
  /** The last edit that it shows; null before the first. */
  readonly state: { readonly edit: string; readonly at: string } | null;
  readonly locale: string;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly series: readonly Series[];
  readonly observations: readonly Observation[];
  readonly conflicts: readonly ListedGroup[];
  /** What goes along although it may be private. */
  readonly extras: ReadonlySet<Extra>;
  sourceOf(claim: Claim): ClaimSource | undefined;
  inContext(passage: PassageRef): InContext;
  say(message: Message): string;
}

/** Numbers of claims, and what each place is called. */
export interface Places {
  numberOf(claimId: string): number | undefined;
  /** Where the evidence of a claim stands. */
  evidence(claimId: string): string;
  /** Where the claim is told of: the row of its observation, event or statement. */
  row(claimId: string): string;
  observation(id: string): string;
  source(id: string): string;
}

export function placesOf({ claims, sources, observations }: Pick<PackContent, 'claims' | 'sources' | 'observations'>): Places {
  const number = new Map(claims.map(({ id }, index) => [id, index + 1]));
  const sourceNumber = new Map(sources.map(({ id }, index) => [id, index + 1]));
  const observationNumber = new Map(observations.map(({ id }, index) => [id, index + 1]));
  const observationOf = new Map(observations.flatMap(({ id, claims: ids }) => ids.map((claim) => [claim, id] as const)));
  const observation = (id: string) => `o${observationNumber.get(id) ?? 0}`;
  return {
    numberOf: (id) => number.get(id),
    evidence: (id) => `c${number.get(id) ?? 0}`,
    row(id) {
      const of = observationOf.get(id);
      return of === undefined ? `r${number.get(id) ?? 0}` : observation(of);
    },
    observation,
    source: (id) => `s${sourceNumber.get(id) ?? 0}`,
  };
}
