import type { Lane } from '../../../shared/features/timeline/contract.ts';
import { momentOf } from './life-cycle.ts';
import type { TimeView } from './time-scale.ts';

const year = 365;

/** From the first to the last day of any item, and the present. */
export function wholeView(lanes: readonly Lane[], now: number): TimeView {
  const moments = lanes.flatMap((lane) => lane.items.filter((item) => item.earliest !== null || item.latest !== null).map(momentOf));
  if (moments.length === 0) return { from: now - 2 * year, to: now + year };
  const from = Math.min(...moments.map((moment) => moment.earliest));
  const to = Math.max(now, ...moments.map((moment) => moment.latest));
  const pad = Math.max(30, (to - from) * 0.03);
  return { from: from - pad, to: to + pad };
}

/** Where most items are: the tenth at either end may lie outside. */
export function usualView(lanes: readonly Lane[], now: number): TimeView {
  const starts = lanes
    .flatMap((lane) => lane.items.filter((item) => item.earliest !== null).map((item) => momentOf(item).earliest))
    .toSorted((a, b) => a - b);
  const whole = wholeView(lanes, now);
  const first = starts[Math.floor(starts.length * 0.08)];
  const last = starts[Math.floor(starts.length * 0.95)];
  if (first === undefined || last === undefined) return whole;
  const to = Math.max(last, now) + 200;
  const from = Math.min(first, to - 2 * year);
  const pad = (to - from) * 0.04;
  return { from: Math.max(whole.from, from - pad), to: Math.min(whole.to, to + pad) };
}
