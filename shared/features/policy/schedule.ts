// A rate or share that follows from something else: a price, points, an income. Formulas use one name, `driver`.
import { Decimal } from '../../quantity/index.ts';
import { FormulaError, type Node, readFormula } from '../checks/formula/language.ts';
import type { Schedule } from './model.ts';

/** @throws FormulaError for what cannot be read, and for names other than `driver`. */
export function readDriverFormula(text: string): Node {
  const { computed, terms } = readFormula(`rate = ${text}`);
  const other = terms.find(({ measure, subject, back }) => measure !== 'driver' || subject !== null || back !== 0);
  if (other !== undefined) throw new FormulaError('errors:policy.otherName', { name: other.measure });
  return computed;
}

/** What the schedule gives for a driver; undefined where it has no answer: no points, a division by zero. */
export function scheduled(schedule: Pick<Schedule, 'form' | 'points' | 'formula' | 'floor' | 'cap'>, driver: Decimal): Decimal | undefined {
  const raw = reckoned(schedule, driver);
  if (raw === undefined || !raw.isFinite()) return undefined;
  const floored = schedule.floor === null ? raw : Decimal.max(raw, schedule.floor);
  return schedule.cap === null ? floored : Decimal.min(floored, schedule.cap);
}

function reckoned({ form, points, formula }: Pick<Schedule, 'form' | 'points' | 'formula'>, driver: Decimal): Decimal | undefined {
  const at = points.map(([given, result]) => ({ given: new Decimal(given), result: new Decimal(result) }));
  switch (form) {
    case 'proportional': {
      const only = at[0];
      return only === undefined || only.given.isZero() ? undefined : driver.times(only.result).div(only.given);
    }
    case 'steps':
      return at.findLast(({ given }) => given.lte(driver))?.result;
    case 'linear': {
      const next = at.findIndex(({ given }) => given.gte(driver));
      if (next < 0) return at.at(-1)?.result;
      if (next === 0) return at[0]!.result;
      const [a, b] = [at[next - 1]!, at[next]!];
      return a.result.plus(driver.minus(a.given).times(b.result.minus(a.result)).div(b.given.minus(a.given)));
    }
    case 'formula':
      return reckonedNode(readDriverFormula(formula), driver);
  }
}

function reckonedNode(node: Node, driver: Decimal): Decimal | undefined {
  switch (node.type) {
    case 'term':
      return driver;
    case 'number':
      return new Decimal(node.text);
    case 'power':
      return reckonedNode(node.base, driver)?.pow(node.exponent);
    case 'operation': {
      const [left, right] = [reckonedNode(node.left, driver), reckonedNode(node.right, driver)];
      if (left === undefined || right === undefined) return undefined;
      if (node.operator === '+') return left.plus(right);
      if (node.operator === '-') return left.minus(right);
      if (node.operator === '*') return left.times(right);
      return right.isZero() ? undefined : left.div(right);
    }
  }
}
