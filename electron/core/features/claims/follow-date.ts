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
    if (moves.length === 0) return false;
    const moved: Partial<Claim> = Object.assign({}, ...moves);
    return rewrite(withMovedCapture(claim, moved), { ...bodyOf(claim), ...moved }, edit);
  }).length;
}

/** What was captured moves too: the passage reads as the new date from now on. */
function withMovedCapture(claim: Claim, { period }: Partial<Claim>): Claim {
  if (period === undefined) return claim;
  if (claim.captured === null) return { ...claim, period };
  return claim.captured.period === claim.period ? { ...claim, captured: { ...claim.captured, period } } : claim;
}

function moveOf(date: string | null, basis: string | null, { before, after }: DateChange): RelativePeriod | undefined {
  const words = basis === null ? undefined : quotedWords(basis);
  if (words === undefined) return undefined;
  const meant = resolveRelative(words, before);
  return meant !== undefined && meant.edtf === date ? resolveRelative(words, after) : undefined;
}
