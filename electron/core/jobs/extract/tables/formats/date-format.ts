// A number as a day, a time or a span of time: as much of it as its format shows, days in the form 2024-10-01. Day numbers
// begin with 1 for 1 January 1900 and count a 29 February 1900 that never was, or begin with 0 for 1 January 1904.

import { format as asShown, dateFromSerial, getFormatDateInfo } from 'numfmt';
import { numberText } from './number-text.ts';
import type { Section } from './sections.ts';

const secondsPerDay = 86_400;
const daysTo1904 = 1462;
/** The last day of the year 9999. */
const mostDays = 2_958_465;

export function isDateSection({ tokens }: Section): boolean {
  return tokens.some((token) => token.type === 'DATETIME' || token.type === 'DURATION' || token.type === 'AMPM');
}

/** Without a section the day, and the time where there is one. */
export function dateText(stored: number, section: Section | undefined, is1904: boolean): string {
  const span = section?.tokens.find((token) => token.type === 'DURATION');
  if (section !== undefined && span !== undefined) return spanText(stored, section, span.value[0]!.toLowerCase());
  const serial = is1904 ? stored + daysTo1904 : stored;
  if (serial < 0 || serial > mostDays + 1) return numberText(stored);
  const [year = 0, month = 0, day = 0, ...time] = dateFromSerial(serial);
  const [date, clock] = [`${digits(year, 4)}-${digits(month)}-${digits(day)}`, time.map((part) => digits(part)).join(':')];
  if (section === undefined) return clock === '00:00:00' ? date : `${date} ${clock}`;
  return shownParts({ date, clock, serial }, section);
}

function shownParts({ date, clock, serial }: { date: string; clock: string; serial: number }, { tokens }: Section): string {
  const pattern = tokens.map((token) => token.raw).join('');
  const shown = { ...getFormatDateInfo(pattern), day: tokens.some((token) => token.type === 'DATETIME' && /^d{1,2}$/i.test(token.value)) };
  const hasYear = shown.year || /(^|[^a-z])(e|g{1,3}|b{1,4})([^a-z]|$)/i.test(codesOf(tokens));
  const hasTime = shown.hours || shown.minutes || shown.seconds;
  if (hasTime && !hasYear && !shown.day && !shown.month) return shown.seconds || !clock.endsWith(':00') ? clock : clock.slice(0, 5);
  if (shown.day || (hasTime && hasYear)) return hasTime && clock !== '00:00:00' ? `${date} ${clock}` : date;
  if (hasYear) return shown.month ? date.slice(0, 7) : date.slice(0, 4);
  // A month or a day of the week alone: what it is called is all that is shown.
  return asShown(pattern, serial).trim();
}

function codesOf(tokens: Section['tokens']): string {
  return tokens.map((token) => (token.type === 'DATETIME' ? token.value : ' ')).join('');
}

/** `[h]:mm` counts on over a day: 36:00. One unit alone is a number with its words. */
function spanText(days: number, { tokens }: Section, unit: string): string {
  const seconds = Math.round(Math.abs(days) * secondsPerDay);
  const parts = tokens.filter((token) => token.type === 'DATETIME').map((token) => token.value[0]!.toLowerCase());
  const sign = days < 0 && seconds > 0 ? '-' : '';
  const size = { h: 3600, m: 60, s: 1 }[unit] ?? 1;
  if (parts.length === 0) {
    const words = tokens
      .map((token) => (token.type === 'STRING' || token.type === 'ESCAPED' ? token.value : token.type === 'SPACE' ? ' ' : ''))
      .join('');
    return `${sign}${numberText(seconds / size)}${words.trimEnd()}`;
  }
  const [minutes, rest] = [Math.floor((seconds % 3600) / 60), seconds % 60];
  if (unit === 'm') return `${sign}${Math.floor(seconds / 60)}:${digits(rest)}`;
  return `${sign}${Math.floor(seconds / 3600)}:${digits(minutes)}${parts.includes('s') || rest > 0 ? `:${digits(rest)}` : ''}`;
}

function digits(value: number, count = 2): string {
  return String(value).padStart(count, '0');
}

/** The day number of a date that the file writes as a date; undefined for what is none. */
export function isoSerial(text: string): number | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / (secondsPerDay * 1000) + daysFrom1900;
  return days + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / secondsPerDay;
}

/** Day number of 1 January 1970. */
const daysFrom1900 = 25_569;
