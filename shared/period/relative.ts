// Relative dates follow the source's date: "last year" in a text of 2025 is 2024. A source that is dated only roughly gives a
// rough answer, never a guess: "last month" in a text of 2025 is some month between 2024-12 and 2025-11.
import { weekdayOf } from './calendar.ts';
import type { Bounds } from './model.ts';
import { findPeriod } from './parse.ts';
import { findRelativePhrase, type RelativePhrase } from './relative-words.ts';
import { shiftedUnit } from './shift.ts';

const sourceUndated = 'source undated';

export interface RelativePeriod extends Bounds {
  /** `null` when the source has no date. */
  readonly edtf: string | null;
  /** Why: "'last year' in a text of 2025", or "'last year', source undated". */
  readonly basis: string;
}

/** `undefined` when the words are no relative date that is known; English, Russian and Chinese. */
export function resolveRelative(words: string, sourceDate: string | null | undefined): RelativePeriod | undefined {
  const phrase = findRelativePhrase(words);
  return phrase === undefined ? undefined : resolvePhrase(phrase, words.trim(), sourceDate);
}

function resolvePhrase(phrase: RelativePhrase, words: string, sourceDate: string | null | undefined): RelativePeriod {
  return resolveAgainst(words, sourceDate, (day) => phraseAt(phrase, day));
}

/** Reads relative words against a source's date; `at` gives the EDTF that they mean in a text of one day. */
export function resolveAgainst(words: string, sourceDate: string | null | undefined, at: (day: string) => string): RelativePeriod {
  const source = findPeriod(sourceDate);
  if (source === undefined || (source.earliest === null && source.latest === null)) {
    return { edtf: null, earliest: null, latest: null, basis: `'${words}', ${sourceUndated}` };
  }
  const first = source.earliest === null ? null : at(source.earliest);
  const last = source.latest === null ? null : at(source.latest);
  const period = findPeriod(joinAlternatives(first, last));
  return {
    edtf: period?.edtf ?? null,
    earliest: period?.earliest ?? null,
    latest: period?.latest ?? null,
    basis: `'${words}' in a text of ${source.edtf}`,
  };
}

/** The words in a basis such as "'last year' in a text of 2025" or "'last year', source undated". */
export function quotedWords(basis: string): string | undefined {
  return /['‘’“”"]([^'‘’“”"]{3,40})['‘’“”"](?:\s+in\s+an?\s+(?:undated\s+)?text|,\s+source\s+undated)/i.exec(basis)?.[1];
}

function phraseAt(phrase: RelativePhrase, day: string): string {
  switch (phrase.kind) {
    case 'unit':
      return shiftedUnit(day, phrase.unit, phrase.offset);
    case 'weekday':
      return shiftedUnit(day, 'day', weekdayOffset(weekdayOf(day), phrase));
    case 'until-end':
      return `../${shiftedUnit(day, phrase.unit, phrase.offset)}`;
  }
}

/** A weekday without more is the last one past, the source's own day included; with last or next it is one of that week. */
function weekdayOffset(today: number, phrase: Extract<RelativePhrase, { kind: 'weekday' }>): number {
  if (phrase.week !== undefined) return phrase.week * 7 + phrase.weekday - today;
  return -((today - phrase.weekday + 7) % 7);
}

function joinAlternatives(first: string | null, last: string | null): string {
  if (first === last) return first ?? '';
  return `[${first === null ? '' : endpoint(first, 0)}..${last === null ? '' : endpoint(last, 1)}]`;
}

/** A set holds dates, not intervals: take the side that keeps the whole span. */
function endpoint(edtf: string, side: 0 | 1): string {
  return edtf.includes('/') ? (edtf.split('/')[side] ?? edtf).replace('..', '') : edtf;
}
