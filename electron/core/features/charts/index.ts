// Chosen series as points on their periods, with the events around them.
import { AppError } from '../../../../shared/errors.ts';
import type { ChartPoint } from '../../../../shared/features/charts/contract.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { originNames } from '../../../../shared/features/claims/origin.ts';
import type { Observation, Series } from '../../../../shared/features/ledger/model.ts';
import { adoptedValue, bandOf, measuredOf, saidInterval } from '../../../../shared/features/ledger/rules.ts';
import type { Interval } from '../../../../shared/features/policy/contract.ts';
import { toItem } from '../../../../shared/features/timeline/rules.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import { intervalText } from '../../../../shared/quantity/index.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';

export interface ChartsOptions {
  readonly claims: { all(): readonly Claim[]; find(id: string): Claim | undefined; source(id: string | null): ClaimSource | undefined };
  /** Supplied by the policy feature. */
  readonly policy: {
    thingInTime(name: string): { readonly name: string; readonly intervals: readonly Interval[]; readonly events: readonly Claim[] } | undefined;
  };
  /** Moves a note on a day of the analyst's own; supplied by the boards feature. */
  move(id: string, to: string, edit: EditScope): { id: string; to: string };
  readonly ledger: { series(): readonly Series[]; observations(): readonly Observation[] };
}

export function createChartsHandlers({ claims, ledger, policy, move }: ChartsOptions): Handlers<'charts'> {
  function pointsOf(observation: Observation): ChartPoint[] {
    if (observation.period === null) return [];
    return observation.claims.flatMap((id) => {
      const claim = claims.find(id);
      return claim === undefined || claim.rank === 'deprecated' ? [] : [toPoint(claim, observation, claims.source(claim.sourceId))];
    });
  }

  return {
    move: ({ id, to }, edit) => move(id, to, edit),
    panel({ seriesIds, eventSubjects }) {
      const chosen = seriesIds.map((id) => {
        const series = ledger.series().find((one) => one.id === id);
        if (series === undefined) throw new AppError('not-found', 'ledger.seriesGone', { id });
        const observations = ledger.observations().filter((one) => one.seriesId === id);
        return { ...series, points: observations.flatMap(pointsOf) };
      });
      const things = [...new Map(eventSubjects.flatMap((name) => policy.thingInTime(name) ?? []).map((thing) => [thing.name, thing])).values()];
      const events = things.flatMap((thing) =>
        thing.events.map((claim) => ({ ...toItem(claim, claims.source(claim.sourceId)?.title ?? null), subject: thing.name })),
      );
      const shades = things.flatMap(({ name, intervals }) =>
        intervals.filter(({ track }) => track === 'force').map(({ from, to, step, claims: own }) => ({ subject: name, from, to, step, claims: own })),
      );
      const sources = chosen.flatMap(({ points }) => points.map(({ issuer, sourceTitle }) => ({ issuer, sourceTitle })));
      return { series: chosen, events, shades, sources: [...new Map(sources.map((one) => [JSON.stringify(one), one])).values()] };
    },
  };
}

function toPoint(claim: Claim, observation: Observation, source: ClaimSource | undefined): ChartPoint {
  const isAdopted = observation.verdict?.claimId === claim.id;
  const value = (isAdopted && observation.verdict !== null ? adoptedValue(observation.verdict, [claim]) : undefined) ?? measuredOf(claim);
  const period = findPeriod(claim.period);
  const bounds = intervalText(saidInterval(value));
  const openBand = isAdopted && observation.verdict?.reading !== null ? undefined : bandOf(claim);
  const band = openBand === undefined ? undefined : intervalText(openBand);
  return {
    claimId: claim.id,
    observationId: observation.id,
    period: claim.period ?? '',
    earliest: period?.earliest ?? null,
    latest: period?.latest ?? null,
    low: bounds.low,
    high: bounds.high,
    bandLow: band?.low ?? null,
    bandHigh: band?.high ?? null,
    value,
    status: (claim.status ?? 'actual') as ChartPoint['status'],
    role: isAdopted ? 'adopted' : observation.claims.length === 1 ? 'sole' : 'rival',
    state: observation.state,
    issuer: originNames(claim)[0] ?? null,
    sourceTitle: source?.title ?? null,
  };
}
