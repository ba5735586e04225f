// Writes a claim that says something else now.
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { EditScope } from '../../edits/edits.ts';
import { toRecord } from './repository.ts';

/** Returns whether anything differs from what was stored. */
export type Rewrite = (claim: Claim, body: ClaimBody, edit: EditScope) => boolean;

export const rewrite: Rewrite = (claim, body, edit) => {
  const passages = claim.passages.map((passage) => passage.id);
  const { id: _id, ...record } = toRecord({ ...body, id: claim.id, sourceId: claim.sourceId, passages });
  return edit.update('claim', claim.id, record);
};

/** A claim without its identity and passages, as `rewrite` takes it. */
export function bodyOf({ id: _id, contentKey: _key, sourceId: _source, passages: _passages, ...body }: Claim): ClaimBody {
  return body;
}
