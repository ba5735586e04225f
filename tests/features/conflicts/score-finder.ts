// How many of the planted relations the finder finds, and how much of what it finds was planted, kind by kind.
import { findConflicts } from '../../../shared/features/conflicts/find.ts';
import { type ConflictKind, conflictKinds } from '../../../shared/features/conflicts/model.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';
import { plantClaims } from './planted-claims.ts';

export interface FinderScore {
  readonly kind: ConflictKind;
  /** Relations of this kind that were planted. */
  readonly planted: number;
  /** 0 to 1; a relation counts as found only by a group of its kind that joins just its claims. */
  readonly recall: number;
  /** 0 to 1. */
  readonly precision: number;
}

export function scoreFinder(claims: number): FinderScore[] {
  const { inputs, relations } = plantClaims(claims);
  const groups = findConflicts(toClaims(inputs), plainContext);
  return conflictKinds.map((kind) => {
    const planted = new Set(relations.filter((relation) => relation.kind === kind).map(({ refs }) => keyOf(refs)));
    const found = groups.filter((group) => group.kind === kind).map((group) => keyOf(group.claims));
    const hits = found.filter((key) => planted.has(key)).length;
    return { kind, planted: planted.size, recall: hits / planted.size, precision: found.length === 0 ? 0 : hits / found.length };
  });
}

function keyOf(refs: readonly string[]): string {
  return refs.toSorted().join(' ');
}
