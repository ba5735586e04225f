// What the view shows: a model, one of its scenarios, and the item of its named index (a route) whose results lead. All three are
// parameters of the view, so that they are kept with the layout.
import { useMemo } from 'react';
import type { Analysis, ListedModel, Run, ShownInput } from '../../../shared/features/scenarios/contract.ts';
import type { ModelFormula } from '../../../shared/features/scenarios/model.ts';
import { useCall, useViewInstance, useWorkspace } from '../../bridge/index.ts';

export const faces = ['results', 'compare', 'model'] as const;
export type Face = (typeof faces)[number];

export interface Asked {
  readonly model: string;
  readonly scenario: string | null;
}

export interface Output {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly unit: string;
}

export interface OpenModel {
  readonly model: ListedModel;
  readonly asked: Asked;
  readonly face: Face;
  readonly analysis: Analysis | undefined;
  readonly run: Run | undefined;
  readonly isRunning: boolean;
  readonly formulas: readonly ModelFormula[];
  /** The named index with the item that is shown; undefined where the model has none. */
  readonly route: { readonly code: string; readonly items: readonly string[]; readonly item: string } | undefined;
  /** Single results of the item that is shown. */
  readonly outputs: readonly Output[];
  readonly output: Output | undefined;
  readonly error: unknown;
}

export function useModelChoice(params: Readonly<Record<string, string | number>>) {
  const instance = useViewInstance();
  const setParams = useWorkspace((state) => state.setParams);
  return { choose: (patch: Record<string, string>) => setParams(instance, { ...params, ...patch }) };
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function useOpenModel(model: ListedModel, params: Readonly<Record<string, string | number>>): OpenModel {
  const scenario = model.scenarios.find(({ id }) => id === params['scenario'])?.id ?? null;
  const asked = useMemo(() => ({ model: model.id, scenario }), [model.id, scenario]);
  const named = model.indices.find(({ items }) => items.length > 0);
  const item = named?.items.find((one) => one === params['item']) ?? named?.items[0];
  const whole = useCall('scenarios.get', { model: model.id });
  const formulas = whole.data?.formulas ?? [];
  const chosen = textOf(params['output']) ?? model.target?.output;
  const outputKey = item === undefined || named === undefined ? chosen : withItem(chosen, named.items, item);
  const analysis = useCall('scenarios.compute', { ...asked, ...(outputKey === undefined ? {} : { output: outputKey }) });
  const run = useCall('scenarios.simulate', asked);
  const outputs = useMemo(() => outputsOf(analysis.data, formulas, item), [analysis.data, formulas, item]);
  return {
    model,
    asked,
    face: faces.find((one) => one === params['face']) ?? 'results',
    analysis: analysis.data,
    run: run.data,
    isRunning: run.isFetching,
    formulas,
    route: named === undefined || item === undefined ? undefined : { code: named.code, items: named.items, item },
    outputs,
    output: outputNamed(analysis.data?.tornado?.output ?? outputKey, outputs, formulas) ?? outputs[0],
    error: analysis.error ?? run.error ?? whole.error,
  };
}

/** `ENPV.SKD` of another item: `ENPV.CKD`. */
function withItem(key: string | undefined, items: readonly string[], item: string): string | undefined {
  return key
    ?.split('.')
    .map((part) => (items.includes(part) ? item : part))
    .join('.');
}

function outputsOf(analysis: Analysis | undefined, formulas: readonly ModelFormula[], item: string | undefined): Output[] {
  if (analysis === undefined) return [];
  return formulas
    .filter(({ isOutput }) => isOutput)
    .flatMap(({ code, label, unit }): Output[] => {
      const own = analysis.results.filter((one) => one.code === code && (one.items.length === 0 || one.items.every((part) => part === item)));
      if (own.length > 0) return own.map(({ key }) => ({ key, code, label: label || code, unit }));
      // Of a path its last year.
      const last = analysis.results.findLast(
        (one) => one.code === code && one.items.filter((part) => part !== item).length === 1 && isOfItem(one.items, item),
      );
      return last === undefined ? [] : [{ key: last.key, code, label: `${label || code}, ${last.items.find((part) => part !== item)}`, unit }];
    });
}

/** Also a year of a path that is not its last. */
function outputNamed(key: string | undefined, outputs: readonly Output[], formulas: readonly ModelFormula[]): Output | undefined {
  const known = outputs.find((one) => one.key === key);
  if (known !== undefined || key === undefined) return known;
  const [code, ...items] = key.split('.');
  const formula = formulas.find((one) => one.code === code);
  return formula === undefined
    ? undefined
    : { key, code: formula.code, label: [formula.label || formula.code, ...items].join(', '), unit: formula.unit };
}

/** Names no other item of the named index. */
function isOfItem(items: readonly string[], item: string | undefined): boolean {
  return items.length === 1 || item === undefined || items.includes(item);
}

export function inputNamed(analysis: Analysis | undefined, code: string | undefined): ShownInput | undefined {
  return analysis?.inputs.find((one) => one.code === code);
}
