// Round days of a time axis, few enough that their labels have room.
import { dayFromNumber, dayNumber, dayOf, dayText, monthFromNumber, monthNumber } from '../../../period/index.ts';
import type { TimeSpan } from '../axis.ts';

export interface DayTick {
  /** Days since 1970. */
  readonly day: number;
  readonly text: string;
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];
const daysOfMonth = 30.44;

export function dayTicks({ from, to }: TimeSpan, most: number): DayTick[] {
  const room = (to - from) / Math.max(1, most);
  return room < 20
    ? dayByDay({ from, to }, room)
    : byMonths({ from, to }, monthSteps.find((step) => step * daysOfMonth >= room) ?? monthSteps.at(-1)!);
}

function byMonths({ from, to }: TimeSpan, step: number): DayTick[] {
  const { year, month } = dayOf(dayFromNumber(Math.floor(from)));
  const ticks: DayTick[] = [];
  for (let at = Math.ceil(monthNumber(year, month) / step) * step; ticks.length < 200; at += step) {
    const start = monthFromNumber(at);
    const day = dayNumber(dayText({ ...start, day: 1 }));
    if (day > to) break;
    if (day >= from) ticks.push({ day, text: step % 12 === 0 ? String(start.year) : dayText({ ...start, day: 1 }).slice(0, 7) });
  }
  return ticks;
}

function dayByDay({ from, to }: TimeSpan, room: number): DayTick[] {
  const step = [1, 2, 7, 14].find((days) => days >= room) ?? 28;
  const ticks: DayTick[] = [];
  for (let day = Math.ceil(from / step) * step; day <= to && ticks.length < 200; day += step) ticks.push({ day, text: dayFromNumber(day) });
  return ticks;
}
