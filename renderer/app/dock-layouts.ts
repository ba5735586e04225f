// Ready-made layouts and the reading of kept ones. A tab's id is the instance of the view that it shows.
import { type IJsonModel, type IJsonRowNode, type IJsonTabNode, type IJsonTabSetNode, Model } from 'flexlayout-react';
import { create } from 'zustand';
import { findView } from './features.ts';

const allLayouts = ['analysis', 'sources', 'ledger', 'conflicts', 'timeline'] as const;
export type LayoutName = (typeof allLayouts)[number];
/** Those whose view is there. */
export const layoutNames: readonly LayoutName[] = allLayouts.filter((name) => name === 'analysis' || findView(name) !== undefined);

const global: NonNullable<IJsonModel['global']> = {
  tabEnableRename: false,
  tabEnablePopout: false,
  tabSetEnableMaximize: true,
  tabSetMinWidth: 160,
  tabSetMinHeight: 100,
};

export function tabOf(instance: string): IJsonTabNode {
  return { type: 'tab', id: instance, component: instance, name: instance };
}

/** A tab set of the views that are there; none at all where no feature brings them. */
function tabSet(weight: number, views: readonly string[], isActive = false): IJsonTabSetNode[] {
  const known = views.filter((view) => findView(view) !== undefined);
  return known.length === 0 ? [] : [{ type: 'tabset', weight, active: isActive, children: known.map(tabOf) }];
}

function analysis(isNarrow: boolean): IJsonRowNode {
  const right: IJsonRowNode = {
    type: 'row',
    weight: isNarrow ? 54 : 59,
    children: [
      ...tabSet(47, isNarrow ? ['figures'] : ['figures', 'events', 'statements'], true),
      ...tabSet(53, isNarrow ? ['charts'] : ['charts', 'timeline']),
    ],
  };
  return { type: 'row', children: [...tabSet(isNarrow ? 46 : 41, ['reader']), right] };
}

const one = (views: readonly string[]): IJsonRowNode => ({ type: 'row', children: tabSet(100, views, true) });

function rootOf(name: LayoutName): IJsonRowNode {
  switch (name) {
    case 'analysis':
      return analysis(window.innerWidth < 1180);
    case 'sources':
      return one(['sources']);
    case 'ledger':
      return one(['ledger', 'figures']);
    case 'conflicts':
      return one(['conflicts']);
    case 'timeline':
      return one(['timeline', 'charts']);
  }
}

export function layoutModel(name: LayoutName): Model {
  return Model.fromJson({ global, borders: [], layout: rootOf(name) });
}

interface KeptDock {
  readonly model: IJsonModel;
  readonly params: Record<string, Record<string, string | number>>;
}

/** What was kept, or undefined where it cannot be used: a view may have gone since. */
export function readKept(text: string | null): { model: Model; params: KeptDock['params'] } | undefined {
  if (text === null) return undefined;
  try {
    const kept = JSON.parse(text) as KeptDock;
    const model = Model.fromJson({ ...kept.model, global });
    let isKnown = true;
    model.visitNodes((node) => {
      if (node.getType() === 'tab' && findView(node.getId()) === undefined) isKnown = false;
    });
    return isKnown ? { model, params: kept.params ?? {} } : undefined;
  } catch {
    return undefined;
  }
}

export function keepText(model: Model, params: KeptDock['params']): string {
  return JSON.stringify({ model: model.toJson(), params });
}

/** Asks the dock for a ready-made layout. */
export const useLayoutRequest = create<{ readonly name: LayoutName | undefined; readonly serial: number }>()(() => ({ name: undefined, serial: 0 }));

export function requestLayout(name: LayoutName): void {
  useLayoutRequest.setState(({ serial }) => ({ name, serial: serial + 1 }));
}
