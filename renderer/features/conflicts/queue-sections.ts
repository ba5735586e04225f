// The queue: what is open, with the tensions under it; what scope explains; what is decided.
import type { QueuedGroup } from '../../../shared/features/conflicts/contract.ts';
import { type ConflictKind, conflictKinds } from '../../../shared/features/conflicts/model.ts';

export const segments = ['open', 'explained', 'closed'] as const;
export type Segment = (typeof segments)[number];

export interface QueueSection {
  /** Remembers whether the section is folded. */
  readonly key: string;
  readonly kind: ConflictKind;
  readonly groups: readonly QueuedGroup[];
  /** Explained by scope and listed below what is open: folded at first. */
  readonly isAside: boolean;
}

/** Longer sections show this many more at each ask. */
export const sectionStep = 60;

export function segmentOf(group: QueuedGroup): Segment {
  return group.state === 'stale' ? 'open' : group.state;
}

export function countSegments(groups: readonly QueuedGroup[]): Readonly<Record<Segment, number>> {
  const counts = { open: 0, explained: 0, closed: 0 };
  for (const group of groups) counts[segmentOf(group)] += 1;
  return counts;
}

export function sectionsOf(groups: readonly QueuedGroup[], segment: Segment): readonly QueueSection[] {
  const own = byKind(groups, segment, false);
  return segment === 'open' ? [...own, ...byKind(groups, 'explained', true)] : own;
}

function byKind(groups: readonly QueuedGroup[], segment: Segment, isAside: boolean): QueueSection[] {
  const found = Map.groupBy(
    groups.filter((group) => segmentOf(group) === segment),
    (group) => group.kind,
  );
  return conflictKinds.flatMap((kind) => {
    const members = found.get(kind);
    return members === undefined ? [] : [{ key: `${segment}|${isAside}|${kind}`, kind, groups: members, isAside }];
  });
}

export interface Folding {
  /** Sections that were turned from how they stand at first. */
  readonly turned: ReadonlySet<string>;
  /** How many of a long section are shown. */
  readonly shown: Readonly<Record<string, number>>;
}

export function isFolded(section: QueueSection, { turned }: Folding): boolean {
  return section.isAside !== turned.has(section.key);
}

export function shownGroups(section: QueueSection, folding: Folding): readonly QueuedGroup[] {
  return isFolded(section, folding) ? [] : section.groups.slice(0, folding.shown[section.key] ?? sectionStep);
}
