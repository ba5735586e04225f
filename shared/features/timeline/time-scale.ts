// The visible span of time, in days since 1970, and how it maps to pixels.

export interface TimeView {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export interface TimeScale {
  readonly view: TimeView;
  readonly width: number;
  x(day: number): number;
  day(x: number): number;
}

/** A fortnight is the closest look, eighty years the widest. */
export const spanLimits = { least: 14, most: 80 * 365 } as const;

export function timeScale(view: TimeView, width: number): TimeScale {
  const perDay = width / (view.to - view.from);
  return { view, width, x: (day) => (day - view.from) * perDay, day: (x) => view.from + x / perDay };
}

/** `factor` under 1 looks closer; the day at `anchor` stays where it is. */
export function zoomView(view: TimeView, factor: number, anchor: number): TimeView {
  const span = view.to - view.from;
  const next = Math.min(spanLimits.most, Math.max(spanLimits.least, span * factor));
  const share = (anchor - view.from) / span;
  const from = anchor - share * next;
  return { from, to: from + next };
}

export function panView(view: TimeView, days: number): TimeView {
  return { from: view.from + days, to: view.to + days };
}

/** Keeps at least a sliver of `bounds` in view. */
export function clampView(view: TimeView, bounds: TimeView): TimeView {
  const span = view.to - view.from;
  const room = span * 0.8;
  const from = Math.min(Math.max(view.from, bounds.from - room), bounds.to - span + room);
  return { from, to: from + span };
}

/** Moves the view just far enough to show a span. */
export function revealSpan(view: TimeView, from: number, to: number): TimeView {
  const span = view.to - view.from;
  const margin = span * 0.06;
  if (from >= view.from + margin && to <= view.to - margin) return view;
  if (to - from > span - 2 * margin || from < view.from + margin) return panView(view, from - margin - view.from);
  return panView(view, to + margin - view.to);
}

export const levels = ['decade', 'years', 'months', 'days'] as const;
export type Level = (typeof levels)[number];
const levelSpans: Readonly<Record<Level, number>> = { decade: 12 * 365, years: 4 * 365, months: 270, days: 45 };

export function levelOf(view: TimeView): Level {
  const span = view.to - view.from;
  if (span > 7 * 365) return 'decade';
  if (span > 500) return 'years';
  return span > 100 ? 'months' : 'days';
}

export function viewOfLevel(level: Level, centre: number): TimeView {
  const span = levelSpans[level];
  return { from: centre - span / 2, to: centre + span / 2 };
}

const year = 365;

/** From the first to the last day of any mark, and the present. */
export function wholeTime(lanes: readonly (readonly TimeSpan[])[], now: number): TimeView {
  const spans = lanes.flat();
  if (spans.length === 0) return { from: now - 2 * year, to: now + year };
  const from = spans.reduce((first, { start }) => Math.min(first, start.earliest), now);
  const to = spans.reduce((last, { start, end }) => Math.max(last, end?.latest ?? start.latest), now);
  const pad = Math.max(30, (to - from) * 0.03);
  return { from: from - pad, to: to + pad };
}

interface TimeSpan {
  readonly start: { readonly earliest: number; readonly latest: number };
  readonly end: { readonly latest: number } | undefined;
}

/** Where most marks begin: the tenth at either end may lie outside. */
export function usualTime(lanes: readonly (readonly TimeSpan[])[], now: number): TimeView {
  const starts = lanes.flatMap((lane) => lane.map(({ start }) => start.earliest)).toSorted((a, b) => a - b);
  const whole = wholeTime(lanes, now);
  const first = starts[Math.floor(starts.length * 0.08)];
  const last = starts[Math.floor(starts.length * 0.95)];
  if (first === undefined || last === undefined) return whole;
  const to = Math.max(last, now) + 200;
  const from = Math.min(first, to - 2 * year);
  const pad = (to - from) * 0.04;
  return { from: Math.max(whole.from, from - pad), to: Math.min(whole.to, to + pad) };
}
