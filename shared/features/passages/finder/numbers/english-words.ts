// Number words of English.
import { latinScales } from '../../../../quantity/scale-words.ts';
import type { NumberWord } from './cardinals.ts';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function buildWords(): ReadonlyMap<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  for (const [value, word] of UNITS.entries()) words.set(word, { kind: 'unit', value });
  for (const [index, word] of TENS.entries()) words.set(word, { kind: 'ten', value: (index + 2) * 10 });
  words.set('hundred', { kind: 'times-hundred', value: 100 });
  for (const word of ['thousand', 'lakh', 'million', 'crore', 'billion', 'trillion'])
    words.set(word, { kind: 'scale', value: latinScales[word] ?? 0 });
  return words;
}

export const englishNumbers = buildWords();

/** Plural words that name an order of magnitude when no number stands before them. */
export const englishOrders: Readonly<Record<string, { readonly low: number; readonly power: number }>> = {
  tens: { low: 10, power: 0 },
  dozens: { low: 10, power: 0 },
  scores: { low: 10, power: 0 },
  hundreds: { low: 100, power: 0 },
  thousands: { low: 1, power: 3 },
  millions: { low: 1, power: 6 },
  billions: { low: 1, power: 9 },
  trillions: { low: 1, power: 12 },
};

/** "sixfold" and "twelvefold": the number before "fold", or `undefined`. */
export function foldsOf(word: string): number | undefined {
  return word.endsWith('fold') ? englishNumbers.get(word.slice(0, -4))?.value : undefined;
}

/** Denominators: a third is one of three. */
export const englishDenominators: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
  twentieth: 20,
  hundredth: 100,
};

/** Verbs and adjectives that name a factor. */
export const englishFactors: Readonly<Record<string, string>> = {
  twice: '2',
  thrice: '3',
  double: '2',
  doubles: '2',
  doubled: '2',
  doubling: '2',
  triple: '3',
  triples: '3',
  tripled: '3',
  tripling: '3',
  treble: '3',
  trebled: '3',
  trebling: '3',
  quadruple: '4',
  quadruples: '4',
  quadrupled: '4',
  quadrupling: '4',
  quintuple: '5',
  quintupled: '5',
  halve: '2',
  halves: '2',
  halved: '2',
  halving: '2',
};
