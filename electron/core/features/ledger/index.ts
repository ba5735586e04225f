// Ledger: series, observations, verdicts.
import { AppError } from '../../../../shared/errors.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import { nearSeries } from '../../../../shared/features/ledger/near.ts';
import { proposeVerdict } from '../../../../shared/features/ledger/proof.ts';
import { seriesKeyOf } from '../../../../shared/features/ledger/rules.ts';
import type { Handlers } from '../../dispatch.ts';
import type { createApartHandlers } from './apart.ts';
import type { createMeasureHandlers } from './measures.ts';
import { createRename, type RenameOptions, type RewriteClaim } from './rename.ts';
import type { SeriesApartRepository } from './repository.ts';
import { observationsSaid, type SaidLedger } from './said.ts';
import { type ClaimsOfLedger, type Ledger, seriesIdOf } from './service.ts';
import { findObservation, type Verdicts } from './verdicts.ts';

export interface LedgerOptions {
  readonly ledger: Ledger;
  readonly claims: ClaimsOfLedger;
  readonly verdicts: Verdicts;
  rowOf(claim: Claim): ClaimRow;
  nameOf(name: string): string;
  readonly rewrite: RewriteClaim;
  readonly measures: ReturnType<typeof createMeasureHandlers>;
  readonly apart: ReturnType<typeof createApartHandlers>;
  readonly keptApart: SeriesApartRepository;
  readonly followers: RenameOptions['followers'];
  /** Of a workbook as its sources had it on a day. */
  readonly said?: SaidLedger | undefined;
}

export function createLedgerHandlers({
  ledger,
  claims,
  verdicts,
  rowOf,
  nameOf,
  rewrite,
  measures,
  apart,
  keptApart,
  followers,
  said,
}: LedgerOptions): Handlers<'ledger'> {
  const { rename, split } = createRename({ ledger, claims, rewrite, apart: keptApart, followers });
  const getObservation = (id: string) => findObservation(ledger, id);
  const claimsOf = (observation: Observation) => observation.claims.flatMap((id) => claims.find(id) ?? []);

  return {
    ...measures,
    ...apart,
    series: () => ({ series: [...ledger.series()] }),
    seriesFor(figure) {
      const key = seriesKeyOf({ kind: 'figure', ...figure }, nameOf);
      if (key === undefined) return { series: null, near: [] };
      const id = seriesIdOf(key);
      const joined = ledger.series().find((one) => one.id === id);
      return { series: joined ?? null, near: joined === undefined ? nearSeries(key, ledger.series()) : [] };
    },
    list: ({ series }) => ({ observations: inSeries(ledger, ledger.observations(), series) }),
    asSaid: ({ series }) =>
      said === undefined
        ? { observations: inSeries(ledger, ledger.observations(), series).map((one) => ({ ...one, unsure: [], later: false })) }
        : { observations: inSeries(said.ledger, observationsSaid(ledger, said), series) },
    observation({ id }) {
      const observation = getObservation(id);
      const stand = claimsOf(observation);
      const proofs = stand.map((claim) => ({ claim, source: claims.source(claim.sourceId) }));
      return { ...observation, rows: stand.map(rowOf), proposal: proposeVerdict(proofs, nameOf) ?? null };
    },
    renameSeries: ({ seriesId, to }, edit) => rename(seriesId, to, edit),
    splitSeries: ({ claimIds, to }, edit) => split(claimIds, to, edit),
    decide(draft, edit) {
      verdicts.decide(draft, edit);
      return () => getObservation(draft.observationId);
    },
    reopen({ observationId }, edit) {
      verdicts.reopen(observationId, edit);
      return () => getObservation(observationId);
    },
  };
}

/** @throws AppError `not-found` where a name is given and no series has it. */
function inSeries<T extends Pick<Observation, 'seriesId'>>(ledger: Ledger, all: readonly T[], name: string | undefined): T[] {
  if (name === undefined) return [...all];
  const wanted = new Set(ledger.seriesNamed(name).map((one) => one.id));
  if (wanted.size === 0) throw new AppError('not-found', 'ledger.noSeriesNamed', { series: name });
  return all.filter((one) => wanted.has(one.seriesId));
}
