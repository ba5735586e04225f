// What a cell of a spreadsheet says. Numbers are written in full with the 15 digits that spreadsheets keep, not as rounded
// on screen; percentages keep their sign, and amounts the currency, unit or scale that only their format names; a date shows
// as much of itself as its format does.
import type { CellValue } from 'hucre';
import { withFormatWords } from './number-format.ts';

const significantDigits = 15;

/** `format` is the cell's number format where it is known, such as `0.0%` or `mmm yyyy`. */
export function cellText(value: CellValue | undefined, format = ''): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value, bareFormat(format));
  if (typeof value === 'number') return bareFormat(format).includes('%') ? `${numberText(value * 100)}%` : withFormatWords(value, format, numberText);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  return String(Number(value.toPrecision(significantDigits)));
}

/** The codes of a format without its quoted and escaped words, colours and conditions. */
function bareFormat(format: string): string {
  return format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, '')
    .toLowerCase();
}

function dateText(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  const time = iso.slice(11, 19);
  if (date.getUTCFullYear() < 1900 || (/[hs]/.test(format) && !/[dy]/.test(format))) return time;
  if (/y/.test(format) && !/d/.test(format)) return /m/.test(format) ? iso.slice(0, 7) : iso.slice(0, 4);
  return time === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
