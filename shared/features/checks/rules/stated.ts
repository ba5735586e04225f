// Ratios that a claim states, against the figures that they are made of: a price, a yield, what was reached of a plan, how far
// a plant is used, a share of a share, a mean of the months.
import { monthsOf, periodDays } from '../../../period/index.ts';
import { isCurrency } from '../../../quantity/index.ts';
import { findPhysicalUnit } from '../../../quantity/unit-words.ts';
import { constant, type Figure, hundred, isFlowAmount, over, percentOf, thing, times } from '../figure.ts';
import type { Check, CheckRule } from '../model.ts';
import { toCheck } from '../result.ts';
import * as say from '../say.ts';

const most = 40;

/** Figures of one subject, place and period. */
export function statedRatio(figures: readonly Figure[]): Check[] {
  if (figures.length < 3) return [];
  const ratios = figures.filter((figure) => figure.isLevel).slice(0, most);
  const levels = ratios.filter((figure) => figure.dimension !== 'share' && figure.dimension !== 'ratio');
  return ratios.flatMap((ratio) => [...perUnit(ratio, levels), ...inPercent(ratio, levels)]);
}

/** So much of one unit for one of another: USD_PER_T, T_PER_HA, or a price whose universe is "per tonne". */
function perUnit(ratio: Figure, levels: readonly Figure[]): Check[] {
  const units = unitsOf(ratio);
  if (units === undefined) return [];
  const [upper, lower] = units;
  const above = levels.filter((level) => level !== ratio && level.claim.unit === upper && isOfThing(level, ratio) && level.isAdditive);
  const below = levels.filter((level) => isUnit(level, lower) && isOfThing(level, ratio));
  return above.flatMap((one) =>
    below
      .filter((other) => other.basis === one.basis && other.status === one.status)
      .flatMap((other) => ratioCheck('value_per_unit', ratio, one, other)),
  );
}

function unitsOf({ claim, dimension }: Figure): readonly [string, string] | undefined {
  const [upper = '', lower] = (claim.unit ?? '').split('_PER_');
  if (lower !== undefined) return isCurrency(upper) && isCurrency(lower) ? undefined : [upper, lower];
  const per = claim.basis.map((basis) => /^per (?:one )?(\p{L}+)$/iu.exec(basis.trim())?.[1]).find((word) => word !== undefined);
  return dimension !== 'money' || per === undefined ? undefined : [upper, findPhysicalUnit(per) ?? per.toUpperCase()];
}

function isUnit({ claim, dimension }: Figure, unit: string): boolean {
  return claim.unit === unit || claim.unit === `${unit}S` || (unit === 'UNIT' && dimension === 'count');
}

const ofPlan = /(^|_)(attainment|fulfil?lment|completion|execution|achievement|implementation)(_|$)/;
const ofUse = /(^|_)(utili[sz]ation|capacity_use|load|load_factor|occupancy|use_rate)(_|$)/;

/** What was reached of a plan, and how much of a capacity is used. */
function inPercent(ratio: Figure, levels: readonly Figure[]): Check[] {
  if (ratio.claim.unit !== 'PCT') return [];
  const isPlanned = ({ status }: Figure) => status === 'plan' || status === 'target';
  const isCapacity = ({ measure }: Figure) => /(^|_)capacity(_|$)/.test(measure);
  const pairs = (upper: (level: Figure) => boolean, lower: (level: Figure) => boolean) =>
    levels.filter(upper).flatMap((one) => levels.filter((other) => lower(other) && isSameForm(one, other)).map((other) => ({ one, other })));
  const ofPlans = ofPlan.test(ratio.measure)
    ? pairs(
        (level) => level.status === 'outcome' && isOfThing(level, ratio),
        (level) => isPlanned(level) && isOfThing(level, ratio),
      )
    : [];
  const ofUses = ofUse.test(ratio.measure)
    ? pairs(
        (level) => !isCapacity(level) && level.isAdditive,
        (level) => isCapacity(level),
      )
    : [];
  return [...ofPlans, ...ofUses].flatMap(({ one, other }) => ratioCheck('attainment', ratio, one, other));
}

function isSameForm(one: Figure, other: Figure): boolean {
  return one.claim.unit === other.claim.unit && one.basis === other.basis;
}

/** A tea price is made of what tea brought and how much of it there was. */
function isOfThing(level: Figure, ratio: Figure): boolean {
  return thing(level) === thing(ratio);
}

function ratioCheck(rule: CheckRule, ratio: Figure, upper: Figure, lower: Figure): Check[] {
  const implied = ratio.claim.unit === 'PCT' ? percentOf(upper, lower) : over(upper, lower);
  if (implied === undefined) return [];
  const check = toCheck({
    rule,
    inputs: [upper, lower],
    implied,
    unit: ratio.claim.unit ?? 'UNITS',
    stated: ratio,
    why: (result) => say.why('share', { part: say.value(upper), total: say.value(lower), implied: result, share: say.value(ratio) }),
  });
  return check === undefined ? [] : [check];
}

/** A share of what is itself a share: 10 % of the 40 % are 4 % of all. */
export function shareOfShare(figures: readonly Figure[]): Check[] {
  const shares = figures.filter((figure) => figure.claim.unit === 'PCT' && figure.isLevel && figure.status === 'outcome').slice(0, most);
  return shares.flatMap((inner) => {
    const outers = shares.filter((outer) => outer !== inner && inner.basis !== '' && outer.subject === inner.basis && outer.basis !== inner.basis);
    return outers.flatMap((outer) => {
      const implied = over(times(outer, inner), hundred)!;
      const stated = shares.find((one) => one !== inner && one.subject === inner.subject && one.basis === outer.basis);
      const check = toCheck({
        rule: 'share_of_total',
        label: say.label('ofShare'),
        inputs: [outer, inner],
        implied,
        unit: 'PCT',
        ...(stated === undefined ? {} : { stated }),
        why: (result) => {
          const values = { inner: say.value(inner), outer: say.value(outer), implied: result };
          return stated === undefined ? say.why('shareOfShare', values) : say.why('statedShareOfShare', { ...values, share: say.value(stated) });
        },
      });
      return check === undefined ? [] : [check];
    });
  });
}

const meanWords = /(^|_)(monthly|quarterly|daily|per_month|per_quarter|per_day|average|mean|avg|a_month|a_day)(?=_|$)/g;

/** So many a month or a day, against the whole of the period: same thing, universe and unit. */
export function averageOfWhole(figures: readonly Figure[]): Check[] {
  const means = figures.flatMap((figure) => {
    const parts = partsOf(figure);
    return parts === undefined ? [] : [{ figure, parts }];
  });
  return means.slice(0, most).flatMap(({ figure: mean, parts }) => {
    const stem = stemOf(mean);
    const wholes = figures.filter(
      (whole) =>
        whole !== mean &&
        isFlowAmount(whole) &&
        partsOf(whole) === undefined &&
        stemOf(whole) === stem &&
        isSameForm(whole, mean) &&
        whole.status === mean.status,
    );
    return wholes.slice(0, most).flatMap((whole) => {
      const implied = over(whole, constant(parts));
      const check =
        implied === undefined
          ? undefined
          : toCheck({
              rule: 'months_vs_year',
              label: say.label('mean'),
              inputs: [whole],
              implied,
              unit: mean.claim.unit ?? 'UNITS',
              stated: mean,
              why: (result) => say.why('meanOfWhole', { whole: say.value(whole), period: say.when(whole), implied: result, mean: say.value(mean) }),
            });
      return check === undefined ? [] : [check];
    });
  });
}

/** How many months, quarters or days of its period a mean is taken over; undefined for what is no mean. */
function partsOf({ claim, period, measure, isLevel }: Figure): number | undefined {
  if (!isLevel || period === undefined) return undefined;
  const months = monthsOf(period)?.length ?? 0;
  const isMonthly = claim.per === 'month' || (claim.per === null && /monthly|month$/.test(measure));
  if (isMonthly) return months > 1 ? months : undefined;
  if (claim.per === 'quarter' || (claim.per === null && /quarterly|quarter$/.test(measure))) return months > 3 ? months / 3 : undefined;
  return claim.per === 'day' || (claim.per === null && /daily|day$/.test(measure)) ? periodDays(period) : undefined;
}

function stemOf({ measure, family }: Figure): string {
  return (measure.match(meanWords) === null ? family : measure.replace(meanWords, '')).replace(/^_+|_+$/g, '');
}
