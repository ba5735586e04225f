// The content key of a claim: the bytes of its source, the span of its words and what it says. The same claim captured on
// two laptops is recognised by it.
import { createHash } from 'node:crypto';
import { type ClaimBody, contentText } from '../../../../shared/features/claims/form.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { ClaimRepository } from './repository.ts';

export type Spans = readonly { readonly start: number; readonly end: number }[];

export function contentKeyOf(body: ClaimBody, sourceSha256: string | undefined, spans: Spans): string {
  const sorted = spans.map(({ start, end }) => [start, end] as const).toSorted((a, b) => a[0] - b[0]);
  return createHash('sha256')
    .update(contentText(body, { sourceSha256: sourceSha256 ?? '', spans: sorted }))
    .digest('hex');
}

/** After the text of a source was replaced: the same capture from the newer text is the same claim. */
export function createRekeying(claims: ClaimRepository, sha256Of: (sourceId: string) => string | undefined) {
  return function rekeyClaims(sourceId: string, edit: EditScope): void {
    for (const claim of claims.ofSource(sourceId))
      edit.update('claim', claim.id, { contentKey: contentKeyOf(claim, sha256Of(sourceId), claim.passages) });
  };
}
