// Units of formulas, as products of words: RUB/car times car is RUB. A plain number and % have none.
import type { Tree } from '../../../formula/tree.ts';
import { message, Problem } from './problem.ts';

/** Exponents by word; `any` of a number that is written in a formula: it takes the unit of what it stands beside. */
export type Unit = ReadonlyMap<string, number> | 'any';

const plain: Unit = new Map();
const plainWords = new Set(['', '1', '%', 'pct', 'share', 'time', 'index', 'year', 'month']);

export function readUnit(text: string): Unit {
  const exponents = new Map<string, number>();
  const [top = '', ...below] = text.split('/');
  const take = (part: string, sign: number) => {
    for (const factor of part.split(/[·*]/)) {
      const [, word = '', power = '1'] = /^\s*(.*?)(?:\^(-?\d+))?\s*$/.exec(factor) ?? [];
      const name = oneOf(word.trim().toLowerCase());
      if (!plainWords.has(name)) exponents.set(name, (exponents.get(name) ?? 0) + sign * Number(power));
    }
  };
  take(top, 1);
  for (const part of below) take(part, -1);
  return pruned(exponents);
}

/** Cars and car are one unit. */
function oneOf(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

export function unitWords(unit: Unit): string {
  if (unit === 'any' || unit.size === 0) return '1';
  const factors = [...unit].sort(([a], [b]) => (a < b ? -1 : 1));
  const word = ([name, power]: readonly [string, number]) => (Math.abs(power) === 1 ? name : `${name}^${Math.abs(power)}`);
  const top = factors.filter(([, power]) => power > 0).map(word);
  const below = factors.filter(([, power]) => power < 0).map(word);
  return [top.length === 0 ? '1' : top.join('·'), ...below].join('/');
}

export function isSameUnit(a: Unit, b: Unit): boolean {
  if (a === 'any' || b === 'any') return true;
  return a.size === b.size && [...a].every(([name, power]) => b.get(name) === power);
}

/** @throws Problem where two units do not go together. */
export function unitOf(tree: Tree, unitOfName: (name: string) => Unit): Unit {
  const of = (one: Tree) => unitOf(one, unitOfName);
  switch (tree.type) {
    case 'number':
    case 'text':
      return 'any';
    case 'name':
      return unitOfName(tree.name);
    case 'item':
      return of(tree.of);
    case 'sign':
      return of(tree.of);
    case 'operation':
      return unitOfOperation(tree, of);
    case 'call':
      return unitOfCall(tree, of);
  }
}

type UnitOf = (tree: Tree) => Unit;

function unitOfOperation({ operator, left, right }: Extract<Tree, { type: 'operation' }>, of: UnitOf): Unit {
  switch (operator) {
    case '*':
      return product(of(left), of(right), 1);
    case '/':
      return product(of(left), of(right), -1);
    case '^': {
      const base = of(left);
      if (base === 'any' || base.size === 0) return plain;
      const exponent = wholeNumber(right);
      if (exponent === undefined) throw new Problem(message('scenarios:problem.unitPower', { unit: unitWords(base) }), left.at);
      return pruned(new Map([...base].map(([name, power]) => [name, power * exponent])));
    }
    case '+':
    case '-':
      return together([left, right], of);
    default:
      if (operator !== '&&' && operator !== '||') together([left, right], of);
      return plain;
  }
}

function unitOfCall({ name, given }: Extract<Tree, { type: 'call' }>, of: UnitOf): Unit {
  switch (name) {
    case 'min':
    case 'max':
    case 'clamp':
    case 'given':
      return together(given, of);
    case 'if':
      return together(given.slice(1), of);
    case 'none':
      return 'any';
    case 'ever':
    case 'starts':
    case 'first':
    case 'and':
    case 'or':
    case 'not':
      return plain;
    case 'product': {
      const unit = given[0] === undefined ? plain : of(given[0]);
      if (unit !== 'any' && unit.size > 0) throw new Problem(message('scenarios:problem.unitPower', { unit: unitWords(unit) }), given[0]!.at);
      return plain;
    }
    case 'exp':
    case 'ln': {
      const unit = given[0] === undefined ? plain : of(given[0]);
      if (unit !== 'any' && unit.size > 0)
        throw new Problem(message('scenarios:problem.unitOfFunction', { name, unit: unitWords(unit) }), given[0]!.at);
      return plain;
    }
    case 'sqrt': {
      const unit = given[0] === undefined ? plain : of(given[0]);
      return unit === 'any' ? unit : pruned(new Map([...unit].map(([word, power]) => [word, power / 2])));
    }
    default:
      return given[0] === undefined ? plain : of(given[0]);
  }
}

function together(trees: readonly Tree[], of: UnitOf): Unit {
  let unit: Unit = 'any';
  for (const tree of trees) {
    const own = of(tree);
    if (!isSameUnit(unit, own)) throw new Problem(message('scenarios:problem.units', { one: unitWords(unit), other: unitWords(own) }), tree.at);
    if (unit === 'any') unit = own;
  }
  return unit;
}

function product(a: Unit, b: Unit, sign: 1 | -1): Unit {
  if (a === 'any' && b === 'any') return 'any';
  const exponents = new Map(a === 'any' ? [] : a);
  if (b !== 'any') for (const [name, power] of b) exponents.set(name, (exponents.get(name) ?? 0) + sign * power);
  return pruned(exponents);
}

function pruned(exponents: ReadonlyMap<string, number>): Unit {
  return new Map([...exponents].filter(([, power]) => power !== 0));
}

function wholeNumber(tree: Tree): number | undefined {
  if (tree.type === 'number') return Number.isInteger(Number(tree.text)) ? Number(tree.text) : undefined;
  if (tree.type !== 'sign' || tree.operator !== '-') return undefined;
  const inner = wholeNumber(tree.of);
  return inner === undefined ? undefined : -inner;
}
