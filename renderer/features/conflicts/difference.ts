// How far apart stated values are: the widest gap between figures of one unit, and its share of the lowest.
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { allowedByClaim, measuredOf, saidInterval } from '../../../shared/features/ledger/rules.ts';
import { Decimal, decimalText, formatQuantity } from '../../../shared/quantity/index.ts';

export interface Difference {
  readonly text: string;
  /** In per cent of the lowest, one decimal; undefined where that says nothing (rates, changes, zero). */
  readonly share: string | undefined;
}

export function differenceOf(rows: readonly ClaimRow[], locale: string): Difference | undefined {
  const [first] = rows;
  if (first === undefined || rows.length < 2 || rows.some((row) => row.kind !== 'figure' || row.unit !== first.unit || row.change !== first.change))
    return undefined;
  const stated = rows.map((row) => (row.value === null ? undefined : saidInterval(measuredOf(row))));
  const points = stated.flatMap((one) => (one?.low != null && one.high != null && one.low.eq(one.high) ? [one.low] : []));
  if (points.length < 2) return undefined;
  const low = Decimal.min(...points);
  const gap = Decimal.max(...points).minus(low);
  if (gap.isZero()) return undefined;
  const isRate = first.unit === 'PCT' || first.change !== null;
  const power = points.every((point) => point.abs().gte(1e6)) ? 6 : 0;
  const digits = decimalText(gap.div(new Decimal(10).pow(power)));
  const text = formatQuantity(
    { low: digits, high: digits, qualifier: 'exact', unit: first.unit === 'PCT' ? 'PP' : first.unit, multiplier: power, change: null },
    { locale },
  );
  return { text, share: isRate || low.lte(0) ? undefined : decimalText(gap.div(low).times(100).toDecimalPlaces(1)) };
}

/** What lies between the two intervals, in words; undefined where they touch or cannot be compared. */
export function gapText(rows: readonly ClaimRow[], locale: string): string | undefined {
  const [first, second] = rows;
  if (rows.length !== 2 || first === undefined || second === undefined || first.unit !== second.unit || first.change !== second.change)
    return undefined;
  if (rows.some((row) => row.kind !== 'figure' || row.value === null || row.value.qualifier === 'unknown')) return undefined;
  const [low, high] = [allowedByClaim(first), allowedByClaim(second)].sort((a, b) => Number(a.low ?? a.high) - Number(b.low ?? b.high));
  if (low?.high == null || high?.low == null || low.high.gte(high.low)) return undefined;
  const gap = high.low.minus(low.high);
  const power = gap.abs().gte(1e6) ? 6 : 0;
  const digits = decimalText(gap.div(new Decimal(10).pow(power)));
  return formatQuantity(
    { low: digits, high: digits, qualifier: 'exact', unit: first.unit === 'PCT' ? 'PP' : first.unit, multiplier: power, change: null },
    { locale },
  );
}
