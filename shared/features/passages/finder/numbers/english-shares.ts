// Shares and factors in English words: a third, two-thirds, one in four, half; doubled, twice, threefold.
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { englishDenominators, englishFactors, englishNumbers, foldsOf } from './english-words.ts';
import { factor, type Numeral, percentOf, share } from './numeral.ts';

const FRACTION =
  /(?:(a further|an additional|another|an?|one|two|three|four|five|seven|nine)[ -])(thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieth|hundredth)\b(?![ -](?:percentage[ -])?point)/y;
const RATIO = /(\w+)(?:(?<=\bone) [a-z]+)? (?:in|out of)(?: every)? (\w+)\b/y;
const HALF = /half\b(?!-)/y;
/** After "a third": words that show a share and not the third of a row. */
const SHARE_FOLLOWS =
  /(?: of\b|\s+(?:more|less|fewer|higher|lower|larger|smaller|in|from|to|since|by|over|last|this|year|compared)\b|[\s]*(?:[.,;:)—–]|$))/y;
const SHARE_LEADS =
  /(?:\b(?:by|about|around|almost|nearly|roughly|approximately|over|under|than|least|most|to|only|just|some|up|down|close to|from|or|accounts? for|made up|for)\s)$/;
const NOT_A_SHARE = /(?:\b(?:first|second|1st|2nd|latter|other|last|next|this|each|every|each|per)[\s-])$/;

export function readEnglishShare(sentence: Sentence, tokens: readonly Token[], index: number): Numeral | undefined {
  const token = tokens[index]!;
  const { lower } = sentence;
  return readFraction(lower, token) ?? readHalf(lower, token) ?? readEvery(lower, token) ?? readRatio(lower, token);
}

function readFraction(lower: string, token: Token): Numeral | undefined {
  const match = matchAt(FRACTION, lower, token.start);
  if (match === null) return undefined;
  const [written, top = '', bottom = ''] = match;
  const end = token.start + written.length;
  if (bottom === 'quarters' && (top !== 'three' || (!written.includes('-') && matchAt(/ of\b/y, lower, end) === null))) return undefined;
  const part = englishNumbers.get(top)?.value ?? 1;
  const isClear = part > 1 || matchAt(SHARE_FOLLOWS, lower, end) !== null || matchBefore(SHARE_LEADS, lower, token.start) !== undefined;
  const isOrdinal = lower[end] === '-' || matchAt(/ (?:earlier|ago|later|before)\b/y, lower, end) !== null;
  return isClear && !isOrdinal ? share(token.start, end, percentOf(part, englishDenominators[bottom] ?? 1)) : undefined;
}

const HALF_IS_A_PART =
  / (?:of (?:the (?:year|decade|century|month|season|day|game|match)|(?:19|20)\d\d|last|this|next)|(?:19|20)\d\d|century|time|brother|sister|marathon)\b/y;

function readHalf(lower: string, token: Token): Numeral | undefined {
  if (token.text !== 'half' || matchAt(HALF, lower, token.start) === null) return undefined;
  if (matchBefore(NOT_A_SHARE, lower, token.start) !== undefined || matchBefore(/\band an? $/, lower, token.start) !== undefined) return undefined;
  if (matchAt(HALF_IS_A_PART, lower, token.end) !== null && matchBefore(SHARE_LEADS, lower, token.start) === undefined) return undefined;
  return share(token.start, token.end, '50');
}

const EVERY =
  /every (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?! (?:year|month|week|day|time|quarter|hour|season|monday|tuesday|wednesday|thursday|friday|saturday|sunday))/y;

/** "every fifth buyer" is 20 %; "every second year" is a rhythm. */
function readEvery(lower: string, token: Token): Numeral | undefined {
  const match = token.text === 'every' ? matchAt(EVERY, lower, token.start) : null;
  const nth = match?.[1] === 'second' ? 2 : englishDenominators[match?.[1] ?? ''];
  return match === null || nth === undefined ? undefined : share(token.start, token.start + match[0].length, percentOf(1, nth));
}

function countOf(word: string): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : englishNumbers.get(word)?.value;
}

/** "one in four", "nine out of ten", "3 in 10". Larger or equal numbers and years are no ratio. */
function readRatio(lower: string, token: Token): Numeral | undefined {
  const match = matchAt(RATIO, lower, token.start);
  const part = countOf(match?.[1] ?? '');
  const whole = countOf(match?.[2] ?? '');
  if (match === null || part === undefined || whole === undefined || part < 1 || part >= whole || whole > 100) return undefined;
  const after = lower.slice(token.start + match[0].length, token.start + match[0].length + 10);
  if (/^(?:[.,]\d| (?:years?|months?|weeks?|days?|quarters?|hours?)\b|[\s-]?(?:%|per))/.test(after)) return undefined;
  return share(token.start, token.start + match[0].length, percentOf(part, whole));
}

const OBJECT_FOLLOWS =
  /\s+(?:the|that|those|its|their|his|her|our|what|as|this|last|in|from|to|by|over|since|year|compared|within|and|again|for|between|during|on|at|it|sales|output|capacity|production|exports|imports|prices?|revenue)\b|\s*(?:[.,;:)–—]|$)|\s+\d/y;

/** Verbs always name a factor; "double" and "twice" only before what they are applied to: not "double-decker", "twice a year". */
export function readEnglishFactor(sentence: Sentence, token: Token): Numeral | undefined {
  const times = foldsOf(token.text)?.toString() ?? englishFactors[token.text];
  if (times === undefined || sentence.lower[token.end] === '-') return undefined;
  if (/^(?:halves)$/.test(token.text) && matchBefore(/\b(?:both|two)\s$/, sentence.lower, token.start) !== undefined) return undefined;
  const isBare = /^(?:double|triple|treble|quadruple|quintuple|twice|thrice|halve)s?$/.test(token.text);
  const isVerb = matchBefore(
    /\b(?:to|will|would|could|can|may|might|must|should|shall|and|or|more than|nearly|almost)\s$/,
    sentence.lower,
    token.start,
  );
  if (isBare && isVerb === undefined && matchAt(OBJECT_FOLLOWS, sentence.lower, token.end) === null) return undefined;
  return factor(token.start, token.end, times);
}
