// Spelled numbers of English: cardinals, halves and quarters of a scale, orders of magnitude.
import { latinScales } from '../../../../quantity/scale-words.ts';
import { matchAt } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { type NumberWord, readCardinal } from './cardinals.ts';
import { readEnglishFactor, readEnglishShare } from './english-shares.ts';
import { englishFactors, englishNumbers, englishOrders, foldsOf } from './english-words.ts';
import { type Numeral, numeral, orderOf } from './numeral.ts';

const LONGEST_NUMBER = 12;

/** Reads a spelled number that begins with the word at `index`. */
export function readEnglish(sentence: Sentence, tokens: readonly Token[], index: number): Numeral | undefined {
  const token = tokens[index];
  if (token === undefined || token.kind !== 'word' || !canBegin(token.text)) return undefined;
  if (isInsideCompound(sentence.lower, token)) return undefined;
  return (
    readEnglishFactor(sentence, token) ??
    readPartOfScale(sentence.lower, token) ??
    readEnglishShare(sentence, tokens, index) ??
    readOrder(sentence.lower, token) ??
    readWords(sentence, tokens, index)
  );
}

/** Words with which a number can begin; most words begin none, and this keeps them from trying every pattern. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  ...englishNumbers.keys(),
  ...Object.keys(englishOrders),
  ...Object.keys(englishFactors),
  ...['a', 'every', 'an', 'another', 'half', 'quarter', 'several', 'many', 'some', 'untold', 'dozen'],
]);

function canBegin(word: string): boolean {
  return BEGINNINGS.has(word) || foldsOf(word) !== undefined;
}

/** "twenty" of "one-twenty" and "half" of "second-half" belong to the word before. */
function isInsideCompound(lower: string, token: Token): boolean {
  return lower[token.start - 1] === '-' && /\p{L}/u.test(lower[token.start - 2] ?? '');
}

const PART_OF_SCALE =
  /(half|(?:a |one[ -])?quarter|three[ -]quarters)(?: of)?[ -]an?[ -](million|billion|trillion|thousand|dozen|percent(?:age point)?|per cent|point)\b/y;

const PART_OF_POINT =
  /(?:(?:an?|one|another|a further)[ -])?(half|quarter|three[ -]quarters?)(?:[ -]of)?(?:[ -]an?)?[ -](?:percentage[ -]|per ?cent(?:age)? )?point\b/y;

/** The longest "a further three quarters of a percentage point". */
const farthestPoint = 48;

/** "half a million", "a quarter of a trillion", "half a percentage point", "half-point". */
function readPartOfScale(lower: string, token: Token): Numeral | undefined {
  const point = lower.slice(token.end, token.start + farthestPoint).includes('point') ? matchAt(PART_OF_POINT, lower, token.start) : null;
  if (point !== null) return numeral(token.start, token.start + point[0].length, partOf(point[1] ?? ''), { form: 'words', unit: 'PP' });
  const match = matchAt(PART_OF_SCALE, lower, token.start);
  if (match === null) return undefined;
  const [whole, part = '', unit = ''] = match;
  const value = partOf(part);
  const end = token.start + whole.length;
  if (unit === 'dozen') return numeral(token.start, end, String(Number(value) * 12), { form: 'words' });
  const power = latinScales[unit];
  if (power !== undefined) return numeral(token.start, end, value, { form: 'words', multiplier: power });
  return numeral(token.start, end, value, { form: 'words', unit: unit.startsWith('per') && !unit.endsWith('point') ? 'PCT' : 'PP' });
}

function partOf(word: string): string {
  return word === 'half' ? '0.5' : word.startsWith('three') ? '0.75' : '0.25';
}

const MANY =
  /(?:several|a few|(?:many|some|untold) (?=\w+s\b))\s*(hundred|thousand|dozen|million|billion|trillion)s?(?: (thousand|million|billion|trillion))?\b/y;
const ORDER =
  /(tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?: of (hundreds|thousands|millions|billions|trillions))?(?: of (thousands|millions|billions|trillions))?\b/y;

/** "several hundred", "tens of thousands", "billions". */
function readOrder(lower: string, token: Token): Numeral | undefined {
  const many = matchAt(MANY, lower, token.start);
  if (many !== null) return orderFrom(token.start, many[0], [`${many[1]}s`, many[2] === undefined ? undefined : `${many[2]}s`]);
  const order = matchAt(ORDER, lower, token.start);
  return order === null ? undefined : orderFrom(token.start, order[0], order.slice(1));
}

function orderFrom(start: number, written: string, words: readonly (string | undefined)[]): Numeral | undefined {
  const found = words.flatMap((word) => (word === undefined ? [] : [englishOrders[word]]));
  const low = found.reduce((product, order) => product * (order?.low ?? 1), 1);
  const power = found.reduce((sum, order) => sum + (order?.power ?? 0), 0);
  return orderOf(start, start + written.length, low, power);
}

/** Scale words that stand for one of it after an article, and words that make "one" count. */
const ONE_COUNTS =
  /[ -](?:hundred|thousand|lakh|million|crore|billion|trillion|half|per ?cent|percent|percentage|basis|dollar|euro|pound|rouble|ruble|yuan|yen|cent|year|month|week|day|hour|minute|decade|time|unit|or two|to two|in [a-z]+|and a half|[a-z]+ in (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty))\b/y;
const ARTICLE_SCALE = /an?[ -](?=(?:hundred|thousand|million|billion|trillion|dozen)(?:\b(?!-(?!and))))/y;

function readWords(sentence: Sentence, tokens: readonly Token[], index: number): Numeral | undefined {
  const { lower } = sentence;
  const token = tokens[index]!;
  const article = matchAt(ARTICLE_SCALE, lower, token.start) !== null;
  if (!article && !englishNumbers.has(token.text) && token.text !== 'dozen') return undefined;
  if (token.text === 'one' && matchAt(ONE_COUNTS, lower, token.end) === null) return undefined;
  const dozens = matchAt(/(?:an?|one|two|three|four|five|six|half a) dozen\b/y, lower, token.start);
  if (dozens !== null) return dozenOf(token.start, dozens[0]);
  const words = collectWords(sentence, tokens, index, article);
  const read = readCardinal(words);
  const last = tokens[index + (read?.count ?? 0) - 1];
  if (read === undefined || last === undefined) return undefined;
  const plain = numeral(token.start, last.end, String(read.value), { form: 'words', multiplier: read.multiplier });
  return isUncounted(sentence, plain, read.hasScale) ? undefined : withHalf(lower, plain);
}

function dozenOf(start: number, written: string): Numeral {
  const count = ['one', 'two', 'three', 'four', 'five', 'six'].indexOf(written.split(' ')[0] ?? '') + 1;
  return numeral(start, start + written.length, String(Math.max(1, count) * 12), { form: 'words' });
}

function collectWords(sentence: Sentence, tokens: readonly Token[], index: number, article: boolean): (NumberWord | 'and')[] {
  const words: (NumberWord | 'and')[] = article ? [{ kind: 'unit', value: 1 }] : [];
  for (let at = index + (article ? 1 : 0); at < Math.min(tokens.length, index + LONGEST_NUMBER); at += 1) {
    const token = tokens[at]!;
    const gap = sentence.lower.slice(tokens[at - 1]?.end ?? 0, token.start);
    if (at > index && gap !== ' ' && gap !== '-') break;
    const word = token.text === 'and' ? 'and' : englishNumbers.get(token.text);
    if (word === undefined) break;
    words.push(word);
  }
  return words;
}

const DURATION_COMPOUND =
  /-(?:year|month|week|day|hour|minute|decade|percent|per-cent|point|kilomet|km|mile|tonne|ton|hectare|acre|strong|fold|billion|million)(?:s|res?|ers?|tres?)?(?![a-z])/y;
/** "two-tone", "the Big Three", "One Belt": words of a name, not counts. */
function isUncounted(sentence: Sentence, { start, end }: Numeral, hasScale: boolean): boolean {
  if (sentence.lower[end] === '-' && matchAt(DURATION_COMPOUND, sentence.lower, end) === null) return /[a-z]/.test(sentence.lower[end + 1] ?? '');
  const isCapital = /[A-Z]/.test(sentence.text[start] ?? '');
  return isCapital && !hasScale && /[\p{L}\p{N},]["'’”]?\s$/u.test(sentence.text.slice(Math.max(0, start - 3), start));
}

const AND_A_HALF = / and a half(?:[ -](thousand|million|billion|trillion))?\b/y;

/** "three and a half", "a million and a half", "two and a half billion". */
function withHalf(lower: string, read: Numeral): Numeral {
  const match = matchAt(AND_A_HALF, lower, read.end);
  if (match === null) return read;
  const value = `${read.low}.5`;
  return { ...read, end: read.end + match[0].length, low: value, high: value, multiplier: latinScales[match[1] ?? ''] ?? read.multiplier };
}
