// Tabs and splits. The model is built once for a workbook, outside render; views are asked for through the workspace.
import { IconDots, IconMaximize, IconMinimize, IconX } from '@tabler/icons-react';
import { type Action, Actions, type ITabRenderValues, Layout, type Model, type Node, TabNode } from 'flexlayout-react';
import { type MouseEvent, memo, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, mayLeave, numberOf, useViewParams, useWorkspace, ViewInstanceProvider } from '../../bridge/index.ts';
import { ErrorBoundary, openMenu } from '../../ui/index.ts';
import { keepText, layoutModel, readKept, useLayoutRequest } from '../dock-layouts.ts';
import { focusedViewOf, instancesOf, openIn } from '../dock-model.ts';
import { findView } from '../features.ts';
import { enterView, isFocusFree } from './enter-view.ts';
import { tabMenu } from './tab-menu.ts';

const keepAfterMs = 800;
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
        <ViewInstanceProvider value={id}>
          <div className="view-host" data-view={id}>
            <View params={params} />
          </div>
        </ViewInstanceProvider>
      </Suspense>
    </ErrorBoundary>
  );
});

function tellOpen(model: Model): void {
  const { setInstances, setFocusedView } = useWorkspace.getState();
  setInstances(instancesOf(model));
  setFocusedView(focusedViewOf(model));
}

/** A view that was not shown yet has nothing to lose. */
function hostOf(instance: string): Element {
  return document.querySelector(`[data-view="${CSS.escape(instance)}"]`) ?? document.createElement('div');
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
  const root = useRef<HTMLElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(() => {
    tellOpen(model);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => void call('settings.set', { key: settingKey, value: keepText(model, useWorkspace.getState().params) }).catch(() => undefined),
      keepAfterMs,
    );
  }, [model, settingKey]);

  useEffect(() => tellOpen(model), [model]);
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
    openIn(model, request);
    if (isFocusFree()) enterView(request.instance);
  }, [model, request]);
  useEffect(() => {
    if (layout.name === undefined || layout.serial === answered.current.layout) return;
    answered.current.layout = layout.serial;
    const { name } = layout;
    void mayLeave(root.current ?? undefined).then((leaves) => leaves && setModel(layoutModel(name)));
  }, [layout]);

  const titleOf = useCallback(
    (instance: string) => {
      const word = t(findView(instance)?.titleKey ?? instance);
      const number = numberOf(instance);
      return titles[instance] || (number === 1 ? word : t('app:viewNumber', { view: word, number }));
    },
    [t, titles],
  );
  const renderTab = useCallback(
    (node: TabNode, values: ITabRenderValues) => {
      const view = findView(node.getId());
      if (view === undefined) return;
      values.leading = <view.icon size={14} stroke={1.7} aria-hidden />;
      values.content = titleOf(node.getId());
    },
    [titleOf],
  );

  const close = useCallback(
    async (instances: readonly string[]) => {
      for (const instance of instances)
        if (await mayLeave(hostOf(instance))) model.doAction(Actions.deleteTab(instance));
        else return;
    },
    [model],
  );
  const closeAsked = useCallback(
    (action: Action) => {
      if (action.type !== Actions.DELETE_TAB) return action;
      void close([String(action.data['node'])]);
      return undefined;
    },
    [close],
  );
  const openTabMenu = useCallback(
    (node: Node, event: MouseEvent) => {
      if (!(node instanceof TabNode)) return;
      event.preventDefault();
      const instance = node.getId();
      const view = t(findView(instance)?.titleKey ?? instance);
      const { clientX: left, clientY: top } = event;
      openMenu(tabMenu({ tab: node, model, title: titleOf(instance), view, t, close: (all) => void close(all) }), { left, top, above: top });
    },
    [model, titleOf, t, close],
  );

  return (
    <main className="dock" ref={root}>
      <h1 className="visually-hidden">{t('app:dock')}</h1>
      <Layout
        model={model}
        factory={(node) => <ViewHost id={node.getId()} />}
        icons={layoutIcons}
        onRenderTab={renderTab}
        onModelChange={keep}
        onAction={closeAsked}
        i18nTranslator={(key) => (findView(key) === undefined ? key : titleOf(key))}
        onContextMenu={openTabMenu}
      />
    </main>
  );
}
