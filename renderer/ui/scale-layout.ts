// Intervals of rival claims on one axis. Positions are shares of the width, 0 to 1.
import type { ClaimRow } from '../../shared/features/claims/contract.ts';
import { allowedByClaim } from '../../shared/features/ledger/rules.ts';

export interface ScaleBar {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** The stated number, where one number was stated. */
  readonly said: number | undefined;
  readonly isOpenLow: boolean;
  readonly isOpenHigh: boolean;
}

export interface ScaleTick {
  readonly at: number;
  readonly value: number;
}

export interface ScaleLayout {
  readonly bars: readonly ScaleBar[];
  readonly ticks: readonly ScaleTick[];
}

interface Span {
  readonly id: string;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly said: number | undefined;
}

/** undefined where there is nothing to compare: fewer than two values, or units that differ. */
export function scaleLayout(rows: readonly ClaimRow[]): ScaleLayout | undefined {
  const comparable = rows.filter(
    (row) => row.value !== null && row.value.qualifier !== 'unknown' && row.unit === rows[0]?.unit && row.change === rows[0]?.change,
  );
  const spans = comparable.map(spanOf).filter((span) => span.low !== undefined || span.high !== undefined);
  const edges = spans.flatMap((span) => [span.low, span.high, span.said]).filter((edge) => edge !== undefined && Number.isFinite(edge)) as number[];
  if (spans.length < 2 || edges.length < 2) return undefined;
  const least = Math.min(...edges);
  const most = Math.max(...edges);
  const isOne = spans.every((span) => span.low === spans[0]?.low && span.high === spans[0]?.high && span.said === spans[0]?.said);
  const room = (most - least || Math.abs(most) || 1) * (isOne ? 1 : 0.2);
  const [from, to] = [least - room, most + room];
  const share = (value: number) => (value - from) / (to - from);
  return {
    bars: spans.map((span) => ({
      id: span.id,
      from: span.low === undefined ? 0 : share(span.low),
      to: span.high === undefined ? 1 : share(span.high),
      said: span.said === undefined ? undefined : share(span.said),
      isOpenLow: span.low === undefined,
      isOpenHigh: span.high === undefined,
    })),
    ticks: (isOne ? agreedTicks(spans[0]!) : ticksBetween(from, to)).map((value) => ({ value, at: share(value) })),
  };
}

/** Binary floats serve the drawing only. */
function spanOf(row: ClaimRow): Span {
  const allowed = allowedByClaim(row);
  const { low, high } = row.value ?? { low: null, high: null };
  const stated = low !== null && high !== null && low !== high ? null : (low ?? high);
  return {
    id: row.id,
    low: allowed.low?.toNumber(),
    high: allowed.high?.toNumber(),
    said: stated === null ? undefined : Number(stated) * 10 ** row.multiplier,
  };
}

/** Where all say the same, that is what the axis names. */
function agreedTicks({ low, high, said }: Span): readonly number[] {
  return said === undefined ? [low, high].filter((edge) => edge !== undefined) : [said];
}

/** The digits that a binary float keeps. */
const keptDigits = 15;

/** Round values that differ, three to six of them. */
export function ticksBetween(from: number, to: number): readonly number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? power * 10;
  const ticks = new Set<number>();
  for (let tick = Math.ceil(from / step); tick * step <= to; tick += 1) ticks.add(Number((tick * step).toPrecision(keptDigits)));
  return [...ticks];
}

export interface LabelledTick extends ScaleTick {
  readonly text: string;
}

const characterWidth = 6.2;
const labelGap = 10;

/** Each tick with all its digits; where these would touch each other, every second tick and so on. `width` in px. */
export function labelledTicks(ticks: readonly ScaleTick[], { width, language }: { width: number; language: string }): readonly LabelledTick[] {
  const format = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: keptDigits });
  const labelled = ticks.map((tick) => ({ ...tick, text: format.format(tick.value) }));
  const needed = Math.max(...labelled.map(({ text }) => text.length)) * characterWidth + labelGap;
  const apart = ((labelled[1]?.at ?? 1) - (labelled[0]?.at ?? 0)) * width;
  const every = Math.max(1, Math.ceil(needed / apart));
  return labelled.filter((_, index) => index % every === 0);
}
