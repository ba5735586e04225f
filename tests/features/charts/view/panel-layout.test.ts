import { describe, expect, it } from 'vitest';
import { niceScale } from '../../../../renderer/features/charts/nice-scale.ts';
import { layoutPanel, timeSpan } from '../../../../renderer/features/charts/panel-layout.ts';
import { type InForce, type PanelEvent, type PanelSeries, panelPoints } from '../../../../renderer/features/charts/point-kinds.ts';
import type { ChartPoint } from '../../../../shared/features/charts/contract.ts';

let serial = 0;
function point(year: number, value: string, fields: Partial<ChartPoint> = {}): ChartPoint {
  serial += 1;
  return {
    claimId: `claim-${serial}`,
    observationId: `o-${year}`,
    period: String(year),
    earliest: `${year}-01-01`,
    latest: `${year}-12-31`,
    low: value,
    high: value,
    bandLow: null,
    bandHigh: null,
    value: { low: value, high: value, qualifier: 'exact', unit: 'PCT', multiplier: 0, change: null },
    status: 'actual',
    role: 'sole',
    state: 'single',
    issuer: 'Autostat',
    sourceTitle: 'A',
    ...fields,
  };
}
const series = (points: readonly ChartPoint[]): PanelSeries => ({
  id: 's',
  label: 'share',
  observations: 1,
  claims: 1,
  measure: 'market_share',
  subject: 'Chinese brands',
  area: [],
  counterpart: null,
  basis: [],
  unit: 'PCT',
  change: null,
  frequency: 'year',
  points: [...points],
});
const event = (day: string, subject: string, fields: Partial<PanelEvent> = {}): PanelEvent => ({
  claimId: `e-${day}`,
  kind: 'event',
  label: 'raised',
  stage: 'in_force',
  stance: null,
  status: 'happened',
  when: day,
  earliest: day,
  latest: day,
  isThroughout: true,
  isApproximate: false,
  sourceTitle: null,
  subject,
  ...fields,
});
const layout = (points: readonly ChartPoint[], events: readonly PanelEvent[] = [], shades: readonly InForce[] = []) =>
  layoutPanel(
    { span: timeSpan([series(points)]), series: [series(points)], events, shades, unit: 'PCT', selected: undefined, locale: 'en' },
    { width: 600, height: 300 },
  );

describe('niceScale', () => {
  it('always holds zero', () => {
    expect(niceScale([70, 85]).min).toBe(0);
    expect(niceScale([-39, -15]).max).toBeGreaterThanOrEqual(0);
  });

  it('never leaves a value outside', () => {
    const { min, max } = niceScale([-44, 130]);
    expect(min).toBeLessThanOrEqual(-44);
    expect(max).toBeGreaterThanOrEqual(130);
  });
});

describe('panelPoints', () => {
  it('sets forecasts, targets and plans apart and leads with one of claims that agree', () => {
    const kinds = panelPoints([
      point(2023, '50', { role: 'rival', state: 'agreed' }),
      point(2023, '50', { role: 'rival', state: 'agreed' }),
      point(2024, '60', { role: 'rival', state: 'disputed' }),
      point(2025, '65', { status: 'forecast' }),
    ]).map((entry) => entry.kind);
    expect(kinds).toEqual(['main', 'rival', 'rival', 'upcoming']);
  });
});

describe('layoutPanel', () => {
  it('joins values, never rivals or forecasts', () => {
    const { links } = layout([
      point(2021, '7'),
      point(2022, '20', { status: 'estimate' }),
      point(2022, '17', { role: 'rival' }),
      point(2025, '60', { status: 'forecast' }),
    ]);
    expect(links.map((link) => link.isDashed)).toEqual([true]);
  });

  it('draws a year over its length and a month as a point', () => {
    const { points } = layout([point(2021, '7'), point(2023, '49', { earliest: '2023-06-01', latest: '2023-06-30' })]);
    expect(points.map((shape) => shape.isPoint)).toEqual([false, true]);
  });

  it('leaves an open end open', () => {
    const [shape] = layout([point(2023, '50', { high: null })]).points;
    expect([shape?.yLow !== undefined, shape?.yHigh]).toEqual([true, undefined]);
  });

  it('lets no label cover another', () => {
    const { texts } = layout(Array.from({ length: 30 }, (_, index) => point(2020, String(50 + index / 10), { role: 'rival' })));
    expect(texts.length).toBeLessThan(8);
  });

  it('puts event labels into rows', () => {
    const { events } = layout(
      [point(2023, '50'), point(2025, '54')],
      [event('2023-08-01', 'Fee'), event('2023-09-14', 'OFAC', { stage: 'listed' }), event('2024-10-01', 'Fee')],
    );
    expect(events.map((placed) => placed.row)).toEqual([0, 1, 0]);
  });

  it('shades the times in force and ends them where they ended', () => {
    const on = (day: string) => ({ earliest: day, latest: day });
    const shade = (from: string, to: string, step: number): InForce => ({ subject: 'Fee', from: on(from), to: on(to), step, claims: [] });
    const { shades } = layout(
      [point(2022, '50'), point(2025, '54')],
      [],
      [shade('2023-01-01', '2023-07-01', 1), shade('2023-07-01', '2024-01-01', 2)],
    );
    const [first, second] = shades;
    expect(shades.map(({ step }) => step)).toEqual([0, 1]);
    expect(first!.x2).toBeCloseTo(second!.x1);
    expect((second!.x2 - second!.x1) / (first!.x2 - first!.x1)).toBeCloseTo(184 / 181, 2);
  });
});
