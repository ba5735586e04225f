// Labels and lines of the time axis: an upper row for the larger unit, a lower row as fine as the room allows.

import type { TimeScale } from '../../../shared/features/timeline/time-scale.ts';
import { dayFromNumber, dayNumber, dayOf, daysInMonth, firstOfMonth } from '../../../shared/period/index.ts';

export interface Tick {
  readonly day: number;
  readonly x: number;
  readonly label: string;
  /** Begins a unit of the upper row. */
  readonly isMajor: boolean;
}

type Unit = 'decade' | 'year' | 'quarter' | 'month' | 'week' | 'day';
interface Grain {
  readonly upper: Unit | undefined;
  readonly lower: Unit;
}

const roomFor: Readonly<Record<Unit, number>> = { decade: 40, year: 36, quarter: 28, month: 32, week: 24, day: 22 };
const daysOf: Readonly<Record<Unit, number>> = { decade: 3652, year: 365, quarter: 91, month: 30, week: 7, day: 1 };
const grains: readonly Grain[] = [
  { upper: 'month', lower: 'day' },
  { upper: 'month', lower: 'week' },
  { upper: 'year', lower: 'month' },
  { upper: 'year', lower: 'quarter' },
  { upper: undefined, lower: 'year' },
];

/** The finest grain whose labels have room. */
export function grainOf({ view, width }: TimeScale): Grain {
  const perDay = width / (view.to - view.from);
  return grains.find(({ lower }) => daysOf[lower] * perDay >= roomFor[lower]) ?? { upper: undefined, lower: 'decade' };
}

export function lowerTicks(scale: TimeScale, locale: string): readonly Tick[] {
  const { upper, lower } = grainOf(scale);
  return starts(scale, lower).map((day) => ({
    day,
    x: scale.x(day),
    label: lower === 'month' ? monthName(day, locale) : shortLabel(lower, day),
    isMajor: floorTo(day, upper ?? 'decade') === day,
  }));
}

const pinnedRoom = 56;

/** The first one is pinned to the left edge, unless the next would touch it. */
export function upperTicks(scale: TimeScale, locale: string): readonly Tick[] {
  const { upper } = grainOf(scale);
  if (upper === undefined) return [];
  const first = floorTo(Math.floor(scale.view.from), upper);
  const days = [first, ...starts(scale, upper).filter((day) => day !== first)];
  const ticks = days.map((day) => ({
    day,
    x: Math.max(0, scale.x(day)),
    label: upper === 'month' ? `${monthName(day, locale)} ${yearOf(day)}` : String(yearOf(day)),
    isMajor: true,
  }));
  return (ticks[1]?.x ?? pinnedRoom) < pinnedRoom ? ticks.slice(1) : ticks;
}

function starts({ view }: TimeScale, unit: Unit): readonly number[] {
  const found: number[] = [];
  for (let day = floorTo(Math.floor(view.from), unit); day < view.to; day = nextOf(day, unit)) {
    if (day >= view.from) found.push(day);
  }
  return found;
}

function floorTo(day: number, unit: Unit): number {
  const { year, month } = dayOf(dayFromNumber(day));
  switch (unit) {
    case 'decade':
      return dayNumber(firstOfMonth(Math.floor(year / 10) * 10, 1));
    case 'year':
      return dayNumber(firstOfMonth(year, 1));
    case 'quarter':
      return dayNumber(firstOfMonth(year, month - ((month - 1) % 3)));
    case 'month':
      return dayNumber(firstOfMonth(year, month));
    case 'week':
      return day - ((((day + 3) % 7) + 7) % 7);
    case 'day':
      return day;
  }
}

function nextOf(day: number, unit: Unit): number {
  const { year, month } = dayOf(dayFromNumber(day));
  switch (unit) {
    case 'decade':
      return dayNumber(firstOfMonth(year + 10, 1));
    case 'year':
      return dayNumber(firstOfMonth(year + 1, 1));
    case 'quarter':
      return month > 9 ? dayNumber(firstOfMonth(year + 1, 1)) : dayNumber(firstOfMonth(year, month + 3));
    case 'month':
      return day + daysInMonth(year, month);
    case 'week':
      return day + 7;
    case 'day':
      return day + 1;
  }
}

function shortLabel(unit: Exclude<Unit, 'month'>, day: number): string {
  const parts = dayOf(dayFromNumber(day));
  switch (unit) {
    case 'decade':
    case 'year':
      return String(parts.year);
    case 'quarter':
      return `Q${(parts.month + 2) / 3}`;
    case 'week':
    case 'day':
      return String(parts.day);
  }
}

function yearOf(day: number): number {
  return dayOf(dayFromNumber(day)).year;
}

function monthName(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(day * 86_400_000);
}
