// Series that may be one under another name: everything agrees but the name of the measure, of the subject or of the
// universe, and that name is spelled or worded alike. A proposal, never a decision.

import { plainName } from '../actors/alike.ts';
import { foldName, mayBeSameName } from '../actors/spelling.ts';
import type { Series } from './model.ts';

export interface AlikeSeries {
  readonly one: string;
  readonly other: string;
  /** The field in which the two differ. */
  readonly field: 'measure' | 'subject' | 'basis';
}

const bucketLimit = 200;

export function proposeAlikeSeries(series: readonly Series[]): AlikeSeries[] {
  return (['measure', 'subject', 'basis'] as const).flatMap((field) => {
    const buckets = Map.groupBy(series, (one) => keyWithout(one, field));
    return [...buckets.values()].flatMap((bucket) => pairs(bucket.slice(0, bucketLimit), field));
  });
}

/** All of the key but one field. */
function keyWithout({ measure, subject, area, counterpart, basis, unit, change, frequency }: Series, field: AlikeSeries['field']): string {
  return JSON.stringify([
    field === 'measure' ? '' : measure.toLowerCase(),
    field === 'subject' ? '' : subject.toLowerCase(),
    field === 'basis' ? '' : basis.map((term) => term.toLowerCase()),
    area,
    counterpart,
    unit,
    change,
    frequency,
  ]);
}

function pairs(bucket: readonly Series[], field: AlikeSeries['field']): AlikeSeries[] {
  return bucket.flatMap((one, index) =>
    bucket.slice(index + 1).flatMap((other) => (isAlike(textOf(one, field), textOf(other, field)) ? [{ one: one.id, other: other.id, field }] : [])),
  );
}

function textOf(series: Series, field: AlikeSeries['field']): string {
  return field === 'basis' ? series.basis.join(' ') : series[field];
}

/** The same words in any order, one worded with a word more, or spellings of one name. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.size === 0 || b.size === 0) return false;
  const shared = [...a].filter((word) => b.has(word)).length;
  if (shared === Math.min(a.size, b.size) && Math.max(a.size, b.size) - shared <= 1 && shared > 0) return true;
  return mayBeSameName(foldName(plainName(one)), foldName(plainName(other)));
}

/** Words without a plural s and without what only joins. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.filter((word) => !['of', 'the', 'in', 'and', 'for'].includes(word)).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)),
  );
}
