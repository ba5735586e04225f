// Which series and events are charted in this workbook, kept beside it.
import { useCallback, useMemo } from 'react';
import type { Series } from '../../../shared/features/ledger/model.ts';
import type { Lane } from '../../../shared/features/timeline/contract.ts';
import { useSetting } from '../../bridge/index.ts';

export interface ChartChoice {
  readonly series: readonly string[];
  /** undefined follows the usual: instruments and listings. */
  readonly events: readonly string[] | undefined;
}

export const mostSeries = 12;
const mostUsualEvents = 4;

export interface KeptChoice {
  readonly choice: ChartChoice | undefined;
  choose(choice: ChartChoice): void;
}

export function useChartChoice(workbookId: string | undefined, series: readonly Series[] | undefined): KeptChoice {
  const { value, set } = useSetting(`charts:${workbookId ?? 'none'}`);
  const choice = useMemo(() => {
    if (workbookId === undefined || value === undefined || series === undefined) return undefined;
    const kept = readChoice(value);
    const known = kept.series?.filter((id) => series.some((one) => one.id === id)).slice(0, mostSeries);
    const isGone = known?.length === 0 && kept.series?.length !== 0;
    return { events: kept.events, series: known === undefined || isGone ? usualSeries(series) : known };
  }, [workbookId, value, series]);
  const choose = useCallback((next: ChartChoice) => set(JSON.stringify(next)), [set]);
  return { choice, choose };
}

/** Choosing no series at all is a choice too. */
function readChoice(text: string | null): { readonly series: readonly string[] | undefined; readonly events: readonly string[] | undefined } {
  try {
    const kept = JSON.parse(text ?? '{}') as Partial<ChartChoice>;
    const texts = (list: unknown) => (Array.isArray(list) ? list.filter((item) => typeof item === 'string') : undefined);
    return { series: texts(kept.series), events: texts(kept.events) };
  } catch {
    return { series: undefined, events: undefined };
  }
}

/** The series with most claims: where rivals stand is more to see. */
export function usualSeries(series: readonly Series[]): readonly string[] {
  const best = series.toSorted((a, b) => b.claims - a.claims || b.observations - a.observations)[0];
  return best === undefined ? [] : [best.id];
}

export function usualEvents(lanes: readonly Lane[]): readonly string[] {
  return eventLanes(lanes)
    .filter((lane) => lane.kind === 'instrument' || lane.kind === 'listing')
    .slice(0, mostUsualEvents)
    .map((lane) => lane.name);
}

/** Lanes that hold events, by subject. */
export function eventLanes(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.filter(
    (lane) => lane.kind !== 'statement' && lane.kind !== 'rate' && lane.marks.some(({ shape }) => shape === 'bar' || shape === 'point'),
  );
}
