import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnMark, type Mark } from '../../../../shared/features/timeline/drawn-mark.ts';
import { pointOf } from '../../../../shared/features/timeline/marks.ts';
import { placeLane } from '../../../../shared/features/timeline/place-marks.ts';
import { clampView, revealSpan, timeScale, zoomView } from '../../../../shared/features/timeline/time-scale.ts';
import { told } from '../../policy/told.ts';
import { axisTicksOf } from './axis-of.ts';

const mark = (from: number, to = from, fields: Partial<Mark> = {}): Mark => ({
  id: `${from}-${to}`,
  shape: 'point',
  phase: undefined,
  tone: 'plain',
  step: 0,
  start: { earliest: from, latest: to },
  end: undefined,
  isOpenStart: false,
  label: 'met the minister',
  n: 1,
  source: pointOf(told({ stage: 'met' }).claim, () => undefined),
  ...fields,
});
const scale = timeScale({ from: 0, to: 1000 }, 1000);

describe('placeLane', () => {
  it('puts marks that would touch into rows of their own', () => {
    const { marks, rows } = placeLane([mark(100), mark(120), mark(600)], scale, 900);
    expect(rows).toBe(2);
    expect(marks.map((placed) => [placed.mark.start.earliest, placed.row])).toEqual([
      [100, 0],
      [600, 0],
      [120, 1],
    ]);
  });

  it('joins dense marks into clusters that hold all of them', () => {
    const dense = Array.from({ length: 40 }, (_, index) => mark(100 + index));
    const { marks, clusters } = placeLane(dense, scale, 900);
    expect(clusters.flatMap((cluster) => cluster.marks).length + marks.length).toBe(40);
    expect(clusters.length).toBeGreaterThan(0);
  });

  it('leaves out what lies outside the view', () => {
    expect(placeLane([mark(-50), mark(1200)], scale, 900).marks).toEqual([]);
  });

  it('lets no two marks of a row overlap', () => {
    const marksArbitrary = fc.array(fc.tuple(fc.integer({ min: 0, max: 990 }), fc.nat(200)), { maxLength: 25 });
    fc.assert(
      fc.property(marksArbitrary, (spans) => {
        const { marks } = placeLane(
          spans.map(([from, length], index) => mark(from, from + length, { id: String(index) })),
          scale,
          900,
        );
        for (const a of marks)
          for (const b of marks) if (a !== b && a.row === b.row) expect(a.left + a.width <= b.left || b.left + b.width <= a.left).toBe(true);
      }),
    );
  });
});

describe('time scale', () => {
  it('keeps the day under the pointer when zooming', () => {
    const view = zoomView({ from: 0, to: 1000 }, 0.5, 250);
    expect((250 - view.from) / (view.to - view.from)).toBeCloseTo(0.25);
  });

  it('never loses the data from sight', () => {
    const view = clampView({ from: 9000, to: 9100 }, { from: 0, to: 1000 });
    expect(view.from).toBeLessThan(1000);
  });

  it('reveals a span with the least move', () => {
    expect(revealSpan({ from: 0, to: 1000 }, 500, 510)).toEqual({ from: 0, to: 1000 });
    expect(revealSpan({ from: 0, to: 1000 }, 1100, 1110).to).toBeCloseTo(1170);
  });
});

describe('axis', () => {
  it('goes from years to days as the view gets closer', () => {
    expect(axisTicksOf(20 * 365)[0]).toMatch(/^\d{4}$/);
    expect(axisTicksOf(4 * 365)[0]).toMatch(/^Q\d$/);
    expect(axisTicksOf(400)[0]).toMatch(/^[A-Z][a-z]{2}$/);
    expect(axisTicksOf(20)[0]).toMatch(/^\d{1,2}$/);
  });
});

describe('drawnMark', () => {
  const drawn = (when: string | undefined, status: 'happened' | 'expected' = 'happened') =>
    drawnMark(
      pointOf(told({ stage: 'met', status, ...(when === undefined ? {} : { when }) }).claim, () => undefined),
      { kind: 'actor' },
      'met',
    );

  it('draws a stated span over its whole length and an imprecise day as a point', () => {
    expect([drawn('2025/2030')?.shape, drawn('2023-09')?.shape]).toEqual(['span', 'point']);
  });

  it('draws what is only expected apart', () => {
    expect(drawn('2027', 'expected')).toMatchObject({ shape: 'plan', tone: 'plan' });
  });

  it('has no place for what has no date', () => {
    expect(drawn(undefined)).toBeUndefined();
  });
});
