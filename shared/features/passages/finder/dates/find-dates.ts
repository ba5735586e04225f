// Finds the dates of one sentence: atoms, joined into ranges, with their bounding words, resolved.
import { matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import { findAtoms, type Span } from './atoms.ts';
import { type BoundAtom, withBounds } from './bounds.ts';
import { chineseRules } from './chinese-atoms.ts';
import { isComparedDate } from './comparison.ts';
import { englishRules } from './english-atoms.ts';
import { numericRules, slashRules } from './numeric-atoms.ts';
import type { Atom } from './point.ts';
import { reportRules } from './report-atoms.ts';
import { type Expression, isRelative, type Resolved, resolveExpression } from './resolve.ts';
import { russianRules } from './russian-atoms.ts';
import { type Tense, tenseAt } from './tense.ts';

export interface FoundDate extends Resolved {
  readonly start: number;
  readonly end: number;
}

const MAYBE_DATE =
  /\d{4}|\d[./-]\d|\d(?:st|nd|rd|th)?[ \u00a0-]\p{L}|year|month|quarter|half|week|day|tomorrow|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|h[12]|[1-4]q|[12]h|\d[mмпк]['’]?\d|\d\s?п\/?г|\dкв|\/\d{1,2}\/\d|民国|民國|'?\d0s|fy|январ|феврал|март|апрел|ма[йяюе]|июн|июл|август|сентябр|октябр|ноябр|декабр|год|мес|недел|квартал|полугоди|половин|вчера|сегодня|завтра|весн|лето|осен|зим|понедельник|вторник|сред|четверг|пятниц|суббот|воскресен|\d0-[ехм]|[年月日周号天季]|星期|礼拜/u;

/** Dates in order, none overlapping, none in a closed stretch. `publishedOn` is the EDTF date of the source. */
export function findDates(sentence: Sentence, publishedOn: string | undefined, closed: readonly Span[] = []): readonly FoundDate[] {
  if (!MAYBE_DATE.test(sentence.lower)) return [];
  const atoms = findAtoms(sentence, rulesFor(sentence.lower), closed);
  const found: FoundDate[] = [];
  let sentenceYear: number | undefined;
  for (const expression of joinAtoms(sentence, atoms)) {
    const words = sentence.text.slice(expression.start, expression.end);
    const tense = namesItsYear(expression) ? 'open' : tenseFor(sentence.lower, expression);
    const resolved = resolveExpression(expression, words, { publishedOn, tense, sentenceYear });
    if (resolved.edtf === null && !resolved.relative) continue;
    found.push({ start: expression.start, end: expression.end, ...resolved });
    const year = yearOf(expression, resolved);
    if (year !== undefined && year !== sentenceYear && !isOfOther(sentence.lower, expression)) sentenceYear = year;
  }
  return found;
}

const DECREE =
  /(?:№\s?|(?<![a-z])nos?\.?\s?|(?:decree|resolution|order|law|directive|regulation|постановлени\p{L}{1,2}|приказ\p{L}{0,2}|указ\p{L}{0,2}|закон\p{L}{0,2}|распоряжени\p{L}{1,2})\s)[\d\p{L}][\d\p{L}/.-]{0,15}\s(?:of|dated|from|от)\s$/u;

/** The date that names a decree, or that something is compared with, says nothing of the year in which the rest happens. */
function isOfOther(lower: string, { start, end }: Expression): boolean {
  return matchBefore(DECREE, lower, start) !== undefined || isComparedDate(lower, start, end);
}

/** Then no word of the sentence has to tell which year is meant. */
function namesItsYear({ first, last }: Expression): boolean {
  return !isRelative(first.point) && (last === undefined || !isRelative(last.point));
}

/** "until May" in a sentence without a tense lies ahead; "since May" lies behind. */
function tenseFor(lower: string, { start, end, bound, looksBack }: Expression): Tense {
  if (looksBack) return 'past';
  const tense = tenseAt(lower, start, end);
  return tense === 'open' && (bound === 'until' || bound === 'before') ? 'future' : tense;
}

/** A cheap look before the closer one of the rules themselves. */
const MAYBE_REPORT = /[qh]['’]?\d|\d[qhмmпк]|\d\s(?:кв|п\.|п\/)|[a-zа-я.]['’]\d\d|(?:полугоди|квартал)\p{L}*\s\d/u;

function rulesFor(lower: string) {
  const rules = [...(MAYBE_REPORT.test(lower) ? reportRules : []), ...(lower.includes('/') ? slashRules : []), ...numericRules];
  const neutral = rules.length;
  if (/[а-яё]/.test(lower)) rules.push(...russianRules);
  if (/[\u4e00-\u9fff]/.test(lower)) rules.push(...chineseRules);
  if (/[a-z]{2}/.test(lower) || /[a-z]\d/.test(lower) || rules.length === neutral) rules.push(...englishRules);
  return rules;
}

/** The year that later dates of the sentence may borrow: only of a date that says or implies its year by words. */
function yearOf({ first, last }: Expression, { earliest, latest }: Resolved): number | undefined {
  const point = (last ?? first).point;
  const says =
    point.kind === 'calendar' ? point.year !== undefined || point.yearOffset !== undefined : point.kind === 'unit' && point.unit === 'year';
  const day = latest ?? earliest;
  return says && day !== null ? Number(day.slice(0, 4)) : undefined;
}

const JOINT = /^(?:[\s\u00a0]?[-–—−~～]{1,2}[\s\u00a0]?|[\s\u00a0](?:to|until|till|through|по|до)(?: the)?[\s\u00a0]|至|到|直至)$/;
const AND_JOINT = /^(?:[\s\u00a0](?:and|и)(?: the)?[\s\u00a0]|和|与)$/;
const RANGE_LEAD = /(?<![\p{L}])(?:from|с|со|in the period from|за период с)(?: the)?[\s\u00a0]$|[从自由]$/u;
const BETWEEN_LEAD = /(?<![\p{L}])(?:between|между)(?: the)?[\s\u00a0]$/u;

function* joinAtoms(sentence: Sentence, atoms: readonly Atom[]): Generator<Expression> {
  for (let index = 0; index < atoms.length; index += 1) {
    const first = atoms[index]!;
    const second = atoms[index + 1];
    if (second !== undefined && namesItsWeekday(sentence, first, second)) {
      index += 1;
      yield { ...single(withBounds(sentence, first)), end: second.end };
      continue;
    }
    const range = second === undefined ? undefined : rangeOf(sentence, first, second);
    if (range !== undefined) index += 1;
    yield range ?? single(withBounds(sentence, first));
  }
}

/** "6月16日星期一": the weekday says nothing new. */
function namesItsWeekday({ lower }: Sentence, first: Atom, second: Atom): boolean {
  const isDay = first.point.kind === 'calendar' && first.point.part.kind === 'day';
  return isDay && second.point.kind === 'weekday' && /^(?:,? ?|，|, в )$/.test(lower.slice(first.end, second.start));
}

function single({ start, end, point, third, bound, looksBack }: BoundAtom): Expression {
  return { start, end, first: { point, third }, bound, looksBack };
}

/** A joint alone makes a range; "and" needs "between" before it. Two weekdays or a day and a year are two dates. */
function rangeOf(sentence: Sentence, first: Atom, second: Atom): Expression | undefined {
  const { lower } = sentence;
  const inner = withBounds(sentence, { ...second });
  const gap = lower.slice(first.end, second.start);
  const narrowed = inner.third === undefined || inner.bound !== undefined ? undefined : inner;
  const gaps = narrowed === undefined ? [gap] : [gap, lower.slice(first.end, narrowed.start)];
  const between = gaps.some((words) => AND_JOINT.test(words)) ? matchBefore(BETWEEN_LEAD, lower, first.start) : undefined;
  const isJoined = between !== undefined || gaps.some((words) => JOINT.test(words));
  if (!isJoined || !isSameKind(first, second)) return undefined;
  const early = withBounds(sentence, first);
  const lead = between ?? matchBefore(RANGE_LEAD, lower, first.start);
  const start = lead?.start ?? (early.bound === undefined ? early.start : first.start);
  const after = /[从自由]$/.test(lower.slice(0, first.start)) && lower[second.end] === '间' ? 1 : 0;
  return { start, end: second.end + after, first, last: narrowed ?? second };
}

function isSameKind(first: Atom, second: Atom): boolean {
  const [a, b] = [first.point, second.point];
  if (a.kind === 'weekday' || b.kind === 'weekday') return false;
  if (a.kind !== 'calendar' || b.kind !== 'calendar') return a.kind === b.kind || !isRelative(a) || !isRelative(b);
  const isYear = (part: typeof a.part) => part.kind === 'year' || part.kind === 'years';
  if (a.year !== undefined && b.year !== undefined && a.year > b.year) return false;
  return isYear(a.part) === isYear(b.part) || (a.year !== undefined && b.year !== undefined);
}
