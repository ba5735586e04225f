// What a run tells of one output. Percentiles are linear between neighbours, at p·(N − 1).

export const percentiles = [5, 25, 50, 75, 95] as const;

export interface Statistics {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  /** Share of trials below the threshold. */
  readonly below: number;
  /** Trials in bins of equal width from `from` to `to`. */
  readonly bins: { readonly from: number; readonly to: number; readonly counts: readonly number[] };
  /** Trials without a value, which none of the rest counts. */
  readonly without: number;
}

const binCount = 40;

/** Undefined where no trial has a value. The array is put into another order. */
export function statisticsOf(values: Float64Array, threshold = 0): Statistics | undefined {
  const kept = values.every(Number.isFinite) ? values : values.filter(Number.isFinite);
  const count = kept.length;
  if (count === 0) return undefined;
  let sum = 0;
  let below = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const value of kept) {
    sum += value;
    if (value < threshold) below += 1;
    if (value < from) from = value;
    if (value > to) to = value;
  }
  const mean = sum / count;
  let squares = 0;
  const counts = Array.from({ length: binCount }, () => 0);
  const width = (to - from) / binCount;
  for (const value of kept) {
    squares += (value - mean) ** 2;
    counts[width === 0 ? 0 : Math.min(binCount - 1, Math.floor((value - from) / width))]! += 1;
  }
  const [p5, p25, p50, p75, p95] = percentilesOf(kept) as [number, number, number, number, number];
  const error = count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count);
  return { mean, error, p5, p25, p50, p75, p95, below: below / count, bins: { from, to, counts }, without: values.length - count };
}

/** The usual percentiles of values, which are put into another order. */
export function percentilesOf(values: Float64Array): number[] {
  const places = percentiles.map((p) => (p / 100) * (values.length - 1));
  const ranks = [...new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]))].sort((a, b) => a - b);
  selectRanks(values, ranks, 0, values.length - 1);
  return places.map((place) => {
    const low = values[Math.floor(place)]!;
    return low + (values[Math.ceil(place)]! - low) * (place - Math.floor(place));
  });
}

/** Puts the values of some ranks where they would stand if all were sorted; the rest is not sorted. */
function selectRanks(values: Float64Array, ranks: readonly number[], low: number, high: number): void {
  if (ranks.length === 0 || low >= high) return;
  if (high - low < 600) {
    values.subarray(low, high + 1).sort();
    return;
  }
  const pivot = medianOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!);
  let left = low;
  let right = high;
  while (left <= right) {
    while (values[left]! < pivot) left += 1;
    while (values[right]! > pivot) right -= 1;
    if (left > right) break;
    const held = values[left]!;
    values[left] = values[right]!;
    values[right] = held;
    left += 1;
    right -= 1;
  }
  selectRanks(
    values,
    ranks.filter((rank) => rank <= right),
    low,
    right,
  );
  selectRanks(
    values,
    ranks.filter((rank) => rank >= left),
    left,
    high,
  );
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
