// A step and the yearly path that follows it, as an index with the level before the step = 1. What the text leaves open
// (first year, compounding) stays open: one check a reading, and one for the band that they span.
import type { Message } from '../../../message.ts';
import { yearsOf } from '../../../period/index.ts';
import { Decimal, interval } from '../../../quantity/index.ts';
import { constant, type Figure, hundred, one, over, plus, type Twofold, times, toPower } from '../figure.ts';
import type { Check } from '../model.ts';
import { toCheck } from '../result.ts';
import * as say from '../say.ts';

interface Reading {
  readonly label: Message;
  readonly index: Twofold;
}

export function indexPath(figures: readonly Figure[]): Check[] {
  const changes = figures.filter((figure) => figure.claim.change === 'percent' && figure.claim.unit === 'PCT').slice(0, 60);
  const paths = changes.filter((figure) => stepYears(figure) !== undefined);
  const steps = changes.filter((figure) => stepYears(figure) === undefined && figure.claim.value!.low !== null && figure.claim.value!.high !== null);
  return paths.flatMap((path) => {
    const step = firstStepBefore(steps, path);
    if (step === undefined) return [];
    const readings = readingsOf(step, path);
    const band = bandOf(readings);
    const single = readings.map((reading) => pathCheck(step, path, reading));
    return [pathCheck(step, path, { label: say.label('band'), index: band }), ...single].filter((check) => check !== undefined);
  });
}

/** Years of a change that is repeated each year: said so by `per`, by its path, or by spanning years ahead. */
function stepYears({ claim, period, status }: Figure): readonly number[] | undefined {
  const years = period === undefined ? undefined : yearsOf(period);
  const isRepeated = claim.per === 'year' || claim.path !== null || (status !== 'outcome' && (years?.length ?? 0) > 1);
  return isRepeated && years !== undefined && years.length > 1 ? years : undefined;
}

/** The dated step that the path goes on from: the most exactly dated one before the path begins, the last of several. */
function firstStepBefore(steps: readonly Figure[], path: Figure): Figure | undefined {
  return steps
    .filter((step) => step.status === 'outcome' && step.period?.earliest != null && step.period.earliest < (path.period?.earliest ?? ''))
    .sort((a, b) => width(a) - width(b) || b.period!.earliest!.localeCompare(a.period!.earliest!))[0];
}

/** Days of the step's period: a day says more than a year. */
function width({ period }: Figure): number {
  return period?.earliest == null || period.latest == null ? Number.MAX_SAFE_INTEGER : Date.parse(period.latest) - Date.parse(period.earliest);
}

function readingsOf(step: Figure, path: Figure): Reading[] {
  const years = stepYears(path)!;
  const [first, last] = [years[0]!, years.at(-1)!];
  const count = path.claim.path?.steps ?? years.length;
  const base = plus(one, percent(step));
  const growth = plus(one, percent(path));
  const compounded = (steps: number): Twofold => times(base, toPower(growth, new Decimal(steps))!);
  const said = path.claim.path?.compounding ?? 'unknown';
  const all: (Reading & { kind: 'compounded' | 'additive' })[] = [
    { kind: 'compounded', label: compounding(count, first, last), index: compounded(count) },
    { kind: 'compounded', label: compounding(count - 1, first + 1, last), index: compounded(count - 1) },
    { kind: 'additive', label: say.label('added', { count }), index: plus(base, times(percent(path), constant(count))) },
  ];
  return all.filter((reading) => said === 'unknown' || reading.kind === said);
}

function compounding(count: number, first: number, last: number): Message {
  return say.label('compounded', { count, years: { period: first === last ? String(first) : `${first}/${last}` } });
}

function percent(figure: Figure): Twofold {
  // The range as stated: a range of rates has no rounding worth compounding.
  const exact: Twofold = { stated: figure.stated, rounded: figure.stated };
  return over(exact, hundred)!;
}

function bandOf(readings: readonly Reading[]): Twofold {
  const lows = readings.map((reading) => reading.index.stated.low!);
  const highs = readings.map((reading) => reading.index.stated.high!);
  const band = interval(Decimal.min(...lows), Decimal.max(...highs));
  return { stated: band, rounded: band };
}

function pathCheck(step: Figure, path: Figure, { label, index }: Reading): Check | undefined {
  const years = stepYears(path)!;
  return toCheck({
    rule: 'index_path',
    label,
    inputs: [step, path],
    implied: index,
    unit: 'INDEX',
    why: (result) =>
      say.why('path', {
        step: say.value(step),
        stepPeriod: say.when(step),
        path: say.value(path),
        implied: result,
        year: { period: String(years.at(-1)) },
        reading: label,
      }),
  });
}
