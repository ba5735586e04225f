// What moves a result: each input alone from one end of its range to the other, all others at their base. The width of a bar is
// split by cause from the inside out: what the ambiguous text alone gives, what disagreeing sources add, what the analyst's own range
// adds. So the parts of a bar add up to its width. The share of an input is its width squared over the sum of squares.
import type { Cause } from '../model.ts';
import type { Program } from './compile.ts';
import { evaluate } from './evaluate.ts';
import type { RangedInput } from './ranges.ts';

export interface Bar {
  readonly code: string;
  /** Values of the input at the ends of its whole range. */
  readonly from: number;
  readonly to: number;
  /** The result at the lower and the upper end of the range. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Lowest and highest result. */
  readonly low: number;
  readonly high: number;
  /** Adds up to `high - low`; `low` and `high` are how far the result reaches up to and with this cause. */
  readonly parts: readonly { readonly cause: Cause; readonly width: number; readonly low: number; readonly high: number }[];
  readonly share: number;
}

/** Widest first; inputs that move nothing are left out. */
export function tornadoOf(program: Program, node: number, ranged: readonly RangedInput[]): Bar[] {
  const base = evaluate(program)[node]!;
  if (!Number.isFinite(base)) return [];
  const at = (point: number, value: number) => evaluate(program, new Map([[point, value]]))[node]!;
  const bars = ranged.flatMap((one) => barOf(one, base, (value) => at(one.point, value)) ?? []);
  const squares = bars.reduce((sum, { low, high }) => sum + (high - low) ** 2, 0);
  return bars.map((bar) => ({ ...bar, share: (bar.high - bar.low) ** 2 / squares })).sort((a, b) => b.high - b.low - (a.high - a.low));
}

function barOf({ code, spans, readings }: RangedInput, base: number, at: (value: number) => number): Bar | undefined {
  let [low, high] = [base, base];
  const whole = spans.at(-1)!;
  const parts = spans.map(({ cause, low: from, high: to }) => {
    const before = high - low;
    const reached = [at(from), at(to), ...readings.map(at)].filter(Number.isFinite);
    low = Math.min(low, ...reached);
    high = Math.max(high, ...reached);
    return { cause, width: high - low - before, low, high };
  });
  const [atLow, atHigh] = [at(whole.low), at(whole.high)];
  if (high === low || !Number.isFinite(atLow) || !Number.isFinite(atHigh)) return undefined;
  return { code, from: whole.low, to: whole.high, atLow, atHigh, low, high, parts, share: 0 };
}
