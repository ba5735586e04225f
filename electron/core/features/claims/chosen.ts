// What is done with many claims at once. Grades, ranks and tags are the analyst's own: no claim says anything else by them.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { EditScope } from '../../edits/edits.ts';
import { bodyOf, rewrite } from './rewrite.ts';

export interface ClaimGrade {
  readonly credibility?: Claim['credibility'] | undefined;
  readonly rank?: Claim['rank'] | undefined;
}

/** Returns how many were graded otherwise before. @throws AppError `invalid-input` where there is no grade to give. */
export function gradeClaims(claims: readonly Claim[], { credibility, rank }: ClaimGrade, edit: EditScope): number {
  if (credibility === undefined && rank === undefined) throw new AppError('invalid-input', 'claims.noGrade', { field: 'credibility' });
  const grade = { ...(credibility === undefined ? {} : { credibility }), ...(rank === undefined ? {} : { rank }) };
  const changed = claims.filter((claim) => rewrite(claim, { ...bodyOf(claim), ...grade }, edit)).length;
  if (credibility === undefined) edit.name('rankClaims', { count: changed, rank: { code: rank! } });
  else edit.name('gradeClaims', { count: changed, credibility });
  return changed;
}

export interface TagChange {
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

/** Returns how many had other tags before. @throws AppError `invalid-input` where there is no tag to add or to take. */
export function tagClaims(claims: readonly Claim[], { add, drop }: TagChange, edit: EditScope): number {
  if (add.length + drop.length === 0) throw new AppError('invalid-input', 'claims.noTags', { field: 'add' });
  const changed = claims.filter((claim) => rewrite(claim, { ...bodyOf(claim), tags: tagsAfter(claim.tags, { add, drop }) }, edit)).length;
  edit.name(add.length > 0 ? 'tagClaims' : 'untagClaims', { count: changed, tags: { list: [...(add.length > 0 ? add : drop)], most: 3 } });
  return changed;
}

function tagsAfter(tags: readonly string[], { add, drop }: TagChange): string[] {
  return [...new Set([...tags, ...add])].filter((tag) => !drop.includes(tag));
}
