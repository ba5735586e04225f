// A panel in pixels: one unit, its series over time, the events above. Pure, so that nothing of it needs a canvas.
import { dayNumber } from '../../../shared/period/index.ts';
import { type PlacedEvent, placeEventLabels } from './event-labels.ts';
import { type NiceScale, niceScale } from './nice-scale.ts';
import type { Box, LinkShape, PointShape, TextShape } from './panel-shapes.ts';
import { type InForce, type PanelEvent, type PanelPoint, type PanelSeries, panelPoints } from './point-kinds.ts';
import { placeTexts } from './value-labels.ts';

export interface Shade {
  readonly x1: number;
  readonly x2: number;
  /** 0, 1, 2: darker for a later step. */
  readonly step: number;
}

export interface YearTick {
  readonly x: number;
  readonly label: string;
}

export interface PanelLayout {
  readonly plot: Box;
  readonly scale: NiceScale;
  readonly points: readonly PointShape[];
  readonly links: readonly LinkShape[];
  readonly texts: readonly TextShape[];
  readonly shades: readonly Shade[];
  readonly events: readonly PlacedEvent[];
  readonly ticks: readonly YearTick[];
}

/** Days, end exclusive. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

export interface PanelData {
  /** Time that panels one above the other share. */
  readonly span: TimeSpan;
  readonly series: readonly PanelSeries[];
  readonly events: readonly PanelEvent[];
  readonly shades: readonly InForce[];
  readonly unit: string | null;
  readonly selected: string | undefined;
  readonly locale: string;
  /** Where the first and the last day of the span stand, where another view has set that. */
  readonly days?: { readonly left: number; readonly right: number } | undefined;
}

/** The same for all panels, so that their years stand below each other. */
const axisRoom = 44;
const pointDays = 62;
const eventRow = 15;
const tallPanel = 420;

export function layoutPanel(data: PanelData, size: { readonly width: number; readonly height: number }): PanelLayout {
  const { span } = data;
  const known = data.series.map((series) => panelPoints(series.points));
  const all = known.flat();
  const entries = known.map((list) => list.filter((entry) => entry.to > span.from && entry.from < span.to));
  const scale = niceScale(drawnValues(all), data.unit === 'PCT' ? { most: 100 } : {});
  const left = data.days?.left ?? axisRoom;
  const right = data.days?.right ?? size.width - 16;
  const x = (day: number) => left + ((Math.min(Math.max(day, span.from), span.to) - span.from) / (span.to - span.from)) * (right - left);
  const placed = placeEventLabels(data.events, {
    x,
    left,
    right,
    from: span.from,
    to: span.to,
    isNarrow: size.width < 480,
    mostRows: size.height > tallPanel ? 5 : 3,
  });
  const top = 10 + placed.rows * eventRow + (placed.rows > 0 ? 4 : 0);
  const bottom = size.height - 24;
  const y = (value: number) => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top);
  const points = entries.flatMap((list, series) => list.map((entry) => pointShape(entry, series, { x, y })));
  return {
    plot: { left, top, right, bottom },
    scale,
    points,
    links: entries.flatMap((_, series) => linksOf(points.filter((shape) => shape.series === series))),
    texts: placeTexts(points, {
      plot: { left, top, right, bottom },
      selected: data.selected,
      isMany: data.series.length > 1,
      isNarrow: size.width < 420,
      locale: data.locale,
    }),
    shades: shadesOf(data.shades, { x, from: span.from, to: span.to }),
    events: placed.events,
    ticks: ticksOf(span, x, right - left, data.locale),
  };
}

/** From the first to the last day of any point. */
export function timeSpan(series: readonly PanelSeries[]): TimeSpan {
  const entries = series.flatMap((one) => panelPoints(one.points));
  const today = todayNumber();
  if (entries.length === 0) return { from: today - 730, to: today };
  const from = Math.min(...entries.map((entry) => entry.from));
  const to = Math.max(...entries.map((entry) => entry.to));
  const pad = Math.max(20, (to - from) * 0.02);
  return { from: from - pad, to: to + pad };
}

function drawnValues(entries: readonly PanelPoint[]): readonly number[] {
  return entries.flatMap(({ low, high, band }) => [low, high, band?.low, band?.high].filter((value) => value !== undefined));
}

interface Axes {
  x(day: number): number;
  y(value: number): number;
}

function pointShape(entry: PanelPoint, series: number, { x, y }: Axes): PointShape {
  const { from, to, value, low, high, band } = entry;
  return {
    entry,
    series,
    x1: x(from),
    x2: x(to),
    y: value === undefined ? undefined : y(value),
    yLow: low === undefined ? undefined : y(low),
    yHigh: high === undefined ? undefined : y(high),
    band: band === undefined ? undefined : { top: y(band.high), bottom: y(band.low) },
    isPoint: to - from <= pointDays,
  };
}

/** From the middle of one period to the middle of the next. Forecasts and rivals are never joined. */
function linksOf(points: readonly PointShape[]): readonly LinkShape[] {
  const main = points.filter((point) => point.entry.kind === 'main' && point.y !== undefined);
  return main.slice(1).map((to, index) => {
    const from = main[index]!;
    return {
      series: to.series,
      x1: (from.x1 + from.x2) / 2,
      y1: from.y!,
      x2: (to.x1 + to.x2) / 2,
      y2: to.y!,
      isDashed: from.entry.isEstimate || to.entry.isEstimate,
    };
  });
}

function todayNumber(): number {
  return Math.floor(Date.now() / 86_400_000);
}

interface ShadeOptions {
  x(day: number): number;
  readonly from: number;
  readonly to: number;
}

/** Until today, times in force of the one instrument that has most of them: shades of several would not be told apart. */
function shadesOf(all: readonly InForce[], { x, from, to }: ShadeOptions): readonly Shade[] {
  const counts = Map.groupBy(all, ({ subject }) => subject);
  const own = [...counts.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  return own.flatMap((shade): Shade[] => {
    const begins = shade.from.earliest ?? shade.from.latest;
    const ends = shade.to === null ? undefined : (shade.to.latest ?? shade.to.earliest ?? undefined);
    const start = Math.max(from, begins === null ? from : dayNumber(begins));
    const end = Math.min(to, ends === undefined ? Math.max(start, todayNumber()) : dayNumber(ends));
    return end > start ? [{ x1: x(start), x2: x(end), step: Math.min(2, Math.max(0, shade.step - 1)) }] : [];
  });
}

/** Years, or months where the span is short. */
function ticksOf({ from, to }: { from: number; to: number }, x: (day: number) => number, width: number, locale: string): readonly YearTick[] {
  const start = new Date(from * 86_400_000);
  const days = to - from;
  const monthsEach = days > 900 ? 12 * Math.max(1, Math.ceil((days / 365) * (40 / width))) : days > 300 ? 3 : 1;
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const ticks: YearTick[] = [];
  const firstMonth = monthsEach >= 12 ? 0 : Math.floor(start.getUTCMonth() / monthsEach) * monthsEach;
  for (let at = firstMonth; ; at += monthsEach) {
    const time = Date.UTC(start.getUTCFullYear(), at, 1);
    const day = time / 86_400_000;
    if (day > to) break;
    const date = new Date(time);
    if (day >= from)
      ticks.push({ x: x(day), label: monthsEach >= 12 || date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : month.format(date) });
  }
  return ticks;
}
