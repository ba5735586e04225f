// Marks as they are drawn: days as numbers, and what their shape and colour say.
import { dayNumber } from '../../period/index.ts';
import type { Window } from '../policy/window.ts';
import type { Lane, TimelineMark } from './contract.ts';

export type Shape = 'bar' | 'span' | 'diamond' | 'point' | 'end' | 'plan' | 'quote' | 'note' | 'step' | 'band';
export type Phase = 'proposed' | 'running' | 'halted' | 'planned' | 'hypothetical';
export type Tone = 'policy' | 'plant' | 'listing' | 'plain' | 'statement' | 'plan' | 'rate' | 'note';

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
  /** What has a length: the first day no longer; undefined goes on. */
  readonly end: Moment | undefined;
  readonly isOpenStart: boolean;
  readonly label: string;
  /** How many claims say so. */
  readonly n: number;
  readonly source: TimelineMark;
}

/** What a mark leads to: the claims that say it; of a bar whose beginning nobody tells, those by which it ends. */
export function evidenceOf({ source }: Pick<Mark, 'source'>): readonly string[] {
  return source.claims.length > 0 ? source.claims : source.endedBy;
}

/** How far an open end is drawn beyond the day that is known. */
const openDays = 550;

/** A mark whose beginning and end are both open has no place in time: `undefined`. */
export function drawnMark(source: TimelineMark, lane: Pick<Lane, 'kind'>, label: string): Mark | undefined {
  const end = source.to === null ? undefined : momentOf(source.to);
  const start = startBefore(source.from, end);
  if (start === undefined) return undefined;
  return {
    id: source.id,
    shape: shapeOf(source),
    phase: phaseOf(source),
    tone: toneOf(source, lane),
    step: Math.min(3, source.step),
    start,
    end,
    isOpenStart: source.from.earliest === null,
    label,
    n: source.n,
    source,
  };
}

/** Where nobody says when it began, it was there before the first day on which it may have ended. */
function startBefore(from: Window, end: Moment | undefined): Moment | undefined {
  if (end === undefined || from.earliest !== null) return momentOf(from);
  const latest = from.latest === null ? end.earliest : Math.min(dayNumber(from.latest), end.earliest);
  return { earliest: latest - openDays, latest };
}

export function momentOf({ earliest, latest }: Window): Moment | undefined {
  const first = earliest === null ? undefined : dayNumber(earliest);
  const last = latest === null ? undefined : dayNumber(latest);
  if (first === undefined && last === undefined) return undefined;
  return { earliest: first ?? last! - openDays, latest: last ?? first! + openDays };
}

/** Whether it goes on over days, rather than falling on one of them. */
export function isLong({ shape }: Pick<Mark, 'shape'>): boolean {
  return shape === 'bar' || shape === 'span' || shape === 'step' || shape === 'band';
}

function shapeOf({ shape, to, track, does }: TimelineMark): Shape {
  if (shape !== 'point') return shape === 'cluster' ? 'point' : shape;
  if (to !== null) return 'span';
  if (track !== null) return 'plan';
  return does === 'decides' ? 'diamond' : does === 'closes' ? 'end' : 'point';
}

function phaseOf({ shape, track }: TimelineMark): Phase | undefined {
  if (shape !== 'bar' || track === null) return undefined;
  return ({ draft: 'proposed', force: 'running', pause: 'halted', plan: 'planned', if: 'hypothetical' } as const)[track];
}

function toneOf({ shape, track, batch }: TimelineMark, { kind }: Pick<Lane, 'kind'>): Tone {
  if (shape === 'quote') return 'statement';
  if (shape === 'note') return 'note';
  if (shape === 'step' || shape === 'band') return 'rate';
  if (track === 'plan' || track === 'if') return 'plan';
  if (batch !== null || kind === 'listing' || kind === 'batch') return 'listing';
  if (kind === 'instrument') return 'policy';
  return kind === 'project' || kind === 'actor' || kind === 'market' ? 'plant' : 'plain';
}
