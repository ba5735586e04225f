// The ledger as rows and columns: one row for what is measured, whatever the length of the period, one column a period.
import type { Observation } from '../../../shared/features/ledger/model.ts';
import { findPeriod } from '../../../shared/period/index.ts';

export interface PeriodColumn {
  readonly key: string;
  /** undefined for figures without a period. */
  readonly period: string | undefined;
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface SeriesRow {
  readonly type: 'series';
  readonly id: string;
  readonly subject: string;
  /** What sets the row apart from others of its subject. */
  readonly detail: readonly string[];
  readonly unit: string | null;
  readonly change: string | null;
  /** Power of ten that all values of its measure and unit are shown in. */
  readonly power: number;
  readonly cells: ReadonlyMap<string, Observation>;
}

export interface GroupRow {
  readonly type: 'group';
  readonly id: string;
  readonly measure: string;
  readonly series: number;
}

export interface LedgerMatrix {
  readonly columns: readonly PeriodColumn[];
  readonly rows: readonly (GroupRow | SeriesRow)[];
  readonly observations: number;
}

/** Measures with the most observations come first. */
export function buildMatrix(observations: readonly Observation[]): LedgerMatrix {
  const columns = new Map<string, PeriodColumn>();
  const byMeasure = new Map<string, Map<string, Observation[]>>();
  for (const observation of observations) {
    const column = columnOf(observation.period);
    if (!columns.has(column.key)) columns.set(column.key, column);
    const series = byMeasure.get(observation.series.measure) ?? new Map<string, Observation[]>();
    const id = rowId(observation);
    series.set(id, [...(series.get(id) ?? []), observation]);
    byMeasure.set(observation.series.measure, series);
  }
  const sizes = new Map([...byMeasure].map(([measure, series]) => [measure, [...series.values()].reduce((sum, list) => sum + list.length, 0)]));
  const measures = [...byMeasure].toSorted((a, b) => (sizes.get(b[0]) ?? 0) - (sizes.get(a[0]) ?? 0));
  const rows = measures.flatMap(([measure, series]) => [
    { type: 'group', id: `group:${measure}`, measure, series: series.size } as const,
    ...rowsOfMeasure(series),
  ]);
  return { columns: [...columns.values()].toSorted(inTime), rows, observations: observations.length };
}

export function columnKey(period: string | null): string {
  const parsed = findPeriod(period);
  return parsed === undefined ? (period ?? '') : `${parsed.earliest ?? '..'}/${parsed.latest ?? '..'}/${parsed.mode}`;
}

function columnOf(period: string | null): PeriodColumn {
  const parsed = findPeriod(period);
  return { key: columnKey(period), period: period ?? undefined, earliest: parsed?.earliest ?? null, latest: parsed?.latest ?? null };
}

/** By the day a period is over, so that what is past stands before what is not; figures without a period come last. */
function inTime(a: PeriodColumn, b: PeriodColumn): number {
  if (a.period === undefined || b.period === undefined) return Number(a.period === undefined) - Number(b.period === undefined);
  return compareDays(a.latest ?? endOfTime, b.latest ?? endOfTime) || compareDays(b.earliest ?? '', a.earliest ?? '') || compareDays(a.key, b.key);
}

const endOfTime = '9999-12-31';

function compareDays(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function rowId({ series }: Observation): string {
  const { measure, subject, area, counterpart, basis, unit, change } = series;
  return JSON.stringify([measure, subject, area, counterpart, basis, unit, change]);
}

/** One scale for all rows of a measure that have one unit, so that they are read against each other. */
function rowsOfMeasure(series: ReadonlyMap<string, readonly Observation[]>): readonly SeriesRow[] {
  const kindOf = ([
    {
      series: { unit, change },
    },
  ]: readonly [Observation, ...Observation[]]) => JSON.stringify([unit, change]);
  const lists = [...series].map(([id, list]) => ({ id, list: list as readonly [Observation, ...Observation[]] }));
  const powerOf = new Map(
    [...Map.groupBy(lists, ({ list }) => kindOf(list))].map(([kind, alike]) => [kind, commonPower(alike.flatMap(({ list }) => list))]),
  );
  return lists.map(({ id, list }) => seriesRow(id, list, powerOf.get(kindOf(list)) ?? 0));
}

function seriesRow(id: string, list: readonly Observation[], power: number): SeriesRow {
  const { series } = list[0]!;
  const { subject, area, counterpart, basis, unit, change } = series;
  const place = [area.join(', '), counterpart ?? ''].filter((part) => part !== '').join(' · ');
  return {
    type: 'series',
    id,
    subject,
    detail: [basis.join(', '), place].filter((part) => part !== ''),
    unit,
    change,
    power,
    cells: new Map(list.map((observation) => [columnKey(observation.period), observation])),
  };
}

const powers = [12, 9, 6, 3] as const;
const longestPlain = 4;

/** The largest scale in which every value keeps a digit before the point; none for values of up to four digits. */
export function commonPower(list: readonly Pick<Observation, 'low' | 'high' | 'multiplier'>[]): number {
  const sizes = list.flatMap(({ low, high, multiplier }) => [low, high].flatMap((text) => sizeOf(text, multiplier)));
  if (sizes.length === 0 || Math.max(...sizes) <= longestPlain) return 0;
  const least = Math.min(...sizes);
  return powers.find((power) => least > power) ?? 0;
}

/** Digits before the point; nothing for zero and for open ends. */
function sizeOf(text: string | null, multiplier: number): readonly number[] {
  if (text === null) return [];
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole.replace(/^0+/, '');
  if (digits !== '') return [digits.length + multiplier];
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0;
  return zeros === fraction.length ? [] : [multiplier - zeros];
}

/** Index of the first column that is not over yet; the rule between past and future stands before it. */
export function nowColumn(columns: readonly PeriodColumn[], today: string): number {
  return columns.findIndex((column) => column.period !== undefined && (column.latest ?? endOfTime) >= today);
}
