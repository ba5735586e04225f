// A formula of a model as a tree whose parts are all allowed: names, numbers, + - * / ^, comparisons, listed functions and
// places of an index.
import { FormulaError, readTree, type Tree } from '../../../formula/tree.ts';
import { most } from '../limits.ts';
import { functionNames, inputFunctions, plainFunctions, reducingFunctions } from './functions.ts';
import { message, Problem } from './problem.ts';

const operators: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', '&&', '||']);

/** @throws Problem that names the place. */
export function readExpression(text: string): Tree {
  if (text.trim() === '') throw new Problem(message('scenarios:problem.empty'), 0);
  if (text.length > most.formulaLength) throw new Problem(message('errors:formula.tooLong', { most: most.formulaLength }), most.formulaLength);
  try {
    const tree = readTree(text);
    assertAllowed(tree);
    return tree;
  } catch (error) {
    if (error instanceof FormulaError) throw new Problem(error.words, error.at);
    throw error;
  }
}

function assertAllowed(tree: Tree): void {
  switch (tree.type) {
    case 'name':
    case 'text':
      return;
    case 'number':
      if (!/^(\d{1,30}(\.\d{0,20})?|\.\d{1,20})([eE][+-]?\d{1,2})?$/.test(tree.text))
        throw new Problem(message('errors:formula.number', { text: tree.text }), tree.at);
      return;
    case 'sign':
      if (!'+-!'.includes(tree.operator)) throw new Problem(message('errors:formula.sign', { operator: tree.operator }), tree.at);
      assertAllowed(tree.of);
      return;
    case 'operation':
      if (!operators.has(tree.operator)) throw new Problem(message('errors:formula.operator', { operator: tree.operator }), tree.at);
      assertAllowed(tree.left);
      assertAllowed(tree.right);
      return;
    case 'item':
      assertAllowed(tree.of);
      if (tree.isName && tree.item.type !== 'name') throw new Problem(message('errors:formula.parts'), tree.item.at);
      if (!tree.isName) assertAllowed(tree.item);
      return;
    case 'call':
      assertCall(tree);
      for (const one of tree.given) assertAllowed(one);
  }
}

function assertCall({ name, given, at }: Extract<Tree, { type: 'call' }>): void {
  const plain = plainFunctions.get(name);
  if (plain !== undefined) {
    if (given.length < plain.least || given.length > plain.most)
      throw new Problem(message('scenarios:problem.howMany', { name, least: plain.least, most: plain.most, count: given.length }), at);
  } else if (reducingFunctions.has(name)) {
    if (given.length !== 2 || given[1]!.type !== 'name') throw new Problem(message('scenarios:problem.reducing', { name }), at);
  } else if (inputFunctions.has(name)) {
    if (given.length !== (name === 'given' ? 2 : 1) || given[0]!.type !== 'name') throw new Problem(message(`scenarios:problem.${name}`), at);
  } else throw new Problem(message('scenarios:problem.unknownFunction', { name, known: functionNames.join(', ') }), at);
}

/** Every name that a formula uses, once. */
export function namesIn(tree: Tree): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (one: Tree): void => {
    if (one.type === 'name') names.add(one.name);
    else if (one.type === 'sign') walk(one.of);
    else if (one.type === 'call') one.given.forEach(walk);
    else if (one.type === 'operation') [one.left, one.right].forEach(walk);
    else if (one.type === 'item') {
      walk(one.of);
      if (!one.isName) walk(one.item);
    }
  };
  walk(tree);
  return names;
}
