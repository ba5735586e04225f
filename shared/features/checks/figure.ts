// Figures as the checks compute with them: once as stated, once with the rounding of what was written.
import { areaCode } from '../../areas.ts';
import { findPeriod, type Period } from '../../period/index.ts';
import {
  addIntervals,
  type Decimal,
  decimalText,
  divideIntervals,
  type Interval,
  interval,
  type Measured,
  multiplyIntervals,
  powInterval,
  roundingInterval,
  statedInterval,
  subtractIntervals,
  unitDimension,
} from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import { normalName } from '../claims/origin.ts';
import type { Measures } from '../ledger/measures.ts';
import { bandOf, measuredOf, saidInterval, statusClass } from '../ledger/rules.ts';

/** What a check knows beside the claims: which names mean one thing, and what each measure is. */
export interface CheckContext {
  nameOf(name: string): string;
  readonly measures: Measures;
}

/** A number twice: the words taken at face value, and widened by rounding. All arithmetic runs on both. */
export interface Twofold {
  readonly stated: Interval;
  readonly rounded: Interval;
}

export interface Figure extends Twofold {
  readonly claim: Claim;
  readonly measure: string;
  readonly family: string;
  readonly subject: string;
  readonly areas: ReadonlySet<string>;
  readonly place: string;
  readonly basis: string;
  readonly period: Period | undefined;
  readonly periodKey: string;
  readonly dimension: string;
  readonly status: ReturnType<typeof statusClass>;
  readonly isLevel: boolean;
  readonly isAdditive: boolean;
  /** Months of it add up to a year: a flow, not a stock. */
  readonly isFlow: boolean;
}

export function toFigure(claim: Claim, context: CheckContext): Figure | undefined {
  if (claim.kind !== 'figure' || claim.value === null || claim.value.qualifier === 'unknown' || claim.rank === 'deprecated') return undefined;
  const measured = measuredOf(claim);
  const band = bandOf(claim);
  const period = findPeriod(claim.period);
  const isMean = isPerPart(claim, period);
  const areas = [...claim.area, claim.counterpart].filter((area) => area !== null).map(areaCode);
  return {
    claim,
    measure: (claim.measure ?? '')
      .toLowerCase()
      .trim()
      .replace(/[\s_-]+/g, '_'),
    family: context.measures.familyOf(claim.measure ?? ''),
    isAdditive: !isMean && context.measures.isAdditive(claim.measure ?? '', claim.unit),
    isFlow: !isMean && context.measures.addsOverTime(claim.measure ?? '', claim.unit),
    subject: normalName(context.nameOf(claim.subject ?? '')),
    areas: new Set(areas),
    place: `${claim.area.map(areaCode).toSorted().join('+')}>${areaCode(claim.counterpart ?? '')}`,
    basis: claim.basis.map(normalName).toSorted().join('+'),
    period,
    periodKey: period === undefined ? '' : `${period.earliest ?? '..'}/${period.latest ?? '..'}`,
    dimension: unitDimension(claim.unit),
    status: statusClass(claim.status),
    isLevel: claim.change === null,
    stated: band ?? saidInterval(measured),
    rounded: band ?? widened(measured),
  };
}

const daysOf = { day: 1, week: 7, month: 31, quarter: 92, half: 184, year: 366 } as const;

/** So many a month, told of a year: a mean, which adds up to nothing. */
function isPerPart({ per, change }: Claim, period: Period | undefined): boolean {
  if (per === null || change !== null || period?.earliest == null || period.latest == null) return false;
  return (Date.parse(period.latest) - Date.parse(period.earliest)) / 86_400_000 > daysOf[per];
}

/** Bare numbers, ranges and "about" have rounding; open bounds keep theirs at face value. */
function widened(measured: Measured): Interval {
  return ['exact', 'between', 'times'].includes(measured.qualifier) ? roundingInterval(measured) : statedInterval(measured);
}

type Operation = (a: Interval, b: Interval) => Interval | undefined;

function both(a: Twofold, b: Twofold, operation: Operation): Twofold | undefined {
  const stated = operation(a.stated, b.stated);
  const rounded = operation(a.rounded, b.rounded);
  return stated === undefined || rounded === undefined ? undefined : { stated, rounded };
}

export const plus = (a: Twofold, b: Twofold): Twofold => both(a, b, addIntervals)!;
export const minus = (a: Twofold, b: Twofold): Twofold => both(a, b, subtractIntervals)!;
export const times = (a: Twofold, b: Twofold): Twofold => both(a, b, multiplyIntervals)!;
export const over = (a: Twofold, b: Twofold): Twofold | undefined => both(a, b, divideIntervals);

export function toPower(a: Twofold, exponent: Decimal): Twofold | undefined {
  const stated = powInterval(a.stated, exponent);
  const rounded = powInterval(a.rounded, exponent);
  return stated === undefined || rounded === undefined ? undefined : { stated, rounded };
}

export function constant(value: string | number): Twofold {
  const point = interval(String(value), String(value));
  return { stated: point, rounded: point };
}

export const hundred = constant(100);
export const one = constant(1);

/** Part of whole in per cent. */
export function percentOf(part: Twofold, whole: Twofold): Twofold | undefined {
  const ratio = over(part, whole);
  return ratio === undefined ? undefined : times(ratio, hundred);
}

/** Change from base to value in per cent. */
export function growthOf(base: Twofold, value: Twofold): Twofold | undefined {
  const ratio = over(value, base);
  return ratio === undefined ? undefined : times(minus(ratio, one), hundred);
}

/** Six significant digits: more would pretend to know. */
export function boundText(bound: Decimal | null): string | null {
  return bound === null ? null : decimalText(bound.toSignificantDigits(6));
}

export function yearOf(figure: Figure): number | undefined {
  const { period } = figure;
  if (period?.earliest == null || period.latest == null) return undefined;
  const [first, last] = [period.earliest, period.latest];
  return first.endsWith('-01-01') && last.endsWith('-12-31') && first.slice(0, 4) === last.slice(0, 4) ? Number(first.slice(0, 4)) : undefined;
}

/** A level that can be added up, such as a count or an amount of money. */
export function isAmount({ isAdditive, isLevel }: Figure): boolean {
  return isLevel && isAdditive;
}

/** An amount whose months add up to the year. */
export function isFlowAmount({ isFlow, isLevel }: Figure): boolean {
  return isLevel && isFlow;
}

/** Whether two figures touch one area, as the place or as the counterpart. */
export function meets(a: Figure, b: Figure): boolean {
  return [...a.areas].some((area) => b.areas.has(area));
}

/** The thing that is counted: the first word of the measure, as in vehicle_exports. */
export function thing({ measure }: Figure): string {
  return measure.split(/[\s_-]+/)[0] ?? '';
}
