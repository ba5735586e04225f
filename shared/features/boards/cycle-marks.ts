// Event lines and in-force shading: the same intervals as on the time line.
import type { Track } from '../policy/tracks.ts';
import { compareTexts, type Window } from '../policy/window.ts';
import type { BoardFacts, ThingFacts } from './facts.ts';
import type { Panel } from './model.ts';

export interface EventLine {
  readonly thing: string;
  readonly at: Window;
  /** The stage that begins here; null where something ends or is listed. */
  readonly stage: string | null;
  readonly track: Track | null;
  /** 1, 2, 3 …: which step of something in force begins here; null elsewhere. */
  readonly step: number | null;
  /** Whether an interval begins here, rather than only ends. */
  readonly begins: boolean;
  readonly claims: readonly string[];
}

export interface DaySpan {
  readonly from: string | null;
  /** The first day no longer; null where nothing ends it. */
  readonly to: string | null;
}

export interface Shade {
  readonly thing: string;
  readonly track: Track;
  readonly possible: DaySpan;
  /** Where it is certain; null where no day is. */
  readonly core: DaySpan | null;
  readonly step: number;
  readonly claims: readonly string[];
}

export function cycleMarks(events: Panel['events'], facts: BoardFacts): { readonly lines: EventLine[]; readonly shades: Shade[] } {
  const lines: EventLine[] = [];
  const shades: Shade[] = [];
  for (const { thing: name, tracks } of events) {
    const thing = facts.thing(name);
    if (thing === undefined) continue;
    lines.push(...linesOf(thing, tracks));
    shades.push(...shadesOf(thing, tracks));
  }
  const keyOf = ({ claims }: EventLine) => claims.map((id) => facts.claim(id)?.contentKey ?? id).join('|');
  return {
    lines: lines.toSorted((a, b) => compareTexts(dayOfLine(a), dayOfLine(b)) || compareTexts(a.thing, b.thing) || compareTexts(keyOf(a), keyOf(b))),
    shades: shades.toSorted((a, b) => compareTexts(a.possible.from ?? '', b.possible.from ?? '') || compareTexts(a.thing, b.thing)),
  };
}

function dayOfLine({ at }: EventLine): string {
  return at.earliest ?? at.latest ?? '';
}

/** One line a transition: what ends where the next begins is one. */
function linesOf({ name, intervals, listings }: ThingFacts, tracks: readonly Track[]): EventLine[] {
  const lines = new Map<string, EventLine>();
  const add = (line: EventLine) => {
    if (line.at.earliest === null && line.at.latest === null) return;
    const key = `${line.at.earliest}/${line.at.latest}`;
    const known = lines.get(key);
    if (known === undefined) lines.set(key, line);
    else {
      const first = known.begins ? known : line.begins ? line : known;
      lines.set(key, { ...first, claims: [...new Set([...known.claims, ...line.claims])] });
    }
  };
  const chosen = intervals.filter(({ track }) => tracks.includes(track));
  for (const one of chosen)
    add({
      thing: name,
      at: one.from,
      stage: one.stage,
      track: one.track,
      step: one.track === 'force' ? one.step : null,
      begins: true,
      claims: one.claims,
    });
  for (const one of chosen)
    if (one.to !== null) add({ thing: name, at: one.to, stage: null, track: one.track, step: null, begins: false, claims: one.endedBy });
  if (tracks.includes('force')) {
    for (const one of listings) {
      add({ thing: name, at: one.from, stage: 'listed', track: null, step: null, begins: true, claims: one.claims });
      if (one.to !== null) add({ thing: name, at: one.to, stage: 'delisted', track: null, step: null, begins: false, claims: one.claims });
    }
  }
  return [...lines.values()];
}

function shadesOf({ name, intervals }: ThingFacts, tracks: readonly Track[]): Shade[] {
  return intervals
    .filter(({ track }) => tracks.includes(track))
    .map(({ track, from, to, step, claims }) => {
      const possible = { from: from.earliest, to: to === null ? null : to.latest };
      const core = { from: from.latest, to: to === null ? null : to.earliest };
      const isCertain = core.from !== null && (to === null || (core.to !== null && core.from < core.to));
      return { thing: name, track, possible, core: isCertain ? core : null, step, claims };
    });
}
