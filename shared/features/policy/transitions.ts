// Events of one thing as transitions of its life cycle: what happened on some day within a window, told by one claim or by
// several sources (rules 1 to 3 of policy.md).
import type { Claim } from '../claims/model.ts';
import type { MeaningOf, StageMeaning } from './stages.ts';
import { byContent, intersection, meet, noLaterThanTold, type OpenSide, type Told, type Window, widthOf, windowOf } from './window.ts';

/** What a stage does, as far as two claims of one happening must agree in it. */
export type Role = 'draft' | 'decide' | 'open' | 'change' | 'pause' | 'halt' | 'close' | 'withdraw';

export interface Transition {
  readonly role: Role;
  readonly stage: string | null;
  readonly window: Window;
  /** It changes something that was there before. */
  readonly isChange: boolean;
  /** It takes a pause for granted. */
  readonly isResumption: boolean;
  readonly claims: readonly Claim[];
}

export interface Gathered {
  readonly transitions: readonly Transition[];
  /** Times through which something held, without a word on when it began or ended. */
  readonly holds: readonly { readonly window: Window; readonly claim: Claim }[];
  readonly unplaced: readonly Claim[];
}

const roles: Readonly<Record<StageMeaning['does'], Role | undefined>> = {
  drafts: 'draft',
  decides: 'decide',
  opens: 'open',
  resumes: 'open',
  changes: 'change',
  pauses: 'pause',
  closes: 'close',
  holds: undefined,
  notes: undefined,
};

export function roleOf(meaning: StageMeaning | undefined): Role | undefined {
  if (meaning === undefined) return undefined;
  if (meaning.on === 'either' && meaning.does === 'pauses') return 'halt';
  if (meaning.on === 'either' && meaning.does === 'closes') return 'withdraw';
  return roles[meaning.does];
}

/** Ends may have come later than a doubtful date says, all else earlier. */
export function openSideOf(role: Role | undefined): OpenSide {
  return role === 'close' || role === 'withdraw' || role === 'pause' || role === 'halt' ? 'later' : 'earlier';
}

/** When it may have happened. */
export function happenedWithin({ claim, madeOn }: Told, role: Role | undefined): Window {
  return noLaterThanTold(windowOf(claim.period, openSideOf(role)), madeOn);
}

export function isChange(claim: Claim): boolean {
  return claim.change !== null && claim.value !== null;
}

/** `told` are events that happened. The order in which they are given does not matter. */
export function gatherTransitions(told: readonly Told[], meaningOf: MeaningOf): Gathered {
  const placed = told.flatMap((one) => {
    const role = roleOf(meaningOf(one.claim.stage));
    return role === undefined ? [] : [{ claim: one.claim, role, window: happenedWithin(one, role) }];
  });
  const clusters: Transition[] = [];
  const unplaced: Claim[] = [];
  for (const { claim, role, window } of placed.toSorted(narrowestFirst)) {
    const fitting = clusters.filter((cluster) => cluster.role === role && meet(cluster.window, window) && mayBeOne(cluster, claim, window));
    if (fitting.length > 1) unplaced.push(claim);
    else if (fitting[0] === undefined)
      clusters.push({
        role,
        stage: claim.stage,
        window,
        isChange: role === 'change' || isChange(claim),
        isResumption: meaningOf(claim.stage)?.does === 'resumes',
        claims: [claim],
      });
    else clusters[clusters.indexOf(fitting[0])] = joined(fitting[0], claim, window);
  }
  const holds = told.flatMap(({ claim }) => (meaningOf(claim.stage)?.does === 'holds' ? [{ claim, window: windowOf(claim.period, 'earlier') }] : []));
  return { transitions: clusters.toSorted(inTime), holds: holds.toSorted(earliestFirst), unplaced };
}

/** Another source tells of it, or the same source again with the same date. */
function mayBeOne(cluster: Transition, claim: Claim, window: Window): boolean {
  const own = cluster.claims.filter((one) => one.sourceId === claim.sourceId);
  return own.length === 0 || (cluster.window.earliest === window.earliest && cluster.window.latest === window.latest);
}

function joined(cluster: Transition, claim: Claim, window: Window): Transition {
  return {
    ...cluster,
    window: intersection(cluster.window, window),
    isChange: cluster.isChange || isChange(claim),
    claims: [...cluster.claims, claim],
  };
}

interface Placed {
  readonly claim: Claim;
  readonly window: Window;
}

/** Preferred claims first: what others say of the same is told by theirs. */
function narrowestFirst(a: Placed, b: Placed): number {
  return (
    Number(b.claim.rank === 'preferred') - Number(a.claim.rank === 'preferred') ||
    widthOf(a.window) - widthOf(b.window) ||
    compare(a.window.earliest, b.window.earliest) ||
    byContent(a.claim, b.claim)
  );
}

function earliestFirst(a: Placed, b: Placed): number {
  return compare(a.window.earliest, b.window.earliest) || compare(b.window.latest, a.window.latest) || byContent(a.claim, b.claim);
}

/** Where two begin on one coarse date, the stage that comes later in a life cycle is the later one. */
const roleOrder: readonly Role[] = ['draft', 'decide', 'open', 'change', 'pause', 'halt', 'close', 'withdraw'];

function inTime(a: Transition, b: Transition): number {
  return byStart(a, b) || roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) || compare(a.window.latest, b.window.latest);
}

/** Those that no day places come last. */
export function byStart(a: Transition, b: Transition): number {
  return compare(startOf(a), startOf(b));
}

function startOf({ window: { earliest, latest } }: Transition): string | null {
  return earliest ?? latest;
}

function compare(a: string | null, b: string | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
}
