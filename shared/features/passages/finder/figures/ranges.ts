// Joins two numbers into a range, and marks "from A to B" where a thing moves: a movement stays two figures.
import { Decimal, shiftPoint } from '../../../../quantity/decimal.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import { directionIn } from './change-words.ts';
import type { RawFigure } from './raw-figure.ts';

type Joint = 'dash' | 'to' | 'and' | 'or';

const JOINTS: readonly (readonly [Joint, RegExp])[] = [
  ['dash', /^[\s\u00a0]?[-–—~～−‐‑∼][-–—]?[\s\u00a0]?$/],
  ['to', /^(?:[\s\u00a0](?:up )?(?:to|до|по)[\s\u00a0](?:на )?|至|到)$/],
  ['and', /^(?:[\s\u00a0](?:and|и)[\s\u00a0]|和|与)$/],
  ['or', /^(?:[\s\u00a0](?:or|или)[\s\u00a0]|或)$/],
];

const FROM = /(?:(?<![\p{L}])(?<from>from|от|с|со|из)[\s\u00a0]|(?<han>[从由自]))$/u;
const BETWEEN = /(?:(?<![\p{L}])(?:(?:anywhere |somewhere )?between|между)[\s\u00a0])$/u;
const HAN_BETWEEN = /(?:介于|在)$/;

/** Reads the figures of a sentence in order and returns them with ranges joined. */
export function joinRanges(sentence: Sentence, figures: readonly RawFigure[]): readonly RawFigure[] {
  const joined: RawFigure[] = [];
  for (const next of figures) {
    const last = joined.at(-1);
    const pair = last === undefined ? undefined : joinPair(sentence, last, next);
    if (pair === undefined) joined.push(next);
    else joined.splice(-1, 1, ...pair);
  }
  return joined;
}

/** One range, two movements with their unit shared, or `undefined` when the two have nothing to do with each other. */
function joinPair(sentence: Sentence, first: RawFigure, second: RawFigure): readonly RawFigure[] | undefined {
  const isJoinable =
    first.number.form !== 'factor' &&
    !(first.isListed && second.isListed) &&
    second.number.form !== 'factor' &&
    first.low === first.high &&
    second.low === second.high &&
    second.end - first.start < 120;
  const joint = isJoinable ? jointOf(sentence.lower.slice(first.end, second.start)) : undefined;
  if (joint === undefined) return movedApart(sentence, first, second);
  const from = matchBefore(FROM, sentence.lower, first.start);
  if (joint === 'to' && from !== undefined) return fromTo(sentence, first, second, from.groups.from ?? '从', from.start);
  const between = joint === 'and' ? matchBefore(BETWEEN, sentence.lower, first.start) : undefined;
  if (joint === 'and' && between === undefined && !isHanBetween(sentence, first, second)) return undefined;
  if (!canBeRange(sentence, joint, first, second)) return undefined;
  return rangeOf(first, second, between?.start ?? first.start);
}

function jointOf(gap: string): Joint | undefined {
  return JOINTS.find(([, pattern]) => pattern.test(gap))?.[0];
}

function isHanBetween(sentence: Sentence, first: RawFigure, second: RawFigure): boolean {
  return matchBefore(HAN_BETWEEN, sentence.lower, first.start) !== undefined && matchAt(/[^，。]{0,3}之间/y, sentence.lower, second.end) !== null;
}

/** Words of movement without a direction. */
const MOVES =
  /\b(?:mov\w+|went|go(?:es|ing)?|chang\w+|shift\w*|sw[iau]ng\w*|turn\w*|switch\w*|improv\w+|worsen\w*|extend\w*|revis\w+|adjust\w*|updat\w+|brought|bring\w*|took|taking)\b|调整|变/;

/** "с … до" always moves; "from … to" moves after a word of change; "от … до" and a plain "from … to" are ranges. */
function fromTo(sentence: Sentence, first: RawFigure, second: RawFigure, word: string, start: number): readonly RawFigure[] | undefined {
  const before = sentence.lower.slice(Math.max(0, start - 80), start);
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('，')) + 1);
  const isFree = word === 'from' || word === 'of' || word === '从';
  const moves =
    word === 'с' ||
    word === 'со' ||
    word === 'из' ||
    (isFree &&
      (directionIn(clause) !== null || MOVES.test(clause) || first.sign !== second.sign) &&
      !/\brang(?:e|es|ed|ing)|\bvar(?:y|ies|ied)/.test(clause));
  if (moves) return movement(first, second);
  const range = rangeOf(first, second, word === '从' ? first.start : start);
  return range ?? movement(first, second);
}

function magnitude(figure: RawFigure): Decimal {
  return new Decimal(shiftPoint(figure.low, figure.multiplier));
}

/** Two numbers make a range when the second is larger, and nothing says that they are of different kinds. */
function canBeRange(sentence: Sentence, joint: Joint, first: RawFigure, second: RawFigure): boolean {
  if (second.qualifier !== null && second.number.form !== 'order') return false;
  const [left, right] = shareFields(first, second);
  if (left.unit !== right.unit || !magnitude(left).lt(magnitude(right))) return false;
  if (joint === 'or') return isNeighbour(left, right);
  if (joint === 'to' && first.unit !== null && second.unit === null && first.coreStart === first.number.start) return false;
  if (joint === 'to' && isHanJoint(sentence, first, second)) return !isHanLevel(sentence, first, second);
  if (joint === 'to') return !(isToLevel(sentence, first) || isChangeAndLevel(sentence, left, right));
  const isSpaced = joint === 'dash' && /\s/.test(sentence.lower[first.end] ?? '');
  // "моложе 18 — 20,1%" names a group and its share.
  if (isSpaced && first.qualifier !== null && first.qualifier !== 'about') return false;
  return !isSpaced || first.unit !== null || second.unit !== null || second.multiplier > 0;
}

/** "ten or twelve" is an estimate; "5 or 500" is a choice. */
function isNeighbour(left: RawFigure, right: RawFigure): boolean {
  return magnitude(right).lte(magnitude(left).times(2)) && left.multiplier === right.multiplier;
}

/** Chinese writes ranges with 至 after a verb too: 上涨10%至20%. A new level has another unit. */
function isHanJoint(sentence: Sentence, first: RawFigure, second: RawFigure): boolean {
  return /^[至到]$/.test(sentence.lower.slice(first.end, second.start));
}

/** 减少12.4亿美元至6916亿美元: each amount has its unit, so the second is the new level. */
function isHanLevel({ lower }: Sentence, first: RawFigure, second: RawFigure): boolean {
  const isAmountTwice = !['PCT', 'PP', 'TIMES'].includes(second.unit ?? '') && first.end > first.number.end;
  const isUnitTwice = isAmountTwice && first.unit !== null && second.unit !== null;
  const isFarApart = isAmountTwice && magnitude(second).gt(magnitude(first).abs().times(4));
  return (isUnitTwice || isFarApart) && directionIn(lower.slice(Math.max(0, first.start - 6), first.start)) !== null;
}

/** "rose 12% to 400" and "fell 5 to 30": the second is the new level. */
function isToLevel(sentence: Sentence, first: RawFigure): boolean {
  const before = sentence.lower.slice(Math.max(0, first.start - 24), first.start);
  return /\b(?:up|down)\s$/.test(before) || (directionIn(before) !== null && !/\b(?:by|на)\s$/.test(before));
}

/** "cut by 1,400 to 6,100": amounts so far apart are a change and what it led to. */
function isChangeAndLevel(sentence: Sentence, first: RawFigure, second: RawFigure): boolean {
  const isAmount = !['PCT', 'PP', 'TIMES'].includes(first.unit ?? '');
  const isChange = matchBefore(/(?:\bby|(?<![а-яё])на)[\s\u00a0]$/, sentence.lower, first.start) !== undefined;
  return isAmount && isChange && magnitude(second).gt(magnitude(first).abs().times(4));
}

function rangeOf(first: RawFigure, second: RawFigure, start: number): readonly RawFigure[] | undefined {
  const [left, right] = shareFields(first, second);
  if (left.unit !== right.unit && left.unit !== null && right.unit !== null) return undefined;
  if (!magnitude(left).lt(magnitude(right))) return undefined;
  const multiplier = Math.min(left.multiplier, right.multiplier);
  const low = left.multiplier === multiplier ? left.low : shiftPoint(left.low, left.multiplier - multiplier);
  const high = right.multiplier === multiplier ? right.high : shiftPoint(right.high, right.multiplier - multiplier);
  return [{ ...right, start, coreStart: left.coreStart, number: left.number, low, high, multiplier, qualifier: 'between', sign: left.sign }];
}

function movement(first: RawFigure, second: RawFigure): readonly RawFigure[] {
  const [left, right] = shareFields(first, second);
  return [
    { ...left, isMovement: true },
    { ...right, isMovement: true },
  ];
}

const MOVED =
  /^(?:增加到|增长到|增至|提高到|提升到|升至|上升到|上升至|涨到|涨至|扩大到|扩大至|下降到|下降至|降到|降至|降低到|减少到|减至|缩减至|下调至|上调至|调整为|变为|改为|变成|跌至|回落至|到|至|\s*(?:vehicles|cars|units)?\s*(?:a year )?to\s|\s*(?:\p{L}+ ){0,2}до\s)$/u;

/** A movement whose joint is longer than a word: 从…增加到…, "from 90 units to over 120". */
function movedApart(sentence: Sentence, first: RawFigure, second: RawFigure): readonly RawFigure[] | undefined {
  if (matchBefore(FROM, sentence.lower, first.start) === undefined || second.start - first.end > 24) return undefined;
  return MOVED.test(sentence.lower.slice(first.end, second.start)) ? movement(first, second) : undefined;
}

/** "$5–6 billion" and "$1.9 to $2.1 billion": the scale stands once, whether or not the currency does. */
function canShareScale(first: RawFigure, second: RawFigure): boolean {
  const isMoneyTwice = second.unit === first.unit && second.coreStart < second.number.start && new Decimal(first.low).abs().lt(1000);
  return second.unit === null || isMoneyTwice;
}

/** A unit or scale written once belongs to both. A number with its own scale, or with grouped thousands, keeps it. */
function shareFields(first: RawFigure, second: RawFigure): readonly [RawFigure, RawFigure] {
  const isBare = first.multiplier === 0 && first.unit === null && first.number.form !== 'order';
  const takesScale = isBare && first.end === first.number.end && second.multiplier !== 0 && new Decimal(first.low).abs().lt(1000);
  const hasPrefix =
    first.unit !== null && first.multiplier === 0 && first.coreStart < first.number.start && second.multiplier > 0 && canShareScale(first, second);
  const multiplier = takesScale || hasPrefix ? second.multiplier : first.multiplier;
  const left = { ...first, unit: first.unit ?? second.unit, multiplier };
  return [left, { ...second, unit: second.unit ?? first.unit }];
}
