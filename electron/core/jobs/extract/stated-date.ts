// Dates that documents state about themselves, as EDTF. A spelling that can be read in two ways (03/04/2025) gives nothing.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A year, month or day of an ISO date, of `4 March 2025`, of `March 4, 2025` or of `20250304`; null for anything else. */
export function edtfOf(stated: string | null | undefined): string | null {
  const text = stated?.trim() ?? '';
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d)|(?![-/.\d]))|(?![-/.\d]))/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (iso !== null) return dateOf(iso[1], iso[2], iso[3]);
  const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4}|\d{2}(?=\s+\d{1,2}:\d{2}))\b/i.exec(text);
  if (dayFirst !== null) return dateOf(yearOf(dayFirst[3]), monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^(?:[a-z]{3,9},\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text);
  if (monthFirst !== null) return dateOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  return null;
}

/** Head lines of old mails have two digits of the year: RFC 5322, 4.3. */
function yearOf(digits: string | undefined): string | undefined {
  return digits?.length === 2 ? String(Number(digits) + (Number(digits) < 50 ? 2000 : 1900)) : digits;
}

function monthOf(word: string | undefined): string | undefined {
  const index = months.indexOf(word?.slice(0, 3).toLowerCase() ?? '');
  return index < 0 ? '0' : String(index + 1);
}

/** Null where the calendar has no such day. */
function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => Number(part));
  const [y = 0, m = 1, d = 1] = parts;
  const date = new Date(Date.UTC(y, m - 1, d));
  if (y < 1000 || date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
