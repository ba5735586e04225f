// What inputs are bound to, as it is now, and whether it changed since its value was taken (by the one rule of standing.ts).
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Observation, ObservationKey, SeriesKey } from '../../../../shared/features/ledger/model.ts';
import { seriesText } from '../../../../shared/features/ledger/rules.ts';
import { changesBeneath, groundOf, inMessage } from '../../../../shared/features/ledger/standing.ts';
import type { Rate } from '../../../../shared/features/policy/contract.ts';
import { type Taken, takenFromClaim, takenFromObservation, takenFromSteps } from '../../../../shared/features/scenarios/bound.ts';
import type { Binding, ModelInput } from '../../../../shared/features/scenarios/model.ts';
import type { Message } from '../../../../shared/message.ts';

export interface BindingSources {
  /** A claim as it counts now: a reading that a verdict chose is its only one. */
  findClaim(id: string): Claim | undefined;
  findObservation(key: ObservationKey): Observation | undefined;
  observations(): readonly Observation[];
  /** Rates of a thing, by any of its names; empty where there is none. */
  ratesOf(name: string): readonly Rate[];
}

export interface BoundState {
  /** The claims beneath its value. */
  readonly claims: readonly string[];
  readonly stale: readonly Message[];
  readonly now: Pick<Taken, 'points' | 'spans'> | null;
}

const loose: BoundState = { claims: [], stale: [], now: null };

export function createBindings(sources: BindingSources) {
  const claimsOf = (ids: readonly string[]) => ids.flatMap((id) => sources.findClaim(id) ?? []);

  /** Undefined where what it is bound to is gone or states no number. */
  function take(binding: Binding, claimId: string | null, { unit, by }: Pick<ModelInput, 'unit' | 'by'>): Taken | undefined {
    switch (binding.kind) {
      case 'claim': {
        const claim = claimId === null ? undefined : sources.findClaim(claimId);
        return claim === undefined ? undefined : withPlace(takenFromClaim(claim, binding, unit), by, claim.period);
      }
      case 'observation': {
        const found = binding.observation === null ? undefined : sources.findObservation(binding.observation);
        return found === undefined ? undefined : withPlace(takenFromObservation(found, claimsOf(found.claims), binding, unit), by, found.period);
      }
      case 'series':
        return binding.series === null ? undefined : takenFromSteps(stepsOfSeries(binding.series), binding, unit);
      case 'rate':
        return binding.rate === null ? undefined : takenFromSteps(stepsOfRate(binding.rate), binding, unit);
    }
  }

  function stepsOfSeries(series: SeriesKey) {
    const text = seriesText(series);
    return sources
      .observations()
      .filter((one) => seriesText(one.series) === text && one.period !== null && one.state !== 'disputed')
      .map((one) => ({ at: yearOf(one.period!), value: one, claims: claimsOf(one.claims) }));
  }

  /** A rate counts from the year in which it begins. */
  function stepsOfRate({ of, class: wanted }: NonNullable<Binding['rate']>) {
    const rate = sources.ratesOf(of).find((one) => one.class === wanted);
    return (rate?.steps ?? []).flatMap(({ from, low, high, isChange, claims }) =>
      isChange || from.earliest === null
        ? []
        : [
            {
              at: yearOf(from.earliest),
              value: {
                low,
                high,
                qualifier: low === high ? ('exact' as const) : ('between' as const),
                unit: rate!.unit,
                multiplier: 0,
                change: null,
              },
              claims: claimsOf(claims),
            },
          ],
    );
  }

  function stateOf(input: ModelInput): BoundState {
    if (input.binding === null) return loose;
    const now = take(input.binding, input.claim, input);
    const claims = now?.claims ?? claimsOf(Object.keys(input.ground));
    const stale = changesBeneath(input.ground, claims, 'value').map(inMessage);
    const ids = claims.map(({ id }) => id);
    return stale.length === 0
      ? { claims: ids, stale, now: null }
      : { claims: ids, stale, now: now === undefined ? null : withTaken(input, input.binding, now) };
  }

  return { take, stateOf, groundOf: (one: Taken) => groundOf(one.claims) };
}
export type Bindings = ReturnType<typeof createBindings>;

function yearOf(period: string): string {
  return /^-?\d{4}/.exec(period)?.[0] ?? period;
}

/** One value of an input with places stands at the year of its period. */
function withPlace(taken: Taken | undefined, by: string | null, period: string | null): Taken | undefined {
  if (taken === undefined || by === null || period === null) return taken;
  return { ...taken, points: taken.points.map((point) => ({ ...point, at: yearOf(period) })) };
}

/** What an input holds once it took something: one claim gives one point, and leaves the others of a path as they are. */
export function withTaken(
  input: Pick<ModelInput, 'points' | 'by'>,
  { kind }: Binding,
  { points, spans }: Pick<Taken, 'points' | 'spans'>,
): Pick<ModelInput, 'points' | 'spans'> {
  if (input.by === null || kind === 'series' || kind === 'rate') return { points: [...points], spans };
  const fresh = new Map(points.map((point) => [point.at, point]));
  const kept = input.points.filter(({ at }) => !fresh.has(at));
  return { points: [...kept, ...fresh.values()].sort((a, b) => (String(a.at) < String(b.at) ? -1 : 1)), spans };
}
