// Whether a thing was in force on a day, and in what state: yes in a certain core, no outside all that is possible, else unsure.
import { type Message, message } from '../../message.ts';
import type { InForce, Interval, Listing, ThingState } from './contract.ts';
import type { ToldCycle } from './life-cycle.ts';
import type { Window } from './window.ts';

export interface Cycle extends Pick<ToldCycle, 'intervals' | 'draftEnds' | 'plannedEnds'> {
  readonly listings: readonly Listing[];
  /** The last day that anybody told of; null where nobody did. */
  readonly lastTold: string | null;
}

type Ends = Pick<Interval, 'from' | 'to' | 'claims'> & Partial<Pick<Interval, 'endedBy'>>;

/** The day lies after the first bound for certain, and before the other. */
export function isCertain({ from, to }: Pick<Interval, 'from' | 'to'>, day: string): boolean {
  return from.latest !== null && from.latest <= day && (to === null || (to.earliest !== null && day < to.earliest));
}

export function isPossible({ from, to }: Pick<Interval, 'from' | 'to'>, day: string): boolean {
  return (from.earliest === null || from.earliest <= day) && (to === null || to.latest === null || day < to.latest);
}

/** A thing's own cycle, where it has one, tells; else the lists that it stands on. */
export function inForceOn(cycle: Cycle, day: string): Omit<InForce, 'name'> {
  const own = cycle.intervals.filter(({ track }) => track === 'force');
  const runs: readonly Ends[] = own.length > 0 || cycle.intervals.length > 0 ? own : cycle.listings;
  const certain = runs.find((run) => isCertain(run, day));
  const plan = overduePlan(cycle, day, certain !== undefined);
  const possible = runs.filter((run) => isPossible(run, day));
  const isOverdue = plan !== undefined;
  const state: ThingState = isOverdue
    ? plan.state
    : certain !== undefined
      ? 'in_force'
      : possible.length > 0
        ? 'unknown'
        : stateOutside(cycle, runs, day);
  // Where nothing tells of it there is nothing to say no by.
  const answer = state === 'in_force' ? 'yes' : isOverdue || state === 'unknown' ? 'unsure' : 'no';
  const shown = certain ?? possible[0];
  return {
    answer,
    state,
    since: sinceOf(cycle, shown, state, day),
    until: shown?.to ?? null,
    assumed: answer === 'yes' && cycle.lastTold !== null && day > cycle.lastTold,
    why: reasons({ cycle, runs, certain, possible, plan: plan?.interval, state, day }),
  };
}

/** A plan whose day may have come, and of which nothing was told since. */
function overduePlan({ intervals, plannedEnds }: Cycle, day: string, isOn: boolean): { state: ThingState; interval: Interval } | undefined {
  for (const interval of intervals.filter(({ track }) => track === 'plan')) {
    const { earliest, latest } = interval.from;
    if (plannedEnds.has(interval) !== isOn) continue;
    if (latest !== null && day > latest) return { state: 'overdue', interval };
    if (earliest !== null && day >= earliest) return { state: 'planned', interval };
  }
  return undefined;
}

/** What it was on a day on which it was not in force. */
function stateOutside({ intervals, draftEnds }: Cycle, runs: readonly Ends[], day: string): ThingState {
  const on = (track: Interval['track']) => intervals.filter((interval) => interval.track === track);
  if (on('pause').some((pause) => isPossible(pause, day))) return 'paused';
  if (runs.length > 0 && runs.every(({ to }) => to?.latest != null && to.latest <= day)) return 'ended';
  if (on('draft').some((draft) => isCertain(draft, day) || (draft.from.latest !== null && draft.from.latest <= day && isPossible(draft, day))))
    return 'draft';
  const over = on('draft').filter(({ to }) => to?.latest != null && to.latest <= day);
  if (over.length > 0 && runs.every(({ from }) => from.earliest !== null && from.earliest > day)) {
    const draftEnded = draftEnds.get(over.at(-1)!);
    if (draftEnded === 'halted') return 'halted';
    if (draftEnded === 'withdrawn') return 'ended';
    if (draftEnded === 'decided') return 'decided';
  }
  if (runs.length === 0 && on('draft').length === 0 && on('plan').length === 0 && on('if').length > 0) return 'hypothetical';
  if (on('plan').length > 0 || runs.length > 0) return 'planned';
  return on('draft').length > 0 ? 'draft' : 'unknown';
}

function sinceOf({ intervals }: Cycle, shown: Ends | undefined, state: ThingState, day: string): Window | null {
  if (state === 'in_force' || state === 'unknown') return shown?.from ?? null;
  const track = { paused: 'pause', draft: 'draft', planned: 'plan', overdue: 'plan', hypothetical: 'if' }[state as 'paused'] as
    | Interval['track']
    | undefined;
  if (track !== undefined) return intervals.findLast((interval) => interval.track === track && (interval.from.earliest ?? '') <= day)?.from ?? null;
  return intervals.findLast(({ to }) => to?.earliest != null && to.earliest <= day)?.to ?? null;
}

interface Asked {
  readonly cycle: Cycle;
  readonly runs: readonly Ends[];
  readonly certain: Ends | undefined;
  readonly possible: readonly Ends[];
  readonly plan: Interval | undefined;
  readonly state: ThingState;
  readonly day: string;
}

function reasons({ cycle, runs, certain, possible, plan, state, day }: Asked): InForce['why'] {
  const reason = (words: Message, claims: readonly string[]) => ({ words, claims: [...claims] });
  if (plan !== undefined)
    return [reason(message(`policy:why.${state === 'overdue' ? 'overdue' : 'mayHaveCome'}`, { window: window(plan.from) }), plan.claims)];
  if (certain !== undefined) {
    const more =
      cycle.lastTold !== null && day > cycle.lastTold ? [reason(message('policy:why.assumed', { day: { period: cycle.lastTold } }), [])] : [];
    return [reason(runWords(certain), certain.claims), ...more];
  }
  if (possible.length > 0) {
    return possible.flatMap((run) => [
      ...(run.from.latest === null || run.from.latest > day
        ? [reason(message('policy:why.mayHaveBegun', { window: window(run.from) }), run.claims)]
        : []),
      ...(run.to !== null && (run.to.earliest === null || run.to.earliest <= day)
        ? [reason(message('policy:why.mayHaveEnded', { window: window(run.to) }), run.endedBy?.length ? run.endedBy : run.claims)]
        : []),
    ]);
  }
  const pause = cycle.intervals.find((interval) => interval.track === 'pause' && isPossible(interval, day));
  if (pause !== undefined) return [reason(message('policy:why.paused', { window: window(pause.from) }), pause.claims)];
  const before = runs.find(({ from }) => from.earliest !== null && from.earliest > day);
  const last = runs.findLast(({ to }) => to?.latest != null && to.latest <= day);
  if (last !== undefined)
    return [reason(message('policy:why.ended', { window: window(last.to) }), last.endedBy?.length ? last.endedBy : last.claims)];
  if (before !== undefined) return [reason(message('policy:why.notYet', { window: window(before.from) }), before.claims)];
  const other = cycle.intervals.at(-1);
  return [reason(message(`policy:why.${other?.track ?? 'nothing'}`, { condition: other?.condition ?? '' }), other?.claims ?? [])];
}

/** Where nobody says when it began, the day by which it was in force for certain. */
function runWords({ from, to }: Ends): Message {
  if (from.earliest !== null) return message(to === null ? 'policy:why.sinceOpen' : 'policy:why.between', { from: window(from), to: window(to) });
  const by = { period: from.latest! };
  return message(to === null ? 'policy:why.byOpen' : 'policy:why.byUntil', { by, to: window(to) });
}

/** A window as the words of a message show it. */
function window(of: Window | null): { readonly period: string } | string {
  if (of === null || (of.earliest === null && of.latest === null)) return '–';
  if (of.earliest === of.latest) return { period: of.earliest! };
  return { period: `${of.earliest ?? '..'}/${of.latest ?? '..'}` };
}
