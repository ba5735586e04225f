// Steps of random scripts over models and their scenarios.
import type { App } from '../../electron/core/app.ts';
import type { TestWorkbook } from './workbook.ts';

interface Chance {
  of<T>(list: readonly T[]): T;
  isLikely(): boolean;
}

type ModelPlay = (workbook: Pick<TestWorkbook, 'app'>, chance: Chance) => Promise<unknown>;

const modelNames = ['Cost', 'Market', 'Index'];
const keys = ['index-paths', 'grain-export-duty'];

async function models(app: App) {
  const { models: all } = await app.ask('scenarios.list', {});
  return all;
}

/** A model to work on; one is taken where there is none. */
async function aModel(app: App, chance: Chance): Promise<string> {
  const all = await models(app);
  return all.length > 0 ? chance.of(all).id : (await app.ask('scenarios.take', { key: chance.of(keys) })).id;
}

async function anInput(app: App, chance: Chance): Promise<{ model: string; id: string; code: string }> {
  const model = await aModel(app, chance);
  const { inputs } = await app.ask('scenarios.compute', { model });
  if (inputs.length === 0) return { model, id: (await app.ask('scenarios.saveInput', { model, patch: {} })).id, code: 'input_1' };
  const { id, code } = chance.of(inputs);
  return { model, id, code };
}

async function aFormula(app: App, chance: Chance): Promise<{ model: string; id: string }> {
  const model = await aModel(app, chance);
  const { formulas } = await app.ask('scenarios.get', { model });
  return { model, id: formulas.length === 0 ? (await app.ask('scenarios.saveFormula', { model, patch: {} })).id : chance.of(formulas).id };
}

async function aScenario(app: App, chance: Chance): Promise<{ model: string; id: string }> {
  const model = await aModel(app, chance);
  const { scenarios } = await app.ask('scenarios.get', { model });
  const known = scenarios.map(({ id }) => id);
  return { model, id: known.length > 0 ? chance.of(known) : (await app.ask('scenarios.saveScenario', { model, name: 'Kept', changes: {} })).id };
}

export const modelPlays: Readonly<Record<string, ModelPlay>> = {
  'scenarios.take': ({ app }, chance) => app.ask('scenarios.take', { key: chance.of(keys) }),
  'scenarios.create': ({ app }, chance) => app.ask('scenarios.create', { name: chance.of(modelNames) }),
  'scenarios.copy': async ({ app }, chance) => app.ask('scenarios.copy', { model: await aModel(app, chance), name: chance.of(modelNames) }),
  'scenarios.update': async ({ app }, chance) =>
    app.ask('scenarios.update', { model: await aModel(app, chance), patch: chance.of([{ note: 'Seen.' }, { seed: 5 }, { name: 'Named anew' }]) }),
  'scenarios.remove': async ({ app }, chance) => app.ask('scenarios.remove', { model: await aModel(app, chance) }),
  'scenarios.saveInput': async ({ app }, chance) => {
    const { model, id } = await anInput(app, chance);
    const patch = chance.of([{ basis: 'Measured.' }, { points: [{ at: null, value: '3' }] }, { low: '1', high: '4' }, { label: 'Named' }]);
    return app.ask('scenarios.saveInput', { model, ...(chance.isLikely() ? { id } : {}), patch });
  },
  'scenarios.removeInput': async ({ app }, chance) => app.ask('scenarios.removeInput', { id: (await anInput(app, chance)).id }),
  'scenarios.bind': async ({ app }, chance) => {
    const { id } = await anInput(app, chance);
    const { claims } = await app.ask('claims.list', { kind: 'figure' });
    if (claims.length === 0 || !chance.isLikely()) return app.ask('scenarios.bind', { id, binding: null });
    const pick = chance.of(['low', 'middle', 'high'] as const);
    return app.ask('scenarios.bind', {
      id,
      binding: { kind: 'claim', reading: null, observation: null, series: null, rate: null, pick },
      claim: chance.of(claims).id,
    });
  },
  'scenarios.refresh': async ({ app }, chance) => app.ask('scenarios.refresh', { model: await aModel(app, chance) }),
  'scenarios.saveFormula': async ({ app }, chance) => {
    const { model, id } = await aFormula(app, chance);
    const patch = chance.of([{ expression: '1 + 1' }, { expression: 'broken +' }, { isOutput: false }, { unit: 'RUB' }]);
    return app.ask('scenarios.saveFormula', { model, ...(chance.isLikely() ? { id } : {}), patch });
  },
  'scenarios.removeFormula': async ({ app }, chance) => app.ask('scenarios.removeFormula', { id: (await aFormula(app, chance)).id }),
  'scenarios.saveScenario': async ({ app }, chance) => {
    const { model, code } = await anInput(app, chance);
    return app.ask('scenarios.saveScenario', { model, name: `Case ${chance.of(['a', 'b', 'c'])}`, changes: { [code]: chance.of(['1', '2.5']) } });
  },
  'scenarios.removeScenario': async ({ app }, chance) => app.ask('scenarios.removeScenario', { id: (await aScenario(app, chance)).id }),
};
