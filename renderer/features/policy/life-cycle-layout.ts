// The intervals of a life cycle as bars on one axis, in per cent of its width. A bar covers every day on which its interval
// may have run; its ends are soft over the days on which it may have begun or ended.
import type { Interval, Listing } from '../../../shared/features/policy/contract.ts';
import { dayNumber, dayOf } from '../../../shared/period/index.ts';
import type { Window } from '../../ui/shown-text.ts';

export type RowName = 'draft' | 'force' | 'plan' | 'listed';

export interface Bar {
  readonly left: number;
  readonly width: number;
  /** Shares of its own width, in per cent, over which it comes and goes. */
  readonly softStart: number;
  readonly softEnd: number;
  readonly lane: number;
  readonly interval: Interval | undefined;
  readonly listing: Listing | undefined;
}

export interface AxisRow {
  readonly name: RowName;
  readonly lanes: number;
  readonly bars: readonly Bar[];
}

export interface LifeCycleAxis {
  readonly ticks: readonly { readonly year: number; readonly at: number }[];
  readonly on: number;
  readonly rows: readonly AxisRow[];
}

interface Spanning {
  readonly from: Window;
  readonly to: Window | null;
  readonly interval?: Interval;
  readonly listing?: Listing;
}

const rowOf: Readonly<Record<Interval['track'], RowName>> = { draft: 'draft', force: 'force', pause: 'force', plan: 'plan', if: 'plan' };
const rowNames: readonly RowName[] = ['draft', 'force', 'plan', 'listed'];
const mostTicks = 10;

export function layOut(intervals: readonly Interval[], listings: readonly Listing[], on: string): LifeCycleAxis {
  const all: Spanning[] = [
    ...intervals.map((interval) => ({ from: interval.from, to: interval.to, interval })),
    ...listings.map((listing) => ({ from: listing.from, to: listing.to, listing })),
  ];
  const years = [on, ...all.flatMap(({ from, to }) => [from.earliest, from.latest, to?.earliest, to?.latest])].flatMap((day) =>
    day == null ? [] : [dayOf(day).year],
  );
  const hasOpenStart = all.some(({ from }) => from.earliest === null);
  const firstYear = Math.min(...years) - (hasOpenStart ? 1 : 0);
  const lastYear = Math.max(...years) + 1;
  const first = dayNumber(`${firstYear}-01-01`);
  const last = dayNumber(`${lastYear}-01-01`);
  const at = (day: number) => (100 * (Math.min(Math.max(day, first), last) - first)) / (last - first);
  const every = Math.max(1, Math.ceil((lastYear - firstYear) / mostTicks));
  const ticks = Array.from({ length: Math.ceil((lastYear - firstYear) / every) }, (_, index) => firstYear + index * every).map((year) => ({
    year,
    at: at(dayNumber(`${year}-01-01`)),
  }));
  const rows = rowNames.map((name) =>
    rowWith(
      name,
      all.filter(({ interval }) => (interval === undefined ? name === 'listed' : rowOf[interval.track] === name)),
      (one) => barOf(one, { first, last, on: dayNumber(on), at }),
    ),
  );
  return { ticks, on: at(dayNumber(on)), rows: rows.filter(({ bars }) => bars.length > 0) };
}

interface Scale {
  readonly first: number;
  readonly last: number;
  readonly on: number;
  at(day: number): number;
}

interface Placed extends Omit<Bar, 'lane'> {
  /** Between these it certainly runs. */
  readonly core: readonly [number, number];
}

function barOf({ from, to, interval, listing }: Spanning, { first, last, on, at }: Scale): Placed {
  const known = (day: string | null | undefined) => (day == null ? undefined : dayNumber(day));
  const isPlan = interval?.track === 'plan' || interval?.track === 'if';
  const start = known(from.earliest) ?? first;
  const sure = known(from.latest) ?? start;
  const goesOn = isPlan || on <= sure ? last : on;
  const end = to === null ? goesOn : (known(to.latest) ?? last);
  const sureEnd = to === null ? (isPlan ? sure : end) : (known(to.earliest) ?? end);
  const left = at(start);
  const width = Math.max(at(Math.max(end, start)) - left, 0);
  const share = (day: number) => (width === 0 ? 0 : Math.min(100, Math.max(0, (100 * (at(day) - left)) / width)));
  const softStart = sure > start ? share(sure) : 0;
  return {
    left,
    width,
    softStart,
    softEnd: sureEnd < end ? Math.min(100 - softStart, 100 - share(sureEnd)) : 0,
    interval,
    listing,
    core: [sure, sureEnd],
  };
}

/** Bars that certainly run at one time stand in lanes of their own. */
function rowWith(name: RowName, all: readonly Spanning[], place: (one: Spanning) => Placed): AxisRow {
  const ends: number[] = [];
  const bars = all
    .map(place)
    .toSorted((a, b) => a.core[0] - b.core[0])
    .map(({ core, ...bar }) => {
      const free = ends.findIndex((end) => end <= core[0]);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = Math.max(core[0], core[1]);
      return { ...bar, lane };
    });
  return { name, lanes: ends.length, bars };
}
