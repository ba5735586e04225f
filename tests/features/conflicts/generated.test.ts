import { describe, expect, it } from 'vitest';
import { conflictKinds } from '../../../shared/features/conflicts/model.ts';
import { scoreFinder } from './score-finder.ts';

const scores = scoreFinder(10_000);

describe('the finder over 10,000 claims with planted relations, named in three scripts', () => {
  it.each(conflictKinds)('finds %s, and little that was not planted', (kind) => {
    const { planted, recall, precision } = scores.find((score) => score.kind === kind)!;
    expect({ kind, planted: planted > 20, recall: recall >= 0.95, precision: precision >= 0.95 }, `recall ${recall}, precision ${precision}`).toEqual(
      {
        kind,
        planted: true,
        recall: true,
        precision: true,
      },
    );
  });
});
