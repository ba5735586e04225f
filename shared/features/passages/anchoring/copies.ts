// Words that a text has several times: whether the place that was chosen for one of them is its own.
import { type FoldedSpan, likenessOf } from './agreement.ts';
import { type Candidate, countOf, occurrences } from './candidates.ts';
import { piecesAround } from './order.ts';
import { type Landmark, landmarkAfter, landmarkBefore, landmarkLength } from './predict.ts';
import { foldedSpan, type Span, unitsOf, type Versions } from './versions.ts';

/** Letters on one side of a quote that make its place known, where they stand with it only once. */
const tellingReach = 48;
/** Likeness of what stands as it stood, signs misread here and there. */
const enoughStanding = 0.9;

/**
 * Words that the old text has in like surroundings elsewhere are told apart by nothing but their place: it is believed only where
 * the text kept its order, and has the words as often as it had, or stands as it stood around them.
 */
export function confirmed(versions: Versions, span: Span, chosen: Candidate | undefined): Candidate | undefined {
  if (chosen === undefined) return undefined;
  if (!isRepeated(versions, span)) return chosen;
  const wanted = foldedSpan(versions, span);
  const place = { ...chosen, text: versions.foldedFresh.text };
  const isSettled = () => standsAsBefore(wanted, place) || (hasSameTurn(wanted, place) && hasAllCopies(versions, span));
  return versions.keepsOrder() && isSettled() ? chosen : undefined;
}

/** No sentence that the words stand on came or went. */
function hasAllCopies({ old, foldedOld, foldedFresh }: Versions, span: Span): boolean {
  return piecesAround(old.text, unitsOf(old, span)).every((piece) => countOf(foldedOld.text, piece) === countOf(foldedFresh.text, piece));
}

/** Each sentence that the words stand on stands in the old text elsewhere too, or the words do with all that is near them on one side. */
function isRepeated({ old, foldedOld }: Versions, span: Span): boolean {
  const isElsewhere = (words: string) => countOf(foldedOld.text, words) > 1;
  const { text, start, end } = foldedSpan({ old, foldedOld }, span);
  if (isElsewhere(text.slice(Math.max(0, start - tellingReach), end)) || isElsewhere(text.slice(start, end + tellingReach))) return true;
  return piecesAround(old.text, unitsOf(old, span)).every(isElsewhere);
}

/** The texts differ in no more than misread signs from the landmark before to the one after. */
function standsAsBefore(old: FoldedSpan, place: FoldedSpan): boolean {
  const { before, after } = stretchAround(old, place.text);
  return (
    likenessOf(old.text.slice(before.old, old.start), place.text.slice(before.fresh, place.start)) >= enoughStanding &&
    likenessOf(old.text.slice(old.end, after.old), place.text.slice(place.end, after.fresh)) >= enoughStanding
  );
}

/** Both texts have the words equally often, and the place is the second of them where the passage was the second. */
function hasSameTurn(old: FoldedSpan, place: FoldedSpan): boolean {
  const then = occurrences(old.text, old.text.slice(old.start, old.end));
  const now = occurrences(place.text, place.text.slice(place.start, place.end));
  return then.length === now.length && then.indexOf(old.start) === now.indexOf(place.start);
}

/**
 * Among copies that nothing tells apart: between the same two landmarks stand as many as before, so that the second of then
 * is the second of now.
 */
export function sameTurn(old: FoldedSpan, fresh: string, candidates: readonly Candidate[]): Candidate | undefined {
  const { before, after } = stretchAround(old, fresh);
  const quote = old.text.slice(old.start, old.end);
  const within = (text: string, from: number, to: number) => occurrences(text.slice(from, to + landmarkLength), quote).map((at) => at + from);
  const then = within(old.text, before.old, after.old);
  const now = within(fresh, before.fresh, after.fresh);
  return then.length === now.length ? candidates.find((one) => one.start === now[then.indexOf(old.start)]) : undefined;
}

/** The nearest landmarks on either side; the ends of the texts where there are none. */
function stretchAround(old: FoldedSpan, fresh: string): { readonly before: Landmark; readonly after: Landmark } {
  const before = landmarkBefore(old.text, fresh, old.start) ?? { old: 0, fresh: 0 };
  const after = landmarkAfter(old.text, fresh, old.end) ?? { old: old.text.length, fresh: fresh.length };
  return { before, after };
}
