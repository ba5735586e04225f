// Reads the text of a formula into a tree that says where each part stands: one reader for the analyst's rules (checks) and for
// models (scenarios). jsep reads; nothing is ever run as code. ^ binds closer than a sign before it: -2^2 is -(2^2).
import jsep from 'jsep';
import type { Message, MessageParams } from '../message.ts';

/** The text is no formula; `words` say why, `at` where: a count of UTF-16 units from the start. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly words: Message;
  readonly at: number;

  constructor(key: string, params?: MessageParams, at = 0) {
    super(key);
    this.words = { key, params };
    this.at = at;
  }
}

export type Tree = { readonly at: number } & (
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'call'; readonly name: string; readonly given: readonly Tree[] }
  /** `kit.SKD` (a name as it is written) or `fee[year-1]`. */
  | { readonly type: 'item'; readonly of: Tree; readonly item: Tree; readonly isName: boolean }
  | { readonly type: 'sign'; readonly operator: string; readonly of: Tree }
  | { readonly type: 'operation'; readonly operator: string; readonly left: Tree; readonly right: Tree }
);

const mostDepth = 64;

let isPrepared = false;

/** In jsep's own table ^ is a bit operator that binds weaker than +. */
function prepared(): typeof jsep {
  if (!isPrepared) jsep.addBinaryOp('^', 11, true);
  isPrepared = true;
  return jsep;
}

/** @throws FormulaError */
export function readTree(text: string): Tree {
  assertShallow(text);
  const expression = parsed(text);
  const at = leafPositions(text);
  const reading = { text, depths: depthsOf(text), next: () => at.shift() ?? 0 };
  return treeOf(expression, reading, 0);
}

function parsed(text: string): jsep.Expression {
  try {
    return prepared()(text);
  } catch (error) {
    const { index = 0, description } = error as { index?: number; description?: string };
    const reason = description ?? (error instanceof Error ? error.message : String(error));
    throw new FormulaError('errors:formula.notUnderstood', { text: text.trim(), reason }, index);
  }
}

/** So that neither reader ever runs out of its stack. */
function assertShallow(text: string): void {
  let depth = 0;
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at]!;
    depth += '([{'.includes(one) ? 1 : ')]}'.includes(one) ? -1 : 0;
    signs = '-+!~^'.includes(one) ? signs + 1 : one === ' ' || one === '\t' ? signs : 0;
    if (depth > mostDepth || signs > mostDepth) throw new FormulaError('errors:formula.tooDeep', { most: mostDepth }, at);
  }
}

/** Where names, numbers and texts stand, in their order, which is that of the leaves of the tree. */
function leafPositions(text: string): number[] {
  return [
    ...text.matchAll(
      /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[^\s\d\-+*/^%<>=!&|()[\]{},;:?.~"'`@#\\][^\s\-+*/^%<>=!&|()[\]{},;:?.~"'`@#\\]*/g,
    ),
  ].map((match) => match.index);
}

/** How many brackets are open at each place. */
function depthsOf(text: string): number[] {
  let depth = 0;
  return text.split('').map((one) => {
    if ('([{'.includes(one)) depth += 1;
    else if (')]}'.includes(one)) depth -= 1;
    return depth;
  });
}

interface ReadingText {
  readonly text: string;
  readonly depths: readonly number[];
  next(): number;
}

function treeOf(expression: jsep.Expression, reading: ReadingText, depth: number): Tree {
  if (depth > 500) throw new FormulaError('errors:formula.tooDeep', { most: mostDepth });
  const below = (one: jsep.Expression) => treeOf(one, reading, depth + 1);
  switch (expression.type) {
    case 'Identifier':
      return { type: 'name', name: String(expression.name), at: reading.next() };
    case 'Literal':
      return literalOf(expression as jsep.Literal, reading.next());
    case 'CallExpression': {
      const { callee, arguments: given } = expression as jsep.CallExpression;
      if (callee.type !== 'Identifier') throw new FormulaError('errors:formula.brackets', undefined, reading.next());
      const at = reading.next();
      return { type: 'call', name: String(callee.name), given: given.map((one) => below(asExpression(one, at))), at };
    }
    case 'MemberExpression': {
      const { object, property, computed } = expression as jsep.MemberExpression;
      const of = below(object);
      return { type: 'item', of, item: below(property), isName: !computed, at: of.at };
    }
    case 'UnaryExpression': {
      const { operator, argument } = expression as jsep.UnaryExpression;
      const of = below(argument);
      return { type: 'sign', operator, of, at: of.at };
    }
    case 'BinaryExpression': {
      const { operator, left: first, right: second } = expression as jsep.BinaryExpression;
      const left = below(first);
      const right = below(second);
      return operator === '^' ? power(left, right, reading) : { type: 'operation', operator, left, right, at: left.at };
    }
    default:
      throw new FormulaError('errors:formula.parts', undefined, reading.next());
  }
}

/** jsep gives null for an argument that is left out. */
function asExpression(given: jsep.Expression | null, at: number): jsep.Expression {
  if (given === null) throw new FormulaError('errors:formula.parts', undefined, at);
  return given;
}

function literalOf({ raw, value }: jsep.Literal, at: number): Tree {
  return typeof value === 'string' ? { type: 'text', value, at } : { type: 'number', text: String(raw), at };
}

/** A sign that stands in no bracket of its own belongs to the whole power. */
function power(left: Tree, right: Tree, { text, depths }: ReadingText): Tree {
  const whole = (of: Tree): Tree => ({ type: 'operation', operator: '^', left: of, right, at: of.at });
  if (left.type !== 'sign') return whole(left);
  const sign = lastBefore(text, left.operator, left.at);
  const raised = lastBefore(text, '^', right.at);
  return depths[sign] === depths[raised] ? { ...left, of: whole(left.of) } : whole(left);
}

function lastBefore(text: string, character: string, at: number): number {
  return Math.max(0, text.lastIndexOf(character, at));
}
