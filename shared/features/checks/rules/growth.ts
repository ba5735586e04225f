// Changes and the levels that they join.
import { dayOf, daysInMonth, dayText, lastOfMonth } from '../../../period/index.ts';
import { type Figure, growthOf, hundred, isAmount, meets, one, over, plus, type Twofold, thing, times, yearOf } from '../figure.ts';
import type { Check } from '../model.ts';
import { toCheck } from '../result.ts';
import * as say from '../say.ts';

const most = 60;

/**
 * A stated change on the same period of the year before, against the two levels that it joins: same family, subject, place,
 * universe and unit. Where only one of the levels is stated, the other is implied.
 */
export function growth(figures: readonly Figure[]): Check[] {
  const changes = figures.filter((figure) => isChange(figure) && figure.period !== undefined).slice(0, most);
  const levels = figures.filter((figure) => figure.isLevel && figure.dimension !== 'factor').slice(0, 400);
  return changes.flatMap((change) => {
    const before = yearBefore(change);
    const ends = levels.filter((level) => level.periodKey === change.periodKey && level.basis === change.basis);
    const bases = levels.filter((level) => level.periodKey === before && level.basis === change.basis);
    const pairs = ends.flatMap((end) => bases.filter((base) => isSameSeries(base, end)).map((base) => ({ base, end })));
    const own = pairs.filter(({ end }) => isLevelOf(end, change));
    const checked = (own.length > 0 ? own : pairs).flatMap(({ base, end }) => checkGrowth(base, end, change) ?? []);
    return checked.length > 0 ? checked : [...ends, ...bases].flatMap((level) => impliedLevel(level, change) ?? []);
  });
}

function isChange({ claim }: Figure): boolean {
  return (claim.change === 'percent' && claim.unit === 'PCT') || (claim.change === 'factor' && claim.unit === 'TIMES');
}

function isSameSeries(base: Figure, end: Figure): boolean {
  return base.basis === end.basis && base.claim.unit === end.claim.unit && base.measure === end.measure && base.status === end.status;
}

/** A change in the value of exports speaks of levels of the value, not of the count. */
function isLevelOf(level: Figure, change: Figure): boolean {
  return change.measure.replace(/[\s_-](change|growth|yoy)$/, '') === level.measure;
}

/** The key of the same days one year earlier. */
function yearBefore({ period }: Figure): string {
  const shifted = (day: string | null | undefined) => (day == null ? '..' : dayBefore(day));
  return `${shifted(period?.earliest)}/${shifted(period?.latest)}`;
}

/** The last day of February stays the last. */
function dayBefore(day: string): string {
  const { year, month, day: date } = dayOf(day);
  return date === daysInMonth(year, month) ? lastOfMonth(year - 1, month) : dayText({ year: year - 1, month, day: date });
}

function checkGrowth(base: Figure, end: Figure, change: Figure, isForeign = false): Check | undefined {
  const isFactor = change.claim.change === 'factor';
  const implied = isFactor ? over(end, base) : growthOf(base, end);
  if (implied === undefined) return undefined;
  const values = { base: say.value(base), basePeriod: say.when(base), end: say.value(end), endPeriod: say.when(end), change: say.value(change) };
  return toCheck({
    rule: 'growth',
    inputs: [base, end],
    implied,
    unit: isFactor ? 'TIMES' : 'PCT',
    stated: change,
    isForeign,
    why: (result) =>
      isForeign
        ? say.why('foreignGrowth', { ...values, changePeriod: say.when(change), implied: result })
        : say.why('growth', { ...values, implied: result }),
  });
}

/** The level a year before the stated one, or a year after it. */
function impliedLevel(level: Figure, change: Figure): Check | undefined {
  if (!isLevelOf(level, change) || !isAmount(level) || level.status !== 'outcome') return undefined;
  const isEnd = level.periodKey === change.periodKey;
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
        .flatMap((end) => checkGrowth(base, end, change, true) ?? []),
    );
  });
}

function isLater(end: Figure, base: Figure): boolean {
  const [from, to] = [yearOf(base), yearOf(end)];
  return from !== undefined && to !== undefined && to === from + 1;
}
