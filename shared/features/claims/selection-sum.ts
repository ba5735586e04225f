// The sum and the mean of chosen figures, or why there is none: units, measures, statuses and populations that differ, what does not
// add up on its face, rivals of one observation, and periods that overlap are not added.
import { findPeriod, relatePeriods } from '../../period/index.ts';
import { canonicalQuantity, Decimal, decimalText, type Measured } from '../../quantity/index.ts';
import type { Measures } from '../ledger/measures.ts';
import { measuredOf } from '../ledger/rules.ts';
import type { ClaimRow } from './contract.ts';

export const noSumReasons = [
  'units',
  'measures',
  'changes',
  'notAdditive',
  'rivals',
  'statuses',
  'bases',
  'stock',
  'periods',
  'open',
  'hedged',
] as const;
export type NoSumReason = (typeof noSumReasons)[number];

export interface SelectionSum {
  /** Figures with a value. */
  readonly count: number;
  /** Bounds where a figure is a range. */
  readonly sum: Measured | undefined;
  readonly mean: Measured | undefined;
  readonly why: NoSumReason | undefined;
}

/** Pairs of periods are looked at up to here; beyond it only equal ones are told. */
const mostCompared = 400;

export function sumOfSelection(all: readonly ClaimRow[], measures: Pick<Measures, 'isAdditive' | 'addsOverTime'>): SelectionSum {
  const rows = all.filter(({ kind, value }) => kind === 'figure' && value !== null && value.qualifier !== 'unknown');
  const none = { count: rows.length, sum: undefined, mean: undefined };
  const [first] = rows;
  if (first === undefined || rows.length < 2) return { ...none, why: undefined };
  const differs = (of: (row: ClaimRow) => string | null) => rows.some((row) => of(row) !== of(first));
  if (differs(({ unit }) => unit) || differs(({ change }) => change)) return { ...none, why: 'units' };
  if (differs(({ measure }) => measure)) return { ...none, why: 'measures' };
  const observations = rows.flatMap(({ observationId }) => observationId ?? []);
  if (new Set(observations).size < observations.length) return { ...none, why: 'rivals' };
  const bounds = rows.map((row) => canonicalQuantity(measuredOf(row)));
  if (bounds.some(({ low, high }) => low === null || high === null)) return { ...none, why: 'open' };
  const low = bounds.reduce((sum, one) => sum.plus(one.low!), new Decimal(0));
  const high = bounds.reduce((sum, one) => sum.plus(one.high!), new Decimal(0));
  const measured = (from: Decimal, to: Decimal): Measured => ({
    low: decimalText(from),
    high: decimalText(to),
    qualifier: from.eq(to) ? 'exact' : 'between',
    unit: first.unit,
    multiplier: 0,
    change: first.change,
  });
  if (bounds.some(({ qualifier }) => qualifier !== 'exact' && qualifier !== 'between')) return { ...none, why: 'hedged' };
  const mean = measured(low.div(rows.length).toSignificantDigits(12), high.div(rows.length).toSignificantDigits(12));
  const why = whyNoSum(rows, first, measures);
  // A mean of changes is not the change over all of them.
  return { count: rows.length, mean: first.change === null ? mean : undefined, sum: why === undefined ? measured(low, high) : undefined, why };
}

function whyNoSum(
  rows: readonly ClaimRow[],
  first: ClaimRow,
  { isAdditive, addsOverTime }: Pick<Measures, 'isAdditive' | 'addsOverTime'>,
): NoSumReason | undefined {
  if (first.change !== null) return 'changes';
  if (!isAdditive(first.measure ?? '', first.unit)) return 'notAdditive';
  if (rows.some(({ status }) => isOutcome(status) !== isOutcome(first.status))) return 'statuses';
  for (const ofSubject of Map.groupBy(rows, placeOf).values()) {
    const [one] = ofSubject;
    if (one !== undefined && ofSubject.some((row) => listText(row.basis) !== listText(one.basis))) return 'bases';
    const periods = ofSubject.map(({ period }) => period ?? '');
    if (new Set(periods).size > 1 && !addsOverTime(first.measure ?? '', first.unit)) return 'stock';
    if (overlap(periods)) return 'periods';
  }
  return undefined;
}

const listText = (list: readonly string[]) => [...list].sort().join('\n');
const placeOf = ({ subject, area, counterpart }: ClaimRow) => [subject ?? '', listText(area), counterpart ?? ''].join('\n\n');
const isOutcome = (status: string | null) => status === null || !['forecast', 'target', 'plan'].includes(status);

/** Two that share a day, or of which it cannot be told. */
function overlap(periods: readonly string[]): boolean {
  if (new Set(periods).size < periods.length) return true;
  if (periods.length > mostCompared) return false;
  const known = periods.map(findPeriod);
  return known.some((one, at) =>
    known.slice(at + 1).some((other) => one === undefined || other === undefined || !/^(before|after)$/.test(relatePeriods(one, other))),
  );
}
