// One claim may rest on several passages of its source.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim, PassageInput, PassageRef } from '../../../../shared/features/claims/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { EditScope } from '../../edits/edits.ts';

export type KeepPassage = (input: PassageInput, edit: EditScope) => { source: Source; id: string };

/** @throws AppError `invalid-input` where the passage stands in another source. */
export function addPassage(claim: Claim, input: PassageInput, { keep, edit }: { keep: KeepPassage; edit: EditScope }): void {
  const { source, id } = keep(input, edit);
  if (claim.sourceId !== null && claim.sourceId !== source.id) throw new AppError('invalid-input', 'claims.otherSource', { field: 'passage' });
  if (claim.passages.some((passage) => passage.id === id)) return;
  edit.update('claim', claim.id, { sourceId: source.id, passages: [...claim.passages.map((passage) => passage.id), id] });
  edit.name('addPassage');
}

/** @throws AppError `not-found` where the claim does not rest on it. */
export function dropPassage(claim: Claim, passageId: string, edit: EditScope): readonly PassageRef[] {
  const left = claim.passages.filter((passage) => passage.id !== passageId);
  if (left.length === claim.passages.length) throw new AppError('not-found', 'claims.notItsPassage', { id: passageId });
  edit.update('claim', claim.id, { passages: left.map((passage) => passage.id) });
  edit.name('dropPassage');
  return left;
}
