// Which of several dates of a sentence goes with the words that were selected: the nearest, where what parts them counts as
// well. A date that opens the sentence holds for all of it, as long as none stands closer. Dates that are for something else
// are passed over, and where two stand about as near none is taken: an empty period is better than a wrong one.
import { codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import type { Mention } from '../../../../shared/features/passages/finder/index.ts';
import { isOfSomethingElse, isOfUnnamedTime, type Stretch } from './date-roles.ts';
import { pairedDate } from './paired-lists.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface DateChoice {
  readonly date?: Mention | undefined;
  /** Dates that might have been it, where none was taken: one that is for something else, or two that stand as near. */
  readonly passedOver: readonly Mention[];
}

/** How far a thing between two words sets them apart, in characters. */
const commaApart = 40;
const conjunctionApart = 20;
const figureApart = 30;
const bracketApart = 20;
/** What stands in brackets goes with what is before them. */
const closedApart = 40;
const farthestFrame = 60;
/** The longest "On the" before a date that opens a sentence. */
const opening = 12;
/** Two dates whose distances differ by less are as near. */
const asNear = 4;

const commas = /[,;，；、]/gu;
const conjunctions =
  /(?<=\s)(?:and|or|to|but|while|then|against|versus|vs\.?|than|compared|и|а|но|или|до|против|чем|тогда как)(?=\s)|[和而到及至]/giu;
const brackets = /[()（）]/gu;
const closing = /[)）]/gu;

/** Positions count code points of the sentence. */
export function dateBeside(sentence: string, mentions: readonly Mention[], selected: Span): Mention | undefined {
  return chooseDate(sentence, mentions, selected).date;
}

export function chooseDate(sentence: string, mentions: readonly Mention[], selected: Span): DateChoice {
  const points = codePointsOf(sentence);
  const inUnits = ({ start, end }: Span): Stretch => ({ start: points.toUnits(start), end: points.toUnits(end) });
  const figures = mentions.filter(({ type }) => type === 'figure');
  const dates = mentions.filter(({ type, edtf }) => type === 'date' && edtf !== null);
  const lower = sentence.toLowerCase();
  const around = { lower: lower.length === sentence.length ? lower : sentence, figures: figures.map(inUnits), selected: inUnits(selected) };
  if (isOfUnnamedTime(around.lower, around.selected) && !dates.some((date) => date.start < selected.end && selected.start < date.end))
    return { passedOver: dates.slice(0, 1) };
  const fitting = dates.filter((mention) => !isOfSomethingElse({ ...around, mention, date: inUnits(mention) }));

  const pairing = pairedDate(
    lower,
    figures.map(inUnits),
    fitting.map((mention) => ({ ...inUnits(mention), mention })),
    inUnits(selected),
  );
  if (pairing?.kind === 'paired') return { date: pairing.date.mention, passedOver: [] };
  if (pairing?.kind === 'unclear') return { passedOver: pairing.dates.slice(0, 2).map(({ mention }) => mention) };
  const frame = fitting.findLast((date) => date.end <= selected.start && (date.start <= opening || opensClause(points.slice(0, date.start))));

  function distance(date: Mention): number {
    const { start, end } = date;
    const isAfter = start >= selected.end;
    const gap: Span = isAfter ? { start: selected.end, end: start } : { start: end, end: selected.start };
    const words = ` ${points.slice(gap.start, gap.end)} `;
    const between = figures.filter((one) => one.start >= gap.start && one.end <= gap.end).length;
    const apart =
      commaApart * countOf(words, commas) +
      conjunctionApart * countOf(words, conjunctions) +
      figureApart * between +
      bracketApart * countOf(words, brackets) +
      (isAfter ? closedApart * countOf(words, closing) : 0);
    const far = gap.end - gap.start + apart + (isAfter ? 0 : 0.5);
    return date === frame ? Math.min(far, farthestFrame) : far;
  }

  const [first, second] = fitting.map((date) => ({ date, far: distance(date) })).toSorted((a, b) => a.far - b.far);
  if (first === undefined) return { passedOver: dates.slice(0, 1) };
  const isDoubtful = second !== undefined && second.far - first.far < asNear && isOther(first.date, second.date);
  return isDoubtful ? { passedOver: [first.date, second.date] } : { date: first.date, passedOver: [] };
}

/** "…, in 2020 at 30%": a date that opens a clause holds for what follows. */
function opensClause(before: string): boolean {
  return /[,;，；、]\s?(?:(?:and|but|while|и|а|но)\s)?(?:(?:in|for|at|by|на|в|во|за|по|к|而)\s?)?$/u.test(before);
}

/** Neither the same time nor one within the other. */
function isOther(a: Mention, b: Mention): boolean {
  const within = (inner: Mention, outer: Mention) =>
    inner.earliest !== null && outer.earliest !== null && inner.latest !== null && outer.latest !== null
      ? inner.earliest >= outer.earliest && inner.latest <= outer.latest
      : inner.edtf === outer.edtf;
  return !within(a, b) && !within(b, a);
}

function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
