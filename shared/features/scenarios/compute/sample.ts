// From a draw in [0, 1) to the value of an input, by its distribution.
import { message, Problem } from '../language/problem.ts';
import type { DefinedInput } from '../model.ts';
import { normalQuantile } from './random.ts';

/** Quantile of 95 %. */
const z95 = 1.6448536269514722;

/** Writes a value for each draw in place of it. */
export type Sampler = (draws: Float64Array, count: number) => void;

/** @throws Problem where the distribution cannot be one: its highest value below its lowest, its peak outside, no readings. */
export function samplerOf({ code, points, low, high, distribution }: DefinedInput): Sampler {
  const { kind, values } = distribution;
  const [from, to, mid] = [Number(low ?? Number.NaN), Number(high ?? Number.NaN), Number(points[0]?.value ?? Number.NaN)];
  if (kind === 'readings') {
    if (values.length === 0) throw new Problem(message('scenarios:problem.noReadings', { name: code }));
    const all = values.map(Number);
    return each((u) => all[Math.min(all.length - 1, Math.floor(u * all.length))]!);
  }
  if (low === null || high === null) throw new Problem(message('scenarios:problem.noRange', { name: code }));
  if (to < from) throw new Problem(message('scenarios:problem.turnedRange', { name: code, low, high }));
  if (kind === 'uniform') return each((u) => from + u * (to - from));
  if (Number.isNaN(mid)) throw new Problem(message('scenarios:problem.noValue', { name: code }));
  if (kind === 'normal') {
    const deviation = (to - from) / (2 * z95);
    return each((u) => mid + deviation * normalQuantile(u));
  }
  if (mid < from || mid > to) throw new Problem(message('scenarios:problem.peakOutside', { name: code }));
  return triangular(from, mid, to);
}

function each(of: (u: number) => number): Sampler {
  return (draws, count) => {
    for (let at = 0; at < count; at += 1) draws[at] = of(draws[at]!);
  };
}

function triangular(from: number, mid: number, to: number): Sampler {
  if (to === from) return each(() => from);
  const split = (mid - from) / (to - from);
  const rising = (to - from) * (mid - from);
  const falling = (to - from) * (to - mid);
  return each((u) => (u < split ? from + Math.sqrt(u * rising) : to - Math.sqrt((1 - u) * falling)));
}
