// The arrangements of the open workbook, and which of them is shown. Models are built once and live for as long as the workbook is open.
import type { Model } from 'flexlayout-react';
import { create } from 'zustand';
import { useWorkspace, type ViewRequest, viewOf } from '../bridge/index.ts';
import type { WorkspaceName } from '../ui/feature-manifest.ts';
import { type ArrangementId, homeOf, isWorkspace, ownId, type ReadArrangements, workspaceModel } from './arrangements.ts';
import { copyOf, focusedViewOf, instancesOf, openIn, selectedOf } from './dock-model.ts';

interface Arrangements {
  readonly current: ArrangementId;
  /** Those that were shown, or kept. */
  readonly models: Readonly<Record<string, Model>>;
}

export const useArrangements = create<Arrangements>()(() => ({ current: 'read', models: {} }));

export function startArrangements({ current = 'read', models, params }: ReadArrangements): void {
  for (const [view, ofView] of Object.entries(params)) useWorkspace.getState().setParams(view, ofView);
  useArrangements.setState({ current: 'read', models });
  showArrangement(current);
}

/** The names of the user's own layouts, in the order in which they were saved. */
export function ownNames(models: Arrangements['models']): readonly string[] {
  return Object.keys(models).flatMap((id) => (isWorkspace(id) ? [] : [id.slice(ownId('').length)]));
}

export function currentModel(): Model {
  const { current, models } = useArrangements.getState();
  return models[current] ?? workspaceModel('read');
}

/** Nothing is closed by it: the views of the one that is left stay as they are. */
export function showArrangement(id: ArrangementId): void {
  const { models } = useArrangements.getState();
  const model = models[id] ?? (isWorkspace(id) ? workspaceModel(id) : undefined);
  if (model !== undefined) useArrangements.setState({ current: id, models: { ...models, [id]: model } });
  tellOpen();
}

/** Tells the views which of them are open, which are in the arrangement that is shown, and which are in sight. */
export function tellOpen(): void {
  const { models } = useArrangements.getState();
  const model = currentModel();
  const { setInstances, setFocusedView } = useWorkspace.getState();
  setInstances({ open: [...new Set(Object.values(models).flatMap(instancesOf))], here: instancesOf(model), inSight: selectedOf(model) });
  setFocusedView(focusedViewOf(model));
}

/** Where it is in the arrangement that is shown, else in the workspace that serves it. */
export function openRequested(request: ViewRequest): void {
  const here = instancesOf(currentModel());
  const isHere = here.includes(request.instance) || (request.isBeside && here.some((one) => viewOf(one) === viewOf(request.instance)));
  const home = homeOf(request.instance);
  if (!isHere && home !== undefined) showArrangement(home);
  openIn(currentModel(), request);
  tellOpen();
}

/** Keeps the arrangement that is shown under a name, and goes on in it. */
export function saveOwn(name: string): void {
  useArrangements.setState(({ models }) => ({ models: { ...models, [ownId(name)]: copyOf(currentModel()) } }));
  showArrangement(ownId(name));
}

/** Its views stay open wherever else they are. */
export function removeOwn(name: string, goOnIn: WorkspaceName): void {
  const { current, models } = useArrangements.getState();
  useArrangements.setState({ models: Object.fromEntries(Object.entries(models).filter(([id]) => id !== ownId(name))) });
  showArrangement(current === ownId(name) ? goOnIn : current);
}

/** A workspace as it comes with Assay. */
export function resetWorkspace(name: WorkspaceName): void {
  useArrangements.setState(({ models }) => ({ models: { ...models, [name]: workspaceModel(name) } }));
  showArrangement(name);
}
