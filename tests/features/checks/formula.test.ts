import { describe, expect, it } from 'vitest';
import { FormulaError, readFormula } from '../../../shared/features/checks/formula/language.ts';
import { runChecks } from '../../../shared/features/checks/run.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const exact = (text: string) => ({ low: text, high: text, qualifier: 'exact' });
const said = (measure: string, subject: string, period: string, value: string, fields = {}) => ({
  kind: 'figure',
  ref: `${measure} ${subject} ${period} ${value}`,
  measure,
  subject,
  area: 'UT',
  period,
  value: exact(value),
  unit: 'UNITS',
  saidBy: ['Office'],
  passage: { source: 'a', exact: 'words', start: 1 },
  ...fields,
});

function run(formula: string, inputs: readonly unknown[]) {
  const rule = { id: 'f-1', name: 'Mine', formula, unit: 'PCT', isOn: true };
  return runChecks(toClaims(inputs), plainContext, [rule])
    .filter((check) => check.rule === 'formula')
    .map((check) => [check.result, check.implied.low, check.implied.high, check.inputs.length]);
}

describe('a rule of the analyst', () => {
  it('computes with the figures of one subject, place and period, and holds, breaks or implies', () => {
    const formula = 'price = turnover / sales';
    const inputs = [said('turnover', 'Beer', '2024', '600'), said('sales', 'Beer', '2024', '200'), said('sales', 'Beer', '2023', '100')];
    expect(run(formula, inputs)).toEqual([['implied', '3', '3', 2]]);
    expect(run(formula, [...inputs, said('price', 'Beer', '2024', '3')])).toEqual([['holds', '3', '3', 3]]);
    expect(run(formula, [...inputs, said('price', 'Beer', '2024', '4')])).toEqual([['breaks', '3', '3', 3]]);
    expect(run(formula, [...inputs, said('price', 'Wine', '2024', '4'), said('price', 'Beer', '2024', '4', { area: 'OZ' })])).toEqual([
      ['implied', '3', '3', 2],
    ]);
  });

  it('takes subjects by name and periods before, and keeps the bounds of what is hedged', () => {
    const sales = [said('sales', 'Beer', '2023', '100'), said('sales', 'Beer', '2024', '150'), said('sales', 'All drinks', '2024', '600')];
    expect(run('growth = 100 * (sales / sales(-1) - 1)', sales)).toEqual([['implied', '50', '50', 2]]);
    expect(run('share = 100 * sales("beer") / sales("All drinks")', sales)).toContainEqual(['implied', '25', '25', 2]);
    const hedged = { ...said('sales', 'All drinks', '2024', '0'), value: { low: '300', high: '600', qualifier: 'between' } };
    expect(run('share = 100 * sales("beer") / sales("All drinks")', [sales[1], hedged])).toEqual([['implied', '25', '50', 2]]);
  });

  it('tries each rival figure, and refuses to divide by what may be nothing', () => {
    const rivals = [said('turnover', 'Beer', '2024', '600'), said('sales', 'Beer', '2024', '200'), said('sales', 'Beer', '2024', '300')];
    expect(run('price = turnover / sales', rivals)).toHaveLength(2);
    expect(run('price = turnover / sales', [rivals[0], said('sales', 'Beer', '2024', '0')])).toEqual([]);
  });

  it.each([
    ['sales', 'errors:formula.equalsSign'],
    ['a = b = c', 'errors:formula.equalsSign'],
    ['2 * a = b', 'errors:formula.leftSide'],
    ['a = 2', 'errors:formula.noMeasure'],
    ['a = b.c', 'errors:formula.parts'],
    ['a = b & c', 'errors:formula.operator'],
    ['a = b ^ c', 'errors:formula.power'],
    ['a = f("x", "y")', 'errors:formula.inBrackets'],
    ['a = b +', 'errors:formula.notUnderstood'],
    ['a = constructor.constructor("x")()', 'errors:formula.brackets'],
    ['a = b ? c : d', 'errors:formula.parts'],
  ])('refuses %s and says what it lacks', (formula, why) => {
    expect(() => readFormula(formula)).toThrow(FormulaError);
    expect(() => readFormula(formula)).toThrow(why);
  });

  it('is added, switched off, taken back with one undo, and names measures that no claim uses', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, 'Turnover was 600 and sales 200 in 2024.', { title: 'Yearbook' });
    const of = (measure: string, quote: string, low: string) =>
      figure(source, quote, { measure, subject: 'Beer', period: '2024', value: { low, high: low, qualifier: 'exact' }, unit: 'UNITS' });
    await app.ask('claims.capture', { claims: [of('turnover', '600', '600'), of('sales', '200', '200')] });
    const found = async () => (await app.ask('checks.list', {})).checks.filter((check) => check.rule === 'formula').length;
    expect(await app.call('checks.saveFormula', { name: 'Price', formula: 'price = turnover / ' })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    const rule = await app.ask('checks.saveFormula', { name: 'Price', formula: 'price = turnover / sales' });
    expect([await found(), rule.unknownMeasures]).toEqual([1, []]);
    const slip = await app.ask('checks.saveFormula', { name: 'Slip', formula: 'price = turnover / slaes', isOn: false });
    expect(slip.unknownMeasures).toEqual(['slaes']);
    await app.ask('checks.saveFormula', { id: rule.id, name: 'Price', formula: rule.formula, isOn: false });
    expect(await found()).toBe(0);
    await app.ask('history.undo', {});
    expect(await found()).toBe(1);
    await app.ask('checks.removeFormula', { id: rule.id });
    expect((await app.ask('checks.formulas', {})).formulas.map((one) => one.name)).toEqual(['Slip']);
  });
});

describe('an amount in two currencies', () => {
  it('is checked against a rate that a claim names, whichever way round it is stated', () => {
    const loss = [
      said('loss', 'Plant', '2023', '8.6', { unit: 'RUB', multiplier: 9 }),
      said('loss', 'Plant', '2023', '100', { unit: 'USD', multiplier: 6 }),
    ];
    const results = (rate: unknown[]) =>
      runChecks(toClaims([...loss, ...rate]), plainContext)
        .filter((check) => check.rule === 'implied_exchange_rate')
        .map((check) => [check.result, check.implied.unit, check.implied.low]);
    const rate = (value: string, unit: string) => said('exchange_rate', 'Central bank', '2023', value, { unit });
    expect(results([])).toEqual([['implied', 'RUB_PER_USD', '86']]);
    expect(results([rate('86', 'RUB_PER_USD')])).toEqual([['holds', 'RUB_PER_USD', '86']]);
    expect(results([rate('60', 'RUB_PER_USD')])).toEqual([['breaks', 'RUB_PER_USD', '86']]);
    expect(results([rate('0.0116', 'USD_PER_RUB')])).toEqual([['holds', 'USD_PER_RUB', '0.0116279']]);
  });
});
