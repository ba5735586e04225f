// Finds the place of a quote in a text, and never a wrong one: a quote that is not there is refused, one that stands there
// twice is taken only where its position or its surroundings decide. Rules: W3C Web Annotation text quote selectors.
import { AppError } from '../../errors.ts';
import { tolerantPlaces } from './anchoring/tolerance.ts';
import { type CodePoints, codePointsOf } from './code-points.ts';

export interface QuoteSelector {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Code point where the quote is expected to start. */
  readonly start?: number | undefined;
}

export interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** `moved`: found, but not at the expected start. */
  readonly state: 'same' | 'moved';
}

/** Code points of context kept on either side. */
export const contextLength = 32;

export interface AnchorText {
  readonly text: string;
  readonly points: CodePoints;
}

export function anchorText(text: string): AnchorText {
  return { text, points: codePointsOf(text) };
}

/** The words of a span with their context, as a passage keeps them. Code points. */
export function spanIn(points: CodePoints, start: number, end: number): Omit<Anchor, 'state'> {
  return {
    start,
    end,
    exact: points.slice(start, end),
    prefix: points.slice(start - contextLength, start),
    suffix: points.slice(end, end + contextLength),
  };
}

/** The words of a block of cells, with what stands before its first and after its last. */
export function blockSpan(points: CodePoints, { start, end, exact }: { start: number; end: number; exact: string }): Omit<Anchor, 'state'> {
  return { ...spanIn(points, start, end), exact };
}

/**
 * As it stands, or else but for its typesetting; the anchor has the words of the text.
 * @throws AppError `passage-not-found` or `passage-ambiguous`.
 */
export function anchorQuote(source: AnchorText, quote: QuoteSelector): Anchor {
  const exact = quote.exact.replace(/\r\n?/g, '\n').normalize('NFC');
  const standing = occurrences(source, exact);
  const places = standing.length > 0 ? standing : tolerantPlaces(source, exact);
  if (places.length === 0) {
    throw new AppError('passage-not-found', 'passages.notFound', { exact: shorten(exact) });
  }
  const { start, end } = choose(source, exact, places, quote);
  return {
    ...spanIn(source.points, start, end),
    state: quote.start === undefined || quote.start === start ? 'same' : 'moved',
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function choose(source: AnchorText, exact: string, places: readonly Span[], quote: QuoteSelector): Span {
  const scores = places.map((place) => contextScore(source, place, quote));
  const best = Math.max(...scores);
  const leaders = places.filter((_, index) => scores[index] === best);
  if (leaders.length === 1) return leaders[0]!;
  const expected = leaders.find((place) => place.start === quote.start);
  if (expected !== undefined) return expected;
  const starts = leaders.slice(0, 20).map((place) => place.start);
  throw new AppError('passage-ambiguous', 'passages.ambiguous', { exact: shorten(exact), times: leaders.length, places: starts });
}

/** Code points of the given context that agree, counted outwards from the quote, white space folded. */
function contextScore(source: AnchorText, { start, end }: Span, { prefix = '', suffix = '' }: QuoteSelector): number {
  const before = source.points.slice(start - [...prefix].length - 8, start);
  const after = source.points.slice(end, end + [...suffix].length + 8);
  return agreement(reverse(fold(prefix)), reverse(fold(before))) + agreement(fold(suffix), fold(after));
}

function agreement(wanted: string, found: string): number {
  let length = 0;
  while (length < wanted.length && wanted[length] === found[length]) length += 1;
  return length;
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

function occurrences({ text, points }: AnchorText, exact: string): Span[] {
  const places: Span[] = [];
  const length = [...exact].length;
  for (let at = text.indexOf(exact); at >= 0 && places.length < 10_000; at = text.indexOf(exact, at + 1)) {
    const start = points.toPoints(at);
    places.push({ start, end: start + length });
  }
  return places;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
