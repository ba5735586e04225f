// Takes passages from one text of a source to a newer one. A passage goes only where its words and their surroundings leave
// no other place; otherwise it is lost, with the places that come near as proposals. Words that differ in more than
// typesetting make it changed, and a figure that differs always does.
import type { AnchorText } from '../anchor.ts';
import { spanIn } from '../anchor.ts';
import { type FoldedSpan, lettersOf, possibleAgreement, weightOf } from './agreement.ts';
import {
  bracketed,
  type Candidate,
  changedCandidates,
  countOf,
  exactCandidates,
  expectedStarts,
  hasSameTurn,
  margin,
  sameTurn,
  standsAsBefore,
  wideAgreement,
} from './candidates.ts';
import { type Folded, foldedOffset, foldText, sourceSpan } from './fold.ts';
import { wholeNumbers } from './number-edge.ts';
import { keepsOrder, piecesAround } from './order.ts';

export interface Place {
  /** Code points of the new text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** 0 to 100: six tenths for the words, four for their surroundings. */
  readonly score: number;
}

export type Reanchored =
  | { readonly state: 'same' | 'moved' | 'changed'; readonly place: Place }
  | { readonly state: 'lost'; readonly proposals: readonly Place[] };

/** Letters that must agree, quote and surroundings together, before a place is believed. */
const enoughEvidence = 32;
/** Of a quote that changed: how like it the words must be, and how much of their surroundings must stand. */
const enoughLikeness = 0.75;
const enoughContext = 24;
const enoughOnASide = 12;
const longestReplaced = 40;
const mostProposals = 3;
/** Letters on one side of a quote that make its place known, where they stand with it only once. */
const tellingReach = 48;

export interface Versions {
  readonly old: AnchorText;
  readonly fresh: AnchorText;
  readonly foldedOld: Folded;
  readonly foldedFresh: Folded;
  /** Nothing that both have was moved; asked only for words that the old text has several times. */
  readonly keepsOrder: () => boolean;
}

export function compareVersions(old: AnchorText, fresh: AnchorText): Versions {
  let isKept: boolean | undefined;
  const order = () => {
    isKept ??= keepsOrder(old.text, fresh.text);
    return isKept;
  };
  return { old, fresh, foldedOld: foldText(old.text), foldedFresh: foldText(fresh.text), keepsOrder: order };
}

/** `span` counts code points of the old text. */
export function reanchor(versions: Versions, span: { readonly start: number; readonly end: number }): Reanchored {
  const { old, fresh } = versions;
  if (old.text === fresh.text) return { state: 'same', place: placeOf(versions, unitsOf(old, span), 100) };
  const wanted = foldedSpan(versions, span);
  if (wanted.end <= wanted.start) return { state: 'lost', proposals: [] };
  const text = versions.foldedFresh.text;
  const exact = exactCandidates(wanted, text);
  const chosen = confirmed(versions, span, uncontested(chooseExact(versions, wanted, exact), exact));
  const rival = chosen === undefined || contextOf(chosen) >= enoughContext ? undefined : chooseChanged(wanted, text, changedCandidates(wanted, text));
  if (chosen !== undefined && (rival === undefined || rival.start === chosen.start)) return settle(versions, span, chosen);
  const near = changedCandidates(wanted, text);
  const changed = chosen === undefined ? confirmed(versions, span, chooseChanged(wanted, text, near)) : undefined;
  if (changed !== undefined) return settle(versions, span, changed);
  return { state: 'lost', proposals: proposalsOf(versions, span, [...exact, ...near]) };
}

/**
 * Words that the old text has in like surroundings elsewhere are told apart by nothing but their place: it is believed only where
 * the text kept its order, and has the words as often as it had, or stands as it stood around them.
 */
function confirmed(versions: Versions, span: { readonly start: number; readonly end: number }, chosen: Candidate | undefined): Candidate | undefined {
  if (chosen === undefined) return undefined;
  if (!isRepeated(versions, span)) return chosen;
  const wanted = foldedSpan(versions, span);
  const place = { ...chosen, text: versions.foldedFresh.text };
  const isSettled = () => standsAsBefore(wanted, place) || (hasSameTurn(wanted, place) && hasAllCopies(versions, span));
  return versions.keepsOrder() && isSettled() ? chosen : undefined;
}

/** No sentence that the words stand on came or went. */
function hasAllCopies({ old, foldedOld, foldedFresh }: Versions, span: { readonly start: number; readonly end: number }): boolean {
  return piecesAround(old.text, unitsOf(old, span)).every((piece) => countOf(foldedOld.text, piece) === countOf(foldedFresh.text, piece));
}

/** Each sentence that the words stand on stands in the old text elsewhere too, or the words do with all that is near them on one side. */
function isRepeated({ old, foldedOld }: Versions, span: { readonly start: number; readonly end: number }): boolean {
  const isElsewhere = (words: string) => countOf(foldedOld.text, words) > 1;
  const { text, start, end } = foldedSpan({ old, foldedOld }, span);
  if (isElsewhere(text.slice(Math.max(0, start - tellingReach), end)) || isElsewhere(text.slice(start, end + tellingReach))) return true;
  return piecesAround(old.text, unitsOf(old, span)).every(isElsewhere);
}

function chooseExact(versions: Versions, wanted: FoldedSpan, all: readonly Candidate[]): Candidate | undefined {
  const fresh = versions.foldedFresh.text;
  const enough = Math.min(enoughEvidence, 0.8 * (weightOf(wanted.text.slice(wanted.start, wanted.end)) + lettersOf(possibleAgreement(wanted))));
  const believed = all.filter((one) => one.rival !== 'better' && one.evidence >= enough);
  if (believed.some((one) => one.rival === 'alike')) return versions.keepsOrder() ? sameTurn(wanted, fresh, believed) : undefined;
  if (believed.length <= 1) return believed[0];
  const expected = expectedStarts(wanted, fresh).flatMap((at) => believed.find((one) => Math.abs(one.start - at) <= 1) ?? []);
  if (new Set(expected).size === 1) return expected[0];
  // A doubled paragraph leads to both copies; words that parted from half of their surroundings lead to two places that are not both theirs.
  if (expected.length > 1) return expected.find(({ context }) => Math.min(context.before, context.after) >= enoughOnASide);
  return standsOut(believed, (one) => one.evidence) ?? standsOut(believed, (one) => wideAgreement(wanted, { ...one, text: fresh }));
}

/** Words that parted from one half of their surroundings, while the same words elsewhere stand with that half, belong to neither for certain. */
function uncontested(chosen: Candidate | undefined, all: readonly Candidate[]): Candidate | undefined {
  if (chosen === undefined) return undefined;
  const others = all.filter((one) => one !== chosen && one.rival !== 'better');
  const isOnly = (one: Candidate, side: 'before' | 'after', other: 'before' | 'after') =>
    one.context[side] >= enoughOnASide && one.context[other] < enoughOnASide;
  if (isOnly(chosen, 'before', 'after') && others.some((other) => isOnly(other, 'after', 'before'))) return undefined;
  if (isOnly(chosen, 'after', 'before') && others.some((other) => isOnly(other, 'before', 'after'))) return undefined;
  return chosen;
}

function standsOut(candidates: readonly Candidate[], score: (candidate: Candidate) => number): Candidate | undefined {
  const [first, second] = candidates.map((candidate) => ({ candidate, score: score(candidate) })).toSorted((a, b) => b.score - a.score);
  return first !== undefined && (second === undefined || first.score - second.score >= margin) ? first.candidate : undefined;
}

function chooseChanged(wanted: FoldedSpan, fresh: string, candidates: readonly Candidate[]): Candidate | undefined {
  const possible = possibleAgreement(wanted);
  const believed = candidates.filter(
    (one) =>
      one.rival === 'none' &&
      one.likeness >= enoughLikeness &&
      one.evidence >= enoughEvidence &&
      contextOf(one) >= enoughContext &&
      one.context.before >= Math.min(enoughOnASide, 0.6 * possible.before) &&
      one.context.after >= Math.min(enoughOnASide, 0.6 * possible.after),
  );
  return standsOut(withoutOverlap(believed), (one) => one.evidence) ?? replacedWords(wanted, fresh, candidates);
}

/** A short figure that was replaced: the words on both sides stand as they did, and a figure stands between them. */
function replacedWords(wanted: FoldedSpan, fresh: string, candidates: readonly Candidate[]): Candidate | undefined {
  const [between] = bracketed(wanted, fresh);
  const quote = wanted.text.slice(wanted.start, wanted.end);
  if (between === undefined || quote.length > longestReplaced || !/\d/.test(quote)) return undefined;
  const words = fresh.slice(between.start, between.end);
  if (!/\d/.test(words) || words.length > longestReplaced) return undefined;
  return candidates.find((one) => one.start === between.start && one.end === between.end && one.rival === 'none');
}

/** Of candidates that overlap only the best is a place of its own. */
function withoutOverlap(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of candidates.toSorted((a, b) => b.likeness - a.likeness || b.evidence - a.evidence)) {
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  }
  return kept;
}

function contextOf({ context }: Candidate): number {
  return lettersOf(context);
}

/** Words are compared as typeset text, with whole numbers at their edges, before a passage may count as unchanged. */
function settle(versions: Versions, span: { readonly start: number; readonly end: number }, candidate: Candidate): Reanchored {
  const { old, fresh } = versions;
  const before = unitsOf(old, span);
  const found = settledSpan(versions, candidate, candidate.likeness < 1);
  const isUnchanged = shownWords(old.text, wholeNumbers(old.text, before)) === shownWords(fresh.text, wholeNumbers(fresh.text, found));
  const place = placeOf(versions, isUnchanged ? found : wholeNumbers(fresh.text, found), scoreOf(versions, span, candidate));
  if (!isUnchanged) return { state: 'changed', place };
  return { state: place.start === span.start ? 'same' : 'moved', place };
}

/** Edges of changed words stand between words, as those of the quote did. */
function settledSpan({ foldedFresh, fresh }: Versions, { start, end }: Candidate, isLoose: boolean): { start: number; end: number } {
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

function shownWords(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return foldText(text.slice(start, end), { keepsCase: true }).text;
}

function scoreOf(versions: Versions, span: { readonly start: number; readonly end: number }, candidate: Candidate): number {
  const possible = lettersOf(possibleAgreement(foldedSpan(versions, span)));
  const context = possible === 0 ? 1 : Math.min(1, contextOf(candidate) / possible);
  return Math.round(60 * candidate.likeness + 40 * context);
}

function proposalsOf(versions: Versions, span: { readonly start: number; readonly end: number }, candidates: readonly Candidate[]): Place[] {
  const worth = withoutOverlap(candidates.filter((one) => one.end > one.start && one.likeness >= 0.5 && one.rival !== 'better'));
  return worth
    .toSorted((a, b) => b.evidence - a.evidence)
    .slice(0, mostProposals)
    .map((one) => placeOf(versions, wholeNumbers(versions.fresh.text, settledSpan(versions, one, one.likeness < 1)), scoreOf(versions, span, one)));
}

function foldedSpan({ old, foldedOld }: Pick<Versions, 'old' | 'foldedOld'>, span: { readonly start: number; readonly end: number }): FoldedSpan {
  const { start, end } = unitsOf(old, span);
  return { text: foldedOld.text, start: foldedOffset(foldedOld, start), end: foldedOffset(foldedOld, end) };
}

function unitsOf({ points }: AnchorText, { start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start: points.toUnits(start), end: points.toUnits(end) };
}

function placeOf({ fresh }: Versions, units: { readonly start: number; readonly end: number }, score: number): Place {
  const start = fresh.points.toPoints(units.start);
  const end = fresh.points.toPoints(units.end);
  return { ...spanIn(fresh.points, start, end), score };
}
