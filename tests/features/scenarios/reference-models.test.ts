// The models that ship, against worked values.
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../shared/features/scenarios/compute/bands.ts';
import { compile } from '../../../shared/features/scenarios/compute/compile.ts';
import { drawAt } from '../../../shared/features/scenarios/compute/random.ts';
import { rangedInputs } from '../../../shared/features/scenarios/compute/ranges.ts';
import { prepare } from '../../../shared/features/scenarios/compute/simulate.ts';
import { statisticsOf } from '../../../shared/features/scenarios/compute/statistics.ts';
import { computed, nodeOf, template } from './templates.ts';

describe('import or assemble', () => {
  const model = template('import-or-assemble');

  it('gives the worked values of the assembly of complete kits to a kopeck', () => {
    const results = computed(model);
    const worked = {
      duty_cbu: 178_548,
      excise_car: 8967,
      vat_base: 1_377_835,
      import_vat: 275_567,
      cbu_ex_UF: 1_382_104,
      'C_cbu.2025': 2_049_504,
      'net.2025': 2_616_666.67,
      'dealer_margin.2025': 209_333.33,
      'margin.2025': 237_829.33,
      'margin.2026': 64_964.85,
      'var.SKD': 1_387_577.96,
      'dv.SKD': 5473.96,
      'UF_star.SKD': 704_165.85,
      'Q_star.SKD': 32_014.67,
    };
    for (const [key, value] of Object.entries(worked)) expect(results[key], key).toBeCloseTo(value, 2);
    expect(results['theta_pv.SKD']).toBeCloseTo(0.0456435465, 9);
    expect([results['NPV.SKD'], results['ENPV.SKD']].map((value) => Math.round(value!))).toEqual([303_801_079, -1_079_290_957]);
  });

  it('raises the fee by the step to 2030 and keeps it flat after', () => {
    const results = computed(model);
    expect([2026, 2027, 2028, 2029, 2030, 2031, 2035].map((year) => results[`fee.${year}`]! / 20_000)).toEqual(
      [40.04, 44.044, 48.4484, 53.29324, 58.622564, 58.622564, 58.622564].map((value) => expect.closeTo(value, 9)),
    );
  });

  it('repays less the more points full repayment asks for, so that the break-even fee rises', () => {
    const fees = [1500, 3000, 5500].map((points) => computed(model, { P_full: points })['UF_star.CKD']!);
    expect(fees).toEqual(fees.toSorted((a, b) => a - b));
    expect(computed(model, { P_full: 5500 })['theta.full_cycle']).toBeCloseTo(1500 / 5500, 12);
  });

  it('simulates to the rouble what the stated generator gives', () => {
    expect([0, 1, 2].map((n) => drawAt(20260101, n).toFixed(10))).toEqual(['0.2559139896', '0.5929048632', '0.8053383126']);
    const program = compile(model, { step: 0.1 });
    const node = nodeOf(program, 'NPV_events.SKD');
    const values = new Float64Array(10_000);
    prepare({ program, correlations: [], outputs: [node], seed: 20260101 }).run(0, 10_000, [values]);
    const { mean, error } = statisticsOf(values)!;
    expect([Math.round(mean), (error / 1e6).toFixed(1)]).toEqual([-1_073_392_583, '8.3']);
    expect(Math.abs(mean - computed(model)['ENPV.SKD']!)).toBeLessThan(3 * error);
  });

  it('draws the same 31 numbers a path whether the step is fixed or not', () => {
    expect([compile(model), compile(model, { step: 0.1 })].map(({ slots }) => slots.length)).toEqual([31, 31]);
  });
});

describe('market, share and import cap', () => {
  it('gives the shortfall that slow localisation leaves', () => {
    const model = template('market-share-cap');
    const base = computed(model);
    const slow = computed(model, { gL: 0.05 });
    expect(base['market.2030']).toBeCloseTo(1_326_000 * 1.02 ** 5, 4);
    expect(base['cap.2035']).toBeCloseTo(0.2 * base['market.2035']!, 6);
    expect(base['share_eff.2035']).toBeCloseTo(0.48, 12);
    expect([base['unmet.2035'], slow['unmet.2035']! > 0, slow['share_eff.2035']! < 0.48]).toEqual([0, true, true]);
    expect(slow['imports.2035']).toBeCloseTo(0.9 * slow['cap.2035']!, 6);
  });
});

describe('the fee index', () => {
  const model = template('index-paths');
  const band = (key: string, changes = {}) => {
    const program = compile(model, changes);
    const [one] = bandsOf(program, [nodeOf(program, key)], rangedInputs(model.inputs, program, changes));
    return `${one!.low.toFixed(2)}–${one!.high.toFixed(2)}`;
  };

  it('has a band for each reading of the same words', () => {
    expect(['additive', 'late', 'compounded'].map((path) => band(`${path}.2030`))).toEqual(['2.30–3.05', '2.74–4.60', '3.01–5.52']);
  });

  it('covers all readings while they are open, and one once it is chosen', () => {
    expect([band('fee_index.2030'), band('fee_index.2030', { way: 2 })]).toEqual(['2.30–5.52', '2.74–4.60']);
  });
});

describe('a grain export duty', () => {
  it('keeps its stock and takes nothing below the threshold', () => {
    const model = template('grain-export-duty');
    const results = computed(model);
    expect(results['duty.2025']).toBeCloseTo(0.7 * (230 * 80 - 17_000), 6);
    for (let season = 2026; season <= 2030; season += 1)
      expect(results[`stock.${season}`]).toBeCloseTo(results[`stock.${season - 1}`]! + 84e6 - 45e6 - results[`exports.${season}`]!, 3);
    expect(computed(model, { threshold: 20_000 })['duty.2025']).toBe(0);
  });
});
