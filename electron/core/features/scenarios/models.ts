// Models as they are made: from a template, as a copy of another, or empty. Each is a handful of records written in one edit.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import type { Binding, ModelInput } from '../../../../shared/features/scenarios/model.ts';
import { type Finds, type Template, templateSchema } from '../../../../shared/features/scenarios/template.ts';
import type { EditScope } from '../../edits/edits.ts';
import { readResource } from '../../resource.ts';
import { type Bindings, withTaken } from './bindings.ts';
import type { WholeModel } from './repository.ts';

const templateKeys = ['import-or-assemble', 'market-share-cap', 'index-paths', 'grain-export-duty'] as const;

let known: readonly Template[] | undefined;

/** Models that come with Assay, as data beside the program. */
export function templates(): readonly Template[] {
  known ??= templateKeys.flatMap((key) => {
    const text = readResource(`models/${key}.json`);
    return text === undefined ? [] : [templateSchema.parse(JSON.parse(text))];
  });
  return known;
}

/** @throws AppError `not-found` */
export function templateNamed(key: string): Template {
  const found = templates().find((one) => one.key === key || one.name === key);
  if (found === undefined) throw new AppError('not-found', 'scenarios.unknownTemplate', { key });
  return found;
}

export interface Figures {
  claims(): readonly Claim[];
  observationOf(claimId: string): Observation | undefined;
}

interface TakeOptions {
  readonly bindings: Bindings;
  readonly figures: Figures;
}

/** Returns how many inputs were bound. */
export function takeTemplate(
  template: Template,
  { id, name }: { id: string; name: string },
  edit: EditScope,
  { bindings, figures }: TakeOptions,
): number {
  const { note, indices, correlations, target, seed, runs } = template;
  edit.insert('model', { id, name, note, indices, correlations, target, seed, runs });
  let bound = 0;
  for (const [position, { finds, ...own }] of template.inputs.entries()) {
    const loose: ModelInput = { id: edit.newId(), model: id, ...own, binding: null, claim: null, ground: {}, position };
    const found = finds === undefined ? undefined : bindingFor(finds, figures);
    const taken = found === undefined ? undefined : bindings.take(found.binding, found.claim, loose);
    if (found === undefined || taken === undefined) edit.insert('model_input', loose);
    else {
      edit.insert('model_input', { ...loose, ...found, ...withTaken(loose, found.binding, taken), ground: bindings.groundOf(taken) });
      bound += 1;
    }
  }
  for (const [position, formula] of template.formulas.entries()) edit.insert('model_formula', { id: edit.newId(), model: id, ...formula, position });
  for (const scenario of template.scenarios) edit.insert('scenario', { id: edit.newId(), model: id, ...scenario });
  return bound;
}

function bindingFor(
  { kind, measure, unit, period, hasPath, pick }: Finds,
  { claims, observationOf }: Figures,
): { binding: Binding; claim: string | null } | undefined {
  const claim = claims().find(
    (one) =>
      one.measure === measure &&
      one.unit === unit &&
      one.rank !== 'deprecated' &&
      (period === undefined || one.period === period) &&
      (one.path !== null) === hasPath,
  );
  if (claim === undefined) return undefined;
  const plain: Binding = { kind, reading: null, observation: null, series: null, rate: null, pick };
  if (kind === 'claim') return { binding: plain, claim: claim.id };
  const observation = observationOf(claim.id);
  if (observation === undefined) return undefined;
  const { series, period: at, class: statusIs, issuer } = observation;
  return kind === 'series'
    ? { binding: { ...plain, series }, claim: null }
    : { binding: { ...plain, observation: { series, period: at, class: statusIs, issuer } }, claim: null };
}

/** With all that belongs to it, under new ids. */
export function copyModel({ model, inputs, formulas, scenarios }: WholeModel, { id, name }: { id: string; name: string }, edit: EditScope): void {
  edit.insert('model', { ...model, id, name });
  for (const input of inputs) edit.insert('model_input', { ...input, id: edit.newId(), model: id });
  for (const formula of formulas) edit.insert('model_formula', { ...formula, id: edit.newId(), model: id });
  for (const scenario of scenarios) edit.insert('scenario', { ...scenario, id: edit.newId(), model: id });
}

export function removeModel({ model, inputs, formulas, scenarios }: WholeModel, edit: EditScope): number {
  for (const { id } of inputs) edit.remove('model_input', id);
  for (const { id } of formulas) edit.remove('model_formula', id);
  for (const { id } of scenarios) edit.remove('scenario', id);
  edit.remove('model', model.id);
  return 1;
}

/** What two models say under each code, where they differ: expressions, values, ranges, bindings. */
export function differencesOf(a: WholeModel, b: WholeModel) {
  const [one, other] = [saidBy(a), saidBy(b)];
  return {
    onlyA: [...one.keys()].filter((code) => !other.has(code)),
    onlyB: [...other.keys()].filter((code) => !one.has(code)),
    changed: [...one].flatMap(([code, said]) => (other.has(code) && other.get(code) !== said ? [{ code, a: said, b: other.get(code)! }] : [])),
  };
}

function saidBy({ inputs, formulas }: WholeModel): ReadonlyMap<string, string> {
  const input = ({ points, unit, low, high, distribution, binding }: ModelInput) => {
    const values = points.map(({ at, value }) => (at === null ? value : `${at}: ${value}`)).join(', ');
    const range = low === null && high === null ? '' : ` [${low ?? ''}–${high ?? ''}]`;
    return `${values} ${unit}${range}${distribution.kind === 'fixed' ? '' : ` ${distribution.kind}`}${binding === null ? '' : ` ← ${binding.kind}`}`.trim();
  };
  return new Map([
    ...inputs.map((one) => [one.code, input(one)] as const),
    ...formulas.map(({ code, expression, unit }) => [code, `${expression}${unit === '' ? '' : ` (${unit})`}`] as const),
  ]);
}
