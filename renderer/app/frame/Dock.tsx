// Tabs and splits of the arrangement that is shown. Views are asked for through the workspace.
import { IconDots, IconMaximize, IconMinimize, IconX } from '@tabler/icons-react';
import { type Action, Actions, type ITabRenderValues, Layout, type Node, TabNode } from 'flexlayout-react';
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, mayLeave, notify, numberOf, useWorkspace } from '../../bridge/index.ts';
import { openMenu } from '../../ui/index.ts';
import { currentModel, openRequested, startArrangements, tellOpen, useArrangements } from '../arrangement-state.ts';
import { keepText, readKept } from '../arrangements.ts';
import { focusedViewOf, selectedOf } from '../dock-model.ts';
import { findView } from '../features.ts';
import { enterView, isFocusFree } from './enter-view.ts';
import { tabMenu } from './tab-menu.ts';
import { focusAgain, letGoOfHidden, ViewPool, ViewSlot, viewHost } from './ViewPool.tsx';

const keepAfterMs = 800;
const layoutIcons = {
  close: <IconX size={12} />,
  maximize: <IconMaximize size={13} />,
  restore: <IconMinimize size={13} />,
  more: () => <IconDots size={14} />,
};

export interface DockProps {
  readonly settingKey: string;
  readonly kept: string | null;
  /** An empty workbook opens on its sources, where work begins. */
  readonly hasSources: boolean;
}

/** What was kept is read once, when the workbook is opened. */
function useStart({ kept, hasSources }: DockProps): { readonly isKept: boolean } {
  const { t } = useTranslation('app');
  const [read] = useState(() => {
    const found = readKept(kept, t('layout.earlier'));
    startArrangements(found);
    if (found.isLater) notify({ tone: 'info', text: t('layout.isLater') });
    if (!hasSources && found.current === undefined) openRequested({ instance: 'sources', isBeside: false, serial: 0 });
    return found;
  });
  return { isKept: !read.isLater };
}

/** Keeps the arrangements and what their views show, a moment after the last change. */
function useKeeping(settingKey: string, isKept: boolean): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const params = useWorkspace((state) => state.params);
  const { current, models } = useArrangements();
  const keep = useCallback(() => {
    tellOpen();
    clearTimeout(timer.current);
    if (!isKept) return;
    timer.current = setTimeout(() => {
      const { current, models } = useArrangements.getState();
      void call('settings.set', { key: settingKey, value: keepText(current, models, useWorkspace.getState().params) }).catch(() => undefined);
    }, keepAfterMs);
  }, [settingKey, isKept]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a view shows is kept with the arrangements
  useEffect(() => keep(), [keep, params, current, models]);
  return keep;
}

export function Dock(props: DockProps) {
  const { t } = useTranslation();
  const { isKept } = useStart(props);
  const keep = useKeeping(props.settingKey, isKept);
  const current = useArrangements((state) => state.current);
  const model = useArrangements(currentModel);
  const titles = useWorkspace((state) => state.titles);
  const request = useWorkspace((state) => state.request);
  // A view that was asked for before the dock was there is opened now.
  const answered = useRef(0);
  const shown = useRef(current);

  // Work in a new workbook begins with its only button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the workbook is opened
  useEffect(() => {
    const view = focusedViewOf(model);
    if (!props.hasSources && view !== undefined) enterView(view);
  }, []);
  useEffect(() => {
    if (request === undefined || request.serial === answered.current) return;
    answered.current = request.serial;
    openRequested(request);
    if (isFocusFree()) enterView(request.instance);
  }, [request]);
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    letGoOfHidden(selectedOf(model));
    const view = focusedViewOf(model);
    if (view !== undefined && isFocusFree() && !focusAgain(view)) enterView(view);
  }, [current, model]);

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
      // A view that was not shown yet has nothing to lose.
      for (const instance of instances)
        if (await mayLeave(viewHost(instance) ?? document.createElement('div'))) model.doAction(Actions.deleteTab(instance));
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
    <main className="dock">
      <h1 className="visually-hidden">{t('app:dock')}</h1>
      <Layout
        key={current}
        model={model}
        factory={(node) => <ViewSlot instance={node.getId()} />}
        icons={layoutIcons}
        onRenderTab={renderTab}
        onModelChange={keep}
        onAction={closeAsked}
        i18nTranslator={(key) => (findView(key) === undefined ? key : titleOf(key))}
        onContextMenu={openTabMenu}
      />
      <ViewPool />
    </main>
  );
}
