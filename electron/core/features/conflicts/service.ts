// The groups of the open workbook with what the analyst decided. The index is filled at the first look and then follows
// the claims that edits touch.

import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { type Decision, type ListedGroup, settledByVerdict } from '../../../../shared/features/conflicts/contract.ts';
import { type ConflictIndex, createConflictIndex } from '../../../../shared/features/conflicts/find.ts';
import { groupIdOf, toGroup } from '../../../../shared/features/conflicts/group.ts';
import type { ConflictContext, ConflictGroup, LadderStep } from '../../../../shared/features/conflicts/model.ts';
import { titleOf, titleText } from '../../../../shared/features/conflicts/title.ts';
import type { Measures } from '../../../../shared/features/ledger/measures.ts';
import type { Verdict } from '../../../../shared/features/ledger/model.ts';
import { changesBeneath } from '../../../../shared/features/ledger/standing.ts';
import type { Message } from '../../../../shared/message.ts';
import type { DecisionRepository, StoredDecision } from './repository.ts';

/** What the finder reads of claims; supplied by the claims feature. */
export interface ClaimsOfConflicts {
  version(): number;
  all(): readonly Claim[];
  find(id: string): Claim | undefined;
  source(id: string | null): ClaimSource | undefined;
}

/** What must be looked at again; supplied by the claims feature. */
export interface WatchOfConflicts {
  look(): { readonly ids: ReadonlySet<string>; readonly areNamesNew: boolean } | undefined;
}

/** What the finder reads of names; supplied by the actors feature. */
export type NamesOfConflicts = Pick<ConflictContext, 'nameOf' | 'judged'>;

/** A group with what it is sorted by. */
interface Queued {
  readonly group: ListedGroup;
  readonly text: string;
}

export interface Conflicts {
  groups(): readonly ListedGroup[];
  find(id: string): ListedGroup | undefined;
  openCount(): number;
}

/** The verdict on the observation behind claims, where all stand behind one; supplied by the ledger. */
export type VerdictOn = (claimIds: readonly string[]) => Verdict | undefined;

export interface ConflictsOptions {
  readonly claims: ClaimsOfConflicts;
  readonly watch: WatchOfConflicts;
  readonly decisions: Pick<DecisionRepository, 'all'>;
  readonly names: NamesOfConflicts;
  /** What is known of measures; supplied by the ledger. */
  readonly measures: Measures & { revision(): number };
  /** The workbook's ladders of depths; supplied by the policy feature. */
  readonly ladders: { ladders(): readonly { readonly steps: readonly LadderStep[] }[]; revision(): number };
  /** Stages that broke an order of the workbook's own; supplied by the policy feature. */
  stageOrders(): readonly { readonly why: Message; readonly claims: readonly string[] }[];
  readonly verdictOn: VerdictOn;
}

export function createConflicts({ claims, watch, decisions, names, measures, ladders, stageOrders, verdictOn }: ConflictsOptions): Conflicts {
  let index: ConflictIndex | undefined;
  let revision = '';
  let kept: { version: number; groups: readonly ListedGroup[]; byId: ReadonlyMap<string, ListedGroup> } | undefined;

  const beneath = () => `${measures.revision()}/${ladders.revision()}`;

  function currentIndex(): ConflictIndex {
    const changed = watch.look();
    // A family or a range lies beneath every claim on the measure, a ladder beneath every sequence: all is read again.
    if (index === undefined || changed === undefined || revision !== beneath()) {
      revision = beneath();
      index = createConflictIndex({
        source: claims.source,
        nameOf: names.nameOf,
        judged: names.judged,
        measures,
        ladders: ladders.ladders().map(({ steps }) => steps),
      });
      index.update(claims.all().map((claim) => ({ id: claim.id, claim })));
      return index;
    }
    if (changed.areNamesNew) index.forgetNames();
    if (changed.ids.size > 0) index.update([...changed.ids].map((id) => ({ id, claim: claims.find(id) })));
    return index;
  }

  function ordersOfStages(): ConflictGroup[] {
    return stageOrders().map(({ why, claims: members }) =>
      toGroup({ kind: 'order', claims: members.flatMap((id) => claims.find(id) ?? []), tension: false, why }),
    );
  }

  function snapshot() {
    if (kept?.version === claims.version()) return kept;
    const known = currentIndex().groups();
    const ids = new Set(known.map(({ id }) => id));
    const found = [...known, ...ordersOfStages().filter(({ id }) => !ids.has(id))];
    const decisionOn = matchDecisions(found, decisions.all());
    const groups = found
      .map((group) => {
        const members = group.claims.flatMap((id) => claims.find(id) ?? []);
        const standing = standingOf(group, members, decisionOn(group), verdictOn(group.claims));
        return { group: listed(group, members, standing), text: titleText(members) };
      })
      .sort(inQueueOrder)
      .map(({ group }) => group);
    kept = { version: claims.version(), groups, byId: new Map(groups.map((group) => [group.id, group])) };
    return kept;
  }

  return {
    groups: () => snapshot().groups,
    find: (id) => snapshot().byId.get(id),
    openCount: () => snapshot().groups.filter((group) => group.state === 'open' || group.state === 'stale').length,
  };
}

/** The decision on a group; where claims joined or left it, the one on the group of its kind that shares most claims with it. */
function matchDecisions(groups: readonly ConflictGroup[], stored: readonly StoredDecision[]): (group: ConflictGroup) => StoredDecision | undefined {
  const known = new Set(groups.map((group) => group.id));
  const exact = new Map(stored.map((decision) => [groupOf(decision), decision]));
  const homeless = stored.filter((decision) => !known.has(groupOf(decision)));
  const byClaim = new Map<string, StoredDecision[]>();
  for (const decision of homeless) for (const id of Object.keys(decision.ground)) byClaim.set(id, [...(byClaim.get(id) ?? []), decision]);
  return (group) => {
    const own = exact.get(group.id);
    if (own !== undefined || homeless.length === 0) return own;
    const near = group.claims.flatMap((id) => byClaim.get(id) ?? []).filter((decision) => decision.kind === group.kind);
    const best = [...Map.groupBy(near, (decision) => decision.id).values()].toSorted((a, b) => b.length - a.length)[0];
    return best !== undefined && best.length * 2 > Object.keys(best[0]!.ground).length ? best[0] : undefined;
  };
}

/** The group that a decision was given on. */
function groupOf({ kind, ground }: StoredDecision): string {
  return groupIdOf(kind, Object.keys(ground));
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
    const { id, outcome, claimId, reason, by, at, ground } = stored;
    return { decision: { id, outcome, claimId, reason, by, at }, isStale: changesBeneath(ground, members, 'content').length > 0 };
  }
  if (verdict === undefined || !settledByVerdict.has(group.kind)) return undefined;
  const { id, claimId, own, reason, by, at, isStale } = verdict;
  return { decision: { id, outcome: claimId !== null ? 'adopt' : own !== null ? 'own' : 'open', claimId, reason, by, at }, isStale };
}

function listed(group: ConflictGroup, members: readonly Claim[], standing: Standing | undefined): ListedGroup {
  const title = titleOf(group.kind, members);
  if (standing === undefined) return { ...group, title, state: group.tension ? 'explained' : 'open', decision: null };
  const state = standing.isStale ? 'stale' : standing.decision.outcome === 'open' ? 'open' : 'closed';
  return { ...group, title, state, decision: standing.decision };
}

/** True conflicts before tensions, kinds together, smaller groups first. */
function inQueueOrder(one: Queued, other: Queued): number {
  const [a, b] = [one.group, other.group];
  return (
    Number(a.tension) - Number(b.tension) ||
    compare(a.kind, b.kind) ||
    a.claims.length - b.claims.length ||
    compare(one.text, other.text) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** One order on every machine, whatever its language. */
const { compare } = new Intl.Collator('en');
