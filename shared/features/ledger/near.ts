// Series near the one that a figure would begin: they agree with it, but for a name that is spelled or worded alike, or for
// what one of the two leaves open. Offered, never taken by themselves.
import { isAlike } from './alike.ts';
import type { Series, SeriesKey } from './model.ts';

const mostDifferences = 2;
const mostOffered = 3;

/** The nearest first: by how little they differ, then by how many claims they hold. */
export function nearSeries(key: SeriesKey, all: readonly Series[]): Series[] {
  return all
    .map((series) => ({ series, differences: countDifferences(key, series) }))
    .filter(({ differences }) => differences > 0 && differences <= mostDifferences)
    .toSorted((a, b) => a.differences - b.differences || b.series.claims - a.series.claims)
    .slice(0, mostOffered)
    .map(({ series }) => series);
}

/** Infinity where they contradict each other: another unit, area or frequency is another series, not a near one. */
function countDifferences(a: SeriesKey, b: SeriesKey): number {
  if (a.change !== b.change || a.frequency !== b.frequency) return Number.POSITIVE_INFINITY;
  return (
    named(a.measure, b.measure) +
    named(a.subject, b.subject) +
    Math.min(named(a.basis.join(' '), b.basis.join(' ')), listed(a.basis, b.basis)) +
    listed(a.area, b.area) +
    left(a.counterpart, b.counterpart) +
    left(a.unit, b.unit)
  );
}

function named(a: string, b: string): number {
  if (a === b) return 0;
  return isAlike(a, b) ? 1 : Number.POSITIVE_INFINITY;
}

function listed(a: readonly string[], b: readonly string[]): number {
  const [less, more] = a.length < b.length ? [a, b] : [b, a];
  if (!less.every((one) => more.includes(one))) return Number.POSITIVE_INFINITY;
  return less.length === more.length ? 0 : 1;
}

function left(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return a === null || b === null ? 1 : Number.POSITIVE_INFINITY;
}
