import type { Lane } from '../../../shared/features/timeline/contract.ts';
import type { TimelineWords } from './mark-words.ts';

/** What a lane is of: a type of thing, else what groups its marks. */
export function laneKind({ kind }: Pick<Lane, 'kind'>, t: TimelineWords): string {
  return t(`words:subjectType.${kind}`, { defaultValue: t(`type.${kind}`, { defaultValue: kind }) });
}
