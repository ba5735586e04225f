// The value axis in round steps, and the span of time. Bars stand on zero; a logarithmic axis goes by whole powers of ten.
import { dayNumber } from '../../period/index.ts';
import type { PanelMark } from './marks.ts';
import type { Panel } from './model.ts';

export interface ValueAxis {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly unit: string | null;
  readonly log: boolean;
  /** Zero is not on it. */
  readonly cut: boolean;
}

export interface AxisWish {
  readonly y: Panel['y'];
  readonly isFromZero: boolean;
  readonly unit: string | null;
}

const wantedSteps = 5;

export function valueAxis(marks: readonly PanelMark[], { y, isFromZero, unit }: AxisWish): ValueAxis {
  const values = marks
    .flatMap(({ low, high, cap, stack }) => [low, high, cap, stack?.from ?? null, stack?.to ?? null])
    .flatMap((text) => (text === null ? [] : [Number(text)]));
  return y?.log === true && !isFromZero ? logAxis(values, y, unit) : plainAxis(values, { y, isFromZero, unit });
}

function plainAxis(values: readonly number[], { y, isFromZero, unit }: AxisWish): ValueAxis {
  const least = values.length === 0 ? 0 : leastOf(values);
  const most = values.length === 0 ? 1 : mostOf(values);
  // A line that never comes near zero is drawn from where it is; one that does shows it.
  const showsZero = isFromZero || least < (most - least) * 2;
  const low = showsZero ? Math.min(0, least) : least;
  const high = showsZero ? Math.max(0, most) : most;
  const step = niceStep((high - low || Math.abs(high) || 1) / wantedSteps);
  const from = y?.from ?? (low === 0 ? 0 : clean(Math.floor(low / step) * step));
  const to = y?.to ?? clean(Math.max(Math.ceil(high / step) * step, from + step));
  return { from, to: to > from ? to : from + step, step: clean(step), unit, log: false, cut: from > 0 || to < 0 };
}

function logAxis(values: readonly number[], y: NonNullable<Panel['y']>, unit: string | null): ValueAxis {
  const above = values.filter((value) => value > 0);
  const low = above.length === 0 ? 1 : leastOf(above);
  const high = above.length === 0 ? 10 : mostOf(above);
  const from = y.from != null && y.from > 0 ? y.from : 10 ** Math.floor(Math.log10(low));
  const to = y.to != null && y.to > from ? y.to : Math.max(10 ** Math.ceil(Math.log10(high)), from * 10);
  return { from: clean(from), to: clean(to), step: 10, unit, log: true, cut: true };
}

function leastOf(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function mostOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Values at which the axis has a line. */
export function ticksOf({ from, to, step, log }: ValueAxis): number[] {
  const ticks: number[] = [];
  if (log) {
    for (let value = from; value <= to * 1.0001 && ticks.length < 40; value *= 10) ticks.push(clean(value));
    return ticks;
  }
  for (let index = Math.ceil(from / step - 1e-9); index * step <= to + step * 1e-9 && ticks.length < 60; index += 1) ticks.push(clean(index * step));
  return ticks;
}

export interface TimeSpan {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** From the first to the last day of anything, with some air; a side that is chosen stands as it is chosen. */
export function timeSpan(days: readonly number[], chosen: { readonly from: string | null; readonly to: string | null }): TimeSpan {
  const first = days.length === 0 ? dayNumber('2000-01-01') : leastOf(days);
  const last = days.length === 0 ? dayNumber('2001-01-01') : mostOf(days);
  const air = Math.max(15, Math.round((last - first) * 0.02));
  const from = chosen.from === null ? first - air : dayNumber(chosen.from);
  const to = chosen.to === null ? last + air : dayNumber(chosen.to);
  return { from, to: to > from ? to : from + 1 };
}
