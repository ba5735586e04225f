// By when a source of the workbook had said a thing: yes, no, or unsure. A day that is not known stays open until the source was in
// hand (report.md, "Two clocks").
import { findPeriod } from '../../period/index.ts';
import { earlier, later, type Window, windowOf } from '../policy/window.ts';
import type { Claim } from './model.ts';

/** A text of a source, since when it is in hand, and when it was published as far as anyone said. */
export interface TextVersion {
  readonly textSha256: string;
  readonly publishedOn: string | null;
  /** YYYY-MM-DD. */
  readonly heldSince: string;
}

export type Known = 'yes' | 'no' | 'unsure';

export interface Said {
  readonly known: Known;
  /** Why it is unsure: the source says no date, or one that is too coarse. */
  readonly why: 'undated' | 'window' | null;
}

interface Dated {
  readonly window: Window;
  readonly isUndated: boolean;
}

/** `versions`: those of the source, the oldest first; `at`: the one in which the words first stand. */
export function saidBy(claim: Pick<Claim, 'madeOn' | 'period' | 'status'>, versions: readonly TextVersion[], at: number, day: string): Said {
  const { window, isUndated } = windowSaid(claim, versions, at);
  if (window.latest !== null && window.latest <= day) return { known: 'yes', why: null };
  if (window.earliest !== null && window.earliest > day) return { known: 'no', why: null };
  return { known: 'unsure', why: isUndated ? 'undated' : 'window' };
}

function windowSaid({ madeOn, period, status }: Pick<Claim, 'madeOn' | 'period' | 'status'>, versions: readonly TextVersion[], at: number): Dated {
  const version = versions[at]!;
  const made = windowOf(madeOn, 'later');
  const published = publishedIn(versions, at);
  const isMadeLater = made.earliest !== null && (published.window.earliest === null || made.earliest > published.window.earliest);
  const told = published.isUndated
    ? { earliest: later(published.window.earliest, made.earliest), latest: version.heldSince }
    : isMadeLater
      ? made
      : published.window;
  // It was in hand that day, whatever it says of itself.
  const held = {
    earliest: told.earliest === null ? null : earlier(told.earliest, version.heldSince),
    latest: earlier(told.latest, version.heldSince),
  };
  const begins = status === 'actual' || status === 'happened' ? (findPeriod(period)?.earliest ?? null) : null;
  const earliest = later(held.earliest, begins);
  return { window: { earliest, latest: later(held.latest, earliest) }, isUndated: published.isUndated };
}

/** A newer text without a date of its own came out after the one before it. */
function publishedIn(versions: readonly TextVersion[], at: number): Dated {
  const version = versions[at]!;
  if (version.publishedOn !== null && findPeriod(version.publishedOn) !== undefined)
    return { window: windowOf(version.publishedOn, 'later'), isUndated: false };
  if (at === 0) return { window: { earliest: null, latest: null }, isUndated: true };
  const before = publishedIn(versions, at - 1).window;
  return { window: { earliest: before.earliest, latest: version.heldSince }, isUndated: true };
}
