// One formula at one place, compiled into steps. A choice whose condition is known from the place alone takes only its branch,
// so that `if(year == 2025, start, stock[year-1])` asks for nothing before 2025.
import type { Tree } from '../../../formula/tree.ts';
import { reducingFunctions } from '../language/functions.ts';
import { message, Problem } from '../language/problem.ts';
import { type Builder, type Op, op } from './graph.ts';
import { type Index, type Indices, indexOfPlace, type Places, type Reach, reachOf } from './indices.ts';
import type { InputNodes } from './inputs.ts';

/** A step, or a text such as the name of an item. */
export type Value = number | string;

/** Thrown where a cell is needed that was not compiled yet. */
export class NeedCell extends Error {
  override readonly name = 'NeedCell';
  readonly code: string;
  readonly places: Places;

  constructor(code: string, places: Places) {
    super(code);
    this.code = code;
    this.places = places;
  }
}

export interface Context {
  readonly builder: Builder;
  readonly indices: Indices;
  readonly inputs: InputNodes;
  valueOfName(name: string, places: Places, at: number): number;
  reachOfName(name: string): Reach;
}

/** @throws Problem, NeedCell */
export function compileExpression(tree: Tree, places: Places, context: Context): Value {
  const { builder, indices } = context;
  switch (tree.type) {
    case 'number':
      return builder.constant(Number(tree.text));
    case 'text':
      return tree.value;
    case 'name': {
      const index = indices.get(tree.name);
      if (index === undefined) return context.valueOfName(tree.name, places, tree.at);
      const at = places.get(index.code);
      if (at === undefined) throw new Problem(message('scenarios:problem.noPlace', { name: tree.name, index: index.code }), tree.at);
      return index.first === null ? index.items[at]! : builder.constant(index.first + at);
    }
    case 'sign': {
      const of = numberOf(tree.of, places, context);
      return tree.operator === '+' ? of : builder.step(tree.operator === '-' ? op.negate : op.not, of);
    }
    case 'operation':
      return compileOperation(tree, places, context);
    case 'item':
      return compileItem(tree, places, context);
    case 'call':
      return compileCall(tree, places, context);
  }
}

function numberOf(tree: Tree, places: Places, context: Context): number {
  const value = compileExpression(tree, places, context);
  if (typeof value === 'string') throw new Problem(message('scenarios:problem.isText'), tree.at);
  return value;
}

const operations: Readonly<Record<string, Op>> = {
  '+': op.add,
  '-': op.subtract,
  '*': op.multiply,
  '/': op.divide,
  '^': op.power,
  '<': op.less,
  '<=': op.lessOrEqual,
  '==': op.equal,
  '&&': op.and,
  '||': op.or,
};

function compileOperation({ operator, left, right, at }: Extract<Tree, { type: 'operation' }>, places: Places, context: Context): number {
  const { builder } = context;
  if (operator === '==' || operator === '!=') {
    const one = compileExpression(left, places, context);
    const other = compileExpression(right, places, context);
    if (typeof one !== typeof other) throw new Problem(message('scenarios:problem.isText'), at);
    const isSame = typeof one === 'string' ? builder.constant(one === other ? 1 : 0) : builder.step(op.equal, one, other as number);
    return operator === '==' ? isSame : builder.step(op.not, isSame);
  }
  const a = numberOf(left, places, context);
  if (operator === '&&' && isKnown(a, 0, builder)) return a;
  const b = numberOf(right, places, context);
  if (operator === '>') return builder.step(op.less, b, a);
  if (operator === '>=') return builder.step(op.lessOrEqual, b, a);
  return builder.step(operations[operator]!, a, b);
}

const isKnown = (node: number, value: number, builder: Builder) => builder.isConstant(node) && builder.constantOf(node) === value;

function compileItem({ of, item, isName }: Extract<Tree, { type: 'item' }>, places: Places, context: Context): Value {
  const reach = reachOf(of, context.reachOfName, context.indices);
  const index = indexOfPlace(item, isName, reach, context.indices);
  if (index === undefined) throw new Problem(message('scenarios:problem.whichIndex'), item.at);
  const place = placeOf(index, { item, isName }, places, context);
  return compileExpression(of, new Map([...places, [index.code, place]]), context);
}

function placeOf(index: Index, { item, isName }: { item: Tree; isName: boolean }, places: Places, context: Context): number {
  const named = isName && item.type === 'name' ? item.name : compileExpression(item, places, context);
  if (typeof named === 'number' && !context.builder.isConstant(named)) throw new Problem(message('scenarios:problem.placeVaries'), item.at);
  const text = typeof named === 'string' ? named : String(context.builder.constantOf(named));
  const place = index.placeOf.get(text);
  if (place === undefined) throw new Problem(message('scenarios:problem.noItem', { item: text, index: index.code }), item.at);
  return place;
}

function compileCall(call: Extract<Tree, { type: 'call' }>, places: Places, context: Context): number {
  const { name, given } = call;
  if (reducingFunctions.has(name)) return compileReducing(call, places, context);
  if (name === 'if') return compileChoice(given, places, context);
  if (name === 'given') return compileGiven(given, places, context);
  if (name === 'ever' || name === 'starts') return context.inputs.event(given[0]!, name, places);
  const { builder } = context;
  if (name === 'none') return builder.constant(Number.NaN);
  const values = given.map((one) => numberOf(one, places, context));
  const single = singles[name];
  if (single !== undefined) return builder.step(single, values[0]!);
  if (name === 'clamp') return builder.step(op.max, values[1]!, builder.step(op.min, values[2]!, values[0]!));
  return values.reduce((a, b) => builder.step(several[name]!, a, b));
}

const singles: Readonly<Record<string, Op | undefined>> = {
  __proto__: null as never,
  abs: op.abs,
  exp: op.exp,
  ln: op.ln,
  sqrt: op.sqrt,
  floor: op.floor,
  ceil: op.ceil,
  round: op.round,
  not: op.not,
};
const several: Readonly<Record<string, Op>> = { min: op.min, max: op.max, and: op.and, or: op.or };

function compileChoice([test, yes, no]: readonly Tree[], places: Places, context: Context): number {
  const { builder } = context;
  const condition = numberOf(test!, places, context);
  if (builder.isConstant(condition)) return numberOf(builder.constantOf(condition) !== 0 ? yes! : no!, places, context);
  return builder.step(op.select, condition, numberOf(yes!, places, context), numberOf(no!, places, context));
}

function compileGiven([name, otherwise]: readonly Tree[], places: Places, context: Context): number {
  const node = context.inputs.given(name!, places);
  return node ?? numberOf(otherwise!, places, context);
}

function compileReducing({ name, given, at }: Extract<Tree, { type: 'call' }>, places: Places, context: Context): number {
  const { builder, indices } = context;
  const [of, over] = given as [Tree, Extract<Tree, { type: 'name' }>];
  const index = indices.get(over.name);
  if (index === undefined) throw new Problem(message('scenarios:problem.unknownIndex', { name: over.name }), over.at);
  const values = index.items.map((_, place) => numberOf(of, new Map([...places, [index.code, place]]), context));
  switch (name) {
    case 'sum':
      return values.reduce((a, b) => builder.step(op.add, a, b));
    case 'mean':
      return builder.step(
        op.divide,
        values.reduce((a, b) => builder.step(op.add, a, b)),
        builder.constant(values.length),
      );
    case 'product':
      return values.reduce((a, b) => builder.step(op.multiply, a, b));
    case 'lowest':
      return values.reduce((a, b) => builder.step(op.min, a, b));
    case 'highest':
      return values.reduce((a, b) => builder.step(op.max, a, b));
    default:
      return firstWhere(values, index, at, builder);
  }
}

/** Where the condition never holds the cell has no value. */
function firstWhere(values: readonly number[], index: Index, at: number, builder: Builder): number {
  if (index.first === null) throw new Problem(message('scenarios:problem.firstOfRange', { index: index.code }), at);
  const never = builder.constant(Number.NaN);
  return values.reduceRight((later, value, place) => {
    if (!builder.isConstant(value)) return builder.step(op.select, value, builder.constant(index.first! + place), later);
    return builder.constantOf(value) !== 0 ? builder.constant(index.first! + place) : later;
  }, never);
}
