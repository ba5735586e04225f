// Which of the places where a quote may stand is believed, if any.
import { type Agreement, agreementOf, contextReach, type FoldedSpan, lettersOf, possibleAgreement, weightOf } from './agreement.ts';
import { bracketed, type Candidate, expectedStarts, margin, wideAgreement } from './candidates.ts';
import { sameTurn } from './copies.ts';
import type { Versions } from './versions.ts';

/** Letters that must agree, quote and surroundings together, before a place is believed. */
const enoughEvidence = 32;
/** Of a quote that changed: how like it the words must be, and how much of their surroundings must stand. */
const enoughLikeness = 0.75;
export const enoughContext = 24;
const enoughOnASide = 12;
const longestReplaced = 40;
/** Of a long sentence one figure and a few letters may differ. */
const nearlySame = 0.9;

export function chooseExact(versions: Versions, wanted: FoldedSpan, all: readonly Candidate[]): Candidate | undefined {
  return uncontested(likeliest(versions, wanted, all), all);
}

function likeliest(versions: Versions, wanted: FoldedSpan, all: readonly Candidate[]): Candidate | undefined {
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

export function chooseChanged(wanted: FoldedSpan, fresh: string, candidates: readonly Candidate[]): Candidate | undefined {
  const possible = possibleAgreement(wanted);
  const believed = candidates.filter(
    (one) =>
      one.rival === 'none' &&
      one.likeness >= enoughLikeness &&
      one.evidence >= enoughEvidence &&
      ((contextOf(one) >= enoughContext && standsOnBothSides(one.context, possible)) || standsBesideFigures(wanted, fresh, one)),
  );
  return standsOut(withoutOverlap(believed), (one) => one.evidence) ?? replacedWords(wanted, fresh, candidates);
}

function standsOnBothSides(context: Agreement, possible: Agreement): boolean {
  return context.before >= Math.min(enoughOnASide, 0.6 * possible.before) && context.after >= Math.min(enoughOnASide, 0.6 * possible.after);
}

/** Words that hardly changed, between sentences of which a figure changed too: but for figures, both sides stand. */
function standsBesideFigures(wanted: FoldedSpan, fresh: string, one: Candidate): boolean {
  if (one.likeness < nearlySame) return false;
  const [old, now] = [withoutFigures(wanted), withoutFigures({ text: fresh, start: one.start, end: one.end })];
  const context = agreementOf(old, now);
  return lettersOf(context) >= enoughContext && standsOnBothSides(context, possibleAgreement(old));
}

/** The quote with what is near it, each digit as 0. */
function withoutFigures({ text, start, end }: FoldedSpan): FoldedSpan {
  const from = Math.max(0, start - 2 * contextReach);
  return { text: text.slice(from, end + 2 * contextReach).replace(/\d/g, '0'), start: start - from, end: end - from };
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
export function withoutOverlap(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of candidates.toSorted((a, b) => b.likeness - a.likeness || b.evidence - a.evidence)) {
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  }
  return kept;
}

export function contextOf({ context }: Candidate): number {
  return lettersOf(context);
}
