// Renaming, joining and splitting series. A series is what its claims say it is, so each of them gives claims another key in
// one edit; verdicts go with their claims.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { SeriesPatch } from '../../../../shared/features/ledger/contract.ts';
import type { Series, SeriesKey } from '../../../../shared/features/ledger/model.ts';
import { seriesText } from '../../../../shared/features/ledger/rules.ts';
import type { EditScope } from '../../edits/edits.ts';
import { keyOf } from './apart.ts';
import type { SeriesApartRepository } from './repository.ts';
import { type Ledger, seriesIdOf } from './service.ts';

/** Writes claims that say something else now; supplied by the claims feature. */
export type RewriteClaim = (claim: Claim, patch: SeriesPatch, edit: EditScope) => boolean;

export interface RenameOptions {
  readonly ledger: Ledger;
  readonly claims: { find(id: string): Claim | undefined };
  readonly rewrite: RewriteClaim;
  readonly apart: SeriesApartRepository;
  /** What names series beside claims; supplied by the boards feature. */
  readonly followers: {
    renamed(from: SeriesKey, to: Partial<SeriesKey>, edit: EditScope): void;
    parted(series: SeriesKey, edit: EditScope): void;
  };
}

interface Renamed {
  readonly claims: number;
  readonly series: string[];
  readonly joined: boolean;
}

export function createRename({ ledger, claims, rewrite, apart, followers }: RenameOptions) {
  function give(ids: readonly string[], to: SeriesPatch, edit: EditScope): () => Renamed {
    const known = new Set(ledger.series().map((one) => one.id));
    const changed = ids.filter((id) => rewrite(getFigure(id), to, edit));
    if (changed.length === 0) throw new AppError('invalid-input', 'ledger.nameUnchanged', { field: 'to' });
    return () => {
      const series = [...new Set(ids.flatMap((id) => ledger.ofClaim(id)?.seriesId ?? []))];
      return { claims: changed.length, series, joined: series.some((id) => known.has(id)) };
    };
  }

  function getFigure(id: string): Claim {
    const claim = claims.find(id);
    if (claim === undefined) throw new AppError('not-found', 'claims.unknown', { id });
    if (claim.kind !== 'figure') throw new AppError('invalid-input', 'ledger.onlyFigures', { field: 'claimIds', id });
    return claim;
  }

  /** What was said of the series by its key is said of its new one. */
  function takeAlong(series: Series, to: SeriesPatch, edit: EditScope): void {
    const renamed: SeriesKey = { ...keyOf(series), ...patchOf(to) };
    for (const { id, one, other } of apart.all()) {
      if (seriesIdOf(one) === series.id) edit.update('series_apart', id, { one: renamed });
      if (seriesIdOf(other) === series.id) edit.update('series_apart', id, { other: renamed });
    }
  }

  return {
    /** All claims of a series, however often it is measured; to the name of another series, it joins that one. */
    rename(seriesId: string, to: SeriesPatch, edit: EditScope) {
      const series = ledger.series().find((one) => one.id === seriesId);
      if (series === undefined) throw new AppError('not-found', 'ledger.unknownSeries', { id: seriesId });
      edit.name('renameSeries', { series: series.label });
      const name = unlessFrequency(series);
      const all = ledger.series().filter((one) => unlessFrequency(one) === name);
      for (const one of all) takeAlong(one, to, edit);
      followers.renamed(keyOf(series), patchOf(to), edit);
      const wanted = new Set(all.map(({ id }) => id));
      const ids = ledger
        .observations()
        .filter((one) => wanted.has(one.seriesId))
        .flatMap((one) => one.claims);
      return give(ids, to, edit);
    },
    /** Some claims leave their series for another key. */
    split(claimIds: readonly string[], to: SeriesPatch, edit: EditScope) {
      edit.name('splitSeries', { count: claimIds.length });
      const moved = new Set(claimIds);
      const left = new Map(claimIds.flatMap((id) => ledger.ofClaim(id) ?? []).map((one) => [one.seriesId, one.series]));
      for (const [id, series] of left) {
        const stays = ledger.observations().some((one) => one.seriesId === id && one.claims.some((claim) => !moved.has(claim)));
        if (stays) followers.parted(series, edit);
      }
      return give([...moved], to, edit);
    },
  };
}

function patchOf(to: SeriesPatch): Partial<SeriesKey> {
  return Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined));
}

/** Months and years of a series have one name. */
function unlessFrequency(series: SeriesKey): string {
  return seriesText({ ...series, frequency: '' });
}
