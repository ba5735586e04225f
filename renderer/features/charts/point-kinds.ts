// What each point of a panel is drawn as. A number lives on a period: a year is a bar, a month a point.
import type { Output } from '../../../shared/contract.ts';
import type { ChartPoint } from '../../../shared/features/charts/contract.ts';
import { dayNumber } from '../../../shared/period/index.ts';

export type PanelSeries = Output<'charts.panel'>['series'][number];
export type PanelEvent = Output<'charts.panel'>['events'][number];
/** A time in force of one of the subjects whose events are shown. */
export type InForce = Output<'charts.panel'>['shades'][number];

/** `main` is joined to the next; `rival` is hollow; `upcoming` has not happened yet. */
export type PointKind = 'main' | 'rival' | 'upcoming';

export interface PanelPoint {
  readonly point: ChartPoint;
  readonly kind: PointKind;
  /** Days, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Drawn value: the stated number, or the middle of a range; undefined for one that is open at both ends. */
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly band: { readonly low: number; readonly high: number } | undefined;
  readonly isEstimate: boolean;
}

const openDays = 365;

export function panelPoints(points: readonly ChartPoint[]): readonly PanelPoint[] {
  const led = new Set<string>();
  return points
    .filter((point) => point.earliest !== null || point.latest !== null)
    .map((point) => {
      const kind = kindOf(point, led);
      if (kind === 'main') led.add(point.observationId);
      return panelPoint(point, kind);
    })
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** Where claims agree the first of them is drawn as the value; where they do not, none is. */
function kindOf({ status, role, state, observationId }: ChartPoint, led: ReadonlySet<string>): PointKind {
  if (status === 'forecast' || status === 'target' || status === 'plan') return 'upcoming';
  if (role === 'adopted' || role === 'sole') return 'main';
  return (state === 'agreed' || state === 'revised') && !led.has(observationId) ? 'main' : 'rival';
}

function panelPoint(point: ChartPoint, kind: PointKind): PanelPoint {
  const first = point.earliest === null ? undefined : dayNumber(point.earliest);
  const last = point.latest === null ? undefined : dayNumber(point.latest);
  const low = numberOf(point.low);
  const high = numberOf(point.high);
  const bandLow = numberOf(point.bandLow);
  const bandHigh = numberOf(point.bandHigh);
  return {
    point,
    kind,
    from: first ?? last! - openDays,
    to: (last ?? first! + openDays) + 1,
    value: low !== undefined && high !== undefined ? (low + high) / 2 : (low ?? high),
    low,
    high,
    band: bandLow !== undefined && bandHigh !== undefined && bandLow !== bandHigh ? { low: bandLow, high: bandHigh } : undefined,
    isEstimate: point.status === 'estimate' || point.status === 'provisional',
  };
}

/** Binary floats serve the drawing only. */
function numberOf(text: string | null): number | undefined {
  return text === null ? undefined : Number(text);
}
