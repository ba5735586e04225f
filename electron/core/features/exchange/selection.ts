// Which claims of a workbook an export is of: all, or those of some series and sources.
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { ListedGroup } from '../../../../shared/features/conflicts/contract.ts';
import type { Observation, Series } from '../../../../shared/features/ledger/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';

export interface Selectable {
  readonly claims: { all(): readonly Claim[]; source(id: string | null): ClaimSource | undefined };
  readonly ledger: { observations(): readonly Observation[]; series(): readonly Series[] };
  sources(): readonly Source[];
  conflicts(): readonly ListedGroup[];
}

export interface Selection {
  readonly isWhole: boolean;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly series: readonly Series[];
  readonly observations: readonly Observation[];
  conflicts(): readonly ListedGroup[];
}

/** An observation or a conflict is there only with all of its claims: a part of them would say something else. */
export function selected(
  from: Selectable,
  { series, sources }: { readonly series: readonly string[]; readonly sources: readonly string[] },
): Selection {
  const [claims, observations, ofLedger] = [from.claims.all(), from.ledger.observations(), from.ledger.series()];
  if (series.length + sources.length === 0)
    return { isWhole: true, claims, sources: from.sources(), series: ofLedger, observations, conflicts: from.conflicts };
  const [wantedSeries, wantedSources] = [new Set(series), new Set(sources)];
  const inSeries = new Set(observations.filter(({ seriesId }) => wantedSeries.has(seriesId)).flatMap(({ claims: ids }) => ids));
  const chosen = claims.filter(({ id, sourceId }) => inSeries.has(id) || wantedSources.has(sourceId ?? ''));
  const ids = new Set(chosen.map(({ id }) => id));
  const isWhole = (all: readonly string[]) => all.every((id) => ids.has(id));
  const shown = observations.filter((one) => isWhole(one.claims));
  const sourceIds = new Set([...sources, ...chosen.flatMap(({ sourceId }) => sourceId ?? [])]);
  const seriesIds = new Set(shown.map(({ seriesId }) => seriesId));
  return {
    isWhole: false,
    claims: chosen,
    sources: from.sources().filter(({ id }) => sourceIds.has(id)),
    series: ofLedger.filter(({ id }) => seriesIds.has(id)),
    observations: shown,
    conflicts: () => from.conflicts().filter((group) => isWhole(group.claims)),
  };
}
