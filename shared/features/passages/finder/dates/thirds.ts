// Early, mid and late: the thirds of a year, a month or any other span, written as approximate EDTF.
import { addDays, dayNumber, findPeriod, lastOfMonth, pad2 } from '../../../../period/index.ts';
import type { Third } from './point.ts';

const YEAR_THIRDS: Readonly<Record<Third, readonly [number, number]>> = { early: [1, 4], mid: [5, 8], late: [9, 12] };
const MONTH_THIRDS: Readonly<Record<Third, readonly [number, number]>> = { early: [1, 10], mid: [11, 20], late: [21, 31] };

/** Early 2024 is January to April, mid May to August, late September to December; a month is cut into tens of days. */
export function withThird(edtf: string, third: Third | undefined): string {
  if (third === undefined) return edtf;
  if (/^\d{4}$/.test(edtf)) return YEAR_THIRDS[third].map((month) => `${edtf}-${pad2(month)}~`).join('/');
  if (/^\d{4}-\d\d$/.test(edtf) && Number(edtf.slice(5)) <= 12) return monthThird(edtf, third);
  return spanThird(edtf, third);
}

function monthThird(edtf: string, third: Third): string {
  const last = Number(lastOfMonth(Number(edtf.slice(0, 4)), Number(edtf.slice(5))).slice(8));
  return MONTH_THIRDS[third].map((day) => `${edtf}-${pad2(Math.min(day, last))}~`).join('/');
}

/** A third of any other span, by days. */
function spanThird(edtf: string, third: Third): string {
  const period = findPeriod(edtf);
  if (period === undefined || period.earliest === null || period.latest === null || period.earliest === period.latest) return edtf;
  const length = daysBetween(period.earliest, period.latest);
  const step = Math.floor(length / 3);
  const from = third === 'early' ? 0 : third === 'mid' ? step : step * 2;
  const to = third === 'late' ? length : from + step;
  return `${addDays(period.earliest, from)}~/${addDays(period.earliest, to)}~`;
}

function daysBetween(first: string, last: string): number {
  return dayNumber(last) - dayNumber(first);
}
