// Bands, what moves a result, where it turns, and many trials of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../shared/features/scenarios/compute/bands.ts';
import { crossingsOf } from '../../../shared/features/scenarios/compute/break-even.ts';
import { compile } from '../../../shared/features/scenarios/compute/compile.ts';
import { evenly, pointNamed, twoWay } from '../../../shared/features/scenarios/compute/points.ts';
import { normalQuantile, normalShare } from '../../../shared/features/scenarios/compute/random.ts';
import { rangedInputs } from '../../../shared/features/scenarios/compute/ranges.ts';
import { prepare } from '../../../shared/features/scenarios/compute/simulate.ts';
import { percentilesOf, statisticsOf } from '../../../shared/features/scenarios/compute/statistics.ts';
import { tornadoOf } from '../../../shared/features/scenarios/compute/tornado.ts';
import type { Definition } from '../../../shared/features/scenarios/model.ts';
import { computed, model, nodeOf, template } from './templates.ts';

const span = (low: number, high: number) => ({ low: String(low), high: String(high) });
const opened = (definition: Definition) => {
  const program = compile(definition);
  return { program, node: nodeOf(program, 'y'), ranged: rangedInputs(definition.inputs, program, {}) };
};

describe('a band', () => {
  it('covers every combination of open ends, and nothing that the analyst alone assumes', () => {
    const { program, node, ranged } = opened(
      model({
        inputs: {
          a: { value: 2, spans: { text: span(1, 3), sources: null } },
          b: { value: 5, spans: { text: null, sources: span(4, 8) } },
          c: { value: 1, low: '0', high: '100' },
        },
        formulas: { y: 'a * b + c' },
      }),
    );
    expect(bandsOf(program, [node], ranged)).toEqual([{ low: 5, high: 25 }]);
  });

  it('sees a turn between the ends of one span', () => {
    const { program, node, ranged } = opened(
      model({ inputs: { a: { value: 0, spans: { text: span(-1, 1), sources: null } } }, formulas: { y: 'a^2' } }),
    );
    expect(bandsOf(program, [node], ranged)).toEqual([{ low: 0, high: 1 }]);
  });

  it('holds every value that its open inputs give, where the formula rises and falls in each alone', () => {
    const number = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.tuple(number, number), fc.tuple(number, number), fc.double({ min: 0, max: 1, noNaN: true }), ([a1, a2], [b1, b2], at) => {
        const [a, b] = [span(Math.min(a1, a2), Math.max(a1, a2)), span(Math.min(b1, b2), Math.max(b1, b2))];
        const { program, node, ranged } = opened(
          model({
            inputs: { a: { value: a1, spans: { text: a, sources: null } }, b: { value: b1, spans: { text: null, sources: b } } },
            formulas: { y: '3 * a - 2 * b' },
          }),
        );
        const [band] = bandsOf(program, [node], ranged);
        const value = 3 * (Number(a.low) + at * (Number(a.high) - Number(a.low))) - 2 * (Number(b.low) + at * (Number(b.high) - Number(b.low)));
        expect(value).toBeGreaterThanOrEqual(band!.low - 1e-9);
        expect(value).toBeLessThanOrEqual(band!.high + 1e-9);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what moves a result', () => {
  it('splits each bar by cause so that its parts add up to it', () => {
    const { program, node, ranged } = opened(
      model({
        inputs: { a: { value: 10, spans: { text: span(9, 11), sources: span(8, 11) }, low: '5', high: '20' }, b: { value: 1, low: '0', high: '2' } },
        formulas: { y: 'a * 2 + b' },
      }),
    );
    const bars = tornadoOf(program, node, ranged);
    expect(bars[0]!.parts.map(({ cause, width }) => [cause, width])).toEqual([
      ['text', 4],
      ['sources', 2],
      ['assumption', 24],
    ]);
    for (const { low, high, parts } of bars) expect(parts.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(high - low, 9);
    expect(bars.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(bars.map(({ code }) => code)).toEqual(['a', 'b']);
  });
});

describe('a break-even', () => {
  const crossings = (expression: string, low: number, high: number, target = 0) => {
    const program = compile(model({ inputs: { a: { value: 1 } }, formulas: { y: expression } }));
    return crossingsOf(program, { node: nodeOf(program, 'y'), point: pointNamed(program, 'a')!, target, low, high });
  };

  it('lists each crossing, and none where there is none', () => {
    expect(crossings('(a - 1) * (a - 3) * (a - 7.5)', 0, 10).map(({ value, rises }) => [Number(value.toFixed(9)), rises])).toEqual([
      [1, true],
      [3, false],
      [7.5, true],
    ]);
    expect(crossings('a^2 + 1', -10, 10)).toEqual([]);
    expect(crossings('a * 2', 0, 10, 5)).toEqual([{ value: 2.5, isJump: false, rises: true }]);
  });

  it('knows a jump from a crossing and a pole from both', () => {
    expect(crossings('if(a > 2.25, 1, -1)', 0, 10).map(({ isJump }) => isJump)).toEqual([true]);
    expect(crossings('1 / (a - 2.253)', 0, 10)).toEqual([]);
  });

  it('moves one way with the fee, and with what is repaid', () => {
    const reference = template('import-or-assemble');
    const volume = (changes: Record<string, number>) => computed(reference, changes)['Q_star.CKD']!;
    const fees = [500_000, 600_000, 700_000, 900_000].map((UF) => volume({ UF }));
    const points = [600, 800, 1000, 1400].map((value) => volume({ 'points.CKD': value }));
    expect(fees).toEqual(fees.toSorted((a, b) => b - a));
    expect(points).toEqual(points.toSorted((a, b) => b - a));
  });
});

describe('a table of two inputs', () => {
  it('computes each pair, with nothing where there is no value', () => {
    const program = compile(model({ inputs: { a: { value: 1 }, b: { value: 1 } }, formulas: { y: 'a / b' } }));
    const along = (key: string, values: number[]) => ({ point: pointNamed(program, key)!, values });
    expect(twoWay(program, nodeOf(program, 'y'), along('a', [1, 2]), along('b', evenly(0, 2, 3)))).toEqual([
      [null, 1, 0.5],
      [null, 2, 1],
    ]);
  });
});

describe('many trials', () => {
  const drawn = (kind: 'uniform' | 'triangular' | 'normal' | 'readings', values: string[] = []) => ({ kind, values, hazard: null, from: null });
  const trials = (definition: Definition, count = 20_000, seed = 7) => {
    const program = compile(definition);
    const into = [new Float64Array(count)];
    prepare({ program, correlations: definition.correlations, outputs: [nodeOf(program, 'y')], seed }).run(0, count, into);
    return into[0]!;
  };

  it('have the mean and the percentiles of their distribution', () => {
    const one = (distribution: ReturnType<typeof drawn>) =>
      statisticsOf(trials(model({ inputs: { a: { value: 4, low: '2', high: '9', distribution } }, formulas: { y: 'a + 0' } })))!;
    const [uniform, triangular, normal, readings] = [
      one(drawn('uniform')),
      one(drawn('triangular')),
      one(drawn('normal')),
      one(drawn('readings', ['1', '2', '6'])),
    ];
    for (const [{ mean, error }, expected] of [
      [uniform, 5.5],
      [triangular, 5],
      [normal, 4],
      [readings, 3],
    ] as const)
      expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
    expect(normal!.p95 - normal!.p5).toBeCloseTo(7, 0);
  });

  it('are the same bits however they are shared out', () => {
    const definition = template('import-or-assemble');
    const program = compile(definition);
    const outputs = [nodeOf(program, 'NPV_events.CKD')];
    const simulation = prepare({ program, correlations: [], outputs, seed: 3 });
    const whole = [new Float64Array(3000)];
    simulation.run(0, 3000, whole);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2999 }), (at) => {
        const [first, second] = [[new Float64Array(at)], [new Float64Array(3000 - at)]];
        simulation.run(0, at, first);
        simulation.run(at, 3000, second);
        expect(Float64Array.from([...first[0]!, ...second[0]!])).toEqual(whole[0]);
      }),
      { numRuns: 10 },
    );
  });

  it('go together as their correlation says', () => {
    const inputs = Object.fromEntries(['a', 'b'].map((code) => [code, { value: 0, low: '-1', high: '1', distribution: drawn('normal') }]));
    const together = (r: string) => statisticsOf(trials(model({ inputs, formulas: { y: 'a * b' }, correlations: [{ a: 'a', b: 'b', r }] })))!.mean;
    const variance = (1 / 1.6448536269514722) ** 2;
    expect(together('0.8')).toBeCloseTo(0.8 * variance, 1);
    expect(together('-0.5')).toBeCloseTo(-0.5 * variance, 1);
  });

  it.each([
    [[{ a: 'a', b: 'b', r: '1.5' }], 'scenarios:problem.correlation'],
    [
      [
        { a: 'a', b: 'b', r: '0.9' },
        { a: 'b', b: 'c', r: '0.9' },
        { a: 'a', b: 'c', r: '-0.9' },
      ],
      'scenarios:problem.notAMatrix',
    ],
  ])('refuse correlations that are none: %j', (correlations, key) => {
    const inputs = Object.fromEntries(['a', 'b', 'c'].map((code) => [code, { value: 0, low: '-1', high: '1', distribution: drawn('uniform') }]));
    expect(() => trials(model({ inputs, formulas: { y: 'a + b + c' }, correlations }))).toThrow(key);
  });

  it('draw the quantiles of a normal that its shares give back', () => {
    for (const p of [1e-9, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.9999]) expect(normalShare(normalQuantile(p))).toBeCloseTo(p, 13);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  });

  it('have percentiles that sorting would give', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 3000 }), (values) => {
        const sorted = Float64Array.from(values).sort();
        const expected = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => {
          const place = p * (sorted.length - 1);
          const low = sorted[Math.floor(place)]!;
          return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
        });
        const found = percentilesOf(Float64Array.from(values));
        for (const [at, one] of found.entries()) expect(one).toBeCloseTo(expected[at]!, 6);
      }),
      { numRuns: 60 },
    );
  });
});
