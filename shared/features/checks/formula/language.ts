// The language of an analyst's own rule: `market_share = 100 * sales("Chinese brands") / sales("all brands")`. A name is the
// code of a measure; in brackets it may name the subject, and how many periods back: sales(-1), sales("Utopia", -1).
// Operators + - * / ^ and brackets; ^ takes a whole number. Nothing is ever run as code.

import jsep from 'jsep';
import type { Message, MessageParams } from '../../../message.ts';

/** A figure that the formula asks for. */
export interface Term {
  readonly type: 'term';
  /** Code of the measure, lower-case. */
  readonly measure: string;
  /** A subject of its own; without one the subject is that of the other free terms. */
  readonly subject: string | null;
  /** 0 for the period itself, -1 for the one before. */
  readonly back: number;
}

export type Node =
  | Term
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'operation'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Node; readonly right: Node }
  | { readonly type: 'power'; readonly base: Node; readonly exponent: number };

export interface Formula {
  /** What the rule computes and compares. */
  readonly stated: Term;
  readonly computed: Node;
  /** The figures on the right side. */
  readonly terms: readonly Term[];
}

/** The text is no formula; `words` say why. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly words: Message;

  constructor(key: string, params?: MessageParams) {
    super(key);
    this.words = { key, params };
  }
}

const most = { characters: 500, terms: 8, back: 40, power: 40 } as const;

/** @throws FormulaError */
export function readFormula(text: string): Formula {
  if (text.length > most.characters) throw new FormulaError('errors:formula.tooLong', { most: most.characters });
  const sides = text.split('=');
  if (sides.length !== 2) throw new FormulaError('errors:formula.equalsSign');
  const stated = toNode(parse(sides[0]!));
  if (stated.type !== 'term') throw new FormulaError('errors:formula.leftSide');
  if (stated.back !== 0) throw new FormulaError('errors:formula.leftPeriod');
  const computed = toNode(parse(sides[1]!));
  const terms = termsOf(computed);
  if (terms.length === 0) throw new FormulaError('errors:formula.noMeasure');
  if (terms.length > most.terms) throw new FormulaError('errors:formula.tooManyMeasures', { most: most.terms });
  return { stated, computed, terms };
}

function parse(text: string): jsep.Expression {
  try {
    return jsep(text);
  } catch (error) {
    throw new FormulaError('errors:formula.notUnderstood', { text: text.trim(), reason: error instanceof Error ? error.message : String(error) });
  }
}

function toNode(expression: jsep.Expression): Node {
  switch (expression.type) {
    case 'Identifier':
      return { type: 'term', measure: String(expression.name).toLowerCase(), subject: null, back: 0 };
    case 'CallExpression':
      return callNode(expression as jsep.CallExpression);
    case 'Literal':
      return numberNode(String(expression.raw));
    case 'UnaryExpression':
      return unaryNode(expression as jsep.UnaryExpression);
    case 'BinaryExpression':
      return binaryNode(expression as jsep.BinaryExpression);
    default:
      throw new FormulaError('errors:formula.parts');
  }
}

function numberNode(raw: string): Node {
  if (!/^\d{1,30}(\.\d{1,20})?$/.test(raw)) throw new FormulaError('errors:formula.number', { text: raw });
  return { type: 'number', text: raw };
}

function unaryNode({ operator, argument }: jsep.UnaryExpression): Node {
  if (operator !== '-') throw new FormulaError('errors:formula.sign', { operator });
  return { type: 'operation', operator: '-', left: { type: 'number', text: '0' }, right: toNode(argument) };
}

function binaryNode({ operator, left, right }: jsep.BinaryExpression): Node {
  if (operator === '^') return { type: 'power', base: toNode(left), exponent: wholeNumber(right) };
  if (operator !== '+' && operator !== '-' && operator !== '*' && operator !== '/') throw new FormulaError('errors:formula.operator', { operator });
  return { type: 'operation', operator, left: toNode(left), right: toNode(right) };
}

function wholeNumber(expression: jsep.Expression): number {
  const value = expression.type === 'Literal' ? Number(expression.raw) : Number.NaN;
  if (!Number.isInteger(value) || value < 0 || value > most.power) throw new FormulaError('errors:formula.power', { most: most.power });
  return value;
}

function callNode({ callee, arguments: given }: jsep.CallExpression): Term {
  if (callee.type !== 'Identifier') throw new FormulaError('errors:formula.brackets');
  const subjects = given.flatMap((one) => (one.type === 'Literal' && typeof one.value === 'string' ? [one.value] : []));
  const backs = given.flatMap((one) => periodsBack(one) ?? []);
  if (subjects.length + backs.length !== given.length || subjects.length > 1 || backs.length > 1) throw new FormulaError('errors:formula.inBrackets');
  return { type: 'term', measure: String(callee.name).toLowerCase(), subject: subjects[0] ?? null, back: backs[0] ?? 0 };
}

function periodsBack(expression: jsep.Expression): number | undefined {
  const inner = expression.type === 'UnaryExpression' && expression.operator === '-' ? (expression as jsep.UnaryExpression).argument : undefined;
  const value = inner?.type === 'Literal' ? Number(inner.raw) : Number.NaN;
  return Number.isInteger(value) && value >= 1 && value <= most.back ? -value : undefined;
}

function termsOf(node: Node): Term[] {
  switch (node.type) {
    case 'term':
      return [node];
    case 'number':
      return [];
    case 'power':
      return termsOf(node.base);
    case 'operation':
      return [...termsOf(node.left), ...termsOf(node.right)];
  }
}
