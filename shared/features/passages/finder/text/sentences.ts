// Cuts text into sentences: the reach of the words that give a figure its direction and a date its year.

import type { NumberStyle } from '../../../../quantity/digits.ts';

export type { NumberStyle };

export interface Sentence {
  readonly text: string;
  /** Lower case, of the same length as `text`. */
  readonly lower: string;
  /** UTF-16 offset in the whole text. */
  readonly offset: number;
  /** Which sign parts whole and fraction. */
  readonly style: NumberStyle;
}

const BOUNDARY = /[.!?…]["'”»)\]]*(?=\s)|[。！？]|\n|\t/g;
/** A dot after these does not end a sentence, whatever follows. */
const NEVER_LAST =
  /(?:^|[\s(«"])(?:(?<!\d\s)\p{L}|no|nos|mr|mrs|ms|dr|st|vs|approx|ca|art|fig|sec|ch|pp|vol|ext|fax|доб|тел|факс|моб|rs|cu|sq|est|incl|excl|al|op|viz|tel|gen|gov|sen|rep|col|capt|prof|hon|rev|dept|univ|reg|ref|(?<=\d\s)fed|абз|messrs|cf|ed|eds|см|напр|гос|пос|дер|просп|пр-т|наб|пер|корп|оф|комн|акад|проф|ср|рег|зам|jan|feb|mar|apr|aug|sept?|oct|nov|dec|им|ул|стр|ст|табл|гл|разд|прил)$/iu;
/** A dot after these ends a sentence only before a capital. */
const SELDOM_LAST =
  /(?:^|[\s(«"\d–-])(?:г|гг|кв|мес|нед|янв|февр?|апр|авг|сент?|окт|нояб?|дек|обл|куб|тыс|млн|млрд|трлн|руб|долл|п|т|чел|шт|ед|проц|bn|bln|mn|mln|ft|m|p|a|др|проч|пр|inc|ltd|co|corp|bros|(?:\p{L}\.){1,4}\p{L})$/iu;
/** Names that go on with a unit of money: "7 млрд долл. США". */
const NEVER_FIRST = /^(?:США|РФ|Канады|Гонконга|Австралии|Тайваня)(?!\p{L})/u;
const MAX_LENGTH = 3000;
/** A line at least this wide (a Han character counts two) that stops without a stop was wrapped. */
const WRAPPED_WIDTH = 46;

/** Ranges [start, end) of sentences, in order, without their line breaks. */
export function* sentenceRanges(text: string): Generator<readonly [number, number]> {
  let start = 0;
  let lineStart = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    const isLineBreak = match[0] === '\n';
    const isCut = isLineBreak ? !isWrapped(text, lineStart, match.index) : match[0] === '\t' || endsSentence(text, match.index, end);
    if (isLineBreak) lineStart = end;
    if (!isCut) continue;
    yield* pieces(text, start, end);
    start = end;
  }
  yield* pieces(text, start, text.length);
}

/** The sentences that a stretch of a text touches, from the start of the first to the end of the last; UTF-16 offsets. */
export function sentencesAround(text: string, from: number, to: number): readonly [number, number] {
  let start = from;
  let end = to;
  for (const range of sentenceRanges(text)) {
    if (range[0] >= to) break;
    if (range[1] <= from) continue;
    start = Math.min(start, range[0]);
    end = Math.max(end, range[1]);
  }
  return [start, end];
}

function isWrapped(text: string, lineStart: number, lineEnd: number): boolean {
  const line = text.slice(lineStart, lineEnd).trimEnd();
  const next = text.slice(lineEnd + 1, lineEnd + 12);
  if (/^\s*(?:\n|$|[-•–—*]|\d{1,2}[.)]\s)/.test(next) || /[.!?:。！？：]$/.test(line)) return false;
  const wide = line.match(/\p{Script=Han}/gu)?.length ?? 0;
  return line.length + wide >= WRAPPED_WIDTH;
}

function endsSentence(text: string, dot: number, end: number): boolean {
  if (text[dot] !== '.') return true;
  const rest = text.slice(end, end + 16).trimStart();
  const next = rest[0] ?? '';
  if (/\p{Ll}/u.test(next) || NEVER_FIRST.test(rest)) return false;
  const before = text.slice(Math.max(0, dot - 8), dot);
  return !NEVER_LAST.test(before) && !(SELDOM_LAST.test(before) && !/\p{Lu}/u.test(next));
}

/** Keeps a runaway sentence (a table, a list without stops) to pieces of bounded length, cut at spaces. */
function* pieces(text: string, start: number, end: number): Generator<readonly [number, number]> {
  let from = start;
  while (end - from > MAX_LENGTH) {
    // Within the piece only: a text without spaces would be walked back to its start each time.
    const space = text.slice(from, from + MAX_LENGTH + 1).lastIndexOf(' ');
    const cut = space > 0 ? from + space : from + MAX_LENGTH;
    yield [from, cut];
    from = cut;
  }
  if (from < end) yield [from, end];
}

/** Full-width digits and signs read as their ASCII forms, one for one. */
function narrow(text: string): string {
  return text.replace(/[\uff05\uff0b-\uff0e\uff10-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

export function sentenceAt(text: string, [start, end]: readonly [number, number], latinStyle: NumberStyle): Sentence {
  const piece = narrow(text.slice(start, end));
  const lower = piece.toLowerCase();
  return { text: piece, lower: lower.length === piece.length ? lower : piece, offset: start, style: styleOf(piece, latinStyle) };
}

function styleOf(piece: string, latinStyle: NumberStyle): NumberStyle {
  if (/\p{Script=Cyrillic}{3}/u.test(piece)) return 'comma';
  return /\p{Script=Han}/u.test(piece) ? 'point' : latinStyle;
}
