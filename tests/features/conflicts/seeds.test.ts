// The contradictions that a careful reader found in the five real documents.
import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../shared/features/conflicts/find.ts';
import { plainContext, seedClaims } from '../../helpers/seed-claims.ts';
import { hasSharedMaterial, needsSharedMaterial, readShared } from '../../helpers/shared-material.ts';

interface Case {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly refs: readonly (readonly string[])[];
  readonly mustNotBe: readonly string[];
}

describe.skipIf(!hasSharedMaterial)(`the contradictions of the five real documents (${needsSharedMaterial})`, () => {
  const groups = hasSharedMaterial ? findConflicts(seedClaims(), plainContext) : [];
  const cases = hasSharedMaterial ? (JSON.parse(readShared('facts', 'expected-conflicts.json')) as Case[]) : [];
  const joining = ({ refs }: Case) => {
    const sides = refs.filter((side) => side.length > 0);
    return groups.filter((group) => sides.every((side) => side.some((ref) => group.claims.includes(ref))));
  };

  it('are found in at least 90 % of the cases, each with a kind that fits', () => {
    const found = cases.filter((one) => joining(one).some((group) => one.kinds.includes(group.kind)));
    expect(found.length / cases.length, `missed: ${cases.filter((one) => !found.includes(one)).map((one) => one.id)}`).toBeGreaterThanOrEqual(0.9);
  });

  it('are never given a kind that would be wrong', () => {
    expect(
      cases.flatMap((one) =>
        joining(one)
          .filter((group) => one.mustNotBe.includes(group.kind))
          .map((group) => `${one.id}: ${group.kind}`),
      ),
    ).toEqual([]);
  });
});
