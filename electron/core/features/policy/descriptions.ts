// The descriptions of the open workbook, read again when one was written, with the words that they make known.
import type { Descriptions, Scale } from '../../../../shared/features/policy/model.ts';
import { type MeaningOf, meaningsOf } from '../../../../shared/features/policy/stages.ts';
import { keptUntilTouched } from '../../edits/touched.ts';
import { readResource } from '../../resource.ts';
import type { PolicyRepository } from './repository.ts';

export interface DescriptionService {
  current(): Descriptions;
  /** Ladders of the workbook, then those usual ones that it does not name itself. */
  ladders(): readonly Pick<Scale, 'code' | 'label' | 'steps'>[];
  meaningOf: MeaningOf;
  /** Grows when something was described. */
  revision(): number;
  touch(): void;
}

export function createDescriptions(repository: PolicyRepository, version: () => number): DescriptionService {
  const kept = keptUntilTouched(() => {
    const all = repository.all();
    const own = all.scales.filter(({ kind }) => kind === 'ladder');
    return {
      all,
      meaningOf: meaningsOf(all.scales),
      ladders: [...own, ...usualLadders().filter(({ code }) => !own.some((one) => one.code === code))],
    };
  }, version);
  return {
    current: () => kept.current().all,
    ladders: () => kept.current().ladders,
    meaningOf: (stage) => kept.current().meaningOf(stage),
    revision: kept.revision,
    touch: kept.touch,
  };
}

let usual: readonly Pick<Scale, 'code' | 'label' | 'steps'>[] | undefined;

/** Orders that many fields share, as data beside the program. */
function usualLadders(): readonly Pick<Scale, 'code' | 'label' | 'steps'>[] {
  usual ??= JSON.parse(readResource('ladders.json') ?? '[]') as readonly Pick<Scale, 'code' | 'label' | 'steps'>[];
  return usual;
}
