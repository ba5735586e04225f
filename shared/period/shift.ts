// Arithmetic of relative dates: the calendar unit that holds a day, moved by a number of units. Weeks begin on Monday (ISO 8601).
import { addDays, dayOf, monthFromNumber, monthNumber, pad2, weekdayOf } from './calendar.ts';

export const calendarUnits = ['day', 'week', 'month', 'quarter', 'half', 'year', 'decade'] as const;
export type CalendarUnit = (typeof calendarUnits)[number];

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

/** EDTF of the unit that lies `offset` units from the one holding `day`: ('2025-06-18', 'month', -1) is `2025-05`. */
export function shiftedUnit(day: string, unit: CalendarUnit, offset: number): string {
  const { year, month } = dayOf(day);
  switch (unit) {
    case 'day':
      return addDays(day, offset);
    case 'week':
      return weekOf(addDays(day, offset * 7));
    case 'month':
      return monthText(monthNumber(year, month) + offset);
    case 'quarter':
      return partText(year * 4 + Math.floor((month - 1) / 3) + offset, 4, 'Q');
    case 'half':
      return partText(year * 2 + (month > 6 ? 1 : 0) + offset, 2, 'S');
    case 'year':
      return yearText(year + offset);
    case 'decade':
      return decadeText(Math.floor(year / 10) + offset);
  }
}

function monthText(number: number): string {
  const { year, month } = monthFromNumber(number);
  return `${yearText(year)}-${pad2(month)}`;
}

function partText(number: number, perYear: number, letter: string): string {
  return `${yearText(Math.floor(number / perYear))}-${letter}${(number % perYear) + 1}`;
}

function decadeText(decade: number): string {
  return `${yearText(decade * 10)}/${yearText(decade * 10 + 9)}`;
}

function weekOf(day: string): string {
  const monday = addDays(day, 1 - weekdayOf(day));
  return `${monday}/${addDays(monday, 6)}`;
}
