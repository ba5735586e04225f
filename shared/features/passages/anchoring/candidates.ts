// The places of the new text where a quote may stand, each with the evidence for it: letters that agree in the quote and
// around it. A place that another place of the old text fits better belongs to that one.
import search from 'approx-string-match';
import { type Agreement, agreementOf, type FoldedSpan, lettersOf, likenessOf, runAgreement, weightOf } from './agreement.ts';
import { landmarkAfter, landmarkBefore, onlyPlace } from './predict.ts';

export interface Candidate {
  /** Folded offsets in the new text. */
  readonly start: number;
  readonly end: number;
  /** How like the quote the words are, 0 to 1, case folded. */
  readonly likeness: number;
  readonly context: Agreement;
  /** Letters that agree, quote and context. */
  readonly evidence: number;
  /** Another place of the old text says the same words, and fits `better` here or `alike`. */
  readonly rival: 'none' | 'alike' | 'better';
}

/** Places looked at closely, after a first look at all. */
const mostClose = 16;
const mostPlaces = 2000;
/** Two places whose evidence differs by less are not told apart by it. */
export const margin = 10;
/** Longest text that is searched whole for a changed quote. */
const mostSearched = 3_000_000;
const bracketLength = 32;
const shortestBracket = 12;
const wideReach = 400;
/** A rival that is short of the evidence by less than this share is as good. */
const rivalShare = 0.25;
/** Letters of context that words need where they stand in the old text elsewhere too. */
const enoughAmongOthers = 40;
/** A rival whose wide surroundings agree less than this share of the passage's own is none. */
const wideShare = 0.7;

export function exactCandidates(old: FoldedSpan, fresh: string): Candidate[] {
  const quote = old.text.slice(old.start, old.end);
  const places = occurrences(fresh, quote).map((start) => ({ start, end: start + quote.length }));
  return closest(old, fresh, places).map((place) => weigh(old, { text: fresh, ...place }, 1));
}

/** Places of words that are like the quote: by the quote itself, by its context on both sides, and where it is predicted. */
export function changedCandidates(old: FoldedSpan, fresh: string): Candidate[] {
  const quote = old.text.slice(old.start, old.end);
  const whole = fresh.length <= mostSearched ? approximate(fresh, quote, 0, fresh.length) : [];
  const near = expectedStarts(old, fresh).flatMap((at) =>
    approximate(fresh, quote, Math.max(0, at - quote.length - 64), Math.min(fresh.length, at + 2 * quote.length + 64)),
  );
  const between = bracketed(old, fresh);
  const places = [...new Map([...whole, ...near, ...between].map((place) => [`${place.start}-${place.end}`, place])).values()];
  return closest(old, fresh, places).map((place) => weigh(old, { text: fresh, ...place }, likenessOf(quote, fresh.slice(place.start, place.end))));
}

/** What stands between the words that stood on either side of the quote; empty where they do not stand once each. */
export function bracketed(old: FoldedSpan, fresh: string): { start: number; end: number }[] {
  const before = old.text.slice(Math.max(0, old.start - bracketLength), old.start);
  const after = old.text.slice(old.end, old.end + bracketLength);
  if (Math.min(before.length, after.length) < shortestBracket) return [];
  const left = onlyPlace(fresh, before);
  const right = onlyPlace(fresh, after);
  if (left === undefined || right === undefined || onlyPlace(old.text, before) === undefined || onlyPlace(old.text, after) === undefined) return [];
  const start = left + before.length;
  return right >= start && right - start <= Math.max(40, 3 * (old.end - old.start)) ? [{ start, end: right }] : [];
}

function weigh(old: FoldedSpan, place: FoldedSpan, likeness: number): Candidate {
  const context = agreementOf(old, place);
  const evidence = weightOf(old.text.slice(old.start, old.end)) * Math.max(0, 2 * likeness - 1) + lettersOf(context);
  return { start: place.start, end: place.end, likeness, context, evidence, rival: rivalOf(old, place, { evidence, isExact: likeness === 1 }) };
}

/** The words at a place may stand in the old text elsewhere too, in surroundings that fit better there, or as well. */
function rivalOf(old: FoldedSpan, place: FoldedSpan, { evidence, isExact }: { evidence: number; isExact: boolean }): Candidate['rival'] {
  const words = place.text.slice(place.start, place.end);
  const others = placesLike(old.text, words, isExact)
    .map((other) => ({ text: old.text, ...other }))
    .filter((other) => other.end <= old.start || other.start >= old.end)
    .map((other) => ({ other, run: runAgreement(other, place) }))
    .toSorted((a, b) => b.run - a.run)
    .slice(0, 4)
    .map(({ other }) => ({ other, lead: evidenceOf(other, place, words) - evidence }));
  if (others.some(({ lead }) => lead > margin)) return 'better';
  const alike = others.filter(({ lead }) => lead > -Math.max(margin, rivalShare * evidence));
  const context = evidence - weightOf(words);
  if (alike.length === 0) return others.length === 0 || context >= enoughAmongOthers ? 'none' : 'alike';
  const own = wideAgreement(old, place);
  return alike.every(({ other }) => wideAgreement(other, place) <= wideShare * own) ? 'none' : 'alike';
}

function placesLike(text: string, words: string, isExact: boolean): { start: number; end: number }[] {
  if (!isExact && text.length <= mostSearched) return approximate(text, words, 0, text.length);
  return occurrences(text, words).map((start) => ({ start, end: start + words.length }));
}

function evidenceOf(old: FoldedSpan, place: FoldedSpan, words: string): number {
  const likeness = likenessOf(old.text.slice(old.start, old.end), words);
  return weightOf(words) * Math.max(0, 2 * likeness - 1) + lettersOf(agreementOf(old, place));
}

/** Letters that agree far around a place, where the near surroundings do not tell places apart. */
export function wideAgreement(old: FoldedSpan, place: FoldedSpan): number {
  return lettersOf(agreementOf(old, place, wideReach));
}

function closest(old: FoldedSpan, fresh: string, places: readonly { start: number; end: number }[]): readonly { start: number; end: number }[] {
  if (places.length <= mostClose) return places;
  const expected = expectedStarts(old, fresh);
  const scored = places.map((place) => ({
    place,
    run: runAgreement(old, { text: fresh, ...place }) + (expected.includes(place.start) ? 1000 : 0),
  }));
  return scored
    .toSorted((a, b) => b.run - a.run)
    .slice(0, mostClose)
    .map(({ place }) => place)
    .toSorted((a, b) => a.start - b.start);
}

/** Where the landmarks around a quote say that it begins now: by the one before, then by the one after. */
export function expectedStarts(old: FoldedSpan, fresh: string): number[] {
  const marks = [landmarkBefore(old.text, fresh, old.start), landmarkAfter(old.text, fresh, old.end)];
  return marks.flatMap((mark) => (mark === undefined ? [] : [old.start + mark.fresh - mark.old])).filter((at) => at >= 0);
}

export function countOf(text: string, words: string): number {
  return occurrences(text, words).length;
}

export function occurrences(text: string, words: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0 && places.length < mostPlaces; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

function approximate(text: string, quote: string, from: number, to: number): { start: number; end: number }[] {
  if (quote.length < 4 || to <= from) return [];
  const errors = Math.min(Math.floor(quote.length * 0.3), 400);
  return search(text.slice(from, to), quote, errors)
    .slice(0, 200)
    .map((match) => ({ start: from + match.start, end: from + match.end }));
}
