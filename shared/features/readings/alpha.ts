// Krippendorff's alpha: how far readers agree beyond what chance would give (Krippendorff 2011, Computing Krippendorff's
// Alpha-Reliability). Readers may have left units out.
import { drawAt } from '../scenarios/compute/random.ts';

export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type Level = (typeof levels)[number];

/** The values that readers gave one unit; null where one gave none. */
export type Unit = readonly (string | null)[];

export interface Agreement {
  /** Units with two values at least. */
  readonly n: number;
  /** Of those, units in which all values are the same. */
  readonly agree: number;
  /** Null where no pair was read twice or all values are one. */
  readonly alpha: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const draws = 2000;
const seed = 20260101;

export function agreementOf(units: readonly Unit[], level: Level): Agreement {
  const paired = units.map((unit) => unit.filter((value) => value !== null)).filter((values) => values.length > 1);
  const agree = paired.filter((values) => new Set(values).size === 1).length;
  const alpha = alphaOf(paired, level);
  if (alpha === null) return { n: paired.length, agree, alpha, low: null, high: null };
  const drawn: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const again = alphaOf(
      paired.map((_, at) => paired[Math.floor(drawAt(seed, draw * paired.length + at) * paired.length)]!),
      level,
    );
    if (again !== null) drawn.push(again);
  }
  drawn.sort((a, b) => a - b);
  return { n: paired.length, agree, alpha, low: Math.min(alpha, percentile(drawn, 0.025)), high: Math.max(alpha, percentile(drawn, 0.975)) };
}

function percentile(sorted: readonly number[], p: number): number {
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

function alphaOf(units: readonly (readonly string[])[], level: Level): number | null {
  const values = inOrder([...new Set(units.flat())]);
  if (values.length < 2) return null;
  const place = new Map(values.map((value, at) => [value, at]));
  const size = values.length;
  const together = new Float64Array(size * size);
  for (const unit of units) {
    const counts = new Map<number, number>();
    for (const value of unit) counts.set(place.get(value)!, (counts.get(place.get(value)!) ?? 0) + 1);
    for (const [c, many] of counts)
      for (const [k, other] of counts) together[c * size + k]! += (many * (c === k ? other - 1 : other)) / (unit.length - 1);
  }
  const totals = values.map((_, c) => values.reduce((sum, _one, k) => sum + together[c * size + k]!, 0));
  const n = totals.reduce((sum, one) => sum + one, 0);
  const distance = distanceOf(level, values, totals);
  let [observed, expected] = [0, 0];
  for (let c = 0; c < size; c += 1)
    for (let k = 0; k < size; k += 1) {
      if (c === k) continue;
      const apart = distance(c, k);
      observed += together[c * size + k]! * apart;
      expected += totals[c]! * totals[k]! * apart;
    }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

function inOrder(values: readonly string[]): string[] {
  const isNumeric = values.every((value) => value.trim() !== '' && Number.isFinite(Number(value)));
  return values.toSorted((a, b) => (isNumeric ? Number(a) - Number(b) : a < b ? -1 : 1));
}

function distanceOf(level: Level, values: readonly string[], totals: readonly number[]): (c: number, k: number) => number {
  const number = (at: number) => Number(values[at]);
  switch (level) {
    case 'nominal':
      return () => 1;
    case 'ordinal':
      return (c, k) => {
        const [from, to] = c < k ? [c, k] : [k, c];
        let between = 0;
        for (let at = from; at <= to; at += 1) between += totals[at]!;
        return (between - (totals[from]! + totals[to]!) / 2) ** 2;
      };
    case 'interval':
      return (c, k) => (number(c) - number(k)) ** 2;
    case 'ratio':
      return (c, k) => {
        const sum = number(c) + number(k);
        return sum === 0 ? 0 : ((number(c) - number(k)) / sum) ** 2;
      };
  }
}
