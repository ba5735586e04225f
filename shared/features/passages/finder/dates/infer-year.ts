// The year of a date that is written without one: another date of the sentence, else the last one past or the next to come.
import { dayNumber, dayOf } from '../../../../period/index.ts';
import { type Part, partDays } from './point.ts';
import type { Tense } from './tense.ts';

export interface YearQuestion {
  readonly part: Part;
  /** −1 "last May", 0 "this May", 1 "next May". */
  readonly pick: -1 | 0 | 1 | undefined;
  readonly tense: Tense;
  /** "since", "until" and ranges lean to the nearest one when no verb tells the tense. */
  readonly isBounded: boolean;
}

export function inferYear({ part, pick, tense, isBounded }: YearQuestion, day: string): number {
  const { year } = dayOf(day);
  if (pick === 0) return year;
  if (pick === -1) return partDays(part, year).last < day ? year : year - 1;
  if (pick === 1) return partDays(part, year).first > day ? year : year + 1;
  if (tense === 'future') return partDays(part, year).last < day ? year + 1 : year;
  if (tense === 'open' && part.kind === 'day' && isNear(partDays(part, year).first, day)) return year;
  if (tense === 'open' && isBounded) return nearestYear(part, year, day);
  return isPast(part, year, day) ? year : year - 1;
}

/** "The wage goes up on 1 July" in a text of June: no verb tells, and the next one is a few weeks away. */
function isNear(next: string, day: string): boolean {
  return next > day && dayNumber(safeDay(next)) - dayNumber(day) <= 31;
}

/** A longer span has passed when it ends within a month of the text: figures for it are out by then. */
function isPast(part: Part, year: number, day: string): boolean {
  const { first, last } = partDays(part, year);
  const isSpan = part.kind === 'months' || part.kind === 'months-to' || part.kind === 'code';
  return first <= day && (!isSpan || dayNumber(last) <= dayNumber(day) + 31);
}

function nearestYear(part: Part, year: number, day: string): number {
  const today = dayNumber(day);
  const distance = (candidate: number) => Math.abs(dayNumber(safeDay(partDays(part, candidate).last)) - today);
  return [year, year - 1, year + 1].reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}

/** 29 February of a year without one. */
function safeDay(day: string): string {
  return day.endsWith('-02-29') ? day.replace('-29', '-28') : day;
}
