// Events of one lane as marks in time, whatever the zoom. With a life cycle, a stage lasts until the next one of its
// subject; the claims say only when it began, so the end of a bar is the start of what follows.
import type { Lane, TimelineItem } from '../../../shared/features/timeline/contract.ts';
import { dayNumber } from '../../../shared/period/index.ts';

export type Shape = 'bar' | 'span' | 'diamond' | 'point' | 'end' | 'plan' | 'quote';
export type Phase = 'proposed' | 'running' | 'halted';
export type Tone = 'policy' | 'plant' | 'listing' | 'plain' | 'statement' | 'plan';

/** A day that is known within bounds, both inclusive. */
export interface Moment {
  readonly earliest: number;
  readonly latest: number;
}

export interface Mark {
  readonly id: string;
  readonly shape: Shape;
  readonly phase: Phase | undefined;
  readonly tone: Tone;
  /** 1, 2, 3: later steps of a stage in force are darker. */
  readonly step: number;
  readonly start: Moment;
  /** Bars and spans: where it ends; undefined goes on. */
  readonly end: Moment | undefined;
  readonly isOpenStart: boolean;
  readonly label: string;
  /** The claims that say so. */
  readonly items: readonly TimelineItem[];
}

const running = new Set(['in_force', 'amended', 'launched', 'started', 'present', 'listed', 'returned']);
const halting = new Set(['suspended', 'halted', 'stopped']);
const ending = new Set(['withdrawn', 'expired', 'superseded', 'delisted', 'exited']);
const proposing = new Set(['proposed', 'consulted']);
const adopting = new Set(['adopted', 'published']);
/** How far an open end is drawn beyond the day that is known. */
const openDays = 550;

export function marksOf(lane: Lane, withLifeCycle: boolean): readonly Mark[] {
  const dated = lane.items.filter((item) => item.earliest !== null || item.latest !== null);
  const merged = mergeSame(dated);
  return withLifeCycle ? lifeCycle(lane, merged) : merged.map((items) => markOf(lane, items));
}

/** Claims that say the same stage of the same date are one mark. */
function mergeSame(items: readonly TimelineItem[]): readonly (readonly TimelineItem[])[] {
  const groups = new Map<string, TimelineItem[]>();
  for (const item of items) {
    const key = item.kind === 'event' && item.stage !== null ? `${item.stage}|${item.earliest}|${item.latest}` : item.claimId;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].toSorted((a, b) => momentOf(a[0]!).earliest - momentOf(b[0]!).earliest);
}

export function momentOf({ earliest, latest }: Pick<TimelineItem, 'earliest' | 'latest'>): Moment {
  const first = earliest === null ? undefined : dayNumber(earliest);
  const last = latest === null ? undefined : dayNumber(latest);
  if (first === undefined && last === undefined) return { earliest: 0, latest: 0 };
  return { earliest: first ?? last! - openDays, latest: last ?? first! + openDays };
}

function lifeCycle(lane: Lane, groups: readonly (readonly TimelineItem[])[]): readonly Mark[] {
  let step = 0;
  return groups.map((items, index) => {
    const first = items[0]!;
    const phase = phaseOf(first);
    if (phase === undefined || first.status === 'planned' || first.status === 'expected') return markOf(lane, items);
    if (phase === 'running') step = Math.min(3, step + 1);
    const next = groups.find(([other], at) => at !== index && endsPhase(phase, other!) && isLater(other!, first));
    return {
      ...markOf(lane, items),
      shape: 'bar',
      phase,
      tone: toneOf(lane, first),
      step,
      end: next?.[0] === undefined ? undefined : momentOf(next[0]),
    };
  });
}

/** Within one month, or whatever is known of the date, the stage that comes later in a life cycle is the later one. */
function isLater(other: TimelineItem, than: TimelineItem): boolean {
  const [theirs, own] = [momentOf(other).earliest, momentOf(than).earliest];
  return theirs > own || (theirs === own && rankOf(other) > rankOf(than));
}

function rankOf({ stage }: TimelineItem): number {
  return [proposing, adopting, running, halting, ending].findIndex((stages) => stages.has(stage ?? ''));
}

function phaseOf({ kind, stage }: TimelineItem): Phase | undefined {
  if (kind !== 'event' || stage === null) return undefined;
  if (running.has(stage)) return 'running';
  if (halting.has(stage)) return 'halted';
  return proposing.has(stage) ? 'proposed' : undefined;
}

function endsPhase(phase: Phase, { stage, status }: TimelineItem): boolean {
  if (stage === null || status === 'planned' || status === 'expected') return false;
  if (phase === 'proposed') return adopting.has(stage) || running.has(stage) || halting.has(stage) || ending.has(stage);
  return running.has(stage) || halting.has(stage) || ending.has(stage);
}

function markOf(lane: Lane, items: readonly TimelineItem[]): Mark {
  const first = items[0]!;
  const start = momentOf(first);
  const base = {
    id: first.claimId,
    phase: undefined,
    tone: toneOf(lane, first),
    step: 0,
    start,
    isOpenStart: first.earliest === null,
    label: first.label,
    items,
  };
  if (first.kind === 'statement') return { ...base, shape: 'quote', end: undefined };
  if (isStatedSpan(first)) return { ...base, shape: 'span', end: { earliest: start.latest, latest: start.latest } };
  return { ...base, shape: pointShape(first), end: undefined };
}

/** "2025/2030" is a time throughout which something holds; "2023-09" is a day that is not known better. */
function isStatedSpan({ when, isThroughout }: TimelineItem): boolean {
  return isThroughout && when?.includes('/') === true && !when.includes('..') && !/^\/|\/$/.test(when);
}

function pointShape({ stage, status }: TimelineItem): Shape {
  if (status === 'planned' || status === 'expected') return 'plan';
  if (stage !== null && adopting.has(stage)) return 'diamond';
  return stage !== null && ending.has(stage) ? 'end' : 'point';
}

function toneOf(lane: Lane, { kind, stage, status }: TimelineItem): Tone {
  if (kind === 'statement') return 'statement';
  if (status === 'planned' || status === 'expected') return 'plan';
  if (stage === 'listed' || stage === 'delisted' || lane.type === 'listing') return 'listing';
  if (lane.type === 'instrument') return 'policy';
  return lane.type === 'project' || lane.type === 'actor' || lane.type === 'market' ? 'plant' : 'plain';
}
