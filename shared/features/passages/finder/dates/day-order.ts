// Whether 02/01/2014 is the second of January or the first of February. A date of the same document that can only be read in
// one way decides, then a language or region that writes them in one way; else both days stay open.
import { findPeriod } from '../../../../period/index.ts';
import type { Resolved } from './resolve.ts';

export type DayOrder = 'day-first' | 'month-first';

const numeric = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:(?:19|20)\d\d|\d\d)(?![\d/-])/g;
/** UTF-16 units of a document that are looked at for proof. */
const looked = 2_000_000;

/** Regions that write the month first. */
const monthFirstTags = /^en-(?:us|ph|ca)\b/i;
const dayFirstTags = /^(?:en-(?:gb|au|nz|ie|in|za)|ru|uk|be|kk|de|fr|es|it|pt|nl|pl|cs|sk|tr|sv|nb|no|da|fi|el|ro|bg|sr|hr)\b/i;

/** Undefined where nothing decides, or dates of both kinds stand in it. */
export function dayOrderOf(text: string, language: string | undefined): DayOrder | undefined {
  const proofs = new Set<DayOrder>();
  for (const [, first, , second] of text.slice(0, looked).matchAll(numeric)) {
    if (Number(first) > 12 && Number(second) <= 12) proofs.add('day-first');
    if (Number(second) > 12 && Number(first) <= 12) proofs.add('month-first');
  }
  if (proofs.size > 0) return proofs.size === 1 ? [...proofs][0] : undefined;
  if (monthFirstTags.test(language ?? '')) return 'month-first';
  return dayFirstTags.test(language ?? '') ? 'day-first' : undefined;
}

/** A date that was read day first, as the document has it. `words` are those of the date. */
export function inDayOrder<T extends Resolved>(date: T, words: string, order: DayOrder | undefined): T {
  if (date.edtf === null || order === 'day-first' || words.search(numeric) < 0) return date;
  const swapped = date.edtf.replace(/(\d{4})-(\d\d)-(\d\d)/g, (whole, year: string, month: string, day: string) =>
    Number(day) > 12 ? whole : `${year}-${day}-${month}`,
  );
  if (swapped === date.edtf) return date;
  const isOneDay = /^\d{4}-\d\d-\d\d$/.test(date.edtf);
  if (order === undefined && !isOneDay) return date;
  const edtf = order === 'month-first' ? swapped : `[${[date.edtf, swapped].toSorted().join(',')}]`;
  const period = findPeriod(edtf);
  return period === undefined ? date : { ...date, edtf, earliest: period.earliest, latest: period.latest };
}
