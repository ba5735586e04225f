// Intervals of rival claims on one axis. Positions are shares of the width, 0 to 1.
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { allowedByClaim } from '../../../../shared/features/ledger/rules.ts';

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
  const room = (most - least || Math.abs(most) || 1) * 0.2;
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
    ticks: ticksBetween(from, to).map((value) => ({ value, at: share(value) })),
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

/** Round values, three to six of them. */
export function ticksBetween(from: number, to: number): readonly number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? power * 10;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step); tick * step <= to; tick += 1) ticks.push(Number((tick * step).toPrecision(12)));
  return ticks;
}
