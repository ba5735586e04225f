// Levels and changes over time.
import { Decimal, intersects, interval } from '../../../quantity/index.ts';
import {
  constant,
  type Figure,
  growthOf,
  hundred,
  isAmount,
  meets,
  minus,
  one,
  over,
  plus,
  type Twofold,
  thing,
  times,
  toPower,
  yearOf,
} from '../figure.ts';
import type { Check } from '../model.ts';
import { toCheck } from '../result.ts';
import { say, when } from '../say.ts';

const most = 60;

/** A stated change against the two levels that it joins: same family, subject, place, universe and unit. */
export function growth(figures: readonly Figure[]): Check[] {
  const changes = figures.filter((figure) => figure.claim.change === 'percent' && figure.claim.unit === 'PCT').slice(0, most);
  const levels = figures.filter((figure) => figure.isLevel && figure.dimension !== 'factor').slice(0, 400);
  return changes.flatMap((change) => {
    const year = yearOf(change);
    if (year === undefined) return [];
    const ends = levels.filter((level) => yearOf(level) === year && level.basis === change.basis);
    return ends.flatMap((end) =>
      levels
        .filter(
          (base) =>
            yearOf(base) === year - 1 &&
            base.basis === end.basis &&
            base.claim.unit === end.claim.unit &&
            base.measure === end.measure &&
            base.status === end.status,
        )
        .flatMap((base) => checkGrowth(base, end, change, false) ?? []),
    );
  });
}

function checkGrowth(base: Figure, end: Figure, change: Figure, isForeign: boolean): Check | undefined {
  const implied = growthOf(base, end);
  if (implied === undefined) return undefined;
  const foreign = `, near the stated ${say(change)} for ${when(change)}, but of another quantity or period: false support`;
  return toCheck({
    rule: 'growth',
    inputs: [base, end],
    implied,
    unit: 'PCT',
    stated: change,
    isForeign,
    why: (text) => `From ${say(base)} (${when(base)}) to ${say(end)} (${when(end)}) is ${text}${isForeign ? foreign : `; stated: ${say(change)}`}.`,
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

/** What a target or forecast needs a year: from the last outcome before it, and from one target to the next. */
export function growthPerYear(figures: readonly Figure[]): Check[] {
  const dated = figures
    .filter((figure) => isAmount(figure) && yearOf(figure) !== undefined)
    .slice(0, 400)
    .sort((a, b) => yearOf(a)! - yearOf(b)!);
  const ahead = dated.filter((figure) => figure.status !== 'outcome').slice(0, most);
  return ahead.flatMap((goal) => {
    const before = dated.filter((figure) => yearOf(figure)! < yearOf(goal)! - 1);
    const sameKind = before.filter((figure) => figure.status === goal.status && figure.claim.sourceId === goal.claim.sourceId).at(-1);
    const start = sameKind ?? before.filter((figure) => figure.status === 'outcome').at(-1);
    return start === undefined ? [] : (checkPerYear(start, goal) ?? []);
  });
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
    why: (text) => `From ${say(start)} in ${when(start)} to ${say(goal)} in ${when(goal)} is ${text} over ${years} years.`,
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
        label: String(year),
        inputs: [earlier, later],
        implied,
        unit: later.claim.unit ?? 'UNITS',
        why: (text) =>
          `${text} in ${year}, on the line between ${say(earlier)} (${when(earlier)}) and ${say(later)} (${when(later)}); nobody stated it.`,
      });
    }).filter((check) => check !== undefined);
  });
}

/** Months, quarters or halves of a year against the year: their sum where all are there, else that they do not exceed it. */
export function monthsAndYear(figures: readonly Figure[]): Check[] {
  const outcomes = figures.filter((figure) => figure.status === 'outcome');
  const years = outcomes.filter((figure) => yearOf(figure) !== undefined).slice(0, most);
  return years.flatMap((year) => {
    const inside = outcomes.filter(
      (figure) =>
        figure !== year &&
        figure.period?.earliest?.slice(0, 4) === String(yearOf(year)) &&
        figure.period.latest?.slice(0, 4) === String(yearOf(year)) &&
        yearOf(figure) === undefined,
    );
    const complete = [12, 4, 2].map((count) => piecesOf(inside, count)).find((pieces) => pieces !== undefined);
    if (complete !== undefined) return isAmount(year) ? (sumCheck(complete, year) ?? []) : (meanCheck(complete, year) ?? []);
    return isAmount(year) ? inside.filter((part) => exceeds(part, year)).flatMap((part) => partCheck(part, year) ?? []) : [];
  });
}

/** The figures that cut the year into so many equal pieces, one each; undefined when one is missing. */
function piecesOf(inside: readonly Figure[], count: number): Figure[] | undefined {
  const months = 12 / count;
  const pieces = Array.from({ length: count }, (_, index) => {
    const first = String(index * months + 1).padStart(2, '0');
    const last = String((index + 1) * months).padStart(2, '0');
    return inside.find((figure) => figure.period!.earliest!.slice(5, 7) === first && figure.period!.latest!.slice(5, 7) === last);
  });
  return pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

function sumCheck(pieces: readonly Figure[], year: Figure): Check | undefined {
  const implied = pieces.slice(1).reduce<Twofold>((sum, piece) => plus(sum, piece), pieces[0]!);
  return toCheck({
    rule: 'months_vs_year',
    inputs: pieces,
    implied,
    unit: year.claim.unit ?? 'UNITS',
    stated: year,
    why: (text) => `The ${pieces.length} parts of ${when(year)} add up to ${text}; stated for the year: ${say(year)}.`,
  });
}

/** The value of a year lies between the least and the greatest of its months. */
function meanCheck(pieces: readonly Figure[], year: Figure): Check | undefined {
  const span = (pick: 'stated' | 'rounded') => {
    const lows = pieces.map((piece) => piece[pick].low).filter((low) => low !== null);
    const highs = pieces.map((piece) => piece[pick].high).filter((high) => high !== null);
    return interval(lows.length < pieces.length ? null : Decimal.min(...lows), highs.length < pieces.length ? null : Decimal.max(...highs));
  };
  return toCheck({
    rule: 'max_of_months',
    inputs: pieces,
    implied: { stated: span('stated'), rounded: span('rounded') },
    unit: year.claim.unit ?? 'PCT',
    stated: year,
    why: (text) => `The parts of ${when(year)} run over ${text}; the year, ${say(year)}, must lie between.`,
  });
}

function exceeds(part: Figure, whole: Figure): boolean {
  return part.rounded.low !== null && whole.rounded.high !== null && part.rounded.low.gt(whole.rounded.high);
}

function partCheck(part: Figure, whole: Figure): Check | undefined {
  return toCheck({
    rule: 'part_le_total',
    inputs: [part],
    implied: { stated: interval(part.stated.low, null), rounded: interval(part.rounded.low, null) },
    unit: whole.claim.unit ?? 'UNITS',
    stated: whole,
    why: () => `${say(part)} in ${when(part)} is more than ${say(whole)} in all of ${when(whole)}.`,
  });
}

/** Universes that one source counts side by side, against a total that it states too. */
export function sumOfParts(figures: readonly Figure[]): Check[] {
  const group = figures.filter((figure) => isAmount(figure) && figure.status === 'outcome');
  if (group.length < 3 || group.length > 12) return [];
  const total = group.find((figure) => figure.basis === '' || /^(all|total)\b/.test(figure.basis));
  const parts = group.filter((figure) => figure !== total);
  if (total === undefined || new Set(parts.map((part) => part.basis)).size !== parts.length) return [];
  const implied = parts.slice(1).reduce<Twofold>((sum, part) => plus(sum, part), parts[0]!);
  const holds = intersects(implied.rounded, total.rounded);
  const check = toCheck({
    rule: 'sum_of_parts',
    inputs: parts,
    implied,
    unit: total.claim.unit ?? 'UNITS',
    stated: total,
    why: (text) => `The parts add up to ${text}; the total is ${say(total)}${holds ? '' : ', so a part is missing or counted twice'}.`,
  });
  return check === undefined ? [] : [check];
}
