// Takes passages from one text of a source to a newer one. A passage goes only where its words and their surroundings leave
// no other place; otherwise it is lost, with the places that come near as proposals. Words that differ in more than
// typesetting make it changed, and a figure that differs always does.
import { spanIn } from '../anchor.ts';
import { lettersOf, possibleAgreement } from './agreement.ts';
import { type Candidate, changedCandidates, exactCandidates } from './candidates.ts';
import { chooseChanged, chooseExact, contextOf, enoughContext, withoutOverlap } from './choose.ts';
import { confirmed } from './copies.ts';
import { foldText, sourceSpan } from './fold.ts';
import { wholeNumbers } from './number-edge.ts';
import { foldedSpan, type Span, unitsOf, type Versions } from './versions.ts';

export interface Place {
  /** Code points of the new text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** 0 to 100: six tenths for the words, four for their surroundings. */
  readonly score: number;
  /** Of a block of cells: where it would stand. */
  readonly cells?: string | undefined;
}

export type Reanchored =
  | { readonly state: 'same' | 'moved' | 'changed'; readonly place: Place }
  | { readonly state: 'lost'; readonly proposals: readonly Place[] };

const mostProposals = 3;
/** `span` counts code points of the old text. */
export function reanchor(versions: Versions, span: Span): Reanchored {
  const { old, fresh } = versions;
  if (old.text === fresh.text) return { state: 'same', place: placeOf(versions, unitsOf(old, span), 100) };
  const wanted = foldedSpan(versions, span);
  if (wanted.end <= wanted.start) return { state: 'lost', proposals: [] };
  const text = versions.foldedFresh.text;
  const exact = exactCandidates(wanted, text);
  const chosen = confirmed(versions, span, chooseExact(versions, wanted, exact));
  const rival = chosen === undefined || contextOf(chosen) >= enoughContext ? undefined : chooseChanged(wanted, text, changedCandidates(wanted, text));
  if (chosen !== undefined && (rival === undefined || rival.start === chosen.start)) return settle(versions, span, chosen);
  const near = changedCandidates(wanted, text);
  const changed = chosen === undefined ? confirmed(versions, span, chooseChanged(wanted, text, near)) : undefined;
  if (changed !== undefined) return settle(versions, span, changed);
  return { state: 'lost', proposals: proposalsOf(versions, span, [...exact, ...near]) };
}

/** Words are compared as typeset text, with whole numbers at their edges, before a passage may count as unchanged. */
function settle(versions: Versions, span: Span, candidate: Candidate): Reanchored {
  const { old, fresh } = versions;
  const before = unitsOf(old, span);
  const found = settledSpan(versions, candidate, candidate.likeness < 1);
  const isUnchanged = shownWords(old.text, wholeNumbers(old.text, before)) === shownWords(fresh.text, wholeNumbers(fresh.text, found));
  const place = placeOf(versions, isUnchanged ? found : wholeNumbers(fresh.text, found), scoreOf(versions, span, candidate));
  if (!isUnchanged) return { state: 'changed', place };
  return { state: place.start === span.start ? 'same' : 'moved', place };
}

/** Edges of changed words stand between words, as those of the quote did. */
function settledSpan({ foldedFresh, fresh }: Versions, { start, end }: Candidate, isLoose: boolean): Span {
  const span = sourceSpan(foldedFresh, fresh.text, start, end);
  if (!isLoose) return span;
  const isWord = (sign: string | undefined) => sign !== undefined && /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(sign);
  let from = span.start;
  let to = span.end;
  while (from < to && /\s/.test(fresh.text[from]!)) from += 1;
  for (let step = 0; step < 24 && isWord(fresh.text[from]) && isWord(fresh.text[from - 1]); step += 1) from -= 1;
  for (let step = 0; step < 24 && isWord(fresh.text[to - 1]) && isWord(fresh.text[to]); step += 1) to += 1;
  return { start: from, end: to };
}

function shownWords(text: string, { start, end }: Span): string {
  return foldText(text.slice(start, end), { keepsCase: true }).text;
}

function scoreOf(versions: Versions, span: Span, candidate: Candidate): number {
  const possible = lettersOf(possibleAgreement(foldedSpan(versions, span)));
  const context = possible === 0 ? 1 : Math.min(1, contextOf(candidate) / possible);
  return Math.round(60 * candidate.likeness + 40 * context);
}

function proposalsOf(versions: Versions, span: Span, candidates: readonly Candidate[]): Place[] {
  const worth = withoutOverlap(candidates.filter((one) => one.end > one.start && one.likeness >= 0.5 && one.rival !== 'better'));
  return worth
    .toSorted((a, b) => b.evidence - a.evidence)
    .slice(0, mostProposals)
    .map((one) => placeOf(versions, wholeNumbers(versions.fresh.text, settledSpan(versions, one, one.likeness < 1)), scoreOf(versions, span, one)));
}

function placeOf({ fresh }: Versions, units: Span, score: number): Place {
  const start = fresh.points.toPoints(units.start);
  const end = fresh.points.toPoints(units.end);
  return { ...spanIn(fresh.points, start, end), score };
}
