// Writes a claim that says something else now. Where it parts from its passage, what was captured is kept beside it.
import { capturedBeside } from '../../../../shared/features/claims/captured.ts';
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { EditScope } from '../../edits/edits.ts';
import { toRecord } from './repository.ts';

/** Returns whether anything differs from what was stored. `reason`: why the claim says something else than its passage. */
export type Rewrite = (claim: Claim, body: ClaimBody, edit: EditScope, reason?: string) => boolean;

export const rewrite: Rewrite = (claim, body, edit, reason) => {
  const passages = claim.passages.map((passage) => passage.id);
  const kept = keptBeside(claim, body, reason);
  const { id: _id, ...record } = toRecord({ ...body, ...kept, id: claim.id, sourceId: claim.sourceId, passages });
  return edit.update('claim', claim.id, record);
};

function keptBeside(claim: Claim, body: ClaimBody, reason: string | undefined): Pick<Claim, 'captured' | 'capturedReason'> {
  const captured = capturedBeside(claim, body);
  if (captured === null) return { captured, capturedReason: '' };
  return { captured, capturedReason: reason ?? claim.capturedReason };
}

/** A claim without its identity and passages, as `rewrite` takes it. */
export function bodyOf({ id: _id, contentKey: _key, sourceId: _source, passages: _passages, ...body }: Claim): ClaimBody {
  return body;
}
