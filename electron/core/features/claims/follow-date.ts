// Relative dates follow their text: "last year" in a text of 2025 is 2024, and when the text turns out to be of 2024 it is
// 2023. Only a date that still is what its words meant under the old date moves; one that was set by hand stays.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { quotedWords, type RelativePeriod, resolveRelative } from '../../../../shared/period/index.ts';
import type { EditScope } from '../../edits/edits.ts';
import { bodyOf, rewrite } from './rewrite.ts';

export interface DateChange {
  readonly before: string | null;
  readonly after: string | null;
}

const dated = [
  ['period', 'periodBasis'],
  ['madeOn', 'madeOnBasis'],
] as const;

/** Returns how many claims moved. */
export function followDate(claims: readonly Claim[], change: DateChange, edit: EditScope): number {
  return claims.filter((claim) => {
    const moves = dated.flatMap(([field, basis]) => {
      const moved = moveOf(claim[field], claim[basis], change);
      return moved === undefined ? [] : [{ [field]: moved.edtf, [basis]: moved.basis }];
    });
    return moves.length > 0 && rewrite(claim, Object.assign({}, bodyOf(claim), ...moves), edit);
  }).length;
}

function moveOf(date: string | null, basis: string | null, { before, after }: DateChange): RelativePeriod | undefined {
  const words = basis === null ? undefined : quotedWords(basis);
  if (words === undefined) return undefined;
  const meant = resolveRelative(words, before);
  return meant !== undefined && meant.edtf === date ? resolveRelative(words, after) : undefined;
}
