// Ledger: series, observations, verdicts.
import { AppError } from '../../../../shared/errors.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import { proposeVerdict } from '../../../../shared/features/ledger/proof.ts';
import type { Handlers } from '../../dispatch.ts';
import type { createApartHandlers } from './apart.ts';
import type { createMeasureHandlers } from './measures.ts';
import { createRename, type RewriteClaim } from './rename.ts';
import type { ClaimsOfLedger, Ledger } from './service.ts';
import { basisOf } from './weigh.ts';

export interface LedgerOptions {
  readonly ledger: Ledger;
  readonly claims: ClaimsOfLedger;
  rowOf(claim: Claim): ClaimRow;
  nameOf(name: string): string;
  readonly rewrite: RewriteClaim;
  readonly measures: ReturnType<typeof createMeasureHandlers>;
  readonly apart: ReturnType<typeof createApartHandlers>;
}

export function createLedgerHandlers({ ledger, claims, rowOf, nameOf, rewrite, measures, apart }: LedgerOptions): Handlers<'ledger'> {
  const { rename, split } = createRename({ ledger, claims, rewrite });
  function getObservation(id: string): Observation {
    const observation = ledger.find(id);
    if (observation === undefined) throw new AppError('not-found', 'There is no such observation in this workbook.', { id });
    return observation;
  }
  const claimsOf = (observation: Observation) => observation.claims.flatMap((id) => claims.find(id) ?? []);

  return {
    ...measures,
    ...apart,
    series: () => ({ series: [...ledger.series()] }),
    list({ series }) {
      if (series === undefined) return { observations: [...ledger.observations()] };
      const wanted = new Set(ledger.seriesNamed(series).map((one) => one.id));
      if (wanted.size === 0) throw new AppError('not-found', `There is no series “${series}”.`, { series });
      return { observations: ledger.observations().filter((one) => wanted.has(one.seriesId)) };
    },
    observation({ id }) {
      const observation = getObservation(id);
      const stand = claimsOf(observation);
      const proofs = stand.map((claim) => ({ claim, source: claims.source(claim.sourceId) }));
      return { ...observation, rows: stand.map(rowOf), proposal: proposeVerdict(proofs, nameOf) ?? null };
    },
    renameSeries: ({ seriesId, to }, edit) => rename(seriesId, to, edit),
    splitSeries: ({ claimIds, to }, edit) => split(claimIds, to, edit),
    decide({ observationId, claimId, reading, own, reason }, edit) {
      const observation = getObservation(observationId);
      checkAdopted(observation, claimId, reading, claims);
      if (claimId !== null && own !== null)
        throw new AppError('invalid-input', 'own: adopt a claim or set an own value, not both. Nothing was changed.', { field: 'own' });
      edit.name(`Verdict on ${observation.series.measure.replaceAll('_', ' ')}, ${observation.series.subject}`);
      const verdict = { observationId, claimId, reading, own, reason, by: edit.author, at: edit.at, basis: basisOf(claimsOf(observation)) };
      const [last, ...others] = ledger.verdictsOn(observationId);
      if (last === undefined) edit.insert('verdict', { id: edit.newId(), ...verdict });
      else edit.update('verdict', last.id, verdict);
      for (const other of others) edit.remove('verdict', other.id);
      return () => getObservation(observationId);
    },
    reopen({ observationId }, edit) {
      const observation = getObservation(observationId);
      if (observation.verdict === null)
        throw new AppError('not-found', 'There is no verdict on this observation. Nothing was changed.', { id: observationId });
      edit.name(`Reopen ${observation.series.measure.replaceAll('_', ' ')}, ${observation.series.subject}`);
      for (const verdict of ledger.verdictsOn(observationId)) edit.remove('verdict', verdict.id);
      return () => getObservation(observationId);
    },
  };
}

function checkAdopted(observation: Observation, claimId: string | null, reading: number | null, claims: ClaimsOfLedger): void {
  if (claimId === null) return;
  if (!observation.claims.includes(claimId))
    throw new AppError('invalid-input', 'claimId: this claim does not stand behind the observation. Nothing was changed.', { field: 'claimId' });
  const readings = claims.find(claimId)?.readings.length ?? 0;
  if (reading !== null && reading >= readings)
    throw new AppError('invalid-input', `reading: the claim has ${readings} readings. Nothing was changed.`, { field: 'reading' });
}
