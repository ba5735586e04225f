// Links between two things by name, said from the side of either of them. Links with a claim at an end are made where the
// claim is.
import type { LinkKind } from '../../../shared/features/policy/model.ts';

export type Side = 'from' | 'to';

export const linkChoices = ['part_of.from', 'part_of.to', 'replaces.from', 'replaces.to', 'affects.from', 'affects.to', 'comparable.from'] as const;
export type LinkChoice = (typeof linkChoices)[number];

export function choiceParts(choice: LinkChoice): { kind: LinkKind; side: Side } {
  const [kind, side] = choice.split('.') as [LinkKind, Side];
  return { kind, side };
}
