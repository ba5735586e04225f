// Proleptic Gregorian days without Date objects: text `YYYY-MM-DD` sorts as time does for the years 0000–9999.

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthLengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month, 1–12; 0 for any other month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

export function dayText({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}`;
}

export function pad2(value: number): string {
  return String(value).padStart(2, '0');
}

/** Reads `YYYY-MM-DD` as written by `dayText`. */
export function dayOf(text: string): Day {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

export function firstOfMonth(year: number, month: number): string {
  return dayText({ year, month, day: 1 });
}

export function lastOfMonth(year: number, month: number): string {
  return dayText({ year, month, day: daysInMonth(year, month) });
}

/** Days since 1970-01-01 (civil-from-days arithmetic, after Hinnant). */
export function dayNumber(text: string): number {
  const { year, month, day } = dayOf(text);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function dayFromNumber(number: number): string {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return dayText({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 });
}

export function addDays(text: string, days: number): string {
  return dayFromNumber(dayNumber(text) + days);
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekdayOf(text: string): number {
  return ((((dayNumber(text) + 3) % 7) + 7) % 7) + 1;
}

/** A month counted from year 0, so that months can be added: 2024-06 is 24293. */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1;
}

export function monthFromNumber(number: number): { readonly year: number; readonly month: number } {
  return { year: Math.floor(number / 12), month: (((number % 12) + 12) % 12) + 1 };
}
