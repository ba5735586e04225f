// Last days that claims state themselves. What is temporary ends on the day after, a pause is over then; a remark that it was
// extended moves that day. Ends that are told as events of their own count more.
import { message } from '../../message.ts';
import type { Problem } from './contract.ts';
import { openSideOf, type Transition } from './transitions.ts';
import { dayAfter, inOrderOfTelling, later, meet, type Told, together, type Window, windowOf } from './window.ts';

export interface StatedEnds {
  readonly ends: readonly Transition[];
  /** Last days before the first: they end nothing. */
  readonly problems: readonly Problem[];
}

interface Stated {
  readonly of: Transition;
  /** The first day no longer. */
  readonly window: Window;
  readonly claims: Transition['claims'];
}

/** `remarks`: what happened without beginning or ending anything, such as an extension. */
export function statedEnds(transitions: readonly Transition[], remarks: readonly Told[]): StatedEnds {
  const beginnings = transitions.filter(({ role }) => isOn(role) || role === 'pause');
  const stated = new Map(beginnings.flatMap((of) => ownEnd(of) ?? []).map((one) => [one.of, one]));
  for (const { claim, madeOn } of remarks.filter((one) => one.claim.until !== null).toSorted(inOrderOfTelling)) {
    const day = startOf(windowOf(claim.period, openSideOf(undefined))) || startOf(madeOn);
    const of = beginnings.findLast((one) => day === '' || startOf(one.window) <= day);
    if (of === undefined) continue;
    const before = stated.get(of)?.claims ?? [];
    stated.set(of, { of, window: dayAfter(windowOf(claim.until, 'later')), claims: [claim, ...before] });
  }
  const isPossible = ({ of, window }: Stated) => window.latest === null || of.window.earliest === null || window.latest > of.window.earliest;
  const all = [...stated.values()].filter(isPossible);
  const ends = all
    .filter((one) => !all.some((other) => outlasts(other, one)))
    .filter((one) => !isToldOtherwise(one, transitions))
    .map(
      ({ of, window, claims }): Transition => ({
        role: of.role === 'pause' ? 'open' : 'close',
        stage: null,
        window,
        isChange: false,
        isResumption: of.role === 'pause',
        claims,
      }),
    );
  const problems = [...stated.values()]
    .filter((one) => !isPossible(one))
    .map(({ claims }) => ({ kind: 'until', why: message('policy:problem.endBeforeStart'), claims: claims.map(({ id }) => id) }));
  return { ends, problems };
}

function isOn(role: Transition['role']): boolean {
  return role === 'open' || role === 'change';
}

function ownEnd(of: Transition): Stated | undefined {
  const claims = of.claims.filter(({ until }) => until !== null);
  const windows = claims.map(({ until }) => dayAfter(windowOf(until, 'later')));
  return windows.length === 0 ? undefined : { of, window: windows.reduce(together), claims };
}

/** What begins within it and states a last day of its own takes its place. */
function outlasts(other: Stated, one: Stated): boolean {
  const isSameKind = (other.of.role === 'pause') === (one.of.role === 'pause');
  return isSameKind && startOf(other.of.window) > startOf(one.of.window) && startOf(other.of.window) < startOf(one.window);
}

/** An event tells the end of the same days; of a pause what came next, whenever it came. */
function isToldOtherwise({ of, window }: Stated, transitions: readonly Transition[]): boolean {
  if (of.role !== 'pause') return transitions.some((one) => one.role === 'close' && meet(one.window, window));
  const next = transitions.slice(transitions.indexOf(of) + 1).find(({ role }) => isOn(role) || role === 'close' || role === 'pause');
  return next !== undefined && (isOn(next.role) || startOf(next.window) <= (later(window.earliest, window.latest) ?? ''));
}

function startOf({ earliest, latest }: Window): string {
  return earliest ?? latest ?? '';
}
