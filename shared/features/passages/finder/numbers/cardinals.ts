// Adds up spelled cardinals, English or Russian: "two hundred and five thousand", "сорок пять тысяч".

export interface NumberWord {
  readonly kind: 'unit' | 'ten' | 'hundreds' | 'times-hundred' | 'scale';
  /** The value of a unit, ten or hundreds word; the power of ten of a scale. */
  readonly value: number;
}

export interface Cardinal {
  /** How many words were read. */
  readonly count: number;
  readonly value: number;
  /** Power of ten of a closing scale word, kept apart as it is written: "forty thousand" is 40 × 10^3. */
  readonly multiplier: number;
  readonly hasScale: boolean;
}

/** Lowest place that the words so far have filled: after "twenty" a unit may follow, after "five" nothing. */
const places: Readonly<Record<NumberWord['kind'], number>> = { hundreds: 100, ten: 10, unit: 1, 'times-hundred': 100, scale: 1000 };

/** Reads as many words as make one number; `undefined` when the first is no number. */
export function readCardinal(words: readonly (NumberWord | 'and')[]): Cardinal | undefined {
  let total = 0;
  let group = 0;
  let place = Number.POSITIVE_INFINITY;
  let lastScale = Number.POSITIVE_INFINITY;
  let count = 0;
  let closing = 0;
  for (const [index, word] of words.entries()) {
    if (word === 'and') {
      if (count === 0 || closesBefore(words[index + 1], place)) break;
      continue;
    }
    if (word.kind === 'scale') {
      if (group === 0 || word.value >= lastScale) break;
      total += group * 10 ** word.value;
      lastScale = word.value;
      closing = word.value;
      group = 0;
      place = Number.POSITIVE_INFINITY;
    } else if (word.kind === 'times-hundred') {
      if (group === 0 || group >= 100) break;
      group *= 100;
      place = 100;
      closing = 0;
    } else {
      if (!fitsBelow(word, place)) break;
      group += word.value;
      place = word.value >= 10 && word.kind === 'unit' ? 1 : places[word.kind];
      closing = 0;
    }
    count = index + 1;
  }
  return count === 0 ? undefined : finish(count, total + group, closing);
}

function fitsBelow(word: NumberWord, place: number): boolean {
  if (word.kind === 'unit') return word.value >= 10 ? place > 10 : place > 1;
  return place > places[word.kind];
}

function closesBefore(next: NumberWord | 'and' | undefined, place: number): boolean {
  return next === undefined || next === 'and' || next.kind === 'scale' || next.kind === 'times-hundred' || !fitsBelow(next, place);
}

function finish(count: number, value: number, closing: number): Cardinal {
  const scaled = value / 10 ** closing;
  const isWhole = Number.isInteger(scaled) && scaled < 1000;
  return { count, value: isWhole ? scaled : value, multiplier: isWhole ? closing : 0, hasScale: closing > 0 || value >= 1000 };
}
