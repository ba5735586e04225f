// Round marks along an axis.

export function ticks(low: number, high: number, about: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999) ?? rough;
  const first = Math.ceil(low / step - 1e-9) * step;
  const count = Math.floor((high - first) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(1, count) }, (_, at) => Number((first + at * step).toPrecision(12)));
}

/** From the lowest to the highest of some numbers, with air, and zero where it is near. */
export function spanOf(values: readonly number[], air = 0.06): { readonly low: number; readonly high: number } {
  const kept = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...kept), Math.max(...kept)];
  const room = (high - low || Math.abs(high) || 1) * air;
  const reachesZero = (low > 0 && low < (high - low) * 2) || (high < 0 && -high < (high - low) * 2);
  return { low: reachesZero && low > 0 ? 0 : low - room, high: reachesZero && high < 0 ? 0 : high + room };
}
