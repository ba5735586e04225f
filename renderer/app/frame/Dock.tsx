// Tabs and splits. The model is built once for a workbook, outside render; views are asked for through the workspace.
import { IconDots, IconMaximize, IconMinimize, IconX } from '@tabler/icons-react';
import { Actions, DockLocation, type ITabRenderValues, Layout, type Model, type TabNode, TabSetNode } from 'flexlayout-react';
import { memo, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useViewParams, useWorkspace } from '../../bridge/index.ts';
import { ErrorBoundary } from '../../ui/index.ts';
import { keepText, layoutModel, readKept, tabOf, useLayoutRequest } from '../dock-layouts.ts';
import { findView } from '../features.ts';
import { enterView, isFocusFree } from './enter-view.ts';

const keepAfterMs = 800;
/** Per cent of the width that the Reader takes when it is opened beside other views. */
const readerShare = 41;
const layoutIcons = {
  close: <IconX size={12} />,
  maximize: <IconMaximize size={13} />,
  restore: <IconMinimize size={13} />,
  more: () => <IconDots size={14} />,
};

const ViewHost = memo(function ViewHost({ id }: { id: string }) {
  const { t } = useTranslation();
  const params = useViewParams(id);
  const view = findView(id);
  if (view === undefined) return null;
  const { component: View } = view;
  return (
    <ErrorBoundary title={t('app:viewFailed.title')} message={t('app:viewFailed.message')}>
      <Suspense fallback={<div className="view-waiting" />}>
        <div className="view-host" data-view={id}>
          <View params={params} />
        </div>
      </Suspense>
    </ErrorBoundary>
  );
});

function tabSets(model: Model): TabSetNode[] {
  const found: TabSetNode[] = [];
  model.visitNodes((node) => {
    if (node instanceof TabSetNode) found.push(node);
  });
  return found;
}

function addView(model: Model, view: string): void {
  const sets = tabSets(model);
  const withReader = sets.find((set) => set.getChildren().some((tab) => tab.getId() === 'reader'));
  const [first] = sets;
  if (first === undefined) return;
  const root = model.getRootRow();
  if (view === 'reader' && root !== undefined && sets.some((set) => set.getChildren().length > 0)) {
    model.doAction(Actions.addTab(tabOf(view), root.getId(), DockLocation.LEFT, -1, true));
    const others = root.getChildren().length - 1;
    if (others > 0)
      model.doAction(Actions.adjustWeights(root.getId(), [readerShare, ...Array.from({ length: others }, () => (100 - readerShare) / others)]));
    return;
  }
  const active = model.getActiveTabset();
  const target = active !== undefined && active !== withReader ? active : (sets.find((set) => set !== withReader) ?? first);
  if (target === withReader) model.doAction(Actions.addTab(tabOf(view), target.getId(), DockLocation.RIGHT, -1, true));
  else model.doAction(Actions.addTab(tabOf(view), target.getId(), DockLocation.CENTER, -1, true));
}

function openIn(model: Model, view: string): void {
  if (findView(view) === undefined) return;
  const maximized = model.getMaximizedTabset();
  const node = model.getNodeById(view);
  if (maximized !== undefined && node?.getParent() !== maximized) model.doAction(Actions.maximizeToggle(maximized.getId()));
  if (node === undefined) addView(model, view);
  else model.doAction(Actions.selectTab(view));
}

function focusedViewOf(model: Model): string | undefined {
  return model.getActiveTabset()?.getSelectedNode()?.getId();
}

export interface DockProps {
  readonly settingKey: string;
  readonly kept: string | null;
  /** An empty workbook opens on its sources, where work begins. */
  readonly hasSources: boolean;
}

function firstModel({ kept, hasSources }: DockProps): Model {
  const read = readKept(kept);
  if (read === undefined) return layoutModel(hasSources ? 'analysis' : 'sources');
  for (const [view, params] of Object.entries(read.params)) useWorkspace.getState().setParams(view, params);
  return read.model;
}

export function Dock(props: DockProps) {
  const { settingKey } = props;
  const { t } = useTranslation();
  const [model, setModel] = useState(() => firstModel(props));
  const titles = useWorkspace((state) => state.titles);
  const request = useWorkspace((state) => state.request);
  const params = useWorkspace((state) => state.params);
  const layout = useLayoutRequest();
  // A view that was asked for before the dock was there is opened now.
  const answered = useRef({ view: 0, layout: layout.serial });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(() => {
    useWorkspace.getState().setFocusedView(focusedViewOf(model));
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => void call('settings.set', { key: settingKey, value: keepText(model, useWorkspace.getState().params) }).catch(() => undefined),
      keepAfterMs,
    );
  }, [model, settingKey]);

  useEffect(() => useWorkspace.getState().setFocusedView(focusedViewOf(model)), [model]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a view shows is kept with the layout
  useEffect(() => keep(), [keep, params]);
  // Work in a new workbook begins with its only button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the workbook is opened
  useEffect(() => {
    const view = focusedViewOf(model);
    if (!props.hasSources && view !== undefined) enterView(view);
  }, []);
  useEffect(() => {
    if (request === undefined || request.serial === answered.current.view) return;
    answered.current.view = request.serial;
    openIn(model, request.view);
    if (isFocusFree()) enterView(request.view);
  }, [model, request]);
  useEffect(() => {
    if (layout.name === undefined || layout.serial === answered.current.layout) return;
    answered.current.layout = layout.serial;
    setModel(layoutModel(layout.name));
  }, [layout]);

  const renderTab = useCallback(
    (node: TabNode, values: ITabRenderValues) => {
      const view = findView(node.getId());
      if (view === undefined) return;
      values.leading = <view.icon size={14} stroke={1.7} aria-hidden />;
      values.content = titles[view.id] ?? t(view.titleKey);
    },
    [t, titles],
  );

  return (
    <main className="dock">
      <h1 className="visually-hidden">{t('app:dock')}</h1>
      <Layout
        model={model}
        factory={(node) => <ViewHost id={node.getId()} />}
        icons={layoutIcons}
        onRenderTab={renderTab}
        onModelChange={keep}
        i18nTranslator={(key) => (findView(key) === undefined ? key : (titles[key] ?? t(findView(key)?.titleKey ?? key)))}
      />
    </main>
  );
}
