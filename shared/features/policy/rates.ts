// Rates of an instrument class by class: levels step at their day, a change applies to the level before it, a yearly path goes on
// from the last level in as many ways as its words allow. The same readings as the check `index_path`.
import { type Message, message } from '../../message.ts';
import {
  addIntervals,
  divideIntervals,
  hullOf,
  type Interval,
  interval,
  multiplyIntervals,
  roundedText,
  scaleInterval,
  statedInterval,
} from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import type { Measures } from '../ledger/measures.ts';
import { measuredOf, statusClass } from '../ledger/rules.ts';
import type { Rate } from './contract.ts';
import { distinct } from './details.ts';
import { byContent, compareTexts, inOrderOfTelling, meet, noLaterThanTold, type Told, together, type Window, widthOf, windowOf } from './window.ts';

export interface RateOptions {
  readonly on: string;
  readonly as: 'amount' | 'index';
  readonly base: string | undefined;
  readonly years: { readonly first: number; readonly last: number } | undefined;
}

interface Context {
  readonly measures: Pick<Measures, 'familyOf'>;
  /** The value that a verdict chose among claims of one day. */
  adopted(claims: readonly Claim[]): Interval | undefined;
}

/** A level that holds from a day on, or a change of the level before it. */
interface Step {
  readonly window: Window;
  readonly start: string;
  readonly change: Claim['change'];
  readonly value: Interval;
  readonly isDisputed: boolean;
  readonly claims: readonly Claim[];
}

/** What holds after a step: an amount, or, where no amount is known, a factor of what held before the first change. */
interface Level {
  readonly start: string;
  readonly value: Interval;
  readonly isAmount: boolean;
  readonly step: Step;
}

interface Path {
  readonly claim: Claim;
  readonly first: number;
  readonly last: number;
  readonly yearly: Interval;
}

const one = interval('1', '1');

/** `figures`: all of the instrument's that are not deprecated. */
export function ratesOf(figures: readonly Told[], options: RateOptions, { measures, adopted }: Context): Rate[] {
  const rated = figures.filter(({ claim }) => claim.measure !== null && claim.value !== null && claim.condition === null);
  const classOf = (claim: Claim) => [
    measures.familyOf(claim.measure!),
    [...claim.area].toSorted().join(', '),
    claim.counterpart ?? '',
    [...claim.basis].join(', '),
  ];
  const key = ({ claim }: Told) => JSON.stringify(classOf(claim)).toLowerCase();
  const classes = [...Map.groupBy(rated.toSorted(inOrderOfTelling), key)].toSorted(([a], [b]) => compareTexts(a, b));
  return classes.flatMap(([, own]): Rate[] => {
    const label = classOf(own[0]!.claim)
      .map((part, index) => (index === 0 ? part.replaceAll('_', ' ') : part))
      .filter((part) => part !== '')
      .join(' · ');
    return byUnit(own).flatMap(({ unit, told }) => {
      const rate = rateOfClass(unit === null ? label : `${label} · ${unit}`, told, options, adopted);
      return rate === undefined ? [] : [rate];
    });
  });
}

/** Amounts in several units, such as two currencies, do not join: each has what is told in it, and the changes of all. */
function byUnit(own: readonly Told[]): { readonly unit: string | null; readonly told: readonly Told[] }[] {
  const units = distinct(own.filter(({ claim }) => claim.change === null && isOutcome(claim)).map(({ claim }) => claim.unit ?? ''));
  if (units.length < 2) return [{ unit: null, told: own }];
  const isIn = ({ change, unit, path }: Claim, wanted: string) =>
    (change !== null && change !== 'absolute') || path !== null || (unit ?? '') === wanted;
  return units.toSorted().map((unit) => ({ unit: unit === '' ? null : unit, told: own.filter(({ claim }) => isIn(claim, unit)) }));
}

function isOutcome({ status, path, per }: Claim): boolean {
  return statusClass(status) === 'outcome' && path === null && per === null;
}

function rateOfClass(label: string, own: readonly Told[], options: RateOptions, adopted: Context['adopted']): Rate | undefined {
  const outcomes = own.filter(({ claim }) => isOutcome(claim));
  const steps = stepsOf(outcomes, adopted);
  // The latest told stands.
  const paths = own.flatMap(({ claim }) => pathOf(claim) ?? []).toReversed();
  if (steps.length === 0 && paths.length === 0) return undefined;
  const levels = levelsOf(steps);
  const hasAmount = levels.some(({ isAmount }) => isAmount);
  const base = options.as === 'index' ? baseOf(levels, options.base) : undefined;
  const shown = (value: Interval) => (base === undefined ? value : (divideIntervals(value, base) ?? value));
  const years = yearsOf(levels, paths[0], options);
  const isTooLong = years !== undefined && years.last - years.first > mostYears;
  const readings = years === undefined || isTooLong ? [] : readingsOf(levels, paths[0], years, shown);
  const at = levels.findLast(({ start }) => start <= options.on);
  const isTold = at !== undefined && (options.as === 'index' || at.isAmount);
  const unit = hasAmount ? (steps.find(({ change }) => change === null)?.claims[0]?.unit ?? null) : 'TIMES';
  const needs: Message[] = [
    ...(isTooLong ? [message('policy:needs.years', { most: mostYears })] : []),
    ...(hasAmount || options.as === 'index' ? [] : [message('policy:needs.level', { class: label })]),
    ...(hasAmount && !isTold ? [message('policy:needs.before', { class: label, day: { period: options.on } })] : []),
    ...(options.as === 'index' && options.base !== undefined && base === undefined && hasAmount
      ? [message('policy:needs.base', { day: { period: options.base } })]
      : []),
  ];
  return {
    class: label,
    unit: options.as === 'index' ? null : unit,
    on: isTold
      ? {
          ...roundedText(shown(at.value)),
          stage: at.step.claims[0]?.status ?? null,
          claims: at.step.claims.map(({ id }) => id),
          disputed: at.step.isDisputed,
        }
      : null,
    steps: levels.map(({ value, step }) => ({
      from: step.window,
      ...roundedText(shown(value)),
      isChange: step.change !== null,
      disputed: step.isDisputed,
      claims: step.claims.map(({ id }) => id),
    })),
    readings,
    band: bandOf(readings),
    needs,
    claims: distinct([...paths.map(({ claim }) => claim), ...levels.flatMap(({ step }) => step.claims)].map(({ id }) => id)),
  };
}

/** Before the first amount that is told, steps are factors of what held before. */
export function unitOfStep({ steps, unit }: Pick<Rate, 'steps' | 'unit'>, at: number): string | null {
  const firstAmount = steps.findIndex(({ isChange }) => !isChange);
  return firstAmount < 0 || at < firstAmount ? 'TIMES' : unit;
}

/** Claims of one day and kind are one step; a change told twice counts once. */
function stepsOf(told: readonly Told[], adopted: Context['adopted']): Step[] {
  const clusters: { window: Window; change: Claim['change']; claims: Claim[] }[] = [];
  const placed = told
    .map(({ claim, madeOn }) => ({ claim, window: windowIn(claim, madeOn) }))
    .toSorted((a, b) => widthOf(a.window) - widthOf(b.window) || byContent(a.claim, b.claim));
  for (const { claim, window } of placed) {
    const isLevel = claim.change === null;
    const fitting = clusters.filter(
      (cluster) =>
        (cluster.change === null) === isLevel &&
        (isLevel
          ? startOf(cluster.window) === startOf(window)
          : meet(cluster.window, window) && !cluster.claims.some(({ sourceId }) => sourceId === claim.sourceId)),
    );
    const known = fitting.length === 1 ? fitting[0] : undefined;
    if (known === undefined) clusters.push({ window, change: claim.change, claims: [claim] });
    else {
      known.window = together(known.window, window);
      known.claims.push(claim);
    }
  }
  const steps = clusters.map(({ window, change, claims }): Step => {
    const preferred = claims.filter(({ rank }) => rank === 'preferred');
    const counted = preferred.length > 0 ? preferred : claims;
    const values = counted.map((claim) => statedInterval(measuredOf(claim)));
    const chosen = change === null ? adopted(counted) : undefined;
    const value = chosen ?? hullOf(values);
    const isDisputed = change === null && chosen === undefined && new Set(values.map((each) => JSON.stringify(roundedText(each)))).size > 1;
    return { window, start: startOf(window), change, value, isDisputed, claims: counted };
  });
  // A level says what a change of its day came to.
  const levelDays = new Set(steps.filter(({ change }) => change === null).map(({ start }) => start));
  return steps
    .filter(({ change, start }) => change === null || !levelDays.has(start))
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** A level begins at the start of its period; a change lies somewhere in it, and no later than it was told. */
function windowIn(claim: Claim, madeOn: Window): Window {
  const window = windowOf(claim.period, 'earlier');
  if (claim.change !== null) return noLaterThanTold(window, madeOn);
  return window.earliest === null ? window : { earliest: window.earliest, latest: window.earliest };
}

function startOf({ earliest, latest }: Window): string {
  return earliest ?? latest ?? '';
}

function levelsOf(steps: readonly Step[]): Level[] {
  const levels: Level[] = [];
  for (const step of steps) {
    const before = levels.at(-1);
    if (step.change === null) levels.push({ start: step.start, value: step.value, isAmount: true, step });
    else levels.push({ start: step.start, value: changed(before?.value ?? one, step), isAmount: before?.isAmount ?? false, step });
  }
  return levels;
}

function changed(before: Interval, { change, value }: Pick<Step, 'change' | 'value'>): Interval {
  if (change === 'factor') return multiplyIntervals(before, value);
  if (change === 'percent') return multiplyIntervals(before, addIntervals(one, scaleInterval(value, '0.01')));
  return addIntervals(before, value);
}

/** The level that an index is set against: that of the base day. Before the first known change it is one. */
function baseOf(levels: readonly Level[], day: string | undefined): Interval | undefined {
  if (day === undefined) return levels.find(({ isAmount }) => isAmount)?.value;
  return levels.findLast(({ start }) => start <= day)?.value;
}

function pathOf(claim: Claim): Path | undefined {
  if (claim.path === null || claim.value === null || claim.change === null) return undefined;
  const period = windowOf(claim.period, 'earlier');
  const yearOf = (text: string | null | undefined) => (text == null ? undefined : Number(/^\d{4}/.exec(text)?.[0]));
  const first = yearOf(claim.path.first) ?? yearOf(period.earliest);
  const last = yearOf(claim.path.last) ?? yearOf(period.latest);
  if (first === undefined || last === undefined || Number.isNaN(first) || Number.isNaN(last) || last < first) return undefined;
  return { claim, first, last, yearly: scaleInterval(statedInterval(measuredOf(claim)), '0.01') };
}

interface Way {
  readonly key: 'compounded' | 'compoundedOneLess' | 'additive';
  /** The first year in which the rate rises. */
  readonly first: number;
  readonly isAdditive: boolean;
}

/** A stated way of compounding, a stated first step or number of steps keeps what fits it. */
function waysOf({ claim, first, last }: Path): Way[] {
  const path = claim.path!;
  const isStated = path.first != null || path.steps != null;
  const from = path.steps == null ? first : last - path.steps + 1;
  const all: Way[] = [
    { key: 'compounded', first: from, isAdditive: false },
    ...(isStated ? [] : [{ key: 'compoundedOneLess', first: from + 1, isAdditive: false } as const]),
    { key: 'additive', first: from, isAdditive: true },
  ];
  return all.filter(
    ({ isAdditive }) => path.compounding == null || path.compounding === 'unknown' || isAdditive === (path.compounding === 'additive'),
  );
}

const mostYears = 200;

function yearsOf(
  levels: readonly Level[],
  path: Path | undefined,
  { years }: RateOptions,
): { readonly first: number; readonly last: number } | undefined {
  const first = years?.first ?? Math.min(...levels.map(({ start }) => Number(start.slice(0, 4))), path?.first ?? Number.POSITIVE_INFINITY);
  const last = years?.last ?? path?.last ?? Math.max(...levels.map(({ start }) => Number(start.slice(0, 4))));
  return Number.isFinite(first) && Number.isFinite(last) && last >= first ? { first, last } : undefined;
}

function readingsOf(
  levels: readonly Level[],
  path: Path | undefined,
  { first, last }: { readonly first: number; readonly last: number },
  shown: (value: Interval) => Interval,
): Rate['readings'] {
  const ways: (Way | undefined)[] = path === undefined ? [undefined] : waysOf(path);
  const readings = ways.map((way) => {
    const at: Rate['readings'][number]['at'] = {};
    for (let year = first; year <= last; year += 1) {
      const value = valueIn(year, levels, path, way);
      if (value !== undefined) at[String(year)] = roundedText(shown(value));
    }
    return { label: message(`policy:reading.${way?.key ?? 'stated'}`), at };
  });
  const unlike = new Map(readings.toReversed().map((reading) => [JSON.stringify(reading.at), reading]));
  return [...unlike.values()].reverse();
}

/** On the last day of a year. A level within the path uses up the steps to its year. */
function valueIn(year: number, levels: readonly Level[], path: Path | undefined, way: Way | undefined): Interval | undefined {
  const told = levels.findLast(({ start }) => start <= `${year}-12-31`);
  if (path === undefined || way === undefined || year < way.first) return told?.value;
  const toldYear = told === undefined ? undefined : Number(told.start.slice(0, 4));
  const steps = Math.min(year, path.last) - Math.max(way.first, (toldYear ?? way.first - 1) + 1) + 1;
  const level = told?.value ?? one;
  if (steps <= 0) return level;
  if (!way.isAdditive) {
    const factor = addIntervals(one, path.yearly);
    let value = level;
    for (let step = 0; step < steps; step += 1) value = multiplyIntervals(value, factor);
    return value;
  }
  return addIntervals(level, multiplyIntervals(scaleInterval(path.yearly, steps), additiveBase(levels, way.first)));
}

/** The level before the step that the path follows; the only one where it follows none. */
function additiveBase(levels: readonly Level[], firstYear: number): Interval {
  const before = levels.filter(({ start }) => start < `${firstYear}-01-01`);
  const last = before.at(-1);
  if (last === undefined) return levels[0]?.value ?? one;
  const previous = before.at(-2);
  return previous?.value ?? (last.step.change === null ? last.value : one);
}

function bandOf(readings: Rate['readings']): Rate['band'] {
  const years = [...new Set(readings.flatMap(({ at }) => Object.keys(at)))];
  return Object.fromEntries(
    years.map((year) => {
      const known = readings.flatMap(({ at }) => (at[year] === undefined ? [] : [interval(at[year].low, at[year].high)]));
      return [year, roundedText(hullOf(known))];
    }),
  );
}
