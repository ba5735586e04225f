// Finds the place of a quote in a text, and never a wrong one: a quote that is not there is refused, one that stands there
// twice is taken only where its position or its surroundings decide. Rules: W3C Web Annotation text quote selectors.
import { AppError } from '../../errors.ts';
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

/** @throws AppError `passage-not-found` or `passage-ambiguous`. */
export function anchorQuote(source: AnchorText, quote: QuoteSelector): Anchor {
  const exact = quote.exact.replace(/\r\n?/g, '\n').normalize('NFC');
  const places = occurrences(source, exact);
  if (places.length === 0) {
    throw new AppError('passage-not-found', 'passages.notFound', { exact: shorten(exact) });
  }
  const start = choose(source, exact, places, quote);
  return {
    ...spanIn(source.points, start, start + [...exact].length),
    state: quote.start === undefined || quote.start === start ? 'same' : 'moved',
  };
}

function choose(source: AnchorText, exact: string, places: readonly number[], quote: QuoteSelector): number {
  const scores = places.map((place) => contextScore(source, exact, place, quote));
  const best = Math.max(...scores);
  const leaders = places.filter((_, index) => scores[index] === best);
  if (leaders.length === 1) return leaders[0]!;
  const expected = leaders.find((place) => place === quote.start);
  if (expected !== undefined) return expected;
  throw new AppError('passage-ambiguous', 'passages.ambiguous', { exact: shorten(exact), times: leaders.length, places: leaders.slice(0, 20) });
}

/** Code points of the given context that agree, counted outwards from the quote, white space folded. */
function contextScore(source: AnchorText, exact: string, place: number, { prefix = '', suffix = '' }: QuoteSelector): number {
  const end = place + [...exact].length;
  const before = source.points.slice(place - [...prefix].length - 8, place);
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

function occurrences({ text, points }: AnchorText, exact: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0 && places.length < 10_000; at = text.indexOf(exact, at + 1)) places.push(points.toPoints(at));
  return places;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
