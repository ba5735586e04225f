// Formulas over locks: + - * / ( ) min max abs share(a, b) change(from, to), with bounds as stated and units that must fit. A share
// is a part of one in products and quotients, so that 40,000 / 49 % is a count.
import { AppError } from '../../errors.ts';
import { FormulaError, readTree, type Tree } from '../../formula/tree.ts';
import {
  addIntervals,
  Decimal,
  divideIntervals,
  type Interval,
  interval,
  intervalText,
  type Measured,
  multiplyIntervals,
  negateInterval,
  scaleInterval,
  statedInterval,
  subtractIntervals,
} from '../../quantity/index.ts';

export interface Formula {
  /** What stands in `{…}`, each once, in the order in which they first stand. */
  readonly members: readonly string[];
  /** Values in the order of the members. @throws AppError `unit`, `no-value` */
  evaluate(values: readonly Measured[]): Measured;
}

const mostMembers = 60;

/** @throws AppError `invalid-input` */
export function readFormula(text: string): Formula {
  const members: string[] = [];
  const plain = text.replace(/\{([^{}]*)\}/g, (_, member: string) => {
    const wanted = member.trim();
    const known = members.indexOf(wanted);
    if (known < 0) members.push(wanted);
    return ` m${known < 0 ? members.length - 1 : known} `;
  });
  if (members.includes('') || members.length > mostMembers) throw refused(text);
  const tree = treeOf(plain, text);
  assertAllowed(tree, members.length, text);
  return { members, evaluate: (values) => measured(resultOf(tree, values.map(asValue)), values) };
}

/** The formula with other words in the braces. */
export function withMembers(text: string, replace: (member: string) => string): string {
  return text.replace(/\{([^{}]*)\}/g, (_, member: string) => `{${replace(member.trim())}}`);
}

function refused(text: string): AppError {
  return new AppError('invalid-input', 'reports.badFormula', { field: 'lock', formula: text.slice(0, 200) });
}

function treeOf(plain: string, text: string): Tree {
  try {
    return readTree(plain);
  } catch (error) {
    if (error instanceof FormulaError) throw refused(text);
    throw error;
  }
}

const takes: Readonly<Record<string, readonly [least: number, most: number]>> = {
  min: [1, 20],
  max: [1, 20],
  abs: [1, 1],
  share: [2, 2],
  change: [2, 2],
};

function assertAllowed(tree: Tree, members: number, text: string): void {
  switch (tree.type) {
    case 'number':
      if (!/^\d{1,20}(\.\d{1,20})?$/.test(tree.text)) throw refused(text);
      return;
    case 'name':
      if (!/^m\d+$/.test(tree.name) || Number(tree.name.slice(1)) >= members) throw refused(text);
      return;
    case 'sign':
      if (tree.operator !== '-' && tree.operator !== '+') throw refused(text);
      assertAllowed(tree.of, members, text);
      return;
    case 'operation':
      if (!'+-*/'.includes(tree.operator)) throw refused(text);
      assertAllowed(tree.left, members, text);
      assertAllowed(tree.right, members, text);
      return;
    case 'call': {
      const many = Object.hasOwn(takes, tree.name) ? takes[tree.name] : undefined;
      if (many === undefined || tree.given.length < many[0] || tree.given.length > many[1]) throw refused(text);
      for (const one of tree.given) assertAllowed(one, members, text);
      return;
    }
    default:
      throw refused(text);
  }
}

interface Value {
  readonly amount: Interval;
  readonly unit: string | null;
  readonly change: Measured['change'];
  /** A number of the formula's own, which takes on any unit in products. */
  readonly isNumber: boolean;
  readonly isAbout: boolean;
}

/** "About" and "almost" name a number: it is that number, and the result is about as exact. */
function asValue(value: Measured): Value {
  const isAbout = value.qualifier === 'about' || value.qualifier === 'almost';
  const low = value.low ?? value.high;
  const amount = isAbout ? statedInterval({ ...value, low, high: value.high ?? low, qualifier: 'between' }) : statedInterval(value);
  return { amount, unit: value.unit, change: value.change, isNumber: false, isAbout };
}

function resultOf(tree: Tree, values: readonly Value[]): Value {
  const of = (one: Tree) => resultOf(one, values);
  switch (tree.type) {
    case 'number':
      return { amount: interval(tree.text, tree.text), unit: null, change: null, isNumber: true, isAbout: false };
    case 'name':
      return values[Number(tree.name.slice(1))]!;
    case 'sign': {
      const value = of(tree.of);
      return tree.operator === '-' ? { ...value, amount: negateInterval(value.amount) } : value;
    }
    case 'operation':
      return operated(tree.operator, of(tree.left), of(tree.right));
    case 'call':
      return called(tree.name, tree.given.map(of));
    default:
      throw new AppError('unexpected', 'unexpected', { tree: tree.type });
  }
}

function operated(operator: string, a: Value, b: Value): Value {
  if (operator === '*') return product(a, b);
  if (operator === '/') return quotient(a, b);
  const unit = together([a, b]);
  const amount = operator === '+' ? addIntervals(a.amount, b.amount) : subtractIntervals(a.amount, b.amount);
  // The distance of two shares is told in points.
  if (operator === '-' && unit === 'PCT' && a.change === null)
    return { amount, unit: 'PP', change: 'points', isNumber: false, isAbout: a.isAbout || b.isAbout };
  return { ...a, amount, isNumber: a.isNumber && b.isNumber, isAbout: a.isAbout || b.isAbout };
}

/** The one unit of several values. @throws AppError `unit` */
function together(values: readonly Value[]): string | null {
  const [first, ...others] = values as readonly [Value, ...Value[]];
  for (const { unit, change, isNumber } of others)
    if (unit !== first.unit || change !== first.change || isNumber !== first.isNumber)
      throw new AppError('unit', 'reports.otherUnit', { field: 'lock', one: first.unit ?? '1', other: unit ?? '1' });
  return first.unit;
}

const isPart = ({ unit, isNumber }: Value) => !isNumber && unit === 'PCT';
const isPlain = ({ unit, isNumber }: Value) => isNumber || unit === null || unit === 'TIMES';
const asPart = (value: Value): Value => ({ ...value, amount: scaleInterval(value.amount, '0.01'), unit: null, change: null });

function product(a: Value, b: Value): Value {
  const isAbout = a.isAbout || b.isAbout;
  if (a.isNumber || b.isNumber) {
    const kept = a.isNumber ? b : a;
    return { ...kept, amount: multiplyIntervals(a.amount, b.amount), isAbout };
  }
  const [one, other] = isPart(a) ? [b, asPart(a)] : isPart(b) ? [a, asPart(b)] : isPlain(b) ? [a, b] : [b, a];
  if (!isPlain(other)) throw new AppError('unit', 'reports.otherUnit', { field: 'lock', one: a.unit ?? '1', other: b.unit ?? '1' });
  return { ...one, amount: multiplyIntervals(one.amount, other.amount), isAbout };
}

function quotient(a: Value, b: Value): Value {
  const isAbout = a.isAbout || b.isAbout;
  const divided = (from: Value, by: Value) => {
    const amount = divideIntervals(from.amount, by.amount);
    if (amount === undefined) throw new AppError('no-value', 'reports.dividesByNothing', { field: 'lock' });
    return amount;
  };
  if (b.isNumber) return { ...a, amount: divided(a, b), isAbout };
  if (!a.isNumber && a.unit === b.unit) return { amount: divided(a, b), unit: null, change: null, isNumber: false, isAbout };
  if (isPart(b) && b.change === null) return { ...a, amount: divided(a, asPart(b)), isAbout };
  if (isPlain(b)) return { ...a, amount: divided(a, b), isAbout };
  if (a.unit === null || isPart(a)) throw new AppError('unit', 'reports.otherUnit', { field: 'lock', one: a.unit ?? '1', other: b.unit ?? '1' });
  return { amount: divided(a, b), unit: `${a.unit}_PER_${b.unit}`.slice(0, 32), change: null, isNumber: false, isAbout };
}

function called(name: string, given: readonly Value[]): Value {
  const [a, b] = given as readonly [Value, Value];
  const isAbout = given.some((one) => one.isAbout);
  switch (name) {
    case 'share':
    case 'change': {
      together(given);
      const ratio = name === 'share' ? quotient(a, b) : quotient(b, a);
      const percent = scaleInterval(ratio.amount, 100);
      if (name === 'share') return { amount: percent, unit: 'PCT', change: null, isNumber: false, isAbout };
      return { amount: subtractIntervals(percent, interval('100', '100')), unit: 'PCT', change: 'percent', isNumber: false, isAbout };
    }
    case 'abs':
      return { ...a, amount: absolute(a.amount), isAbout };
    default:
      together(given);
      return { ...a, amount: given.map(({ amount }) => amount).reduce((x, y) => extreme(x, y, name === 'min' ? -1 : 1)), isAbout };
  }
}

function absolute(amount: Interval): Interval {
  if (amount.low !== null && !amount.low.isNegative()) return amount;
  if (amount.high !== null && !amount.high.isPositive()) return negateInterval(amount);
  const high = amount.low === null || amount.high === null ? null : Decimal.max(amount.low.neg(), amount.high);
  return interval('0', high);
}

/** An end without a bound is the lowest or the highest there is. */
function extreme(a: Interval, b: Interval, sign: 1 | -1): Interval {
  const end = (side: 'low' | 'high'): Pick<Interval, 'low' | 'high'>[typeof side] => {
    const [x, y] = [a[side], b[side]];
    const isOpenWins = (side === 'high') === (sign === 1);
    if (x === null || y === null) return isOpenWins ? null : (x ?? y);
    return x.cmp(y) * sign >= 0 ? x : y;
  };
  const low = end('low');
  const high = end('high');
  const isOpen = (side: 'low' | 'high', bound: Interval['low']) =>
    bound !== null && [a, b].some((one) => one[side]?.eq(bound) === true && one[side === 'low' ? 'lowOpen' : 'highOpen']);
  return interval(low, high, { low: isOpen('low', low), high: isOpen('high', high) });
}

/** In the scale that all members share, where the result is in their unit. @throws AppError `no-value` */
function measured({ amount, unit, change, isAbout }: Value, members: readonly Measured[]): Measured {
  if (amount.low === null && amount.high === null) throw new AppError('no-value', 'reports.noValue', { field: 'lock' });
  const scales = new Set(members.filter((one) => one.unit === unit && unit !== null).map(({ multiplier }) => multiplier));
  const multiplier = scales.size === 1 && members.every((one) => one.unit === unit) ? [...scales][0]! : 0;
  const { low, high } = intervalText(scaleInterval(amount, `1e${-multiplier}`));
  const [down, up] = settled(low, high);
  return { low: down, high: up, unit, multiplier, change, qualifier: qualifierOf({ low: down, high: up, isAbout, amount }) };
}

/** Bounds are rounded outwards: a quotient that is one number stays one. */
function settled(low: string | null, high: string | null): readonly [string | null, string | null] {
  if (low === null || high === null || low === high) return [low, high];
  const [down, up] = [new Decimal(low), new Decimal(high)];
  const isPoint = up.minus(down).abs().lte(down.abs().plus(1).times('1e-18'));
  const text = down.plus(up).div(2).toDecimalPlaces(12).toFixed();
  return isPoint ? [text, text] : [low, high];
}

function qualifierOf({ low, high, isAbout, amount }: { low: string | null; high: string | null; isAbout: boolean; amount: Interval }) {
  if (low === null) return amount.highOpen ? 'under' : 'at_most';
  if (high === null) return amount.lowOpen ? 'over' : 'at_least';
  return low !== high ? 'between' : isAbout ? 'about' : 'exact';
}
