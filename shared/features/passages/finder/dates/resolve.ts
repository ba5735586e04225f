// Gives date atoms their EDTF text and bounds, against the source's date and the other dates of the sentence.
import { addDays, findPeriod, resolveAgainst } from '../../../../period/index.ts';
import type { Bound } from './bounds.ts';
import { type Point, partText, type Third } from './point.ts';
import { plainText, type ResolveContext } from './point-text.ts';
import { withThird } from './thirds.ts';

/** One date or a range as read, before resolution. */
export interface Expression {
  readonly start: number;
  readonly end: number;
  readonly first: { readonly point: Point; readonly third?: Third | undefined };
  readonly last?: { readonly point: Point; readonly third?: Third | undefined } | undefined;
  readonly bound?: Bound | undefined;
  readonly looksBack?: boolean | undefined;
}

export type { ResolveContext } from './point-text.ts';

export interface Resolved {
  readonly edtf: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly relative: boolean;
  readonly basis: string | null;
}

/** True when the words do not say the year, or count from the source's own date. */
export function isRelative(point: Point): boolean {
  return (
    point.kind === 'unit' || point.kind === 'weekday' || point.kind === 'day-of-month' || (point.kind === 'calendar' && point.year === undefined)
  );
}

/** `words` are quoted in the basis of a relative date. */
export function resolveExpression(expression: Expression, words: string, context: ResolveContext): Resolved {
  const shared = withSharedYear(expression);
  const points = shared.last === undefined ? [shared.first.point] : [shared.first.point, shared.last.point];
  if (!points.some(isRelative)) return absolute(textAt(shared, undefined, context), null);
  if (context.sentenceYear !== undefined && points.every(canBorrowYear)) {
    const basis = `'${words}' after a date of ${context.sentenceYear} in the same sentence`;
    return { ...absolute(textAt(shared, undefined, context), basis), relative: true };
  }
  return { ...resolveAgainst(words, context.publishedOn, (day) => textAt(shared, day, context)), relative: true };
}

function canBorrowYear(point: Point): boolean {
  return point.kind === 'calendar' && point.yearOffset === undefined && point.pick === undefined;
}

function absolute(edtf: string, basis: string | null): Resolved {
  const period = findPeriod(edtf);
  return { edtf: period?.edtf ?? null, earliest: period?.earliest ?? null, latest: period?.latest ?? null, relative: false, basis };
}

/** "from 4 May to 9 June 2021": a year written once belongs to both ends. */
function withSharedYear(expression: Expression): Expression {
  const { first, last } = expression;
  if (last === undefined || first.point.kind !== 'calendar' || last.point.kind !== 'calendar') return expression;
  const [a, b] = [first.point, last.point];
  if (!hasYear(a) && hasYear(b)) return { ...expression, first: { ...first, point: { ...a, year: b.year, yearOffset: b.yearOffset } } };
  if (hasYear(a) && !hasYear(b)) return { ...expression, last: { ...last, point: { ...b, year: a.year, yearOffset: a.yearOffset } } };
  return expression;
}

function hasYear(point: Extract<Point, { kind: 'calendar' }>): boolean {
  return point.year !== undefined || point.yearOffset !== undefined;
}

/** EDTF of the whole expression in a text of `day`; `day` is needed only by relative points. */
function textAt(expression: Expression, day: string | undefined, context: ResolveContext): string {
  const { first, last, bound } = expression;
  if (last === undefined) return bounded(pointText(first.point, thirdWithin(first.third, bound), day, context, bound !== undefined), bound);
  const end = pointText(last.point, last.third, day, context, true);
  const start = startText(first, last.point, end, day, context);
  return `${side(start, 0)}/${side(end, 1)}`;
}

/** "by the end of 2024" means all of 2024 and is exact. */
function thirdWithin(third: Third | undefined, bound: Bound | undefined): Third | undefined {
  const isWhole = third === 'late' && (bound === 'until' || bound === 'before');
  return isWhole ? undefined : third;
}

/** A start without a year is the one before its end. */
function startText(first: Expression['first'], last: Point, end: string, day: string | undefined, context: ResolveContext): string {
  const start = pointText(first.point, first.third, day, context, true);
  const isFree = first.point.kind === 'calendar' && first.point.year === undefined && last.kind === 'calendar';
  if (!isFree || first.point.kind !== 'calendar') return start;
  const endYear = Number(side(end, 1).slice(0, 4));
  const sameYear = partText(first.point.part, endYear);
  const isLater = (findPeriod(sameYear)?.earliest ?? '') > (findPeriod(side(end, 1))?.latest ?? '');
  return isLater ? partText(first.point.part, endYear - 1) : sameYear;
}

function pointText(point: Point, third: Third | undefined, day: string | undefined, context: ResolveContext, isBounded: boolean): string {
  return withThird(plainText(point, day, context, isBounded), third);
}

/** The first or last date of an interval; a single date is both. */
function side(edtf: string, which: 0 | 1): string {
  return edtf.includes('/') ? (edtf.split('/')[which] ?? edtf) : edtf;
}

function bounded(edtf: string, bound: Bound | undefined): string {
  if (bound === 'since') return `${side(edtf, 0)}/..`;
  if (bound === 'until') return `../${side(edtf, 1)}`;
  return bound === 'before' ? `../${textBefore(edtf)}` : edtf;
}

/** "before 2028" ends with 2027, "before June" with May, before a day on the day before it. */
function textBefore(edtf: string): string {
  const start = side(edtf, 0).replace('~', '');
  const earliest = findPeriod(start)?.earliest;
  if (earliest === undefined || earliest === null) return start;
  const eve = addDays(earliest, -1);
  if (/^\d{4}$/.test(start)) return eve.slice(0, 4);
  return /^\d{4}-\d\d$/.test(start) ? eve.slice(0, 7) : eve;
}
