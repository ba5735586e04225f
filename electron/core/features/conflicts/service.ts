// The groups of the open workbook with what the analyst decided. The index is filled at the first look and then follows
// the claims that edits touch.

import { contentText } from '../../../../shared/features/claims/form.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { Decision, ListedGroup } from '../../../../shared/features/conflicts/contract.ts';
import { type ConflictIndex, createConflictIndex } from '../../../../shared/features/conflicts/find.ts';
import type { ConflictGroup } from '../../../../shared/features/conflicts/model.ts';
import type { Verdict } from '../../../../shared/features/ledger/model.ts';
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

/** The verdict on the observation behind claims, where all stand behind one; supplied by the ledger. */
export type VerdictOn = (claimIds: readonly string[]) => Verdict | undefined;

export function createConflicts(
  claims: ClaimsOfConflicts,
  decisions: DecisionRepository,
  { nameOf, verdictOn }: { nameOf(name: string): string; verdictOn: VerdictOn },
): Conflicts {
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
      .map((group) => {
        const members = group.claims.flatMap((id) => claims.find(id) ?? []);
        return listed(group, members, standingOf(group, members, byGroup.get(group.id), verdictOn(group.claims)));
      })
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

/** A decision from either place: on the group itself, or a verdict in the ledger on the one observation behind it. */
interface Standing {
  readonly decision: Decision;
  readonly isStale: boolean;
}

function standingOf(
  group: ConflictGroup,
  members: readonly Claim[],
  stored: StoredDecision | undefined,
  verdict: Verdict | undefined,
): Standing | undefined {
  if (stored !== undefined) {
    const { id, outcome, claimId, reason, by, at, basis } = stored;
    return { decision: { id, outcome, claimId, reason, by, at }, isStale: members.some((claim) => basis[claim.id] !== fingerprint(claim)) };
  }
  if (verdict === undefined || !settledByVerdict.has(group.kind)) return undefined;
  const { id, claimId, own, reason, by, at, isStale } = verdict;
  return { decision: { id, outcome: claimId !== null ? 'adopt' : own !== null ? 'own' : 'open', claimId, reason, by, at }, isStale };
}

/** Kinds in which rival claims stand behind one observation, so that its verdict settles them. */
const settledByVerdict = new Set<ConflictGroup['kind']>(['value', 'precision', 'vintage', 'status']);

function listed(group: ConflictGroup, members: readonly Claim[], standing: Standing | undefined): ListedGroup {
  const title = titleOf(group, members);
  if (standing === undefined) return { ...group, title, state: group.tension ? 'explained' : 'open', decision: null };
  const state = standing.isStale ? 'stale' : standing.decision.outcome === 'open' ? 'open' : 'closed';
  return { ...group, title, state, decision: standing.decision };
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
