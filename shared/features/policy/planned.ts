// What is planned or expected of a thing. The latest told stands; one that came true joins what came of it, the others are what
// it was before. With a condition it is no plan but an "if" (rule 6 of policy.md).
import type { Interval } from './contract.ts';
import { intervalOf } from './interval.ts';
import type { MeaningOf } from './stages.ts';
import { openSideOf, type Role, roleOf, type Transition } from './transitions.ts';
import { inOrderOfTelling, meet, type Told, type Window, windowOf } from './window.ts';

interface Plan extends Told {
  readonly role: Role;
  readonly window: Window;
}

export interface Planned {
  readonly intervals: readonly Interval[];
  /** Of plans that came true: what they add, by the id of each claim of the transition. */
  readonly joined: ReadonlyMap<string, Pick<Interval, 'was' | 'claims'>>;
  /** Plans to begin that were given up: what the end of the draft was before, by the id of each claim that tells of that end. */
  readonly calledOff: ReadonlyMap<string, Interval['was']>;
  /** Plans to begin, or to begin again. */
  readonly openings: ReadonlySet<Interval>;
  /** Plans to end or to pause. */
  readonly ends: ReadonlySet<Interval>;
}

export function planned(
  events: readonly Told[],
  { meaningOf, transitions }: { readonly meaningOf: MeaningOf; readonly transitions: readonly Transition[] },
): Planned {
  const plans = events
    .filter(({ claim }) => claim.status === 'planned' || claim.status === 'expected')
    .flatMap((told): Plan[] => {
      const role = roleOf(meaningOf(told.claim.stage));
      return role === undefined ? [] : [{ ...told, role, window: windowOf(told.claim.period, openSideOf(role)) }];
    })
    .toSorted((a, b) => inOrderOfTelling(b, a));
  const [ifs, firm] = [plans.filter(({ claim }) => claim.condition !== null), plans.filter(({ claim }) => claim.condition === null)];
  const intervals: Interval[] = [];
  const openings = new Set<Interval>();
  const ends = new Set<Interval>();
  const joined = new Map<string, Pick<Interval, 'was' | 'claims'>>();
  const calledOff = new Map<string, Interval['was']>();
  for (const group of Map.groupBy(firm, ({ role }) => role).values()) {
    const came = cameTrue(group, transitions);
    const open = group.filter((plan) => !came.plans.has(plan));
    if (came.transition !== undefined) {
      const [met, missed] = [
        [...came.plans].filter(({ window }) => meet(window, came.transition!.window)),
        [...came.plans].filter(({ window }) => !meet(window, came.transition!.window)),
      ];
      const adds = { was: missed.map(earlierPlan), claims: met.map(({ claim }) => claim.id) };
      for (const { id } of came.transition.claims) joined.set(id, adds);
    }
    const [current, ...others] = open;
    if (current === undefined) continue;
    const end = current.role === 'open' ? transitions.find((one) => one.role === 'withdraw' && open.every((plan) => isAfter(one, plan))) : undefined;
    if (end !== undefined) {
      for (const { id } of end.claims) calledOff.set(id, open.map(earlierPlan));
      continue;
    }
    const same = others.filter((plan) => sameWindow(plan.window, current.window));
    const interval = planInterval('plan', [current, ...same], others.filter((plan) => !same.includes(plan)).map(earlierPlan));
    intervals.push(interval);
    if (current.role === 'open') openings.add(interval);
    if (openSideOf(current.role) === 'later') ends.add(interval);
  }
  for (const group of Map.groupBy(ifs, ({ claim, role }) => `${role} ${claim.condition}`).values()) {
    const [current, ...others] = group;
    intervals.push(planInterval('if', [current!], others.map(earlierPlan)));
  }
  return { intervals, joined, calledOff, openings, ends };
}

/** The transition that plans were made for: one within their dates, or the first of its kind after they were made. */
function cameTrue(plans: readonly Plan[], transitions: readonly Transition[]): { transition: Transition | undefined; plans: ReadonlySet<Plan> } {
  const own = transitions.filter(({ role }) => role === plans[0]!.role);
  const transition = own.find((one) => plans.some((plan) => plan.window.earliest !== null && meet(one.window, plan.window) && !isBefore(one, plan)));
  const first = own[0];
  const chosen = transition ?? (first !== undefined && plans.every((plan) => isAfter(first, plan)) ? first : undefined);
  if (chosen === undefined) return { transition: undefined, plans: new Set() };
  return { transition: chosen, plans: new Set(plans.filter((plan) => isAfter(chosen, plan) || meet(chosen.window, plan.window))) };
}

/** It was over when the plan was made. */
function isBefore({ window }: Transition, { madeOn }: Plan): boolean {
  return window.latest !== null && madeOn.earliest !== null && window.latest < madeOn.earliest;
}

function isAfter({ window }: Transition, { madeOn }: Plan): boolean {
  return window.earliest !== null && madeOn.latest !== null && window.earliest >= madeOn.latest;
}

function sameWindow(a: Window, b: Window): boolean {
  return a.earliest === b.earliest && a.latest === b.latest;
}

function earlierPlan({ window, madeOn, claim }: Plan): Interval['was'][number] {
  return { from: window, madeOn, claims: [claim.id] };
}

function planInterval(track: 'plan' | 'if', plans: readonly Plan[], was: Interval['was']): Interval {
  const claims = plans.map(({ claim }) => claim);
  const { condition, until } = claims[0]!;
  return {
    ...intervalOf(track, claims, { from: plans[0]!.window, to: null }),
    until: until === null ? null : windowOf(until, 'later').latest,
    condition,
    was,
  };
}
