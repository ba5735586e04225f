// Where a quote stands whose typesetting differs from the text: spaces, line ends, quotes, dashes, words parted at a line end.
// Its letters and figures must be the same; a quote that would cut a number in two stands nowhere.
import type { CodePoints } from '../code-points.ts';
import { type Folded, foldText, sourceSpan } from './fold.ts';
import { wholeNumbers } from './number-edge.ts';

export interface PointedText {
  readonly text: string;
  readonly points: CodePoints;
}

const mostPlaces = 1000;
const kept = new WeakMap<PointedText, readonly Folded[]>();

/** Code points of the text, end exclusive. */
export function tolerantPlaces(source: PointedText, exact: string): { readonly start: number; readonly end: number }[] {
  const texts = kept.get(source) ?? forms(source.text);
  kept.set(source, texts);
  for (const [index, wanted] of forms(exact).entries()) {
    const places = placesOf(source, texts[index]!, wanted.text);
    if (places.length > 0) return places;
  }
  return [];
}

/** As typeset text; then without the hyphens within words, which the end of a line may have set or taken. */
function forms(text: string): readonly Folded[] {
  const folded = foldText(text, { keepsCase: true });
  return [folded, withoutHyphens(folded)];
}

function withoutHyphens({ text, origin }: Folded): Folded {
  const places: number[] = [];
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '-' && isLetter(text[at - 1]) && isLetter(text[at + 1])) continue;
    plain += text[at];
    places.push(origin[at]!);
  }
  return { text: plain, origin: Int32Array.from([...places, origin[text.length]!]) };
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}

function placesOf({ text, points }: PointedText, folded: Folded, wanted: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  if (wanted === '') return places;
  for (let at = folded.text.indexOf(wanted); at >= 0 && places.length < mostPlaces; at = folded.text.indexOf(wanted, at + 1)) {
    const span = sourceSpan(folded, text, at, at + wanted.length);
    const whole = wholeNumbers(text, span);
    if (whole.start === span.start && whole.end === span.end) places.push({ start: points.toPoints(span.start), end: points.toPoints(span.end) });
  }
  return places;
}
