// Where a note stands today. It is on something, not at a place: when the figure, its unit or its date changes, the note goes along
// and says that it moved.
import { addDays, findPeriod } from '../../period/index.ts';
import { closedBy } from '../ledger/rules.ts';
import type { BoardFacts } from './facts.ts';
import { placedAt } from './findings.ts';
import type { Note, Stands } from './model.ts';
import { type Placed, placedOf, spanIn } from './parts.ts';

export const noteStates = ['lost', 'aside', 'elsewhere', 'moved', 'here'] as const;
export type NoteState = (typeof noteStates)[number];

export interface NotePlace {
  readonly state: NoteState;
  /** Null where it is lost. */
  readonly at: Stands | null;
  /** Where it stood when it was written, unless it stands there still. */
  readonly was: Stands | null;
  readonly is: Stands | null;
  readonly claims: readonly string[];
}

export interface Found {
  readonly at: Stands;
  readonly isAside: boolean;
  readonly claims: readonly string[];
}

/** Undefined where what it is on is gone. */
export function foundOf(note: Pick<Note, 'bound' | 'claim' | 'figure' | 'thing' | 'track' | 'moment'>, facts: BoardFacts): Found | undefined {
  switch (note.bound) {
    case 'claim':
      return note.claim === null ? undefined : onClaim(note.claim, facts);
    case 'observation':
      return note.figure === null
        ? undefined
        : 'claim' in note.figure
          ? onClaim(note.figure.claim, facts)
          : onPlaced(placedAt(note.figure.of, note.figure, { facts, known: null }));
    case 'interval':
      return onInterval(note, facts);
    case 'when': {
      const period = findPeriod(note.moment);
      if (period === undefined) return undefined;
      const to = period.latest === null ? null : addDays(period.latest, 1);
      return { at: { from: period.earliest, to, low: null, high: null, unit: null }, isAside: false, claims: [] };
    }
  }
}

function onClaim(id: string, facts: BoardFacts): Found | undefined {
  const held = facts.claim(id);
  if (held === undefined) return undefined;
  const told = facts.observationOf(id);
  if (told === undefined) return onEvent(id, facts);
  const { verdict } = told;
  const isDecided = verdict !== null && !verdict.isStale && (verdict.claimId !== null || verdict.own !== null);
  const isAside = held.rank === 'deprecated' || (isDecided && verdict.claimId !== id);
  const { placed } = placedOf({ ...told, claims: [closedBy(verdict, held)], verdict: null }, facts, null);
  const none: Stands = { from: null, to: null, low: null, high: null, unit: held.unit };
  return { at: placed === undefined ? none : standsOf(placed), isAside, claims: [id] };
}

/** Events and statements stand on their days. */
function onEvent(id: string, facts: BoardFacts): Found {
  const claim = facts.claim(id)!;
  const period = findPeriod(claim.period ?? (claim.kind === 'statement' ? claim.madeOn : null));
  const to = period?.latest == null ? null : addDays(period.latest, 1);
  return { at: { from: period?.earliest ?? null, to, low: null, high: null, unit: null }, isAside: claim.rank === 'deprecated', claims: [id] };
}

function onPlaced([placed]: readonly Placed[]): Found | undefined {
  if (placed === undefined) return undefined;
  return { at: standsOf(placed), isAside: false, claims: placed.parts.flatMap(({ claims }) => claims) };
}

function standsOf(placed: Placed): Stands {
  const raw = spanIn(placed)?.raw ?? placed.parts[0]?.raw;
  return { from: placed.from, to: placed.to, low: raw?.low ?? null, high: raw?.high ?? null, unit: placed.unit };
}

function onInterval({ thing: name, track, claim }: Pick<Note, 'thing' | 'track' | 'claim'>, facts: BoardFacts): Found | undefined {
  const thing = name === null ? undefined : facts.thing(name);
  const one = thing?.intervals.find((each) => each.track === track && (claim === null || each.claims.includes(claim)));
  if (one === undefined) return undefined;
  const to = one.to === null ? null : (one.to.latest ?? one.to.earliest);
  return { at: { from: one.from.earliest ?? one.from.latest, to, low: null, high: null, unit: null }, isAside: false, claims: one.claims };
}

/** `isHere`: whether the panel that is drawn shows it; undefined where none is. */
export function placeOfNote(note: Note, facts: BoardFacts, isHere: ((found: Found) => boolean) | undefined): NotePlace {
  const found = foundOf(note, facts);
  if (found === undefined) return { state: 'lost', at: null, was: note.stood, is: null, claims: note.claim === null ? [] : [note.claim] };
  const hasMoved = note.bound !== 'when' && note.stood !== null && isOther(note.stood, found.at);
  const state = found.isAside ? 'aside' : isHere?.(found) === false ? 'elsewhere' : hasMoved ? 'moved' : 'here';
  return { state, at: found.at, was: hasMoved ? note.stood : null, is: hasMoved ? found.at : null, claims: found.claims };
}

function isOther(a: Stands, b: Stands): boolean {
  return a.from !== b.from || a.to !== b.to || a.low !== b.low || a.high !== b.high || a.unit !== b.unit;
}
