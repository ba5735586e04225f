// The groups of the open workbook with what the analyst decided. The index is filled at the first look and then follows
// the claims that edits touch.

import { contentText } from '../../../../shared/features/claims/form.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { ListedGroup } from '../../../../shared/features/conflicts/contract.ts';
import { type ConflictIndex, createConflictIndex } from '../../../../shared/features/conflicts/find.ts';
import type { ConflictGroup } from '../../../../shared/features/conflicts/model.ts';
import type { DecisionRepository, StoredDecision } from './repository.ts';

/** What the finder reads of claims; supplied by the claims feature. */
export interface ClaimsOfConflicts {
  version(): number;
  all(): readonly Claim[];
  find(id: string): Claim | undefined;
  source(id: string | null): ClaimSource | undefined;
}

export interface Conflicts {
  groups(): readonly ListedGroup[];
  find(id: string): ListedGroup | undefined;
  /** Claims that an edit changed, added or removed. */
  touch(ids: readonly string[]): void;
  /** Sources and names lie beneath every claim: all is read again. */
  forget(): void;
  openCount(): number;
}

export function createConflicts(claims: ClaimsOfConflicts, decisions: DecisionRepository, nameOf: (name: string) => string): Conflicts {
  let index: ConflictIndex | undefined;
  const touched = new Set<string>();
  let kept: { version: number; groups: readonly ListedGroup[]; byId: ReadonlyMap<string, ListedGroup> } | undefined;

  function currentIndex(): ConflictIndex {
    if (index === undefined) {
      index = createConflictIndex({ source: claims.source, nameOf });
      index.update(claims.all().map((claim) => ({ id: claim.id, claim })));
    } else if (touched.size > 0) index.update([...touched].map((id) => ({ id, claim: claims.find(id) })));
    touched.clear();
    return index;
  }

  function snapshot() {
    if (kept?.version === claims.version()) return kept;
    const byGroup = new Map(decisions.all().map((decision) => [decision.groupId, decision]));
    const groups = currentIndex()
      .groups()
      .map((group) => listed(group, byGroup.get(group.id), claims))
      .sort(inQueueOrder);
    kept = { version: claims.version(), groups, byId: new Map(groups.map((group) => [group.id, group])) };
    return kept;
  }

  return {
    groups: () => snapshot().groups,
    find: (id) => snapshot().byId.get(id),
    touch: (ids) => ids.forEach((id) => void touched.add(id)),
    forget() {
      index = undefined;
    },
    openCount: () => snapshot().groups.filter((group) => group.state === 'open' || group.state === 'stale').length,
  };
}

function listed(group: ConflictGroup, decision: StoredDecision | undefined, claims: ClaimsOfConflicts): ListedGroup {
  const members = group.claims.flatMap((id) => claims.find(id) ?? []);
  const title = titleOf(group, members);
  if (decision === undefined) return { ...group, title, state: group.tension ? 'explained' : 'open', decision: null };
  const isStale = members.some((claim) => decision.basis[claim.id] !== fingerprint(claim));
  const { id, outcome, claimId, reason, by, at } = decision;
  const state = isStale ? 'stale' : outcome === 'open' ? 'open' : 'closed';
  return { ...group, title, state, decision: { id, outcome, claimId, reason, by, at } };
}

export function basisOf(claims: readonly Claim[]): Record<string, string> {
  return Object.fromEntries(claims.map((claim) => [claim.id, fingerprint(claim)]));
}

/** What a claim says, without its notes and grades. */
function fingerprint(claim: Claim): string {
  return contentText(claim, { sourceSha256: '', spans: [] });
}

/** The thing that the group is about, as short as a list needs it. */
function titleOf(group: ConflictGroup, claims: readonly Claim[]): string {
  const first = claims[0];
  if (first === undefined) return group.kind;
  const measure = (first.measure ?? first.stage ?? first.type ?? '').replaceAll('_', ' ');
  const parts =
    first.kind === 'statement'
      ? [first.topic]
      : [measure, first.subject, claims.every((claim) => claim.period === first.period) ? first.period : null];
  return parts.filter((part) => part).join(', ');
}

/** True conflicts before tensions, kinds together, smaller groups first. */
function inQueueOrder(a: ListedGroup, b: ListedGroup): number {
  return (
    Number(a.tension) - Number(b.tension) ||
    a.kind.localeCompare(b.kind) ||
    a.claims.length - b.claims.length ||
    a.title.localeCompare(b.title) ||
    a.id.localeCompare(b.id)
  );
}
