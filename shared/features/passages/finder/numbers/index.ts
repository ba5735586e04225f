// Reads the number that begins at a token, in any of the three languages.
import { shiftPoint } from '../../../../quantity/decimal.ts';
import { readDigits } from '../../../../quantity/digits.ts';
import { latinPower, latinScalePattern, latinScales, letterScales, russianPower } from '../../../../quantity/scale-words.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { readChinese } from './chinese.ts';
import { readFraction, readTenths } from './chinese-shares.ts';
import { withChineseTail } from './chinese-tail.ts';
import { readEnglish } from './english.ts';
import { type Numeral, numeral, percentOf, share } from './numeral.ts';
import { readRussian } from './russian.ts';

export type { Numeral } from './numeral.ts';

/** A numeral and whether its digits show that it is a quantity: grouping, a fraction or a scale word. */
export interface ReadNumber extends Numeral {
  readonly isPlainInteger: boolean;
}

export function readNumber(sentence: Sentence, tokens: readonly Token[], index: number): ReadNumber | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'digits') return readWithDigits(sentence, token);
  const read =
    token.kind === 'han' ? readChinese(sentence.lower, token.start) : (readEnglish(sentence, tokens, index) ?? readRussian(sentence, tokens, index));
  return read === undefined ? undefined : { ...read, isPlainInteger: false };
}

function readWithDigits(sentence: Sentence, token: Token): ReadNumber | undefined {
  const special =
    readFraction(sentence.lower, token.start) ??
    readTenths(sentence.lower, token.start) ??
    readSlash(sentence.lower, token) ??
    readTenOf(sentence.lower, token);
  if (special !== undefined) return { ...special, isPlainInteger: false };
  const digits = readDigits(sentence.lower, token.start, sentence.style);
  if (digits === undefined) return undefined;
  const plain = numeral(token.start, digits.end, digits.value, { multiplier: digits.power });
  if (digits.power !== 0) return { ...plain, isPlainInteger: false };
  const scaled = withScale(sentence, plain);
  return { ...scaled, isPlainInteger: !digits.isGrouped && scaled.end === plain.end };
}

/** "100+ thousand": a plus before the scale says "or more". */
function withScale(sentence: Sentence, plain: Numeral): Numeral {
  if (sentence.lower[plain.end] === '+') {
    const past = { ...plain, end: plain.end + 1 };
    const scaled = withEnglishScale(sentence, past) ?? withRussianScale(sentence.lower, past) ?? withChineseTail(sentence.lower, past);
    if (scaled.multiplier > 0) return { ...scaled, qualifier: 'at_least' };
  }
  return withEnglishScale(sentence, plain) ?? withRussianScale(sentence.lower, plain) ?? withChineseTail(sentence.lower, plain);
}

const SLASH = /([1-9])\/([2-9]|10)(?![\d/-]|[.,]\d)/y;

/** "1/3" and "3/4" as shares. */
function readSlash(lower: string, token: Token): Numeral | undefined {
  const match = matchAt(SLASH, lower, token.start);
  if (match === null || Number(match[1]) >= Number(match[2]) || matchBefore(/[\d./-]$/, lower, token.start) !== undefined) return undefined;
  return share(token.start, token.start + match[0].length, percentOf(Number(match[1]), Number(match[2])));
}

const TEN_OF =
  /(\d{1,2}) (?:(?:in|out of)(?: every)?|of every|из) (\d{1,3})(?!\d|[.,]\d|\s?%|\s(?:years?|months?|weeks?|days?|quarters?|лет|год|месяц|млн|тыс|млрд|million|billion))/y;

/** "3 in 10", "9 из 10": only of ten, twenty and the like; one may be of any number: "1 in 12". */
function readTenOf(lower: string, token: Token): Numeral | undefined {
  const match = matchAt(TEN_OF, lower, token.start);
  const isShare = /^(?:[3-9]|10|20|100)$/.test(match?.[2] ?? '') || match?.[1] === '1';
  if (match === null || !isShare || Number(match[1]) >= Number(match[2])) return undefined;
  return share(token.start, token.start + match[0].length, percentOf(Number(match[1]), Number(match[2])));
}

const LATIN_SCALE = new RegExp(`(?:[\\s\\u00a0-](?:and a half )?)?(${latinScalePattern}|(?:hundred|dozen)s?(?![a-z]))`, 'y');
const GLUED_SCALE = /(k|m|b|t|tn)(?![\p{L}\d²³])/uy;
/** After a glued m: metres, not millions. */
const METRES = /\s+(?:tall|long|wide|high|deep|above sea|diameter|in length)\b/y;

function withEnglishScale(sentence: Sentence, read: Numeral): Numeral | undefined {
  const word = matchAt(LATIN_SCALE, sentence.lower, read.end);
  if (word !== null) return englishScaled(sentence.lower, read, word);
  const letter = matchAt(GLUED_SCALE, sentence.lower, read.end);
  if (letter === null || (letter[1] === 'm' && matchAt(METRES, sentence.lower, read.end + 1) !== null)) return undefined;
  if (letter[1] === 't' && matchBefore(/[$€£¥₽]$/, sentence.lower, read.start) === undefined) return undefined;
  return { ...read, end: read.end + letter[0].length, multiplier: letterScales[letter[1] ?? ''] ?? 0 };
}

function englishScaled(lower: string, read: Numeral, match: RegExpExecArray): Numeral {
  const end = read.end + match[0].length;
  const word = (match[1] ?? '').replace(/^(hundred|dozen)s$/, '$1');
  if (word === 'dozen') return { ...read, end, low: String(Number(read.low) * 12), high: String(Number(read.high) * 12) };
  if (word !== 'hundred') return { ...read, end, multiplier: latinPower(word) };
  const next = matchAt(/ (thousand|million|billion)\b/y, lower, end);
  return { ...read, end: end + (next?.[0].length ?? 0), multiplier: 2 + (latinScales[next?.[1] ?? ''] ?? 0) };
}

const RUSSIAN_SCALE =
  /[\s\u00a0]?(?:с лишним[\s\u00a0])?(тыс\.|тыс(?!\p{L})|тысяч\p{L}*|(?:млн|млрд|трлн)(?:\.(?=[\s\u00a0][а-яё\d(]))?(?!\p{L})|миллион\p{L}*|миллиард\p{L}*|триллион\p{L}*)/uy;

function withRussianScale(lower: string, read: Numeral): Numeral | undefined {
  const match = matchAt(RUSSIAN_SCALE, lower, read.end);
  if (match === null) return undefined;
  const qualifier = match[0].includes('с лишним') ? 'over' : read.qualifier;
  const scaled = { ...read, end: read.end + match[0].length, multiplier: russianPower(match[1] ?? ''), qualifier };
  return withLowerScale(lower, scaled);
}

const LOWER_SCALE = /[\s\u00a0](\d{1,3})[\s\u00a0](тыс\.|тысяч\p{L}*|млн|миллион\p{L}*|млрд|миллиард\p{L}*)(?!\p{L})/uy;

const UNITS_AFTER_THOUSANDS = /[\s\u00a0](\d{1,3})(?=[\s\u00a0](?:руб|р\.|₽|долл|евро|юан|чел|человек|тонн|км|шт|единиц|га)(?!\d))/uy;

/** "1 млн 250 тыс." and "1 тыс. 230 руб." are one number. */
function withLowerScale(lower: string, read: Numeral): Numeral {
  const match = matchAt(LOWER_SCALE, lower, read.end);
  const rest = match === null && read.multiplier === 3 && /^\d+$/.test(read.low) ? matchAt(UNITS_AFTER_THOUSANDS, lower, read.end) : null;
  if (rest !== null) {
    const total = shiftPoint(`${read.low}.${(rest[1] ?? '').padStart(3, '0')}`, 3);
    return { ...read, end: read.end + rest[0].length, low: total, high: total, multiplier: 0 };
  }
  const power = russianPower(match?.[2] ?? '');
  if (match === null || power >= read.multiplier || !/^\d+$/.test(read.low)) return read;
  const value = shiftPoint(`${read.low}.${(match[1] ?? '').padStart(read.multiplier - power, '0')}`, 0);
  return { ...read, end: read.end + match[0].length, low: value, high: value };
}
