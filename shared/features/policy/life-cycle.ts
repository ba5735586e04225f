// The life cycle of one thing: intervals in which it was a draft, in force or paused, what is planned, and what is only told with
// an "if" (rules 4 to 7 and 9 of policy.md). One function for pages, timeline, charts, conflicts and the command line.
import { message } from '../../message.ts';
import type { Claim } from '../claims/model.ts';
import type { Interval, LifeCycle, Problem, Track } from './contract.ts';
import { distinct } from './details.ts';
import { intervalOf } from './interval.ts';
import { ordersBroken, unknownWords } from './order.ts';
import { type Planned, planned } from './planned.ts';
import type { MeaningOf } from './stages.ts';
import { byStart, gatherTransitions, type Transition } from './transitions.ts';
import { statedEnds } from './untils.ts';
import { anyDay, dayAfter, dayBefore, earlier, hull, inSequence, isEmpty, later, meet, type Told, type Window, windowOf } from './window.ts';

export interface LifeCycleInput {
  /** Every event of the thing that is not deprecated, listings left out. */
  readonly events: readonly Told[];
  readonly meaningOf: MeaningOf;
  /** First days of what replaces it, with the claims that say so. */
  readonly replacedFrom: readonly { readonly window: Window; readonly claims: readonly Claim[] }[];
}

/** An interval under way: its ends are transitions, whose windows are cut when all are known. */
interface Stretch {
  readonly track: Track;
  readonly step: number;
  from: Transition | undefined;
  /** Where nobody says how it began: it held until the day before this. */
  readonly heldBefore?: Transition;
  to: Transition | undefined;
  readonly claims: Claim[];
  how: 'decided' | 'halted' | 'withdrawn' | 'opened' | undefined;
}

export type ToldCycle = Pick<LifeCycle, 'intervals' | 'problems' | 'returns' | 'unplaced'> & {
  /** How drafts ended. */
  readonly draftEnds: ReadonlyMap<Interval, Stretch['how']>;
  /** Plans to end or to pause it. */
  readonly plannedEnds: ReadonlySet<Interval>;
};

export function lifeCycleOf({ events, meaningOf, replacedFrom }: LifeCycleInput): ToldCycle {
  const happened = events.filter(({ claim }) => claim.status === 'happened' || claim.status === null);
  const { transitions, holds, unplaced } = gatherTransitions(happened, meaningOf);
  const remarks = happened.filter(({ claim }) => meaningOf(claim.stage)?.does === 'notes');
  const replaced = replacedFrom.map(
    ({ window, claims }): Transition => ({ role: 'close', stage: 'superseded', window, isChange: false, isResumption: false, claims }),
  );
  const stated = statedEnds(transitions, remarks);
  const walk = walkThrough(withEnds(transitions, stated.ends, replaced));
  const windows = cutWindows(walk.stretches);
  const built = walk.stretches.map((one, index) => toInterval(one, windows, endBefore(walk.stretches.slice(0, index))));
  const carried = carriedOn(built, walk.stretches);
  const { held, contradicted } = withHolds(carried, holds);
  const plan = planned(events, { meaningOf, transitions });
  const fulfilled = held.map((interval) => withPlans(interval, plan));
  const intervals = [...fulfilled, ...plan.intervals].toSorted(inOrder);
  const lastForce = walk.stretches.findLast(({ track }) => track === 'force' || track === 'pause');
  const exit = lastForce?.to !== undefined && ['close', 'withdraw'].includes(lastForce.to.role) ? lastForce.to.claims.map(({ id }) => id) : [];
  return {
    intervals,
    problems: [...walk.problems, ...stated.problems, ...ordersBroken(happened, meaningOf), ...unknownWords(events, meaningOf)],
    returns: plan.openings.size > 0 ? exit : [],
    unplaced: [...unplaced, ...contradicted].map(({ id }) => id),
    draftEnds: new Map(walk.stretches.flatMap(({ track, how }, index) => (track === 'draft' ? [[fulfilled[index]!, how] as const] : []))),
    plannedEnds: plan.ends,
  };
}

/** What begins on the day of such an end begins anew. */
function withEnds(transitions: readonly Transition[], ends: readonly Transition[], replaced: readonly Transition[]): Transition[] {
  const told = transitions.filter(({ role }) => role === 'close');
  const replacing = replaced.filter((end) => !told.some((one) => meet(one.window, end.window)));
  return [...ends, ...replacing, ...transitions].toSorted(byStart);
}

/** Of two on one coarse date the one that the other takes for granted comes first: a beginning before its end, a pause before what resumes. */
function startsFirst(transitions: readonly Transition[]): Transition[] {
  const list = [...transitions];
  const now = { isOn: false, isPaused: false, isDraft: false };
  for (let index = 0; index < list.length; index += 1) {
    const one = list[index]!;
    const next = list[index + 1];
    if (next !== undefined && mayComeFirst(next, one) && takesForGranted(one, next, now)) {
      list[index] = next;
      list[index + 1] = one;
    }
    follow(now, list[index]!);
  }
  return list;
}

interface Standing {
  isOn: boolean;
  isPaused: boolean;
  isDraft: boolean;
}

function mayComeFirst(next: Transition, one: Transition): boolean {
  return one.window.latest !== null && (next.window.earliest ?? '') <= one.window.latest;
}

function takesForGranted(one: Transition, next: Transition, { isOn, isPaused, isDraft }: Standing): boolean {
  const isPause = ({ role }: Transition) => role === 'pause' || role === 'halt';
  if (one.isResumption) return !isPaused && isPause(next);
  if (isOn || isPaused || (next.isResumption && isPause(one))) return false;
  if (one.role === 'change') return next.role === 'open' && !next.isChange;
  if ((one.role === 'halt' || one.role === 'withdraw') && isDraft) return false;
  return (isPause(one) || one.role === 'close' || one.role === 'withdraw') && (next.role === 'open' || next.role === 'change');
}

function follow(now: Standing, { role }: Transition): void {
  if (role === 'draft') now.isDraft = true;
  if (role === 'decide') now.isDraft = false;
  if (role === 'open' || role === 'change') Object.assign(now, { isOn: true, isPaused: false, isDraft: now.isDraft && role === 'change' });
  if ((role === 'halt' || role === 'withdraw') && now.isDraft) now.isDraft = false;
  else if (role === 'pause' || role === 'halt') Object.assign(now, { isOn: false, isPaused: true });
  else if (role === 'close' || role === 'withdraw') Object.assign(now, { isOn: false, isPaused: false });
}

function walkThrough(transitions: readonly Transition[]): { stretches: Stretch[]; problems: Problem[] } {
  const stretches: Stretch[] = [];
  const problems: Problem[] = [];
  let draft: Stretch | undefined;
  let force: Stretch | undefined;
  let pause: Stretch | undefined;
  let step = 0;

  const begin = (track: Track, from: Transition | undefined, more: Partial<Stretch> = {}): Stretch => {
    const begun: Stretch = { track, step: 0, from, to: undefined, claims: [...(from?.claims ?? [])], how: undefined, ...more };
    stretches.push(begun);
    return begun;
  };
  const runs = (from: Transition) => {
    step += 1;
    force = begin('force', from, { step });
  };
  const heldBefore = (next: Transition) => {
    step += 1;
    return begin('force', undefined, { step, heldBefore: next, to: next });
  };
  const stopDraft = (end: Transition, how: Stretch['how']) => {
    if (draft === undefined) return;
    draft.to = end;
    draft.how = how;
    draft = undefined;
  };
  const end = (of: Stretch | undefined, at: Transition) => {
    if (of !== undefined) of.to = at;
  };

  for (const one of startsFirst(transitions)) {
    switch (one.role) {
      case 'draft':
        if (draft === undefined) draft = begin('draft', one);
        else draft.claims.push(...one.claims);
        break;
      case 'decide':
        stopDraft(one, 'decided');
        break;
      case 'open':
      case 'change': {
        if (one.role === 'open') stopDraft(one, 'opened');
        if (pause !== undefined && one.role === 'change') {
          pause.claims.push(...one.claims);
          break;
        }
        if (force !== undefined && isSameOpening(force, one)) {
          problems.push(twoDates(force.from!, one));
          force.from = { ...force.from!, window: hull(force.from!.window, one.window), claims: [...force.from!.claims, ...one.claims] };
          force.claims.push(...one.claims);
          break;
        }
        if (force === undefined && pause === undefined && one.isChange) heldBefore(one);
        end(force, one);
        end(pause, one);
        pause = undefined;
        runs(one);
        break;
      }
      case 'halt':
      case 'pause':
        if (one.role === 'halt' && (draft !== undefined || (force === undefined && pause === undefined))) {
          draft ??= begin('draft', undefined, { heldBefore: one });
          stopDraft(one, 'halted');
          break;
        }
        if (pause !== undefined) {
          pause.claims.push(...one.claims);
          break;
        }
        if (force === undefined) heldBefore(one);
        end(force, one);
        force = undefined;
        pause = begin('pause', one);
        break;
      case 'withdraw':
      case 'close':
        if (one.role === 'withdraw' && (draft !== undefined || (force === undefined && pause === undefined && step === 0))) {
          draft ??= begin('draft', undefined, { heldBefore: one });
          stopDraft(one, 'withdrawn');
          break;
        }
        if (force === undefined && pause === undefined) {
          const last = stretches.findLast(({ track }) => track !== 'draft');
          if (last?.to?.role === 'close') last.claims.push(...one.claims);
          else heldBefore(one);
          break;
        }
        end(force, one);
        end(pause, one);
        force = undefined;
        pause = undefined;
        break;
    }
  }
  return { stretches, problems };
}

/** Two plain openings of different sources, with nothing between them, are two dates of one. */
function isSameOpening({ from }: Stretch, next: Transition): boolean {
  if (from === undefined || from.role !== 'open' || next.role !== 'open' || from.isChange || next.isChange) return false;
  const sources = new Set(from.claims.map(({ sourceId }) => sourceId));
  return next.claims.every(({ sourceId }) => !sources.has(sourceId));
}

function twoDates(one: Transition, other: Transition): Problem {
  const claims = [...one.claims, ...other.claims].map(({ id }) => id);
  return { kind: 'dates', why: message('policy:problem.dates', { count: claims.length }), claims };
}

/** The windows of the transitions of each track, each cut by those before and after it. */
function cutWindows(stretches: readonly Stretch[]): ReadonlyMap<Transition, Window> {
  const cut = new Map<Transition, Window>();
  const chainOf = (tracks: readonly Track[]) => [
    ...new Set(stretches.filter(({ track }) => tracks.includes(track)).flatMap(({ from, to }) => [from, to].filter((one) => one !== undefined))),
  ];
  for (const chain of [chainOf(['draft']), chainOf(['force', 'pause'])]) {
    const windows = inSequence(chain.map(({ window }) => window));
    chain.forEach((one, index) => void cut.set(one, windows[index]!));
  }
  return cut;
}

/** Where the last time in force or pause before ended. */
function endBefore(stretches: readonly Stretch[]): Transition | undefined {
  return stretches.findLast(({ track }) => track === 'force' || track === 'pause')?.to;
}

function toInterval(
  { track, step, from, heldBefore, to, claims }: Stretch,
  windows: ReadonlyMap<Transition, Window>,
  last: Transition | undefined,
): Interval {
  const windowOfOne = (one: Transition) => windows.get(one) ?? one.window;
  const earliest = last === undefined || track === 'draft' ? null : windowOfOne(last).earliest;
  const before = heldBefore === undefined ? anyDay : { earliest, latest: later(earliest, dayBefore(windowOfOne(heldBefore).latest)) };
  const told = from?.claims ?? [];
  const until = to?.claims.find((claim) => claim.until !== null);
  return {
    ...intervalOf(track, told, { from: from === undefined ? before : windowOfOne(from), to: to === undefined ? null : windowOfOne(to) }),
    stage: from?.stage ?? null,
    step,
    until: until === undefined ? null : windowOf(until.until, 'later').latest,
    claims: distinct(claims.map(({ id }) => id)),
    endedBy: to === undefined || to.claims.every((claim) => claims.includes(claim)) ? [] : to.claims.map(({ id }) => id),
  };
}

/** Operator, partner, depth and details of an interval hold until one that says otherwise; what is carried so is marked. */
function carriedOn(intervals: readonly Interval[], stretches: readonly Stretch[]): Interval[] {
  let last: Interval | undefined;
  return intervals.map((interval, index) => {
    if (interval.track !== 'force' || stretches[index]?.heldBefore !== undefined) return interval;
    const before = last;
    if (before === undefined) {
      last = interval;
      return interval;
    }
    const kinds = Object.keys(before.details).filter((kind) => interval.details[kind] === undefined);
    const carried = [
      ...(interval.by.length === 0 && before.by.length > 0 ? ['by'] : []),
      ...(interval.with.length === 0 && before.with.length > 0 ? ['with'] : []),
      ...(interval.depth === null && before.depth !== null ? ['depth'] : []),
      ...kinds,
    ];
    last = {
      ...interval,
      by: interval.by.length === 0 ? before.by : interval.by,
      with: interval.with.length === 0 ? before.with : interval.with,
      depth: interval.depth ?? before.depth,
      details: { ...before.details, ...interval.details },
      carried,
    };
    return last;
  });
}

interface Hold {
  readonly window: Window;
  readonly claim: Claim;
}

/** A time through which it held stands where what else is told leaves room for it. */
function withHolds(intervals: readonly Interval[], holds: readonly Hold[]): { held: readonly Interval[]; contradicted: Claim[] } {
  const contradicted: Claim[] = [];
  let held = intervals;
  for (const hold of holds) {
    const placed = mayHold(held, hold.window) ? withHold(held, hold) : undefined;
    if (placed === undefined || areTwoAtOnce(placed)) contradicted.push(hold.claim);
    else held = placed;
  }
  return { held, contradicted };
}

/** For certain in force twice, or in force and paused, on one day. */
function areTwoAtOnce(intervals: readonly Interval[]): boolean {
  const cores = intervals.flatMap(({ track, from, to }) => {
    if ((track !== 'force' && track !== 'pause') || from.latest === null) return [];
    const end = to === null ? '9999-12-31' : to.earliest;
    return end !== null && from.latest < end ? [{ start: from.latest, end }] : [];
  });
  return cores.some((one, index) => cores.slice(index + 1).some((other) => one.start < other.end && other.start < one.end));
}

/** Whether it may have held throughout: one time in force covers it, or none that is told of meets it. */
function mayHold(intervals: readonly Interval[], window: Window): boolean {
  const runs = intervals.filter(({ track }) => track === 'force' || track === 'pause');
  const isMet = ({ from, to }: Interval) => meet(window, { earliest: from.earliest, latest: to === null ? null : dayBefore(to.latest) });
  return runs.some((run) => covers(run, window)) || !runs.some(isMet);
}

function covers({ track, from, to }: Interval, window: Window): boolean {
  const after = dayAfter(window).latest;
  const startsInTime = window.earliest === null || from.earliest === null || from.earliest <= window.earliest;
  return track === 'force' && startsInTime && (to === null || to.latest === null || (after !== null && to.latest >= after));
}

/** Inside the time it holds for certain; outside it nobody says. */
function withHold(intervals: readonly Interval[], { window, claim }: Hold): Interval[] {
  const after = dayAfter(window).latest;
  const at = intervals.findIndex((interval) => covers(interval, window));
  if (at < 0) return [...intervals, holdAlone(window, claim, intervals)];
  const { from, to } = intervals[at]!;
  const begun = cutAt(intervals, from, { ...from, latest: earlier(from.latest, window.earliest) });
  const ended = to === null ? begun : cutAt(begun, to, { ...to, earliest: later(to.earliest, after) });
  return ended.map((interval, index) => (index === at ? { ...interval, claims: distinct([...interval.claims, claim.id]) } : interval));
}

/** One day ends an interval and begins the next: what is known better of it holds of both, unless it would turn one of them round. */
function cutAt(intervals: readonly Interval[], day: Window, cut: Window): Interval[] {
  if (isEmpty(cut)) return [...intervals];
  return intervals.map((interval) => {
    const ends = { from: interval.from === day ? cut : interval.from, to: interval.to === day ? cut : interval.to };
    const isRound = ends.to !== null && isEmpty({ earliest: ends.from.earliest, latest: ends.to.latest });
    return isRound ? interval : { ...interval, ...ends };
  });
}

/** Between what is told before it and after it. */
function holdAlone(window: Window, claim: Claim, intervals: readonly Interval[]): Interval {
  const runs = intervals.filter(({ track }) => track === 'force' || track === 'pause');
  const starts = runs.flatMap(({ from }) =>
    from.earliest !== null && window.latest !== null && from.earliest > window.latest ? [from.latest ?? from.earliest] : [],
  );
  const ends = runs.flatMap(({ to }) => (to?.earliest != null && window.earliest !== null && to.earliest <= window.earliest ? [to.earliest] : []));
  return intervalOf('force', [claim], {
    from: { earliest: ends.sort().at(-1) ?? null, latest: window.earliest },
    to: window.latest === null ? null : { earliest: dayAfter(window).latest, latest: starts.sort()[0] ?? null },
  });
}

/** A plan that came true stands with what came of it, one that was given up with what gave it up. */
function withPlans(interval: Interval, { joined, calledOff }: Pick<Planned, 'joined' | 'calledOff'>): Interval {
  const plan = interval.claims.map((id) => joined.get(id)).find((one) => one !== undefined);
  const was = [...interval.claims, ...interval.endedBy].map((id) => calledOff.get(id)).find((one) => one !== undefined);
  if (was !== undefined) return { ...interval, was };
  return plan === undefined ? interval : { ...interval, was: plan.was, claims: distinct([...interval.claims, ...plan.claims]) };
}

const trackOrder: readonly Track[] = ['draft', 'force', 'pause', 'plan', 'if'];

/** In time; of one day the draft before what came of it. */
function inOrder(a: Interval, b: Interval): number {
  const start = ({ from, to }: Interval) => from.earliest ?? (from.latest === null ? (to?.earliest ?? '') : '');
  const isPlan = ({ track }: Interval) => Number(track === 'plan' || track === 'if');
  const [one, other] = [start(a), start(b)];
  return (
    isPlan(a) - isPlan(b) || (one < other ? -1 : one > other ? 1 : 0) || trackOrder.indexOf(a.track) - trackOrder.indexOf(b.track) || a.step - b.step
  );
}
