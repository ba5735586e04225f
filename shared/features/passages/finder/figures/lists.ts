// Lists that name their unit once: "7, 18 and 49 %" are three shares, "3, 5 и 7 млн" three millions.
import { isCurrency } from '../../../../quantity/units.ts';
import type { Sentence } from '../text/sentences.ts';
import type { RawFigure } from './raw-figure.ts';

const COMMA = /^(?:[,;]\s|、)$/;
const LAST = /^(?:,?[\s\u00a0](?:and|or|и|или|либо)[\s\u00a0](?:на[\s\u00a0])?|和|与|及|以及|或)$/;

/** Gives the figures of a list the unit and scale that its last one carries. */
export function shareListUnits(sentence: Sentence, figures: readonly RawFigure[]): readonly RawFigure[] {
  const shared = [...figures];
  const isRespective = /respectively|соответственно|分别/.test(sentence.lower);
  for (let last = 1; last < shared.length; last += 1) {
    const carrier = shared[last]!;
    const gap = gapBefore(sentence, shared, last);
    if (!carries(carrier) || !LAST.test(gap)) continue;
    const first = firstOfList(sentence, shared, last);
    const isList = first < last - 1;
    if (!isList && !isRespective && (!isShareUnit(carrier.unit) || /или|or|或/.test(gap))) continue;
    for (let at = first; at <= last; at += 1) shared[at] = at === last ? { ...carrier, isListed: isList } : withUnitOf(shared[at]!, carrier, isList);
  }
  return shared;
}

function gapBefore({ lower }: Sentence, figures: readonly RawFigure[], index: number): string {
  return lower.slice(figures[index - 1]!.end, figures[index]!.start);
}

function isShareUnit(unit: string | null): boolean {
  return unit === 'PCT' || unit === 'PP';
}

/** The unit or scale stands after the number, where it can serve those before. */
function carries({ unit, multiplier, coreStart, number, low, high }: RawFigure): boolean {
  const isPrefixed = coreStart < number.start && isCurrency(unit);
  return number.form === 'digits' && low === high && !isPrefixed && (isShareUnit(unit) || isCurrency(unit) || multiplier >= 3);
}

function firstOfList(sentence: Sentence, figures: readonly RawFigure[], last: number): number {
  let first = last;
  while (first > 0 && isBare(figures[first - 1]!) && (first === last || COMMA.test(gapBefore(sentence, figures, first)))) first -= 1;
  return first;
}

function isBare({ unit, multiplier, number, end, low, high }: RawFigure): boolean {
  const isPlain = unit === null && multiplier === 0 && number.form === 'digits' && low === high;
  return isPlain && end === number.end && low.replace(/\..*$/, '').length <= 3;
}

function withUnitOf(figure: RawFigure, { unit, multiplier }: RawFigure, isListed: boolean): RawFigure {
  return { ...figure, unit, multiplier, isListed };
}
