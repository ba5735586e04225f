// Spelled numbers of Russian: cardinals, полтора, пол-, orders of magnitude, shares and factors.
import { russianPower } from '../../../../quantity/scale-words.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { type NumberWord, readCardinal } from './cardinals.ts';
import { factor, type Numeral, numeral, orderOf } from './numeral.ts';
import { readRussianShare } from './russian-shares.ts';
import { russianFactors, russianNumbers } from './russian-words.ts';

/** Reads a spelled number that begins with the word at `index`. */
export function readRussian(sentence: Sentence, tokens: readonly Token[], index: number): Numeral | undefined {
  const token = tokens[index];
  if (token === undefined || token.kind !== 'word' || !canBegin(token.text)) return undefined;
  if (sentence.lower[token.start - 1] === '-' && /\p{L}/u.test(sentence.lower[token.start - 2] ?? '') && !russianNumbers.has(token.text))
    return undefined;
  return (
    readFactor(token) ??
    readPartOfScale(sentence.lower, token) ??
    readHalfScale(sentence.lower, token) ??
    readRussianShare(sentence, tokens, index) ??
    readOrder(sentence.lower, token) ??
    readWords(sentence, tokens, index)
  );
}

const STARTERS =
  /^(?:пол|нап|впол|трет|четв|кажд|десят|сот|сотн|нескольк|дюж|вдв|втр|вче|впят|вше|всем|ввос|вдес|удв|утр|учет|двук|двух|тр[её]х|четыр|пят|шест|сед|семи|вос|дев|двад|втор)/;

/** Most words begin no number; this keeps them from trying every pattern. */
function canBegin(word: string): boolean {
  return word.charCodeAt(0) >= 0x400 && (russianNumbers.has(word) || STARTERS.test(word));
}

function readFactor(token: Token): Numeral | undefined {
  const found = /^(?:в|у|[дтчпшсв])/u.test(token.text) ? russianFactors.find(([, pattern]) => pattern.test(token.text)) : undefined;
  return found === undefined ? undefined : factor(token.start, token.end, found[0]);
}

const ONE_AND_A_HALF =
  /(?:полтор[аы]|полутора)(?:\s+(тыс\.|тысяч\p{L}*|млн|миллион\p{L}*|млрд|миллиард\p{L}*|трлн|триллион\p{L}*|сот(?:ен|ни|ням)|десят\p{L}+))?/uy;
const HALF_OF = /пол(?:у)?(тысяч\p{L}*|миллион\p{L}*|миллиард\p{L}*|триллион\p{L}*|сотн\p{L}*|процента|пункта)(?![\p{L}])/uy;

const PART_OF_SCALE = /(четверть|треть|половин(?:а|у|ы|е|ой))\s+(процентного пункта|пункта|процента|тысячи|миллиона|миллиарда|триллиона)(?!\p{L})/uy;

/** "четверть процентного пункта", "половина миллиарда". */
function readPartOfScale(lower: string, token: Token): Numeral | undefined {
  const match = /^(?:четверть|треть|половин)/.test(token.text) ? matchAt(PART_OF_SCALE, lower, token.start) : null;
  if (match === null) return undefined;
  const [written, part = '', scale = ''] = match;
  const value = part === 'четверть' ? '0.25' : part === 'треть' ? '0.33' : '0.5';
  const unit = scale === 'процента' ? 'PCT' : scale.endsWith('пункта') ? 'PP' : null;
  return numeral(token.start, token.start + written.length, value, { form: 'words', multiplier: russianPower(scale), unit });
}

function readHalfScale(lower: string, token: Token): Numeral | undefined {
  if (!token.text.startsWith('пол')) return undefined;
  const match = matchAt(ONE_AND_A_HALF, lower, token.start) ?? matchAt(HALF_OF, lower, token.start);
  if (match === null) return undefined;
  const [written, scale = ''] = match;
  const value = /^полтор|^полутора/.test(written) ? '1.5' : '0.5';
  const unit = scale === 'процента' ? 'PCT' : scale === 'пункта' ? 'PP' : null;
  return numeral(token.start, token.start + written.length, value, { form: 'words', multiplier: russianPower(scale), unit });
}

const MANY =
  /(?:нескольк(?:о|их|им|ими)\s+)?(десятк(?:и|ов|ам|ами|ах)|сот(?:ни|ен|ням|нями|нях)|тысяч(?:и|ам|ами|ах)?|миллион(?:ы|ов|ам|ами|ах)|миллиард(?:ы|ов|ам|ами|ах)|триллион(?:ы|ов))(?:\s+(тысяч|миллионов|миллиардов|триллионов|тыс\.|млн|млрд|трлн))?(?!\p{L})/uy;

function readOrder(lower: string, token: Token): Numeral | undefined {
  const match = matchAt(MANY, lower, token.start);
  if (match === null) return undefined;
  const [written, first = '', second] = match;
  const isPlainGenitive = /^(?:тысяч|миллионов|миллиардов)$/.test(written);
  const power = first.startsWith('десят') || first.startsWith('сот') ? 0 : russianPower(first);
  const low = first.startsWith('десят') ? 10 : first.startsWith('сот') ? 100 : 1;
  if (isPlainGenitive || russianNumbers.get(lower.slice(token.start, token.end))?.kind === 'unit') return undefined;
  return orderOf(token.start, token.start + written.length, low, power + russianPower(second ?? ''));
}

/** "один" counts only before money, time, per cent or a scale; elsewhere it means "a certain" or "alone". */
const ONE_COUNTS =
  /\s+(?:тыс|млн|млрд|трлн|миллион|миллиард|триллион|руб|доллар|евро|юан|процент|пункт|год|месяц|недел|день|дня|час|минут|раз|с половиной)/uy;
const ROUND = /(десяток|десятка|дюжин[ауы]|сотн[яюие]|полсотни)(?![\p{L}])/uy;
const ROUND_VALUES: Readonly<Record<string, string>> = { десяток: '10', десятка: '10', полсотни: '50' };

function readWords(sentence: Sentence, tokens: readonly Token[], index: number): Numeral | undefined {
  const { lower } = sentence;
  const token = tokens[index]!;
  const round = matchAt(ROUND, lower, token.start);
  if (round !== null) return numeral(token.start, token.end, ROUND_VALUES[round[0]] ?? (round[0].startsWith('д') ? '12' : '100'), { form: 'words' });
  const first = russianNumbers.get(token.text);
  if (first === undefined) return undefined;
  if (first.kind === 'scale') return loneScale(lower, token, first.value);
  if (first.value === 1 && first.kind === 'unit' && !isCountingOne(lower, token)) return undefined;
  const read = readCardinal(collectWords(sentence, tokens, index));
  const last = tokens[index + (read?.count ?? 0) - 1];
  if (read === undefined || last === undefined || isNameLike(sentence, last)) return undefined;
  return withRound(lower, withHalf(lower, numeral(token.start, last.end, String(read.value), { form: 'words', multiplier: read.multiplier })));
}

function isCountingOne(lower: string, token: Token): boolean {
  return matchAt(ONE_COUNTS, lower, token.end) !== null && !/^одн(?:им|ом)$/.test(token.text);
}

/** "миллион рублей" is one million; "тысяч" without a number before it counts nothing. */
function loneScale(lower: string, token: Token, power: number): Numeral | undefined {
  const isSingular = /^(?:тысяч[ауеи]|тысячей|миллион[ауе]?|миллиард[ауе]?|триллион[ауе]?)$/.test(token.text);
  const followsDigits = matchBefore(/\d[\s\u00a0]?$/, lower, token.start) !== undefined;
  return isSingular && !followsDigits ? numeral(token.start, token.end, '1', { form: 'words', multiplier: power }) : undefined;
}

function collectWords(sentence: Sentence, tokens: readonly Token[], index: number): NumberWord[] {
  const words: NumberWord[] = [];
  for (let at = index; at < Math.min(tokens.length, index + 12); at += 1) {
    const token = tokens[at]!;
    if (at > index && !/^[\s\u00a0]$/.test(sentence.lower.slice(tokens[at - 1]?.end ?? 0, token.start))) break;
    const word = russianNumbers.get(token.text);
    if (word === undefined) break;
    words.push(word);
  }
  return words;
}

/** "двух-", "пяти-" as the first half of a compound word. */
function isNameLike(sentence: Sentence, last: Token): boolean {
  return sentence.lower[last.end] === '-' && /[а-яё]/.test(sentence.lower[last.end + 1] ?? '') && !startsNumber(sentence.lower, last.end + 1);
}

function startsNumber(lower: string, at: number): boolean {
  const word = /^[а-яё]+/.exec(lower.slice(at, at + 24))?.[0] ?? '';
  return russianNumbers.has(word);
}

const ROUND_AFTER = /\s+(десятк|сот|дюжин)(?:а|ов|ам|ами|ах|ен|ни|ням|нями|нях|ы)?(?!\p{L})/uy;

/** "два десятка", "три сотни". */
function withRound(lower: string, read: Numeral): Numeral {
  const match = read.multiplier === 0 ? matchAt(ROUND_AFTER, lower, read.end) : null;
  if (match === null) return read;
  const value = String(Number(read.low) * ({ десятк: 10, сот: 100, дюжин: 12 }[match[1] ?? ''] ?? 1));
  return { ...read, end: read.end + match[0].length, low: value, high: value };
}

const WITH_HALF = /\s+с половиной(?:\s+(тыс\.|тысяч\p{L}*|млн|миллион\p{L}*|млрд|миллиард\p{L}*|трлн|триллион\p{L}*))?/uy;

function withHalf(lower: string, read: Numeral): Numeral {
  const match = matchAt(WITH_HALF, lower, read.end);
  if (match === null) return read;
  const value = `${read.low}.5`;
  const power = match[1] === undefined ? read.multiplier : russianPower(match[1]);
  return { ...read, end: read.end + match[0].length, low: value, high: value, multiplier: power };
}
