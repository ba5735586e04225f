// Changes and the levels that they join.
import { dayOf, daysInMonth, dayText, lastOfMonth, monthFromNumber, monthNumber, type Period, yearsOf } from '../../../period/index.ts';
import { Decimal } from '../../../quantity/index.ts';
import { type Figure, hundred, isAmount, meets, minus, one, over, plus, type Twofold, thing, times, toPower, yearOf } from '../figure.ts';
import type { Check } from '../model.ts';
import { toCheck } from '../result.ts';
import * as say from '../say.ts';

const most = 60;

/**
 * A stated change against the two levels that it joins: same family, subject, place, universe and unit. They are of the same
 * period a year apart, of a month and the one before where the change is so much a month, and of the first and the last year
 * where it runs over several. Where only one of the levels is stated, the other is implied.
 */
export function growth(figures: readonly Figure[]): Check[] {
  const changes = figures.filter((figure) => isChange(figure) && figure.period !== undefined).slice(0, most);
  const levels = figures.filter((figure) => figure.isLevel && figure.dimension !== 'factor').slice(0, 400);
  return changes.flatMap((change) => {
    const [checked, ...others] = joinsOf(change).map((join) => joined(change, levels, join));
    const held = [checked!, ...others].find((checks) => checks.some(({ result }) => result === 'holds'));
    const found = held ?? [checked!, ...others].find((checks) => checks.length > 0);
    if (found !== undefined || !isRatio(change) || isOverYears(change)) return found ?? [];
    const [{ base, end }] = joinsOf(change);
    const own = levels.filter((level) => level.basis === change.basis);
    const [ends, bases] = [own.filter((level) => level.periodKey === end), own.filter((level) => level.periodKey === base)];
    return [...ends, ...bases].flatMap((level) => impliedLevel(level, change, end) ?? []);
  });
}

function joined(change: Figure, levels: readonly Figure[], { base: before, end: after, steps }: Join): Check[] {
  const own = levels.filter((level) => level.basis === change.basis);
  const bases = own.filter((level) => level.periodKey === before);
  const pairs = own
    .filter((level) => level.periodKey === after)
    .flatMap((end) => bases.filter((base) => isJoined(base, end, change)).map((base) => ({ base, end })));
  const exact = pairs.filter(({ end }) => isLevelOf(end, change));
  return (exact.length > 0 ? exact : pairs).flatMap(({ base, end }) => checkGrowth(base, end, change, { steps }) ?? []);
}

function isChange({ claim }: Figure): boolean {
  const { change, unit } = claim;
  if (change === 'points') return unit === 'PP' || unit === 'BP';
  return (change === 'percent' && unit === 'PCT') || (change === 'factor' && unit === 'TIMES') || change === 'absolute';
}

/** A change in per cent or as a factor; one in points or units is a difference. */
function isRatio({ claim }: Figure): boolean {
  return claim.change === 'percent' || claim.change === 'factor';
}

interface Join {
  readonly base: string;
  readonly end: string;
  /** How often the change is made between the two. */
  readonly steps: number;
}

/** The periods of the levels that a change joins; over several years it may go from the first of them or from the year before. */
function joinsOf({ claim, period, periodKey }: Figure): [Join, ...Join[]] {
  const years = isWholeYears(period) ? (yearsOf(period!) ?? []) : [];
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  if (last > first) {
    const from = (year: number): Join => ({ base: yearKey(year), end: yearKey(last), steps: claim.per === 'year' ? last - year : 1 });
    return [from(first), from(first - 1)];
  }
  const length = claim.per === 'month' ? 1 : claim.per === 'quarter' ? 3 : undefined;
  return [{ base: (length === undefined ? undefined : stepBefore(period, length)) ?? yearBefore(period), end: periodKey, steps: 1 }];
}

function isOverYears({ period }: Figure): boolean {
  return isWholeYears(period) && (yearsOf(period!)?.length ?? 0) > 1;
}

const yearKey = (year: number) => `${year}-01-01/${year}-12-31`;

function isWholeYears(period: Period | undefined): boolean {
  return period?.earliest?.endsWith('-01-01') === true && period.latest?.endsWith('-12-31') === true;
}

/** The key of the months before, where the period is exactly so many months long. */
function stepBefore(period: Period | undefined, months: number): string | undefined {
  if (period?.earliest == null || period.latest == null) return undefined;
  const [from, to] = [dayOf(period.earliest), dayOf(period.latest)];
  const first = monthNumber(from.year, from.month);
  if (from.day !== 1 || monthNumber(to.year, to.month) - first + 1 !== months) return undefined;
  const [start, end] = [monthFromNumber(first - months), monthFromNumber(first - 1)];
  return `${dayText({ ...start, day: 1 })}/${lastOfMonth(end.year, end.month)}`;
}

/** Levels of one series; a forecast may go on from what was counted where the change is a forecast too. */
function isJoined(base: Figure, end: Figure, change: Figure): boolean {
  if (base.basis !== end.basis || base.claim.unit !== end.claim.unit || base.measure !== end.measure) return false;
  const { change: kind, unit } = change.claim;
  if (kind === 'points' && (base.claim.unit !== 'PCT' || !isLevelOf(end, change))) return false;
  if (kind === 'absolute' && (base.claim.unit !== unit || !isLevelOf(end, change))) return false;
  return base.status === end.status || (base.status === 'outcome' && end.status === change.status);
}

/** A change in the value of exports speaks of levels of the value, not of the count. */
function isLevelOf(level: Figure, change: Figure): boolean {
  return change.measure.replace(/_(change|growth|yoy|increase|decrease|rise|fall)$/, '') === level.measure;
}

/** The key of the same days one year earlier. */
function yearBefore(period: Period | undefined): string {
  const shifted = (day: string | null | undefined) => (day == null ? '..' : dayBefore(day));
  return `${shifted(period?.earliest)}/${shifted(period?.latest)}`;
}

/** The last day of February stays the last. */
function dayBefore(day: string): string {
  const { year, month, day: date } = dayOf(day);
  return date === daysInMonth(year, month) ? lastOfMonth(year - 1, month) : dayText({ year: year - 1, month, day: date });
}

interface Joining {
  readonly steps?: number;
  readonly isForeign?: boolean;
}

function checkGrowth(base: Figure, end: Figure, change: Figure, { steps = 1, isForeign = false }: Joining = {}): Check | undefined {
  const implied = impliedChange(base, end, change, steps);
  if (implied === undefined) return undefined;
  const values = { base: say.value(base), basePeriod: say.when(base), end: say.value(end), endPeriod: say.when(end), change: say.value(change) };
  return toCheck({
    rule: 'growth',
    inputs: [base, end],
    implied,
    unit: change.claim.unit ?? 'UNITS',
    stated: change,
    isForeign,
    why: (result) => {
      if (isForeign) return say.why('foreignGrowth', { ...values, changePeriod: say.when(change), implied: result });
      return steps === 1 ? say.why('growth', { ...values, implied: result }) : say.why('growthAYear', { ...values, implied: result, count: steps });
    },
  });
}

/** In the unit of the stated change. */
function impliedChange(base: Figure, end: Figure, change: Figure, steps: number): Twofold | undefined {
  const { change: kind, unit } = change.claim;
  if (kind === 'absolute') return minus(end, base);
  if (kind === 'points') return unit === 'BP' ? times(minus(end, base), hundred) : minus(end, base);
  const ratio = over(end, base);
  const step = ratio === undefined || steps === 1 ? ratio : toPower(ratio, new Decimal(1).div(steps));
  return step === undefined || kind === 'factor' ? step : times(minus(step, one), hundred);
}

/** The level a year before the stated one, or a year after it. */
function impliedLevel(level: Figure, change: Figure, end: string): Check | undefined {
  if (!isLevelOf(level, change) || !isAmount(level) || level.status !== 'outcome') return undefined;
  const isEnd = level.periodKey === end;
  const ratio: Twofold = change.claim.change === 'factor' ? change : plus(one, over(change, hundred)!);
  const implied = isEnd ? over(level, ratio) : times(level, ratio);
  if (implied === undefined) return undefined;
  return toCheck({
    rule: 'growth',
    label: say.label(isEnd ? 'levelBefore' : 'levelAfter'),
    inputs: [level, change],
    implied,
    unit: level.claim.unit ?? 'UNITS',
    why: (result) => {
      const values = { level: say.value(level), period: say.when(level), change: say.value(change), implied: result };
      return isEnd ? say.why('levelBefore', values) : say.why('levelAfter', { ...values, changePeriod: say.when(change) });
    },
  });
}

/**
 * A stated change that equals the step from a level of its own family to one of another family: it looks confirmed, and is
 * not. Both levels count the same unit and touch one area.
 */
export function foreignGrowth(changes: readonly Figure[], levels: readonly Figure[]): Check[] {
  return changes.slice(0, most).flatMap((change) => {
    const bases = levels
      .filter((level) => level.family === change.family && level.subject === change.subject && level.place === change.place && isAmount(level))
      .slice(0, most);
    return bases.flatMap((base) =>
      levels
        .filter(
          (end) =>
            end.family !== base.family &&
            end.claim.unit === base.claim.unit &&
            isAmount(end) &&
            isLater(end, base) &&
            meets(end, base) &&
            thing(end) === thing(base),
        )
        .slice(0, most)
        .flatMap((end) => checkGrowth(base, end, change, { isForeign: true }) ?? []),
    );
  });
}

function isLater(end: Figure, base: Figure): boolean {
  const [from, to] = [yearOf(base), yearOf(end)];
  return from !== undefined && to !== undefined && to === from + 1;
}
