// Whether the units of each formula go together, and come to the unit that it says.
import type { Tree } from '../../../formula/tree.ts';
import { message, Problem } from '../language/problem.ts';
import { isSameUnit, readUnit, type Unit, unitOf, unitWords } from '../language/units.ts';
import type { Definition } from '../model.ts';

/** Problems by code. A formula without a unit has the one that follows from it; one that looks at itself takes what it stands beside. */
export function checkUnits({ inputs, formulas }: Definition, trees: ReadonlyMap<string, Tree>): ReadonlyMap<string, Problem> {
  const problems = new Map<string, Problem>();
  const declared = new Map(formulas.map(({ code, unit }) => [code, unit]));
  const known = new Map<string, Unit>(inputs.map(({ code, unit }) => [code, readUnit(unit)]));
  const open = new Set<string>();
  const depthMost = 500;

  function unitOfName(name: string): Unit {
    const found = known.get(name);
    if (found !== undefined) return found;
    const tree = trees.get(name);
    if (tree === undefined) return 'any';
    const said = declared.get(name) ?? '';
    if (said !== '') return readUnit(said);
    if (open.has(name) || open.size > depthMost) return 'any';
    open.add(name);
    const unit = inferred(name, tree);
    open.delete(name);
    known.set(name, unit);
    return unit;
  }

  function inferred(code: string, tree: Tree): Unit {
    try {
      return unitOf(tree, unitOfName);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.set(code, error);
      return 'any';
    }
  }

  for (const [code, tree] of trees) {
    const said = declared.get(code) ?? '';
    if (said === '') {
      unitOfName(code);
      continue;
    }
    const unit = inferred(code, tree);
    if (!isSameUnit(readUnit(said), unit))
      problems.set(code, new Problem(message('scenarios:problem.otherUnit', { said: unitWords(readUnit(said)), unit: unitWords(unit) }), 0));
  }
  return problems;
}
