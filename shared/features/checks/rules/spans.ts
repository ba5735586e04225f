// Months, quarters and halves against the longer span that they lie in.
import { dayOf, daysInMonth, monthNumber } from '../../../period/index.ts';
import { Decimal, decimalText, hullOf, type Interval, interval } from '../../../quantity/index.ts';
import { constant, type Figure, isFlowAmount, over, percentOf, plus, type Twofold, times } from '../figure.ts';
import type { Check } from '../model.ts';
import { toCheck } from '../result.ts';
import * as say from '../say.ts';

const most = 60;

/** A figure over whole months: the number of the first and of the last of them. */
interface Spanned {
  readonly figure: Figure;
  readonly first: number;
  readonly last: number;
}

/**
 * The parts of a year, a half or a quarter against the whole: where all are there their sum, of a rate its bounds; else that
 * none exceeds the whole, and what share of it a lone part is.
 */
export function monthsAndYear(figures: readonly Figure[]): Check[] {
  const spans = figures.filter((figure) => figure.status === 'outcome').flatMap((figure) => spanOf(figure) ?? []);
  const wholes = spans.filter(({ first, last }) => last > first && last - first < 12).slice(0, most);
  return wholes.flatMap((whole) => {
    const inside = spans.filter((part) => part.first >= whole.first && part.last <= whole.last && lengthOf(part) < lengthOf(whole));
    const complete = [1, 3, 6].map((months) => piecesOf(inside, whole, months)).find((pieces) => pieces !== undefined);
    if (complete !== undefined) return (isFlowAmount(whole.figure) ? sumCheck(complete, whole.figure) : meanCheck(complete, whole.figure)) ?? [];
    if (!isFlowAmount(whole.figure)) return [];
    const called = inside.flatMap((part) => extremeCheck(part, whole) ?? []);
    if (called.length > 0) return called;
    const tooMuch = inside.filter((part) => exceeds(part.figure, whole.figure)).flatMap((part) => partCheck(part.figure, whole.figure) ?? []);
    return tooMuch.length > 0 || inside.length !== 1 ? tooMuch : (shareCheck(inside[0]!, whole) ?? []);
  });
}

function lengthOf({ first, last }: Spanned): number {
  return last - first + 1;
}

function spanOf(figure: Figure): Spanned | undefined {
  const { earliest, latest } = figure.period ?? {};
  if (earliest == null || latest == null) return undefined;
  const [from, to] = [dayOf(earliest), dayOf(latest)];
  if (from.day !== 1 || to.day !== daysInMonth(to.year, to.month)) return undefined;
  return { figure, first: monthNumber(from.year, from.month), last: monthNumber(to.year, to.month) };
}

/** The figures that cut the whole into equal pieces of so many months, one each; undefined when one is missing. */
function piecesOf(inside: readonly Spanned[], whole: Spanned, months: number): Figure[] | undefined {
  const count = lengthOf(whole) / months;
  if (!Number.isInteger(count) || count < 2) return undefined;
  const pieces = Array.from({ length: count }, (_, index) => {
    const first = whole.first + index * months;
    return inside.find((part) => part.first === first && lengthOf(part) === months)?.figure;
  });
  return pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

/** What one part makes of the whole, beside an even share: "22 % of the half-year; a sixth would be 16.7 %". */
function shareCheck(part: Spanned, whole: Spanned): Check | undefined {
  const implied = percentOf(part.figure, whole.figure);
  if (implied === undefined) return undefined;
  const even = decimalText(new Decimal(100 * lengthOf(part)).div(lengthOf(whole)).toSignificantDigits(3));
  return toCheck({
    rule: 'part_le_total',
    label: say.label('share'),
    inputs: [part.figure, whole.figure],
    implied,
    unit: 'PCT',
    why: (result) =>
      say.why('shareOfWhole', {
        part: say.value(part.figure),
        partPeriod: say.when(part.figure),
        implied: result,
        whole: say.value(whole.figure),
        wholePeriod: say.when(whole.figure),
        even: { quantity: { low: even, high: even, qualifier: 'exact', unit: 'PCT', multiplier: 0, change: null } },
      }),
  });
}

const peakWords = /\b(peak(ed)?|highest|maximum|busiest|largest month|most of all months)\b|пик(ов|а|е|ом)?\b|максим|наибольш|最高|峰值|最大/iu;
const lowWords = /\b(trough|lowest|minimum|quietest|slowest)\b|миним|наименьш|最低|谷底|最小/iu;
const textsOf = ({ claim }: Figure) =>
  [claim.measure ?? '', claim.note ?? '', claim.original ?? '', ...claim.passages.map(({ exact }) => exact)].join(' ');

/** What is called the highest part of a whole is at least an even share of it, the lowest at most. */
function extremeCheck(part: Spanned, whole: Spanned): Check | undefined {
  const text = textsOf(part.figure);
  const [isPeak, isLow] = [peakWords.test(text), lowWords.test(text)];
  if (isPeak === isLow) return undefined;
  const even = over(times(whole.figure, constant(lengthOf(part))), constant(lengthOf(whole)))!;
  const bound = ({ low, high }: Interval) => (isPeak ? interval(low, null) : interval(null, high));
  return toCheck({
    rule: 'max_of_months',
    label: say.label(isPeak ? 'highest' : 'lowest'),
    inputs: [whole.figure],
    implied: { stated: bound(even.stated), rounded: bound(even.rounded) },
    unit: whole.figure.claim.unit ?? 'UNITS',
    stated: part.figure,
    why: (result) =>
      say.why('evenShare', { part: say.value(part.figure), partPeriod: say.when(part.figure), wholePeriod: say.when(whole.figure), implied: result }),
  });
}

function sumCheck(pieces: readonly Figure[], whole: Figure): Check | undefined {
  const implied = pieces.slice(1).reduce<Twofold>((sum, piece) => plus(sum, piece), pieces[0]!);
  return toCheck({
    rule: 'months_vs_year',
    inputs: pieces,
    implied,
    unit: whole.claim.unit ?? 'UNITS',
    stated: whole,
    why: (result) => say.why('months', { count: pieces.length, period: say.when(whole), implied: result, whole: say.value(whole) }),
  });
}

/** A rate over the whole lies between the least and the greatest of its parts. */
function meanCheck(pieces: readonly Figure[], whole: Figure): Check | undefined {
  const span = (pick: 'stated' | 'rounded') => hullOf(pieces.map((piece) => piece[pick]));
  return toCheck({
    rule: 'max_of_months',
    inputs: pieces,
    implied: { stated: span('stated'), rounded: span('rounded') },
    unit: whole.claim.unit ?? 'PCT',
    stated: whole,
    why: (result) => say.why('mean', { period: say.when(whole), implied: result, whole: say.value(whole) }),
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
    why: () =>
      say.why('partAboveWhole', { part: say.value(part), partPeriod: say.when(part), whole: say.value(whole), wholePeriod: say.when(whole) }),
  });
}
