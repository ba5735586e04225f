// Models in a workbook: bound to claims, stale by what changes beneath them, undone like everything.
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const text =
  'The fee is 667,400 roubles in 2025. It rises by 10 to 20% a year. The duty is 15%. Full repayment needs 1,500 points. Cars sold: 1.326m.';

async function modelBoundTo(app: App, quote: string, claim: Parameters<typeof figure>[2], unit: string) {
  const source = await pasteSource(app, text, { title: 'Digest' });
  const { claims } = await app.ask('claims.capture', { claims: [figure(source, quote, claim)] });
  const { id: model } = await app.ask('scenarios.create', { name: 'Cost' });
  const { id: input } = await app.ask('scenarios.saveInput', { model, patch: { code: 'd', unit } });
  await app.ask('scenarios.saveInput', {
    model,
    patch: { code: 'price', unit: 'RUB', points: [{ at: null, value: '1000' }], basis: 'a round number' },
  });
  await app.ask('scenarios.saveFormula', { model, patch: { code: 'cost', unit: 'RUB', expression: 'price * (1 + d)' } });
  await app.ask('scenarios.saveFormula', { model, patch: { code: 'other', unit: 'RUB', expression: 'price * 2' } });
  const claimId = claims[0]!.id;
  const binding = { kind: 'claim' as const, reading: null, observation: null, series: null, rate: null, pick: 'middle' as const };
  await app.ask('scenarios.bind', { id: input, binding, claim: claimId });
  return { model, input, claimId };
}

const duty = { measure: 'duty', subject: 'Cars', period: '2025', value: { low: '15', high: '15', qualifier: 'exact' as const }, unit: 'PCT' };
const value = async (app: App, model: string, key: string) => (await app.ask('scenarios.compute', { model })).results.find((one) => one.key === key);

describe('an input that is bound to a claim', () => {
  it('takes its value in the unit of the input', async () => {
    const { app } = await newWorkbook();
    const { model } = await modelBoundTo(app, '15%', duty, '%');
    expect((await value(app, model, 'cost'))?.value).toBeCloseTo(1150, 9);
    const { inputs, unbound, missing } = await app.ask('scenarios.compute', { model });
    expect([inputs.map(({ code, state }) => [code, state]), unbound, missing]).toEqual([
      [
        ['d', 'bound'],
        ['price', 'assumed'],
      ],
      [],
      [],
    ]);
  });

  it('makes exactly the results stale that rest on it when the claim changes, and one undo makes them fresh', async () => {
    const { app } = await newWorkbook();
    const { model, claimId } = await modelBoundTo(app, '15%', duty, '%');
    await app.ask('claims.setCells', { cells: [{ id: claimId, field: 'value', value: '20%' }] });
    const { results, inputs } = await app.ask('scenarios.compute', { model });
    expect(results.map(({ key, stale, value: was, now }) => [key, stale, was, now])).toEqual([
      ['cost', true, 1150, 1200],
      ['other', false, 2000, null],
    ]);
    expect(inputs[0]!.stale.map(({ key }) => key)).toEqual(['ledger:stale.value']);
    expect((await app.ask('scenarios.list', {})).models[0]!.stale).toBe(true);
    await app.ask('history.undo', {});
    expect((await value(app, model, 'cost'))?.stale).toBe(false);
  });

  it('takes the new value when asked to, in one edit', async () => {
    const { app } = await newWorkbook();
    const { model, claimId } = await modelBoundTo(app, '15%', duty, '%');
    await app.ask('claims.setCells', { cells: [{ id: claimId, field: 'value', value: '20%' }] });
    expect(await app.ask('scenarios.refresh', { model })).toEqual({ changed: 1 });
    expect(await value(app, model, 'cost')).toMatchObject({ value: expect.closeTo(1200, 9), stale: false });
    await app.ask('history.undo', {});
    expect(await value(app, model, 'cost')).toMatchObject({ value: expect.closeTo(1150, 9), stale: true });
  });

  it('keeps its value and says so when the claim is deprecated or removed', async () => {
    const { app } = await newWorkbook();
    const { model, claimId } = await modelBoundTo(app, '15%', duty, '%');
    await app.ask('claims.setCells', { cells: [{ id: claimId, field: 'rank', value: 'deprecated' }] });
    expect((await app.ask('scenarios.compute', { model })).inputs[0]!.stale.map(({ key }) => key)).toEqual(['ledger:stale.deprecated']);
    await app.ask('claims.remove', { ids: [claimId] });
    const { inputs, results } = await app.ask('scenarios.compute', { model });
    expect(inputs[0]).toMatchObject({ value: 0.15, now: null, stale: [{ key: 'ledger:stale.removed' }] });
    expect(results[0]).toMatchObject({ key: 'cost', stale: true, value: expect.closeTo(1150, 9) });
  });

  it('has a band where the text leaves it open, and none once a scenario sets it', async () => {
    const { app } = await newWorkbook();
    const rise = { ...duty, measure: 'rise', value: { low: '10', high: '20', qualifier: 'between' as const } };
    const { model } = await modelBoundTo(app, '10 to 20%', rise, '%');
    const { bands, tornado } = await app.ask('scenarios.compute', { model, output: 'cost' });
    expect(bands).toEqual([{ key: 'cost', low: expect.closeTo(1100, 9), high: expect.closeTo(1200, 9) }]);
    expect(tornado?.bars.map(({ code, parts }) => [code, parts.map(({ cause }) => cause)])).toEqual([['d', ['text']]]);
    const { id: scenario } = await app.ask('scenarios.saveScenario', { model, name: 'High', changes: { d: '0.2' } });
    const chosen = await app.ask('scenarios.compute', { model, scenario });
    expect([chosen.bands, chosen.results[0]!.value]).toEqual([[], expect.closeTo(1200, 9)]);
  });

  it('is bound no more once its value is typed over', async () => {
    const { app } = await newWorkbook();
    const { model, input } = await modelBoundTo(app, '15%', duty, '%');
    await app.ask('scenarios.saveInput', { model, id: input, patch: { basis: 'still the same', points: [{ at: null, value: '0.15' }] } });
    expect((await app.ask('scenarios.compute', { model })).inputs[0]?.state).toBe('bound');
    await app.ask('scenarios.saveInput', { model, id: input, patch: { points: [{ at: null, value: '0.3' }] } });
    expect((await app.ask('scenarios.compute', { model })).inputs[0]).toMatchObject({ state: 'assumed', binding: null, claims: [] });
  });

  it('is refused where there is no number to take', async () => {
    const { app } = await newWorkbook();
    const { input } = await modelBoundTo(app, '15%', duty, '%');
    const binding = { kind: 'claim' as const, reading: 3, observation: null, series: null, rate: null, pick: 'low' as const };
    expect(await app.call('scenarios.bind', { id: input, binding, claim: 'none-at-all' })).toMatchObject({
      ok: false,
      error: { key: 'scenarios.nothingToTake' },
    });
  });
});

describe('a model in a workbook', () => {
  it('keeps a broken formula, says where it breaks, and computes the rest', async () => {
    const { app } = await newWorkbook();
    const { id: model } = await app.ask('scenarios.create', { name: 'Broken' });
    await app.ask('scenarios.saveFormula', { model, patch: { code: 'a', expression: '1 + 1' } });
    await app.ask('scenarios.saveFormula', { model, patch: { code: 'b', expression: 'a + nothing' } });
    const { results } = await app.ask('scenarios.compute', { model });
    expect(results.map(({ value: own, problem }) => [own, problem?.words.key, problem?.at])).toEqual([
      [2, undefined, undefined],
      [null, 'scenarios:problem.unknownName', 4],
    ]);
  });

  it('refuses a second thing of one name, and lists inputs that nobody bound or explained', async () => {
    const { app } = await newWorkbook();
    const { id: model } = await app.ask('scenarios.create', { name: 'Names' });
    await app.ask('scenarios.saveInput', { model, patch: { code: 'x', points: [{ at: null, value: '1' }] } });
    await app.ask('scenarios.saveInput', { model, patch: { code: 'y' } });
    expect(await app.call('scenarios.saveFormula', { model, patch: { code: 'x', expression: '1' } })).toMatchObject({
      error: { key: 'scenarios.codeTaken' },
    });
    const { unbound, missing } = await app.ask('scenarios.compute', { model });
    expect([unbound, missing]).toEqual([['x'], ['y']]);
  });

  it('is copied, compared, removed and brought back whole', async () => {
    const { app } = await newWorkbook();
    const { id: model } = await app.ask('scenarios.take', { key: 'index-paths' });
    const { id: copy } = await app.ask('scenarios.copy', { model, name: 'Second' });
    const { formulas } = await app.ask('scenarios.get', { model: copy });
    await app.ask('scenarios.saveFormula', { model: copy, id: formulas[0]!.id, patch: { expression: 'jump' } });
    expect((await app.ask('scenarios.compareModels', { a: model, b: copy })).changed.map(({ code, b }) => [code, b])).toEqual([['additive', 'jump']]);
    await app.ask('scenarios.remove', { model: copy });
    expect((await app.ask('scenarios.list', {})).models).toHaveLength(1);
    await app.ask('history.undo', {});
    expect(
      (await app.ask('scenarios.list', {})).models.map(({ name, inputs, formulas: count, scenarios }) => [name, inputs, count, scenarios.length]),
    ).toEqual([
      ['Fee index paths', 3, 4, 3],
      ['Second', 3, 4, 3],
    ]);
  });

  it('simulates the same bits at once, in one worker and in three', async () => {
    const { app } = await newWorkbook();
    const { id: model } = await app.ask('scenarios.take', { key: 'import-or-assemble' });
    const asked = { model, changes: { step: '0.1' }, outputs: ['NPV_events'], runs: 2000 };
    const [own, one, three] = await Promise.all(
      [{}, { workers: 1 }, { workers: 3 }].map((how) => app.ask('scenarios.simulate', { ...asked, ...how })),
    );
    expect(own!.outputs).toHaveLength(3);
    expect(one!.outputs).toEqual(own!.outputs);
    expect(three!.outputs).toEqual(own!.outputs);
  });

  it('says what is wrong with a distribution in place of numbers', async () => {
    const { app } = await newWorkbook();
    const { id: model } = await app.ask('scenarios.create', { name: 'Turned' });
    const distribution = { kind: 'uniform' as const, values: [], hazard: null, from: null };
    await app.ask('scenarios.saveInput', { model, patch: { code: 'x', points: [{ at: null, value: '1' }], low: '2', high: '1', distribution } });
    await app.ask('scenarios.saveFormula', { model, patch: { code: 'y', expression: 'x + 1' } });
    expect((await app.ask('scenarios.simulate', { model })).problem?.words.key).toBe('scenarios:problem.turnedRange');
  });
});
