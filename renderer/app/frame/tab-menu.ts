// What can be done with a tab, at the place where it was asked for.
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconLayoutBottombarCollapse,
  IconLayoutSidebarRightCollapse,
  IconPlus,
  IconX,
} from '@tabler/icons-react';
import { Actions, DockLocation, type Model, type TabNode, TabSetNode } from 'flexlayout-react';
import type { TFunction } from 'i18next';
import { useWorkspace, viewOf } from '../../bridge/index.ts';
import type { MenuGroup, MenuRequest } from '../../ui/index.ts';

export interface TabMenuOptions {
  readonly tab: TabNode;
  readonly model: Model;
  /** Title of the tab, and the name of its view. */
  readonly title: string;
  readonly view: string;
  readonly t: TFunction;
  /** Closes tabs by their instances, after asking where something is not saved. */
  close(instances: readonly string[]): void;
}

export function tabMenu(options: TabMenuOptions): MenuRequest {
  const { tab, title, view, t } = options;
  const another = () => void useWorkspace.getState().openAnother(viewOf(tab.getId()));
  return {
    label: title,
    groups: [[{ label: t('app:tab.another', { view }), icon: IconPlus, run: another }], placePart(options), closePart(options)],
  };
}

function placePart({ tab, model, t }: TabMenuOptions): MenuGroup {
  const set = tab.getParent();
  if (!(set instanceof TabSetNode)) return [];
  const whyNot = set.getChildren().length < 2 ? t('app:tab.isAlone') : undefined;
  const split = (to: DockLocation) => void model.doAction(Actions.moveNode(tab.getId(), set.getId(), to, -1, true));
  const isMaximized = set.isMaximized();
  return [
    { label: t('app:tab.splitRight'), icon: IconLayoutSidebarRightCollapse, whyNot, run: () => split(DockLocation.RIGHT) },
    { label: t('app:tab.splitDown'), icon: IconLayoutBottombarCollapse, whyNot, run: () => split(DockLocation.BOTTOM) },
    {
      label: t(isMaximized ? 'app:tab.restore' : 'app:tab.maximize'),
      icon: isMaximized ? IconArrowsMinimize : IconArrowsMaximize,
      run: () => void model.doAction(Actions.maximizeToggle(set.getId())),
    },
  ];
}

function closePart({ tab, t, close }: TabMenuOptions): MenuGroup {
  const here = tab.getId();
  const others = (tab.getParent()?.getChildren() ?? []).map((one) => one.getId()).filter((one) => one !== here);
  return [
    { label: t('app:tab.close'), icon: IconX, run: () => close([here]) },
    ...(others.length === 0 ? [] : [{ label: t('app:tab.closeOthers', { count: others.length }), run: () => close(others) }]),
  ];
}
