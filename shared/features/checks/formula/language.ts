// The language of an analyst's own rule: `market_share = 100 * sales("Chinese brands") / sales("all brands")`. A name is the
// code of a measure; in brackets it may name the subject, and how many periods back: sales(-1), sales("Utopia", -1).
// Operators + - * / ^ and brackets; ^ takes a whole number. Nothing is ever run as code.

import { FormulaError, readTree, type Tree } from '../../../formula/tree.ts';

export { FormulaError };

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

const most = { characters: 500, terms: 8, back: 40, power: 40 } as const;

/** @throws FormulaError */
export function readFormula(text: string): Formula {
  if (text.length > most.characters) throw new FormulaError('errors:formula.tooLong', { most: most.characters });
  const sides = text.split('=');
  if (sides.length !== 2) throw new FormulaError('errors:formula.equalsSign');
  const stated = toNode(readTree(sides[0]!));
  if (stated.type !== 'term') throw new FormulaError('errors:formula.leftSide');
  if (stated.back !== 0) throw new FormulaError('errors:formula.leftPeriod');
  const computed = toNode(readTree(sides[1]!));
  const terms = termsOf(computed);
  if (terms.length === 0) throw new FormulaError('errors:formula.noMeasure');
  if (terms.length > most.terms) throw new FormulaError('errors:formula.tooManyMeasures', { most: most.terms });
  return { stated, computed, terms };
}

function toNode(tree: Tree): Node {
  switch (tree.type) {
    case 'name':
      return { type: 'term', measure: tree.name.toLowerCase(), subject: null, back: 0 };
    case 'call':
      return callNode(tree);
    case 'number':
      return numberNode(tree.text);
    case 'sign':
      if (tree.operator !== '-') throw new FormulaError('errors:formula.sign', { operator: tree.operator });
      return { type: 'operation', operator: '-', left: { type: 'number', text: '0' }, right: toNode(tree.of) };
    case 'operation':
      return operationNode(tree);
    case 'text':
      throw new FormulaError('errors:formula.number', { text: JSON.stringify(tree.value) });
    case 'item':
      throw new FormulaError('errors:formula.parts');
  }
}

function numberNode(raw: string): Node {
  if (!/^\d{1,30}(\.\d{1,20})?$/.test(raw)) throw new FormulaError('errors:formula.number', { text: raw });
  return { type: 'number', text: raw };
}

function operationNode({ operator, left, right }: Extract<Tree, { type: 'operation' }>): Node {
  if (operator === '^') return { type: 'power', base: toNode(left), exponent: wholeNumber(right) };
  if (operator !== '+' && operator !== '-' && operator !== '*' && operator !== '/') throw new FormulaError('errors:formula.operator', { operator });
  return { type: 'operation', operator, left: toNode(left), right: toNode(right) };
}

function wholeNumber(tree: Tree): number {
  const value = tree.type === 'number' ? Number(tree.text) : Number.NaN;
  if (!Number.isInteger(value) || value < 0 || value > most.power) throw new FormulaError('errors:formula.power', { most: most.power });
  return value;
}

function callNode({ name, given }: Extract<Tree, { type: 'call' }>): Term {
  const subjects = given.flatMap((one) => (one.type === 'text' ? [one.value] : []));
  const backs = given.flatMap((one) => periodsBack(one) ?? []);
  if (subjects.length + backs.length !== given.length || subjects.length > 1 || backs.length > 1) throw new FormulaError('errors:formula.inBrackets');
  return { type: 'term', measure: name.toLowerCase(), subject: subjects[0] ?? null, back: backs[0] ?? 0 };
}

function periodsBack(tree: Tree): number | undefined {
  const inner = tree.type === 'sign' && tree.operator === '-' ? tree.of : undefined;
  const value = inner?.type === 'number' ? Number(inner.text) : Number.NaN;
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
