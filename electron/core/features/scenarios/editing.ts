// What a person does to models: each command writes a few records in one edit.
import { AppError } from '../../../../shared/errors.ts';
import { fixed, type ModelInput, noSpans } from '../../../../shared/features/scenarios/model.ts';
import type { Handlers } from '../../dispatch.ts';
import { type Bindings, withTaken } from './bindings.ts';
import { copyModel, type Figures, removeModel, takeTemplate, templateNamed } from './models.ts';
import type { WholeModel } from './repository.ts';

export interface EditingOptions {
  all(): readonly WholeModel[];
  /** @throws AppError `not-found` */
  get(id: string): WholeModel;
  readonly bindings: Bindings;
  readonly figures: Figures;
}

type Editing = Omit<Handlers<'scenarios'>, 'list' | 'get' | 'compute' | 'simulate' | 'table' | 'line' | 'compareModels' | 'templates'>;

const unbound = { binding: null, claim: null, ground: {}, spans: noSpans } as const;

export function createEditing({ all, get, bindings, figures }: EditingOptions): Editing {
  function inputNamed(id: string): { readonly whole: WholeModel; readonly input: ModelInput } {
    for (const whole of all()) {
      const input = whole.inputs.find((one) => one.id === id);
      if (input !== undefined) return { whole, input };
    }
    throw new AppError('not-found', 'scenarios.unknownInput', { id });
  }

  /** @throws AppError `invalid-input` where another input, formula or index of the model has the code. */
  function assertFree(whole: WholeModel, code: string, own: string | undefined): void {
    const taken =
      [...whole.inputs, ...whole.formulas].some((one) => one.code === code && one.id !== own) || whole.model.indices.some((one) => one.code === code);
    if (taken) throw new AppError('invalid-input', 'scenarios.codeTaken', { field: 'code', code });
  }

  return {
    take({ key, name }, edit) {
      const template = templateNamed(key);
      const id = edit.newId();
      edit.name('makeModel', { name: name ?? template.name });
      const bound = takeTemplate(template, { id, name: name ?? template.name }, edit, { bindings, figures });
      return { id, bound };
    },
    create({ name }, edit) {
      const id = edit.newId();
      edit.name('makeModel', { name });
      edit.insert('model', { id, name, note: '', indices: [], correlations: [], target: null, seed: 1, runs: 10_000 });
      return { id };
    },
    copy({ model, name }, edit) {
      const id = edit.newId();
      edit.name('copyModel', { name });
      copyModel(get(model), { id, name }, edit);
      return { id };
    },
    update({ model, patch }, edit) {
      const whole = get(model);
      edit.name('changeModel', { name: whole.model.name });
      edit.update('model', model, patch);
      return { id: model };
    },
    remove({ model }, edit) {
      const whole = get(model);
      edit.name('removeModel', { name: whole.model.name });
      return { removed: removeModel(whole, edit) };
    },
    saveInput({ model, id, patch }, edit) {
      const whole = get(model);
      const before = whole.inputs.find((one) => one.id === id);
      if (id !== undefined && before === undefined) throw new AppError('not-found', 'scenarios.unknownInput', { id });
      const code = patch.code ?? before?.code ?? freeCode(whole, 'input');
      assertFree(whole, code, id);
      edit.name(before === undefined ? 'addInput' : 'changeInput', { code, name: whole.model.name });
      if (before !== undefined) {
        edit.update('model_input', before.id, isTypedOver(before, patch.points) ? { ...patch, ...unbound } : patch);
        return { id: before.id };
      }
      const made = { ...emptyInput(whole), ...definedOf(patch), id: edit.newId(), model, code };
      edit.insert('model_input', made);
      return { id: made.id };
    },
    removeInput({ id }, edit) {
      const { whole, input } = inputNamed(id);
      edit.name('removeInput', { code: input.code, name: whole.model.name });
      edit.remove('model_input', id);
      return { removed: 1 };
    },
    bind({ id, binding, claim }, edit) {
      const { whole, input } = inputNamed(id);
      edit.name(binding === null ? 'looseInput' : 'bindInput', { code: input.code, name: whole.model.name });
      if (binding === null) {
        edit.update('model_input', id, unbound);
        return { id };
      }
      const taken = bindings.take(binding, claim, input);
      if (taken === undefined) throw new AppError('invalid-input', 'scenarios.nothingToTake', { field: 'binding' });
      edit.update('model_input', id, { binding, claim, ...withTaken(input, binding, taken), ground: bindings.groundOf(taken) });
      return { id };
    },
    refresh({ model, inputs: codes }, edit) {
      const whole = get(model);
      edit.name('refreshModel', { name: whole.model.name });
      const changed = whole.inputs.filter(
        (input) => (codes === undefined || codes.includes(input.code)) && refreshed(input, (id, patch) => edit.update('model_input', id, patch)),
      );
      return { changed: changed.length };
    },
    saveFormula({ model, id, patch }, edit) {
      const whole = get(model);
      const before = whole.formulas.find((one) => one.id === id);
      if (id !== undefined && before === undefined) throw new AppError('not-found', 'scenarios.unknownFormula', { id });
      const code = patch.code ?? before?.code ?? freeCode(whole, 'result');
      assertFree(whole, code, id);
      edit.name(before === undefined ? 'addFormula' : 'changeFormula', { code, name: whole.model.name });
      if (before !== undefined) {
        edit.update('model_formula', before.id, patch);
        return { id: before.id };
      }
      const position = 1 + Math.max(-1, ...whole.formulas.map((one) => one.position));
      const made = { label: '', unit: '', expression: '', isOutput: true, note: '', position, ...definedOf(patch), id: edit.newId(), model, code };
      edit.insert('model_formula', made);
      return { id: made.id };
    },
    removeFormula({ id }, edit) {
      const whole = all().find(({ formulas }) => formulas.some((one) => one.id === id));
      if (whole === undefined) throw new AppError('not-found', 'scenarios.unknownFormula', { id });
      edit.name('removeFormula', { code: whole.formulas.find((one) => one.id === id)!.code, name: whole.model.name });
      edit.remove('model_formula', id);
      return { removed: 1 };
    },
    saveScenario({ model, id, name, changes, note }, edit) {
      const whole = get(model);
      if (id !== undefined && !whole.scenarios.some((one) => one.id === id)) throw new AppError('not-found', 'scenarios.unknownScenario', { id });
      if (whole.scenarios.some((one) => one.name === name && one.id !== id))
        throw new AppError('invalid-input', 'scenarios.nameTaken', { field: 'name', name });
      edit.name(id === undefined ? 'addScenario' : 'changeScenario', { name });
      const made = id ?? edit.newId();
      if (id === undefined) edit.insert('scenario', { id: made, model, name, changes, note });
      else edit.update('scenario', id, { name, changes, note });
      return { id: made };
    },
    removeScenario({ id }, edit) {
      const found = all()
        .flatMap(({ scenarios }) => scenarios)
        .find((one) => one.id === id);
      if (found === undefined) throw new AppError('not-found', 'scenarios.unknownScenario', { id });
      edit.name('removeScenario', { name: found.name });
      edit.remove('scenario', id);
      return { removed: 1 };
    },
  };

  /** A value that was taken from a claim and is typed over is the analyst's own from then on. */
  function isTypedOver(input: ModelInput, points: ModelInput['points'] | undefined): boolean {
    if (input.binding === null || points === undefined) return false;
    const taken = bindings.take(input.binding, input.claim, input)?.points ?? input.points;
    const said = (all: ModelInput['points'], at: string | null) => all.find((point) => point.at === at)?.value;
    return taken.some(({ at }) => said(points, at) !== said(input.points, at));
  }

  /** Takes what an input is bound to as it is now; one whose evidence is gone keeps its value and stays stale. */
  function refreshed(input: ModelInput, update: (id: string, patch: Partial<ModelInput>) => void): boolean {
    if (input.binding === null || bindings.stateOf(input).stale.length === 0) return false;
    const taken = bindings.take(input.binding, input.claim, input);
    if (taken === undefined) return false;
    update(input.id, { ...withTaken(input, input.binding, taken), ground: bindings.groundOf(taken) });
    return true;
  }
}

function emptyInput({ inputs }: WholeModel): Omit<ModelInput, 'id' | 'model' | 'code'> {
  const position = 1 + Math.max(-1, ...inputs.map((one) => one.position));
  return {
    label: '',
    unit: '',
    by: null,
    points: [],
    fill: 'none',
    low: null,
    high: null,
    distribution: fixed,
    binding: null,
    claim: null,
    ground: {},
    spans: noSpans,
    basis: '',
    note: '',
    position,
  };
}

function freeCode({ inputs, formulas }: WholeModel, word: string): string {
  const taken = new Set([...inputs, ...formulas].map(({ code }) => code));
  let number = 1;
  while (taken.has(`${word}_${number}`)) number += 1;
  return `${word}_${number}`;
}

/** A patch without what it leaves as it is. */
function definedOf<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
