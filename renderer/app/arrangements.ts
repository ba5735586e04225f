// Where the views stand: four ready-made workspaces and layouts of the user's own, and the reading of those that were kept.
// A tab's id is the instance of the view that it shows.
import { type IJsonModel, type IJsonRowNode, type IJsonTabNode, type IJsonTabSetNode, Model } from 'flexlayout-react';
import { viewOf } from '../bridge/index.ts';
import { type WorkspaceName, workspaceNames } from '../ui/feature-manifest.ts';
import { findView } from './features.ts';

/** A workspace by its name, or a layout of one's own as `own:` and its name. */
export type ArrangementId = WorkspaceName | `own:${string}`;

/** Below this width there is no room for a queue beside the text, nor for two views one above the other. */
const narrowBelow = 1180;

/** Titles in it keep to two or three lines. */
const leastQueue = 244;

const global: NonNullable<IJsonModel['global']> = {
  tabEnableRename: false,
  tabEnablePopout: false,
  tabSetEnableMaximize: true,
  tabSetMinWidth: 160,
  tabSetMinHeight: 100,
};

export function ownId(name: string): ArrangementId {
  return `own:${name}`;
}

export function isWorkspace(id: string): id is WorkspaceName {
  return (workspaceNames as readonly string[]).includes(id);
}

export function tabOf(instance: string): IJsonTabNode {
  return { type: 'tab', id: instance, component: instance, name: instance };
}

/** A tab set of the views that are there; none at all where no feature brings them. */
function tabSet(weight: number, views: readonly string[], isActive = false): IJsonTabSetNode[] {
  const known = views.filter((view) => findView(view) !== undefined);
  return known.length === 0 ? [] : [{ type: 'tabset', weight, active: isActive, children: known.map(tabOf) }];
}

const readyMade: Readonly<Record<WorkspaceName, (isNarrow: boolean) => IJsonRowNode>> = {
  read: (isNarrow) => ({
    type: 'row',
    children: [...(isNarrow ? [] : tabSet(20, ['queue']).map((set) => ({ ...set, minWidth: leastQueue }))), ...tabSet(80, ['reader'], true)],
  }),
  reconcile: () => ({ type: 'row', children: tabSet(100, ['conflicts', 'figures', 'events', 'statements'], true) }),
  analyse: (isNarrow) => ({
    type: 'row',
    children: [
      isNarrow
        ? { type: 'row', children: tabSet(100, ['charts', 'timeline', 'ledger'], true) }
        : { type: 'row', children: [...tabSet(54, ['charts', 'ledger'], true), ...tabSet(46, ['timeline'])] },
    ],
  }),
  report: () => ({ type: 'row', children: tabSet(100, ['reports', 'boards'], true) }),
};

export function workspaceModel(name: WorkspaceName): Model {
  return Model.fromJson({ global, borders: [], layout: readyMade[name](window.innerWidth < narrowBelow) });
}

/** The workspace that serves a view; undefined for one that is looked at wherever one is. */
export function homeOf(instance: string): WorkspaceName | undefined {
  const view = viewOf(instance);
  return findView(view)?.workspace ?? workspaceNames.find((name) => JSON.stringify(readyMade[name](false)).includes(`"id":"${view}"`));
}

const version = 2;

interface Kept {
  readonly version: number;
  readonly current: string;
  readonly models: Readonly<Record<string, IJsonModel>>;
  readonly params: Record<string, Record<string, string | number>>;
}

export interface ReadArrangements {
  readonly current: ArrangementId | undefined;
  readonly models: Readonly<Record<string, Model>>;
  readonly params: Kept['params'];
  /** Kept by a later Assay: it is left as it is, and nothing is kept over it. */
  readonly isLater: boolean;
}

const nothing: ReadArrangements = { current: undefined, models: {}, params: {}, isLater: false };

/** What was kept, without the views that have gone since. `earlierName` names the one layout that an earlier Assay kept. */
export function readKept(text: string | null, earlierName: string): ReadArrangements {
  if (text === null) return nothing;
  try {
    const kept = JSON.parse(text) as Partial<Kept> & { readonly model?: IJsonModel };
    if (kept.version === undefined) return readEarlier(kept, earlierName);
    if (kept.version > version) return { ...nothing, isLater: true };
    const models = readModels(kept.models ?? {});
    const current = kept.current !== undefined && (isWorkspace(kept.current) || kept.current in models) ? (kept.current as ArrangementId) : undefined;
    return { current, models, params: kept.params ?? {}, isLater: false };
  } catch {
    return nothing;
  }
}

function readEarlier({ model, params }: { readonly model?: IJsonModel; readonly params?: Kept['params'] }, name: string): ReadArrangements {
  const models = readModels(model === undefined ? {} : { [ownId(name)]: model });
  const [current] = Object.keys(models) as ArrangementId[];
  return { current, models, params: params ?? {}, isLater: false };
}

function readModels(kept: Kept['models']): Record<string, Model> {
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, json]) => {
      const model = isWorkspace(id) || id.startsWith('own:') ? readModel(json) : undefined;
      return model === undefined ? [] : [[id, model]];
    }),
  );
}

function readModel(json: IJsonModel): Model | undefined {
  try {
    const layout = withKnownViews(json.layout);
    return layout === undefined ? undefined : Model.fromJson({ ...json, layout, global });
  } catch {
    return undefined;
  }
}

/** A view may have gone since; undefined where nothing is left. */
function withKnownViews(row: IJsonRowNode): IJsonRowNode | undefined {
  const children = (row.children ?? []).flatMap((child): (IJsonRowNode | IJsonTabSetNode)[] => {
    if (child.type === 'row') {
      const part = withKnownViews(child as IJsonRowNode);
      return part === undefined ? [] : [part];
    }
    const set = child as IJsonTabSetNode;
    const tabs = (set.children ?? []).filter(({ id }) => findView(id) !== undefined);
    return tabs.length === 0 ? [] : [{ ...set, children: tabs, selected: Math.min(Math.max(set.selected ?? 0, 0), tabs.length - 1) }];
  });
  return children.length === 0 ? undefined : { ...row, children };
}

export function keepText(current: ArrangementId, models: Readonly<Record<string, Model>>, params: Kept['params']): string {
  const kept: Kept = { version, current, models: Object.fromEntries(Object.entries(models).map(([id, model]) => [id, model.toJson()])), params };
  return JSON.stringify(kept);
}
