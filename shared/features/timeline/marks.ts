// What is known of a thing as marks in time: intervals of its life cycle and lists as bars, other events as points, versions of
// planned figures, rates as steps with the band of their readings. Rules: boards.md, policy.md.
import type { Claim } from '../claims/model.ts';
import type { Interval, Listing, Plan, Rate } from '../policy/contract.ts';
import type { MeaningOf } from '../policy/stages.ts';
import { dayAfter, type Window, windowOf } from '../policy/window.ts';
import type { TimelineMark } from './contract.ts';
import { amountText, toItem } from './rules.ts';

/** A thing as the time line sees it. */
export interface ThingInTime {
  readonly intervals: readonly Interval[];
  readonly listings: readonly Listing[];
  readonly plans: readonly Plan[];
  /** Events that are not deprecated. */
  readonly events: readonly Claim[];
}

type Given = Partial<TimelineMark> & Pick<TimelineMark, 'shape' | 'from' | 'claims'>;

function mark(given: Given): TimelineMark {
  const { shape, track = null, batch = null, claims, period = null, from } = given;
  return {
    id: [shape, track, batch, period, claims[0] ?? `${from.earliest}/${from.latest}`].filter(Boolean).join(' '),
    track,
    does: null,
    stage: null,
    step: 0,
    batch,
    label: '',
    to: null,
    low: null,
    high: null,
    unit: null,
    period,
    current: false,
    own: false,
    n: claims.length,
    endedBy: [],
    ...given,
  };
}

/** Each event once: those of an interval or a list are its bar, the others are points. */
export function marksOfThing({ intervals, listings, plans, events }: ThingInTime, meaningOf: MeaningOf): TimelineMark[] {
  const known = new Map(events.map((claim) => [claim.id, claim]));
  const labelled = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []).map((claim) => toItem(claim, null).label)[0] ?? '';
  const bars = intervals.map((one) =>
    mark({
      shape: 'bar',
      track: one.track,
      stage: one.stage,
      does: meaningOf(one.stage)?.does ?? null,
      step: one.step,
      label: labelled(one.claims),
      from: one.from,
      to: one.to,
      claims: one.claims,
      endedBy: one.endedBy,
    }),
  );
  const lists = listings.map((one) =>
    mark({ shape: 'bar', track: 'force', batch: one.batch, step: 1, label: labelled(one.claims), from: one.from, to: one.to, claims: one.claims }),
  );
  const shown = new Set([...intervals, ...listings].flatMap(({ claims }) => claims));
  const points = events.filter(({ id }) => !shown.has(id)).map((claim) => pointOf(claim, meaningOf));
  return [...bars, ...lists, ...joined(points), ...plans.flatMap(marksOfPlan)];
}

/** An event as a point: the days on one of which it was, or, where it has a length of its own, those throughout which it went on. */
export function pointOf(claim: Claim, meaningOf: MeaningOf): TimelineMark {
  const item = toItem(claim, null);
  const window = { earliest: item.earliest, latest: item.latest };
  const isSpan = item.isThroughout && item.when !== null && /^[^./][^/]*\/[^./]/.test(item.when);
  const { label, stage } = item;
  const isAhead = claim.status === 'planned' || claim.status === 'expected';
  return mark({
    shape: claim.kind === 'statement' ? 'quote' : 'point',
    track: isAhead ? (claim.condition === null ? 'plan' : 'if') : null,
    stage,
    does: claim.kind === 'event' ? (meaningOf(stage)?.does ?? null) : null,
    label,
    from: isSpan ? { earliest: window.earliest, latest: window.earliest } : claim.kind === 'event' ? windowOf(claim.period, 'earlier') : window,
    to: isSpan ? dayAfter({ earliest: window.latest, latest: window.latest }) : null,
    claims: [claim.id],
  });
}

/** Words of the analyst: on a day of their own, which can be moved, or where what they are on stands. */
export interface NoteInTime {
  readonly id: string;
  readonly text: string;
  readonly from: Window;
  /** The first day no longer, of what goes on over days. */
  readonly to: Window | null;
  readonly isOwn: boolean;
}

export function markOfNote({ id, text, from, to, isOwn }: NoteInTime): TimelineMark {
  return mark({ id, shape: 'note', label: text, from, to, own: isOwn, n: 1, claims: [] });
}

/** Events that say the same stage of the same days are one point. */
function joined(points: readonly TimelineMark[]): TimelineMark[] {
  const groups = Map.groupBy(points, ({ stage, track, from, to, id }) =>
    stage === null || isUndated(from) ? id : [stage, track, from.earliest, from.latest, to?.latest].join('|'),
  );
  return [...groups.values()].map((group) => {
    const claims = group.flatMap((one) => one.claims);
    return { ...group[0]!, n: claims.length, claims };
  });
}

export function isUndated({ earliest, latest }: Window): boolean {
  return earliest === null && latest === null;
}

function marksOfPlan(plan: Plan): TimelineMark[] {
  return plan.vintages.map(({ low, high, madeOn, current, claims }) =>
    mark({
      shape: 'plan',
      track: 'plan',
      label: amountText({ low, high }),
      from: madeOn,
      low,
      high,
      unit: plan.unit,
      period: plan.period,
      current,
      claims,
    }),
  );
}

/** Levels hold until the next one; where nothing follows, until the thing ends. After them a path of years is a band a year. */
export function marksOfRate({ steps, band, unit }: Rate, end: Window | null): TimelineMark[] {
  const firstLevel = steps.findIndex(({ isChange }) => !isChange);
  const levels = steps.map(({ from, low, high, isChange, claims }, index) => {
    const isAmount = firstLevel >= 0 && index >= firstLevel;
    const does = isChange ? 'changes' : null;
    const to = steps[index + 1]?.from ?? end;
    return mark({ shape: 'step', label: amountText({ low, high }), does, from, to, low, high, unit: isAmount ? unit : null, claims });
  });
  const last = steps.at(-1);
  const toldUntil = last === undefined ? '' : (last.from.latest ?? last.from.earliest ?? '').slice(0, 4);
  const bands = Object.entries(band)
    .filter(([year]) => year > toldUntil)
    .map(([year, { low, high }]) => {
      const isAmount = firstLevel >= 0;
      const [from, to] = [firstOfYear(Number(year)), firstOfYear(Number(year) + 1)];
      const claims = last?.claims ?? [];
      return mark({ shape: 'band', period: year, label: amountText({ low, high }), from, to, low, high, unit: isAmount ? unit : null, claims });
    });
  return [...levels, ...bands];
}

function firstOfYear(year: number): Window {
  const day = `${String(year).padStart(4, '0')}-01-01`;
  return { earliest: day, latest: day };
}
