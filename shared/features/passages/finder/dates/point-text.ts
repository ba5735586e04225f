// EDTF of one point in a text of a given day.
import { addDays, dayOf, pad2, shiftedUnit, weekdayOf } from '../../../../period/index.ts';
import { inferYear } from './infer-year.ts';
import { type Point, partText } from './point.ts';
import type { Tense } from './tense.ts';

export interface ResolveContext {
  readonly publishedOn: string | undefined;
  readonly tense: Tense;
  /** Year of an earlier date in the sentence. */
  readonly sentenceYear: number | undefined;
}

/** `day` is needed only by points that count from the source's date. */
export function plainText(point: Point, day: string | undefined, context: ResolveContext, isBounded: boolean): string {
  switch (point.kind) {
    case 'unit':
      return shiftedUnit(day ?? '', point.unit, point.offset);
    case 'weekday':
      return weekdayText(day ?? '', point.weekday, point.week, context.tense);
    case 'day-of-month':
      return dayOfMonthText(day ?? '', point, context.tense);
    case 'calendar':
      return partText(point.part, yearFor(point, day, context, isBounded));
  }
}

function yearFor(point: Extract<Point, { kind: 'calendar' }>, day: string | undefined, context: ResolveContext, isBounded: boolean): number {
  if (point.year !== undefined) return point.year;
  const pubYear = day === undefined ? 0 : dayOf(day).year;
  if (point.yearOffset !== undefined) return pubYear + point.yearOffset;
  if (point.pick === undefined && context.sentenceYear !== undefined) return context.sentenceYear;
  return inferYear({ part: point.part, pick: point.pick, tense: context.tense, isBounded }, day ?? '');
}

function weekdayText(day: string, weekday: number, week: number | undefined, tense: Tense): string {
  const today = weekdayOf(day);
  if (week !== undefined) return addDays(day, week * 7 + weekday - today);
  return tense === 'future' ? addDays(day, (weekday - today + 7) % 7) : addDays(day, -((today - weekday + 7) % 7));
}

function dayOfMonthText(day: string, { day: number, monthOffset }: Extract<Point, { kind: 'day-of-month' }>, tense: Tense): string {
  const { year, month, day: today } = dayOf(day);
  const shift = monthOffset ?? (tense === 'future' ? (number < today ? 1 : 0) : number > today ? -1 : 0);
  const index = year * 12 + month - 1 + shift;
  return `${Math.floor(index / 12)}-${pad2((index % 12) + 1)}-${pad2(number)}`;
}
