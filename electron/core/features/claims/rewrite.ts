// Writes a claim that says something else now: its content key follows what it says.
import { createHash } from 'node:crypto';
import { type ClaimBody, contentText } from '../../../../shared/features/claims/form.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { EditScope } from '../../edits/edits.ts';
import { toRecord } from './repository.ts';

/** Returns whether anything differs from what was stored. */
export type Rewrite = (claim: Claim, body: ClaimBody, edit: EditScope) => boolean;

export function createRewrite(sources: { find(id: string): Source | undefined }): Rewrite {
  return (claim, body, edit) => {
    const spans = claim.passages.map(({ start, end }) => [start, end] as const).toSorted((a, b) => a[0] - b[0]);
    const source = claim.sourceId === null ? undefined : sources.find(claim.sourceId);
    const contentKey = createHash('sha256')
      .update(contentText(body, { sourceSha256: source?.sha256 ?? '', spans }))
      .digest('hex');
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
