// Contradictions: list, read, decide, reopen.
import { AppError } from '../../../../shared/errors.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { ListedGroup } from '../../../../shared/features/conflicts/contract.ts';
import type { Handlers } from '../../dispatch.ts';
import { createMatrixHandlers } from './matrix.ts';
import type { DecisionRepository, MatrixRepository } from './repository.ts';
import { basisOf, type ClaimsOfConflicts, type Conflicts } from './service.ts';

export interface ConflictsOptions {
  readonly conflicts: Conflicts;
  readonly claims: ClaimsOfConflicts;
  readonly decisions: DecisionRepository;
  rowOf(claim: Claim): ClaimRow;
  readonly matrices: MatrixRepository;
}

export function createConflictsHandlers({ conflicts, claims, decisions, matrices, rowOf }: ConflictsOptions): Handlers<'conflicts'> {
  function getGroup(id: string): ListedGroup {
    const group = conflicts.find(id);
    if (group === undefined) throw new AppError('not-found', 'These claims no longer disagree in this way. Nothing was changed.', { id });
    return group;
  }
  const storedOn = (group: ListedGroup) => decisions.all().find((one) => one.id === group.decision?.id);
  const claimsOf = (group: ListedGroup) => group.claims.flatMap((id) => claims.find(id) ?? []);

  return {
    ...createMatrixHandlers({ matrices, claims, rowOf, getGroup }),
    list({ kind, claim }) {
      const chosen = conflicts
        .groups()
        .filter((group) => (kind === undefined || group.kind === kind) && (claim === undefined || group.claims.includes(claim)));
      return { groups: [...chosen] };
    },
    get({ id }) {
      const group = getGroup(id);
      return { ...group, rows: claimsOf(group).map(rowOf) };
    },
    decide({ id, outcome, claimId, reason }, edit) {
      const group = getGroup(id);
      if (outcome === 'adopt' && claimId === null)
        throw new AppError('invalid-input', 'claimId: say which claim is adopted. Nothing was changed.', { field: 'claimId' });
      if (claimId !== null && !group.claims.includes(claimId))
        throw new AppError('invalid-input', 'claimId: this claim is not part of the group. Nothing was changed.', { field: 'claimId' });
      edit.name(`Decide: ${group.title}`);
      const decision = { groupId: id, kind: group.kind, outcome, claimId, reason, by: edit.author, at: edit.at, basis: basisOf(claimsOf(group)) };
      const stored = storedOn(group);
      if (stored === undefined) edit.insert('conflict_decision', { id: edit.newId(), ...decision });
      else edit.update('conflict_decision', stored.id, decision);
      return () => getGroup(id);
    },
    reopen({ id }, edit) {
      const group = getGroup(id);
      const stored = storedOn(group);
      if (stored === undefined)
        throw new AppError(
          'not-found',
          'There is no decision on this group itself. A verdict of the ledger is taken back there. Nothing was changed.',
          { id },
        );
      edit.name(`Reopen: ${group.title}`);
      edit.remove('conflict_decision', stored.id);
      return () => getGroup(id);
    },
  };
}
