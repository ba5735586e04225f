import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../shared/features/conflicts/find.ts';
import { type ConflictGroup, conflictKinds } from '../../../shared/features/conflicts/model.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';
import { plantClaims } from './planted-claims.ts';

const { inputs, relations } = plantClaims(3000);
const groups = findConflicts(toClaims(inputs), plainContext);
const key = (kind: string, refs: readonly string[]) => `${kind}: ${refs.toSorted().join(' ')}`;
const wanted = new Set(relations.map(({ kind, refs }) => key(kind, refs)));
const found = (group: ConflictGroup) => key(group.kind, group.claims);

describe('the finder over 3,000 claims with planted relations, named in three scripts', () => {
  it.each(conflictKinds)('finds %s, and little that was not planted', (kind) => {
    const planted = relations.filter((relation) => relation.kind === kind);
    const named = groups.filter((group) => group.kind === kind);
    const names = new Set(named.map(found));
    const recall = planted.filter(({ refs }) => names.has(key(kind, refs))).length / planted.length;
    const precision = named.filter((group) => wanted.has(found(group))).length / Math.max(named.length, 1);
    expect(
      { kind, planted: planted.length > 20, recall: recall >= 0.95, precision: precision >= 0.95 },
      `recall ${recall}, precision ${precision}`,
    ).toEqual({
      kind,
      planted: true,
      recall: true,
      precision: true,
    });
  });
});
