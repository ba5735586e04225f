// Claims as grids and lists show them.
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { toInput } from '../../../../shared/features/claims/form.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { countSupport, originKeys, originNames } from '../../../../shared/features/claims/origin.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import type { ClaimReader } from './reader.ts';

/** The observation a claim stands behind; supplied by the ledger. */
export type ObservationOf = (claimId: string) => Observation | undefined;

export function createRows(reader: ClaimReader, observationOf: ObservationOf) {
  function row(claim: Claim): ClaimRow {
    const source = reader.source(claim.sourceId);
    const observation = observationOf(claim.id);
    return {
      ...claim,
      sourceTitle: source?.title ?? null,
      grade: (source?.grade ?? null) as ClaimRow['grade'],
      origin: originNames(claim)[0] ?? null,
      support: observation?.support ?? countSupport([{ claim, source }]),
      observationId: observation?.id ?? null,
      state: observation?.state ?? null,
      rivals: observation === undefined ? 0 : observation.claims.length - 1,
    };
  }

  /** The captured form, with identity and support. */
  function listed(claim: Claim) {
    const source = reader.source(claim.sourceId);
    const passages = claim.passages.map(({ id, source: sourceId, exact, prefix, suffix, start, end, page, sheet, cells, state }) => ({
      id,
      source: sourceId,
      sourceTitle: reader.source(sourceId)?.title ?? null,
      exact,
      prefix,
      suffix,
      start,
      end,
      page,
      sheet,
      cells,
      state,
    }));
    return {
      id: claim.id,
      contentKey: claim.contentKey,
      ...toInput(claim),
      kind: claim.kind,
      captured: claim.captured,
      capturedReason: claim.capturedReason,
      passage: passages[0] ?? null,
      ...(passages.length > 1 ? { passages } : {}),
      sourceId: claim.sourceId,
      origins: originKeys(claim, source),
      support: observationOf(claim.id)?.support ?? countSupport([{ claim, source }]),
    };
  }

  return { row, listed };
}
