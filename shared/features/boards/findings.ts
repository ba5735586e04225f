// Titles that say something about figures, checked: it holds, no longer does, or cannot be told. Each rival and each reading counts
// by itself; all must say yes, or all no. Findings are about values and their order in time, never about causes.

import { addDays, findPeriod } from '../../period/index.ts';
import {
  addIntervals,
  containsInterval,
  Decimal,
  divideIntervals,
  type Interval,
  interval,
  isDisjoint,
  scaleInterval,
  subtractIntervals,
} from '../../quantity/index.ts';
import { closedBy, periodText } from '../ledger/rules.ts';
import { type Window, windowOf } from '../policy/window.ts';
import type { BoardFacts } from './facts.ts';
import type { By, Figure, Finding, SeriesName, Side, When } from './model.ts';
import { alternativesOf, type Placed, placedOf } from './parts.ts';
import { inTime } from './placing.ts';
import { seriesTextOf } from './strands.ts';

export const findingStates = ['holds', 'no_longer', 'cannot_be_told'] as const;
export type FindingState = (typeof findingStates)[number];
export const titleStates = [...findingStates, 'unchecked'] as const;
export type TitleState = (typeof titleStates)[number];
export const findingWhys = ['missing', 'unit', 'mixed', 'order', 'value'] as const;
export type FindingWhy = (typeof findingWhys)[number] | null;

export interface CheckedFinding {
  readonly is: Finding['is'];
  readonly state: FindingState;
  /** What keeps it from holding; null where it holds. */
  readonly why: FindingWhy;
  /** What it was checked on. */
  readonly claims: readonly string[];
}

/** A wrong finding weighs more than one that cannot be told. */
export function titleStateOf(findings: readonly CheckedFinding[]): TitleState {
  if (findings.length === 0) return 'unchecked';
  if (findings.some(({ state }) => state === 'no_longer')) return 'no_longer';
  return findings.some(({ state }) => state === 'cannot_be_told') ? 'cannot_be_told' : 'holds';
}

type Answer = 'yes' | 'no' | 'mixed';

/** One value that a figure may have. */
interface Alternative {
  readonly said: Interval;
  readonly allowed: Interval;
}

interface Told {
  readonly alternatives: readonly Alternative[];
  /** Unit and kind of change: only like is compared with like. */
  readonly unit: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly claims: readonly string[];
}

export function checkFinding(finding: Finding, facts: BoardFacts, known: string | null): CheckedFinding {
  const { answer, why, told } = answered(finding, facts, known);
  const claims = [...new Set(told.flatMap((one) => one.claims))];
  const order = finding.when == null || told.length === 0 ? 'yes' : sideOf(finding.when, lastOf(told), facts);
  const result = (state: FindingState, because: FindingWhy): CheckedFinding => ({ is: finding.is, state, why: because, claims });
  if (answer === undefined) return result('cannot_be_told', why);
  if (answer === 'no') return result('no_longer', 'value');
  if (order === 'no') return result('no_longer', 'order');
  if (answer === 'mixed') return result('cannot_be_told', 'mixed');
  return order === 'mixed' ? result('cannot_be_told', 'order') : result('holds', null);
}

interface Answered {
  readonly answer: Answer | undefined;
  readonly why: FindingWhy;
  readonly told: readonly Told[];
}

function answered(finding: Finding, facts: BoardFacts, known: string | null): Answered {
  switch (finding.is) {
    case 'rose':
    case 'fell': {
      const at = (period: string) => ofSeries(finding.of, { at: period }, { facts, known });
      return between(at(finding.from), at(finding.to), (before, after) => moved(finding.is, finding.by ?? undefined, before, after));
    }
    case 'peaked':
    case 'bottomed':
      return extreme(finding, facts, known);
    case 'above':
    case 'below': {
      const figure = figureOf(finding.figure, facts, known);
      const sign = finding.is === 'above' ? 1 : -1;
      if (typeof finding.than === 'number') {
        const than = interval(String(finding.than), String(finding.than));
        if (figure === undefined) return { answer: undefined, why: 'missing', told: [] };
        return { answer: all(figure.alternatives.map(({ allowed }) => isOver(allowed, than, sign))), why: null, told: [figure] };
      }
      return between(figureOf(finding.than, facts, known), figure, (than, one) => isOver(one.allowed, than.allowed, sign));
    }
    case 'gap':
      return between(figureOf(finding.than, facts, known), figureOf(finding.figure, facts, known), (than, one) =>
        amounts(finding.by, (pick) => amountBetween(finding.by, one[pick], than[pick])),
      );
    case 'share':
      return between(figureOf(finding.than, facts, known), figureOf(finding.figure, facts, known), (than, one) =>
        amounts(finding.by, (pick) => percentOf(one[pick], than[pick])),
      );
  }
}

/** Every way of taking one value of each. */
function between(before: Told | undefined, after: Told | undefined, check: (before: Alternative, after: Alternative) => Answer): Answered {
  if (before === undefined || after === undefined) return { answer: undefined, why: 'missing', told: [before, after].flatMap((one) => one ?? []) };
  const told = [before, after];
  if (before.unit !== after.unit) return { answer: undefined, why: 'unit', told };
  return { answer: all(after.alternatives.flatMap((one) => before.alternatives.map((other) => check(other, one)))), why: null, told };
}

function all(answers: readonly Answer[]): Answer {
  if (answers.every((one) => one === 'yes')) return 'yes';
  return answers.every((one) => one === 'no') ? 'no' : 'mixed';
}

/** Yes where every part says yes, no where one says no. */
function both(a: Answer, b: Answer): Answer {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'mixed';
}

/** Whether one value lies certainly above another (`sign` 1), or below it (−1). */
function isOver(one: Interval, than: Interval, sign: 1 | -1): Answer {
  const [upper, lower] = sign === 1 ? [one, than] : [than, one];
  if (isAbove(upper, lower)) return 'yes';
  return isAtMost(upper, lower) ? 'no' : 'mixed';
}

function isAbove(a: Interval, b: Interval): boolean {
  if (a.low === null || b.high === null) return false;
  const order = a.low.cmp(b.high);
  return order > 0 || (order === 0 && (a.lowOpen || b.highOpen));
}

function isAtMost(a: Interval, b: Interval): boolean {
  return a.high !== null && b.low !== null && a.high.cmp(b.low) <= 0;
}

function moved(is: 'rose' | 'fell', by: By | undefined, before: Alternative, after: Alternative): Answer {
  const direction = isOver(after.allowed, before.allowed, is === 'rose' ? 1 : -1);
  if (by === undefined) return direction;
  const [larger, smaller] = is === 'rose' ? [after, before] : [before, after];
  return both(
    direction,
    amounts(by, (pick) => {
      if (!('percent' in by)) return amountBetween(by, larger[pick], smaller[pick]);
      const rise = percentOf(after[pick], before[pick]);
      const change = rise === undefined ? undefined : addIntervals(rise, interval('-100', '-100'));
      return change === undefined || is === 'rose' ? change : scaleInterval(change, -1);
    }),
  );
}

/** The factor, or the difference. */
function amountBetween(by: By, larger: Interval, smaller: Interval): Interval | undefined {
  if ('times' in by) return divideIntervals(larger, smaller);
  if ('percent' in by) return percentOf(larger, smaller);
  return subtractIntervals(larger, smaller);
}

function percentOf(part: Interval, whole: Interval): Interval | undefined {
  const quotient = divideIntervals(part, whole);
  return quotient === undefined ? undefined : scaleInterval(quotient, 100);
}

/** "About" is checked on the bounds as said: five per cent either side. Everything else on what rounding allows. */
function amounts(by: By, amount: (pick: 'said' | 'allowed') => Interval | undefined): Answer {
  const n = new Decimal('times' in by ? by.times : 'percent' in by ? by.percent : 'points' in by ? by.points : by.absolute);
  const value = amount(by.how === 'about' ? 'said' : 'allowed');
  if (value === undefined) return 'mixed';
  const wanted = wantedBy(by, n);
  if (containsInterval(wanted, value)) return 'yes';
  return isDisjoint(wanted, value) ? 'no' : 'mixed';
}

function wantedBy({ how }: By, n: Decimal): Interval {
  switch (how) {
    case 'about': {
      const reach = n.abs().times('0.05');
      return interval(n.minus(reach), n.plus(reach));
    }
    case 'over':
      return interval(n, null, { low: true });
    case 'at_least':
      return interval(n, null);
    case 'under':
      return interval(null, n, { high: true });
    case 'at_most':
      return interval(null, n);
  }
}

/** Above, or below, every other period of its frequency that is told within a span. */
function extreme(finding: Extract<Finding, { is: 'peaked' | 'bottomed' }>, facts: BoardFacts, known: string | null): Answered {
  const line = outcomes(finding.of, facts, known);
  const key = periodText(finding.in);
  const one = line.find(({ periodKey }) => periodKey === key);
  if (one === undefined) return { answer: undefined, why: 'missing', told: [] };
  const [first, last] = [findPeriod(finding.within?.[0] ?? null)?.earliest ?? null, findPeriod(finding.within?.[1] ?? null)?.latest ?? null];
  const isWithin = ({ from, to }: Placed) => (first === null || (from ?? '') >= first) && (last === null || (to !== null && to <= addDays(last, 1)));
  const others = line.filter((other) => other !== one && other.frequency === one.frequency && isWithin(other)).map(toldOf);
  const told = [toldOf(one), ...others];
  if (others.some(({ unit }) => unit !== told[0]!.unit)) return { answer: undefined, why: 'unit', told };
  const sign = finding.is === 'peaked' ? 1 : -1;
  const pairs = told[0]!.alternatives.map((own) => others.map((other) => other.alternatives.map((each) => isOver(own.allowed, each.allowed, sign))));
  const answer = pairs.every((list) => list.flat().every((each) => each === 'yes'))
    ? 'yes'
    : pairs.every((list) => list.some((each) => each.every((single) => single === 'no')))
      ? 'no'
      : 'mixed';
  return { answer, why: null, told };
}

function outcomes(of: SeriesName, facts: BoardFacts, known: string | null): Placed[] {
  return placedIn(of, facts, known).filter((one) => one.class === 'outcome');
}

function placedIn(of: SeriesName, facts: BoardFacts, known: string | null): Placed[] {
  return facts
    .observationsOf(seriesTextOf(of, facts.nameOf))
    .flatMap((told) => placedOf(told, facts, known).placed ?? [])
    .filter((one) => alternativesOf(one).length > 0)
    .toSorted(inTime);
}

function toldOf(placed: Placed): Told {
  const alternatives = alternativesOf(placed);
  return {
    alternatives,
    unit: `${placed.unit} ${placed.change}`,
    from: placed.from,
    to: placed.to,
    claims: [...new Set(alternatives.flatMap(({ claims }) => claims))],
  };
}

export interface FigureAsked {
  readonly at: string;
  readonly class?: string | null | undefined;
  readonly issuer?: string | null | undefined;
}

interface Reading {
  readonly facts: BoardFacts;
  readonly known: string | null;
}

/** What a series holds at a time; of several issuers each counts. */
export function placedAt(of: SeriesName, { at, class: wanted, issuer }: FigureAsked, { facts, known }: Reading): readonly Placed[] {
  const key = periodText(at);
  const isIssuer = (name: string | null) => issuer == null || (name !== null && facts.nameOf(name) === facts.nameOf(issuer));
  return placedIn(of, facts, known).filter((one) => one.periodKey === key && one.class === (wanted ?? 'outcome') && isIssuer(one.issuer));
}

function ofSeries(of: SeriesName, asked: FigureAsked, reading: Reading): Told | undefined {
  const [first, ...others] = placedAt(of, asked, reading).map(toldOf);
  if (first === undefined) return undefined;
  return {
    ...first,
    alternatives: [first, ...others].flatMap(({ alternatives }) => alternatives),
    claims: [first, ...others].flatMap(({ claims }) => claims),
  };
}

function figureOf(figure: Figure, facts: BoardFacts, known: string | null): Told | undefined {
  if ('of' in figure) return ofSeries(figure.of, figure, { facts, known });
  const held = facts.claim(figure.claim);
  const told = facts.observationOf(figure.claim);
  if (held === undefined || told === undefined || held.rank === 'deprecated') return undefined;
  const claim = closedBy(told.verdict, held);
  const { placed } = placedOf({ ...told, claims: [claim], verdict: null }, facts, known);
  return placed === undefined || alternativesOf(placed).length === 0 ? undefined : toldOf(placed);
}

/** The last day of the latest period that a finding is about. */
function lastOf(told: readonly Told[]): Told {
  return told.toSorted((a, b) => ((a.to ?? '9999') < (b.to ?? '9999') ? 1 : -1))[0]!;
}

/** Whether a period lies wholly before, or after, something that happened; of several such stages each counts. */
function sideOf(when: When, last: Told, facts: BoardFacts): Answer {
  const side = 'before' in when ? when.before : when.after;
  const windows = windowsOf(side, facts);
  if (windows.length === 0 || last.from === null || last.to === null) return 'mixed';
  const isBefore = 'before' in when;
  return all(
    windows.map(({ earliest, latest }) => {
      const before = earliest !== null && last.to! <= earliest;
      const after = latest !== null && last.from! >= latest;
      return before ? (isBefore ? 'yes' : 'no') : after ? (isBefore ? 'no' : 'yes') : 'mixed';
    }),
  );
}

function windowsOf({ thing: name, stage, claim }: Side, facts: BoardFacts): Window[] {
  const thing = facts.thing(name);
  if (thing === undefined) return [];
  const isMeant = (ids: readonly string[]) => claim == null || ids.includes(claim);
  const intervals = thing.intervals.filter((one) => one.stage === stage && isMeant(one.claims));
  if (intervals.length > 0) return intervals.map(({ from }) => from);
  return thing.events.filter((event) => event.stage === stage && isMeant([event.id])).map((event) => windowOf(event.period, 'earlier'));
}

export function figuresIn(finding: Finding): readonly { readonly of: SeriesName; readonly at: string }[] {
  switch (finding.is) {
    case 'rose':
    case 'fell':
      return [
        { of: finding.of, at: finding.from },
        { of: finding.of, at: finding.to },
      ];
    case 'peaked':
    case 'bottomed':
      return [{ of: finding.of, at: finding.in }];
    default:
      return [finding.figure, finding.than].flatMap((figure) => (typeof figure === 'object' && 'of' in figure ? [figure] : []));
  }
}

/** The finding with each of its series as `to` has it. */
export function mapFinding(finding: Finding, to: (series: SeriesName) => SeriesName): Finding {
  const figure = (one: Figure): Figure => ('of' in one ? { ...one, of: to(one.of) } : one);
  switch (finding.is) {
    case 'gap':
    case 'share':
      return { ...finding, figure: figure(finding.figure), than: figure(finding.than) };
    case 'above':
    case 'below':
      return { ...finding, figure: figure(finding.figure), than: typeof finding.than === 'number' ? finding.than : figure(finding.than) };
    default:
      return { ...finding, of: to(finding.of) };
  }
}
