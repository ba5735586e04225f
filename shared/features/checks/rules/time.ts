// What levels over several years imply: rates, years between, parts and their total.
import { Decimal, interval } from '../../../quantity/index.ts';
import { constant, type Figure, hundred, isAmount, minus, one, over, plus, type Twofold, times, toPower, yearOf } from '../figure.ts';
import type { Check } from '../model.ts';
import { toCheck } from '../result.ts';
import * as say from '../say.ts';

const most = 60;

/** What a target or forecast needs a year: from the last outcome before it, and from one target to the next. */
export function growthPerYear(figures: readonly Figure[]): Check[] {
  const dated = figures
    .filter((figure) => isAmount(figure) && yearOf(figure) !== undefined)
    .slice(0, 400)
    .sort((a, b) => yearOf(a)! - yearOf(b)!);
  const ahead = dated.filter((figure) => figure.status !== 'outcome').slice(0, most);
  const goals = ahead.flatMap((goal) => {
    const before = dated.filter((figure) => yearOf(figure)! < yearOf(goal)! - 1);
    const sameKind = before.filter((figure) => figure.status === goal.status && figure.claim.sourceId === goal.claim.sourceId).at(-1);
    const start = sameKind ?? before.filter((figure) => figure.status === 'outcome').at(-1);
    return start === undefined ? [] : (checkPerYear(start, goal) ?? []);
  });
  return [...betweenTwo(dated), ...goals];
}

/** What was counted in two years with others between them: of a longer series every pair would say something, and none much. */
function betweenTwo(dated: readonly Figure[]): readonly Check[] {
  const counted = Map.groupBy(
    dated.filter((figure) => figure.status === 'outcome'),
    (figure) => yearOf(figure)!,
  );
  const [[first] = [], [last] = [], ...more] = [...counted.values()];
  if (first === undefined || last === undefined || more.length > 0 || yearOf(last)! - yearOf(first)! < 2) return [];
  const check = checkPerYear(first, last);
  return check === undefined ? [] : [check];
}

function checkPerYear(start: Figure, goal: Figure): Check | undefined {
  const years = yearOf(goal)! - yearOf(start)!;
  const ratio = over(goal, start);
  const rate = ratio === undefined ? undefined : toPower(ratio, new Decimal(1).div(years));
  if (rate === undefined) return undefined;
  const implied = openBelowZero(times(minus(rate, one), hundred));
  return toCheck({
    rule: 'growth_per_year',
    inputs: [start, goal],
    implied,
    unit: 'PCT_PER_YEAR',
    why: (result) =>
      say.why('perYear', {
        start: say.value(start),
        startPeriod: say.when(start),
        goal: say.value(goal),
        goalPeriod: say.when(goal),
        implied: result,
        count: years,
      }),
  });
}

/** A start without an upper bound leaves the fall without one: −100 % says nothing. */
function openBelowZero({ stated, rounded }: Twofold): Twofold {
  const open = (one: Twofold['stated']) => (one.low?.lte(-100) ? interval(null, one.high, { high: one.highOpen }) : one);
  return { stated: open(stated), rounded: open(rounded) };
}

/** Years without a number between two stated ones, on the straight line; marked as such. */
export function interpolation(figures: readonly Figure[]): Check[] {
  const dated = figures.filter(
    (figure) =>
      isAmount(figure) && yearOf(figure) !== undefined && (figure.status === 'forecast' || figure.status === 'plan' || figure.status === 'target'),
  );
  const sorted = dated.slice(0, most).sort((a, b) => yearOf(a)! - yearOf(b)!);
  return sorted.slice(1).flatMap((later, index) => {
    const earlier = sorted[index]!;
    const gap = yearOf(later)! - yearOf(earlier)!;
    if (gap < 2 || gap > 5 || later.status !== earlier.status || later.claim.sourceId !== earlier.claim.sourceId) return [];
    return Array.from({ length: gap - 1 }, (_, step) => {
      const share = constant(new Decimal(step + 1).div(gap).toFixed(20));
      const implied = plus(earlier, times(minus(later, earlier), share));
      const year = yearOf(earlier)! + step + 1;
      return toCheck({
        rule: 'interpolation',
        label: say.label('year', { year: { period: String(year) } }),
        inputs: [earlier, later],
        implied,
        unit: later.claim.unit ?? 'UNITS',
        why: (result) =>
          say.why('interpolation', {
            implied: result,
            year: { period: String(year) },
            earlier: say.value(earlier),
            earlierPeriod: say.when(earlier),
            later: say.value(later),
            laterPeriod: say.when(later),
          }),
      });
    }).filter((check) => check !== undefined);
  });
}
