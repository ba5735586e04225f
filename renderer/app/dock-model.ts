// Where tabs go: a view that is asked for is selected where it is open, else added where it is read best.
import { Actions, DockLocation, Model, RowNode, TabSetNode } from 'flexlayout-react';
import { type ViewRequest, viewOf } from '../bridge/index.ts';
import { tabOf } from './arrangements.ts';
import { findView } from './features.ts';

/** Per cent of the width that the Reader takes when it is opened beside other views. */
const readerShare = 41;
/** Per cent of the row for each of several instances side by side, and the least that is left for the rest of it. */
const besideShare = 30;
const leastRest = 34;

function tabSets(model: Model): TabSetNode[] {
  const found: TabSetNode[] = [];
  model.visitNodes((node) => {
    if (node instanceof TabSetNode) found.push(node);
  });
  return found;
}

/** Beside the instance of its view that was used last, so that the two can be compared. */
function addBeside(model: Model, instance: string): boolean {
  const siblings = instancesOf(model).filter((one) => viewOf(one) === viewOf(instance));
  const set = model.getNodeById(siblings.at(-1) ?? '')?.getParent();
  if (set === undefined || set === null) return false;
  model.doAction(Actions.addTab(tabOf(instance), set.getId(), DockLocation.RIGHT, -1, true));
  shareRow(model, instance);
  return true;
}

/** Half of a narrow column is too narrow to read: in a row with others, instances side by side get a share of their own. */
function shareRow(model: Model, instance: string): void {
  const row = model.getNodeById(instance)?.getParent()?.getParent();
  if (!(row instanceof RowNode)) return;
  const columns = row.getChildren().filter((column) => column instanceof RowNode || column instanceof TabSetNode);
  const isOne = (column: RowNode | TabSetNode) => column.getChildren().some((tab) => viewOf(tab.getId()) === viewOf(instance));
  const own = columns.filter(isOne).length;
  const rest = columns.filter((column) => !isOne(column)).reduce((sum, column) => sum + column.getWeight(), 0);
  if (rest === 0) return;
  const left = Math.max(leastRest, 100 - own * besideShare);
  const weights = columns.map((column) => (isOne(column) ? (100 - left) / own : (left * column.getWeight()) / rest));
  model.doAction(Actions.adjustWeights(row.getId(), weights));
}

export function instancesOf(model: Model): string[] {
  const found: string[] = [];
  model.visitNodes((node) => {
    if (node.getType() === 'tab') found.push(node.getId());
  });
  return found;
}

/** The tabs that are in sight: one of each set, or that of the set that has the whole place. */
export function selectedOf(model: Model): string[] {
  const maximized = model.getMaximizedTabset();
  return (maximized === undefined ? tabSets(model) : [maximized]).flatMap((set) => set.getSelectedNode()?.getId() ?? []);
}

export function copyOf(model: Model): Model {
  return Model.fromJson(model.toJson());
}

/** Share of the whole place that a tab set takes, by the weights on the way to it. */
function shareOf(set: TabSetNode): number {
  const row = set.getParent();
  if (!(row instanceof RowNode)) return 1;
  let share = set.getWeight();
  for (let node: RowNode | undefined = row; node !== undefined; ) {
    const parent = node.getParent();
    share *= parent instanceof RowNode ? node.getWeight() / 100 : 1;
    node = parent instanceof RowNode ? parent : undefined;
  }
  return share;
}

function addView(model: Model, view: string): void {
  const sets = tabSets(model).toSorted((a, b) => shareOf(b) - shareOf(a));
  const [largest] = sets;
  if (largest === undefined) return;
  const root = model.getRootRow();
  if (viewOf(view) === 'reader' && root !== undefined && sets.some((set) => set.getChildren().length > 0)) {
    model.doAction(Actions.addTab(tabOf(view), root.getId(), DockLocation.LEFT, -1, true));
    const others = root.getChildren().length - 1;
    if (others > 0)
      model.doAction(Actions.adjustWeights(root.getId(), [readerShare, ...Array.from({ length: others }, () => (100 - readerShare) / others)]));
    return;
  }
  model.doAction(Actions.addTab(tabOf(view), largest.getId(), DockLocation.CENTER, -1, true));
}

/** The tab set that has the whole place because a view in it asked for that; the user may give one the whole place as well. */
const enlarged = new WeakMap<Model, string>();

export function openIn(model: Model, { instance, isBeside }: ViewRequest): void {
  const view = findView(instance);
  if (view === undefined) return;
  const maximized = model.getMaximizedTabset();
  const node = model.getNodeById(instance);
  const gives = node?.getParent() !== maximized || (view.isLarge !== true && enlarged.get(model) === maximized?.getId());
  if (maximized !== undefined && gives) model.doAction(Actions.maximizeToggle(maximized.getId()));
  if (node !== undefined) model.doAction(Actions.selectTab(instance));
  else if (!isBeside || !addBeside(model, instance)) addView(model, instance);
  if (view.isLarge === true) enlarge(model, instance);
}

function enlarge(model: Model, instance: string): void {
  const set = model.getNodeById(instance)?.getParent();
  if (!(set instanceof TabSetNode) || set.isMaximized() || tabSets(model).length === 1) return;
  model.doAction(Actions.maximizeToggle(set.getId()));
  enlarged.set(model, set.getId());
}

export function focusedViewOf(model: Model): string | undefined {
  return model.getActiveTabset()?.getSelectedNode()?.getId();
}
