// At which values of an input a result crosses a target. The range is walked in equal steps and each change of side is narrowed by
// halving. A jump over the target (a choice in a formula) is told as one; a pole, where the result is not crossed but flees, is none.
import type { Program } from './compile.ts';
import { evaluate } from './evaluate.ts';

export interface Crossing {
  readonly value: number;
  readonly isJump: boolean;
  /** Whether the result rises above the target there. */
  readonly rises: boolean;
}

const steps = 400;
const halvings = 200;

export function crossingsOf(
  program: Program,
  { node, point, target, low, high }: { node: number; point: number; target: number; low: number; high: number },
): Crossing[] {
  const at = (value: number) => evaluate(program, new Map([[point, value]]))[node]! - target;
  const values = Array.from({ length: steps + 1 }, (_, step) => (step === steps ? high : low + ((high - low) * step) / steps));
  const results = values.map(at);
  const found: Crossing[] = [];
  for (const [step, value] of values.entries()) {
    const [own, next] = [results[step]!, results[step + 1]];
    if (own === 0) {
      const before = results.slice(0, step).findLast((one) => one !== 0) ?? 0;
      const after = results.slice(step + 1).find((one) => one !== 0) ?? 0;
      // A stretch on the target is told once, where it begins.
      if (results[step - 1] !== 0) found.push({ value, isJump: false, rises: after > before });
    } else if (next !== undefined && next !== 0 && Number.isFinite(own) && Number.isFinite(next) && own < 0 !== next < 0) {
      const crossing = narrowed(at, { low: value, high: values[step + 1]!, before: own, after: next });
      if (crossing !== undefined) found.push(crossing);
    }
  }
  return found;
}

function narrowed(at: (value: number) => number, start: { low: number; high: number; before: number; after: number }): Crossing | undefined {
  let { low, high, before, after } = start;
  for (let count = 0; count < halvings; count += 1) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    const value = at(middle);
    if (!Number.isFinite(value)) return undefined;
    if (value === 0) return { value: middle, isJump: false, rises: start.before < 0 };
    if (value < 0 === before < 0) [low, before] = [middle, value];
    else [high, after] = [middle, value];
  }
  const scale = Math.max(Math.abs(start.before), Math.abs(start.after));
  if (Math.max(Math.abs(before), Math.abs(after)) > scale * 1000) return undefined;
  const isJump = Math.abs(after - before) > scale * 1e-6;
  return { value: Math.abs(before) <= Math.abs(after) ? low : high, isJump, rises: start.before < 0 };
}
