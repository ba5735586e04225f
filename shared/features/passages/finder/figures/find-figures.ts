// Finds the figures of one sentence, outside the stretches that dates and foreign matter have taken.
import { isDesignation } from '../designations/index.ts';
import { type ReadNumber, readNumber } from '../numbers/index.ts';
import { matchesOf } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { assembleFigure } from './assemble.ts';
import { joinBands } from './bands.ts';
import { withChanges } from './change.ts';
import { withInheritedMoney } from './inherit.ts';
import { shareListUnits } from './lists.ts';
import { joinRanges } from './ranges.ts';
import type { RawFigure } from './raw-figure.ts';
import { joinMoneyParts } from './subunits.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Web and mail addresses, telephone numbers and codes with three or more parts; "1.2-1.25" is a range. */
const FOREIGN =
  /https?:\/\/\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}|(?<![\d.,])0\d{2,3}-\d{6,8}(?!\d)|\+\d[\d\s()\u00a0-]{8,18}\d|(?<![\d.,])8[\s-]?\(?\d{3}\)?[\s-]?\d{3}[\s-]\d{2}[\s-]?\d{2}|\(\d{3}\)\s?\d{3}-\d{4}|(?<![\d.,])(?!\d{1,3}(?:\.\d{3})+(?!\d))(?!\d{1,5}(?:\.\d{1,6})?-\d{1,5}(?:\.\d{1,6})?(?![.-]?\d))\d{1,5}(?:[.-]\d{1,6}){2,}(?![\d%])|(?<![\d,])\d{1,3}:\d{1,2}(?::\d{2})?/g;

export function foreignSpans(text: string): readonly Span[] {
  if (!/\d[:.+)\s\u00a0-]|@|www\.|:\/\//.test(text)) return [];
  return [...matchesOf(FOREIGN, text)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** One flag for each UTF-16 unit of the sentence. */
function maskOf(length: number, spans: readonly Span[]): Uint8Array {
  const mask = new Uint8Array(length);
  for (const span of spans) mask.fill(1, span.start, span.end);
  return mask;
}

function isTaken(mask: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (mask[at] === 1) return true;
  return false;
}

/** `taken` are spans in which no figure may begin or end. */
export function findFigures(sentence: Sentence, taken: readonly Span[]): readonly RawFigure[] {
  const tokens = tokensOf(sentence.lower);
  const closed = maskOf(sentence.lower.length, [...taken, ...foreignSpans(sentence.lower)]);
  const figures: RawFigure[] = [];
  let named = -1;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (isTaken(closed, token.start, token.end)) continue;
    const number = readNumber(sentence, tokens, index);
    if (number === undefined || isTaken(closed, number.start, number.end)) continue;
    const figure = trimmed(assembleFigure(sentence, number), closed);
    const isNamed = isDesignation(sentence, figure) || continuesName(sentence.lower, named, figure);
    if (isNamed) named = figure.end;
    else figures.push(figure);
    index = lastTokenBefore(tokens, index, number);
  }
  return withChanges(
    sentence,
    withInheritedMoney(sentence, joinRanges(sentence, shareListUnits(sentence, joinParts(sentence, withoutOverlap(figures))))),
  );
}

/** "pages 4–5", "articles 3, 7 and 12", "code 8703 23": what follows a designation in a list, or goes on with its digits, is one too. */
function continuesName(lower: string, named: number, figure: RawFigure): boolean {
  if (named === -1 || figure.start - named > 6 || figure.unit !== null || !figure.number.isPlainInteger) return false;
  const gap = lower.slice(named, figure.start);
  const isNextGroup = gap === ' ' && /^\d{2,3}$/.test(figure.number.low) && figure.multiplier === 0 && /\d{4}$/.test(lower.slice(0, named));
  return isNextGroup || /^(?:[-–—/]|,? ?(?:and|or|to|и|или|,) ?|、|和|至)$/.test(gap);
}

/** A qualifier or unit that a date has claimed does not belong to the figure. */
function trimmed(figure: RawFigure, taken: Uint8Array): RawFigure {
  if (!isTaken(taken, figure.start, figure.end)) return figure;
  return { ...figure, start: figure.coreStart, end: figure.number.end, qualifier: figure.number.qualifier };
}

/** Figures that several numbers make together. */
function joinParts(sentence: Sentence, figures: readonly RawFigure[]): readonly RawFigure[] {
  return joinBands(sentence, joinMoneyParts(sentence, figures));
}

function lastTokenBefore(tokens: readonly Token[], index: number, number: ReadNumber): number {
  let last = index;
  while ((tokens[last + 1]?.start ?? Number.POSITIVE_INFINITY) < number.end) last += 1;
  return last;
}

function withoutOverlap(figures: readonly RawFigure[]): readonly RawFigure[] {
  return figures.filter((figure, index) => index === 0 || figure.start >= (figures[index - 1]?.end ?? 0));
}
