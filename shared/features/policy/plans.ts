// Plans by issuer, each with its versions, beside what came of them. The last version told is the current one; attainment is
// measured against the one that was last told before the period ended.
import { message } from '../../message.ts';
import { findPeriod } from '../../period/index.ts';
import { Decimal, divideIntervals, hullOf, type Interval, intervalText, roundedText, scaleInterval, statedInterval } from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import type { Measures } from '../ledger/measures.ts';
import { measuredOf, periodText, statusClass } from '../ledger/rules.ts';
import type { Plan, Problem } from './contract.ts';
import { byContent, compareTexts, inOrderOfTelling, type Told } from './window.ts';

const percentPlaces = 6;

interface Context {
  nameOf(name: string): string;
  readonly measures: Pick<Measures, 'familyOf'>;
}

/** Levels of one thing: its plans, and what can be set beside them. `figures` without the deprecated. */
export function plansOf(name: string, figures: readonly Told[], { nameOf, measures }: Context): Plan[] {
  const levels = figures.filter(({ claim }) => claim.change === null && claim.value !== null && claim.measure !== null && claim.path === null);
  const planned = levels.filter(({ claim }) => claim.status === 'plan');
  const actuals = levels.filter(({ claim }) => statusClass(claim.status) === 'outcome').map(({ claim }) => claim);
  const cell = (claim: Claim) => [
    measures.familyOf(claim.measure!),
    [...claim.area].toSorted(),
    [...claim.basis].toSorted(),
    claim.counterpart,
    claim.unit,
  ];
  const issuerOf = (claim: Claim) => (claim.saidBy[0] === undefined ? null : nameOf(claim.saidBy[0].name));
  const keyOf = (claim: Claim) => JSON.stringify([cell(claim), periodText(claim.period), issuerOf(claim)]).toLowerCase();
  const byPlan = [...Map.groupBy(planned, ({ claim }) => keyOf(claim))].toSorted(([a], [b]) => compareTexts(a, b));
  return byPlan.map(([, versions]): Plan => {
    const sorted = groupedVersions(versions.toSorted(inOrderOfTelling));
    const first = sorted[0]!.claims[0]!;
    const same = (claim: Claim) => JSON.stringify(cell(claim)).toLowerCase() === JSON.stringify(cell(first)).toLowerCase();
    const met = actuals.filter((claim) => same(claim) && periodText(claim.period) === periodText(first.period)).toSorted(byContent);
    const reached = met.length === 0 ? undefined : hullOf(met.map((claim) => statedInterval(measuredOf(claim))));
    const actual = reached === undefined ? null : { ...intervalText(reached), claims: met.map(({ id }) => id) };
    const inTime = sorted.findLast(({ told }) => isInTime(told, first.period)) ?? sorted.at(-1)!;
    const ratio = reached === undefined ? undefined : percentOf(reached, inTime.value);
    const vintages = sorted.map(({ value, told, claims }, index) => {
      const before = sorted[index - 1]?.value;
      const factor = before === undefined ? undefined : percentOf(value, before);
      // A quotient without an end is bounded from both sides.
      const rounded = factor === undefined ? undefined : roundedText(factor, percentPlaces);
      const percent = rounded?.low != null && rounded.low === rounded.high ? new Decimal(rounded.low).minus(100).toFixed() : null;
      return {
        ...intervalText(value),
        madeOn: told.madeOn,
        current: index === sorted.length - 1,
        change: before === undefined ? null : { percent },
        claims: claims.map(({ id }) => id),
      };
    });
    return {
      name,
      measure: first.measure!,
      period: first.period,
      state: vintages.length > 1 ? 'revised' : 'single',
      issuer: issuerOf(first),
      unit: first.unit,
      vintages,
      actual,
      attainment: ratio === undefined ? null : roundedText(ratio, percentPlaces),
      problems: problemsOf(sorted, actuals.filter(same), first),
    };
  });
}

interface Version {
  readonly value: Interval;
  readonly told: Told;
  readonly claims: Claim[];
}

/** Neighbours that say the same are one version told twice. */
function groupedVersions(told: readonly Told[]): Version[] {
  const versions: Version[] = [];
  for (const one of told) {
    const value = statedInterval(measuredOf(one.claim));
    const last = versions.at(-1);
    if (last !== undefined && JSON.stringify(intervalText(last.value)) === JSON.stringify(intervalText(value))) last.claims.push(one.claim);
    else versions.push({ value, told: one, claims: [one.claim] });
  }
  return versions;
}

function isInTime({ madeOn }: Told, period: string | null): boolean {
  const end = findPeriod(period)?.latest;
  return end == null || madeOn.latest === null || madeOn.latest <= end;
}

function percentOf(part: Interval, whole: Interval): Interval | undefined {
  const ratio = divideIntervals(part, whole);
  return ratio === undefined ? undefined : scaleInterval(ratio, 100);
}

/** A plan below what was already reached, and versions whose order no date tells. */
function problemsOf(versions: readonly Version[], actuals: readonly Claim[], { period }: Claim): Problem[] {
  const current = versions.at(-1)!;
  const start = findPeriod(period)?.earliest ?? null;
  const below = actuals.filter((claim) => {
    const end = findPeriod(claim.period)?.latest;
    const reached = statedInterval(measuredOf(claim)).low;
    return start !== null && end != null && end < start && reached !== null && current.value.high?.lt(reached);
  });
  const ids = (claims: readonly Claim[]) => claims.map(({ id }) => id);
  const together = versions.filter((version, index) => index > 0 && sameTelling(version.told, versions[index - 1]!.told));
  return [
    ...(below.length === 0 ? [] : [{ kind: 'order', why: message('policy:problem.belowReached'), claims: [...ids(current.claims), ...ids(below)] }]),
    ...(together.length === 0
      ? []
      : [{ kind: 'vintage', why: message('policy:problem.oneDate'), claims: ids(versions.flatMap(({ claims }) => claims)) }]),
  ];
}

function sameTelling(a: Told, b: Told): boolean {
  return a.madeOn.latest === b.madeOn.latest && a.claim.vintage === b.claim.vintage;
}
