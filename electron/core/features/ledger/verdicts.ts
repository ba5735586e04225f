// Writes verdicts: one stands on an observation, with a reason and with what it rests on.

import { AppError } from '../../../../shared/errors.ts';
import type { Observation, ObservationKey, OwnValue } from '../../../../shared/features/ledger/model.ts';
import { groundOf } from '../../../../shared/features/ledger/standing.ts';
import type { MessageParams } from '../../../../shared/message.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { ClaimsOfLedger, Ledger } from './service.ts';

export interface VerdictDraft {
  readonly observationId: string;
  /** Adopted claim; without it and without an own value the verdict is "cannot be decided yet". */
  readonly claimId: string | null;
  /** Index of its adopted reading. */
  readonly reading: number | null;
  readonly own: OwnValue | null;
  readonly reason: string;
}

export interface Verdicts {
  /** @throws AppError `not-found`, or `invalid-input` where the claim or reading does not stand behind the observation. */
  decide(draft: VerdictDraft, edit: EditScope): void;
  /** @throws AppError `not-found` where there is no verdict. */
  reopen(observationId: string, edit: EditScope): void;
}

export function createVerdicts(ledger: Ledger, claims: ClaimsOfLedger): Verdicts {
  return {
    decide(draft, edit) {
      const observation = findObservation(ledger, draft.observationId);
      checkAdopted(observation, draft, claims);
      if (draft.claimId !== null && draft.own !== null) throw new AppError('invalid-input', 'ledger.claimOrOwn', { field: 'own' });
      edit.name('verdict', nameOf(observation));
      const { observationId: _id, ...decided } = draft;
      const ground = groundOf(observation.claims.flatMap((id) => claims.find(id) ?? []));
      const verdict = { ...decided, observation: keyOf(observation), by: edit.author, at: edit.at, ground };
      const [last, ...others] = ledger.verdictsOn(observation.id);
      if (last === undefined) edit.insert('verdict', { id: edit.newId(), ...verdict });
      else edit.update('verdict', last.id, verdict);
      for (const other of others) edit.remove('verdict', other.id);
    },
    reopen(observationId, edit) {
      const observation = findObservation(ledger, observationId);
      if (observation.verdict === null) throw new AppError('not-found', 'ledger.noVerdict', { id: observationId });
      edit.name('reopenObservation', nameOf(observation));
      for (const verdict of ledger.verdictsOn(observationId)) edit.remove('verdict', verdict.id);
    },
  };
}

export function findObservation(ledger: Ledger, id: string): Observation {
  const observation = ledger.find(id);
  if (observation === undefined) throw new AppError('not-found', 'ledger.unknownObservation', { id });
  return observation;
}

function nameOf({ series }: Observation): MessageParams {
  return { measure: { code: series.measure }, subject: series.subject };
}

function keyOf({ series, period, class: statusIs, issuer }: Observation): ObservationKey {
  return { series, period, class: statusIs, issuer };
}

function checkAdopted(observation: Observation, { claimId, reading }: VerdictDraft, claims: ClaimsOfLedger): void {
  if (claimId === null) return;
  if (!observation.claims.includes(claimId)) throw new AppError('invalid-input', 'ledger.otherClaim', { field: 'claimId' });
  const readings = claims.find(claimId)?.readings.length ?? 0;
  if (reading !== null && reading >= readings) throw new AppError('invalid-input', 'ledger.noSuchReading', { field: 'reading', count: readings });
}
