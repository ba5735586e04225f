// Links of a thing, said from its side: to another thing by name, or to the figure that tells how many it has. Causes are
// confirmed where they are told.
import type { LinkKind } from '../../../shared/features/policy/model.ts';

export type Side = 'from' | 'to';

export const linkChoices = [
  'part_of.from',
  'part_of.to',
  'replaces.from',
  'replaces.to',
  'affects.from',
  'affects.to',
  'comparable.from',
  'counts.to',
] as const;
export type LinkChoice = (typeof linkChoices)[number];

export function choiceParts(choice: LinkChoice): { kind: LinkKind; side: Side } {
  const [kind, side] = choice.split('.') as [LinkKind, Side];
  return { kind, side };
}
