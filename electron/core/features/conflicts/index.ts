// Contradictions: list, read, decide, reopen.
import { AppError } from '../../../../shared/errors.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { type Decision, type ListedGroup, settledByVerdict } from '../../../../shared/features/conflicts/contract.ts';
import type { Observation, Verdict } from '../../../../shared/features/ledger/model.ts';
import { groundOf } from '../../../../shared/features/ledger/standing.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import { createQueueing } from './leads.ts';
import { createMatrixHandlers } from './matrix.ts';
import type { DecisionRepository, MatrixRepository } from './repository.ts';
import type { ClaimsOfConflicts, Conflicts } from './service.ts';

/** Verdicts on observations; supplied by the ledger. */
export interface VerdictsOfConflicts {
  /** The one observation behind all these claims; undefined where they stand behind several or none. */
  behind(claimIds: readonly string[]): Pick<Observation, 'id' | 'verdict'> | undefined;
  decide(verdict: { observationId: string } & Pick<Verdict, 'claimId' | 'reading' | 'own' | 'reason'>, edit: EditScope): void;
  reopen(observationId: string, edit: EditScope): void;
}

export interface ConflictsOptions {
  readonly conflicts: Conflicts;
  readonly claims: ClaimsOfConflicts;
  readonly decisions: DecisionRepository;
  rowOf(claim: Claim): ClaimRow;
  readonly matrices: MatrixRepository;
  readonly verdicts: VerdictsOfConflicts;
}

export function createConflictsHandlers({ conflicts, claims, decisions, matrices, verdicts, rowOf }: ConflictsOptions): Handlers<'conflicts'> {
  function getGroup(id: string): ListedGroup {
    const group = conflicts.find(id);
    if (group === undefined) throw new AppError('not-found', 'conflicts.gone', { id });
    return group;
  }
  const storedOn = (group: ListedGroup) => decisions.all().find((one) => one.id === group.decision?.id);
  const queued = createQueueing(claims.find);
  const claimsOf = (group: ListedGroup) => group.claims.flatMap((id) => claims.find(id) ?? []);

  function keep(group: ListedGroup, decided: Pick<Decision, 'outcome' | 'claimId' | 'reason'>, edit: EditScope): void {
    const decision = { ...decided, kind: group.kind, by: edit.author, at: edit.at, ground: groundOf(claimsOf(group)) };
    const stored = storedOn(group);
    if (stored === undefined) edit.insert('conflict_decision', { id: edit.newId(), ...decision });
    else edit.update('conflict_decision', stored.id, decision);
  }
  function forget(group: ListedGroup, edit: EditScope): void {
    const stored = storedOn(group);
    if (stored !== undefined) edit.remove('conflict_decision', stored.id);
  }

  return {
    ...createMatrixHandlers({ matrices, claims, rowOf, getGroup }),
    list({ kind, claim }) {
      const chosen = conflicts
        .groups()
        .filter((group) => (kind === undefined || group.kind === kind) && (claim === undefined || group.claims.includes(claim)));
      return { groups: chosen.map(queued) };
    },
    get({ id }) {
      const group = getGroup(id);
      return { ...group, rows: claimsOf(group).map(rowOf) };
    },
    decide({ id, outcome, claimId, reading, own, reason }, edit) {
      const group = getGroup(id);
      if (outcome === 'adopt' && claimId === null) throw new AppError('invalid-input', 'conflicts.whichClaim', { field: 'claimId' });
      if (claimId !== null && !group.claims.includes(claimId)) throw new AppError('invalid-input', 'conflicts.otherClaim', { field: 'claimId' });
      const observation = verdicts.behind(group.claims);
      const isSettled = settledByVerdict.has(group.kind);
      const isForLedger = observation !== undefined && ((isSettled && (outcome === 'adopt' || outcome === 'own')) || reading !== null);
      if (isForLedger) verdicts.decide({ observationId: observation.id, claimId, reading, own, reason }, edit);
      else if (isSettled && observation?.verdict != null) verdicts.reopen(observation.id, edit);
      // Only one of the two stands, so that ledger and queue never say different things; a reading settles a doubt as well.
      if (isForLedger && isSettled) forget(group, edit);
      else keep(group, { outcome, claimId, reason }, edit);
      edit.name('decide', { title: group.title });
      return () => getGroup(id);
    },
    reopen({ id }, edit) {
      const group = getGroup(id);
      if (group.decision === null) throw new AppError('not-found', 'conflicts.noDecision', { id });
      const observation = verdicts.behind(group.claims);
      const isOfGroup = settledByVerdict.has(group.kind) || observation?.verdict?.reading != null;
      forget(group, edit);
      if (isOfGroup && observation?.verdict != null) verdicts.reopen(observation.id, edit);
      edit.name('reopen', { title: group.title });
      return () => getGroup(id);
    },
  };
}
