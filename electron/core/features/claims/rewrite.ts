// Writes a claim that says something else now: its content key follows what it says.
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { EditScope } from '../../edits/edits.ts';
import { contentKeyOf } from './content-key.ts';
import { toRecord } from './repository.ts';

/** Returns whether anything differs from what was stored. */
export type Rewrite = (claim: Claim, body: ClaimBody, edit: EditScope) => boolean;

export function createRewrite(sources: { find(id: string): Source | undefined }): Rewrite {
  return (claim, body, edit) => {
    const source = claim.sourceId === null ? undefined : sources.find(claim.sourceId);
    const contentKey = contentKeyOf(body, source?.sha256, claim.passages);
    const { id: _id, ...record } = toRecord({
      ...body,
      id: claim.id,
      contentKey,
      sourceId: claim.sourceId,
      passages: claim.passages.map((passage) => passage.id),
    });
    return edit.update('claim', claim.id, record);
  };
}

/** A claim without its identity and passages, as `rewrite` takes it. */
export function bodyOf({ id: _id, contentKey: _key, sourceId: _source, passages: _passages, ...body }: Claim): ClaimBody {
  return body;
}
