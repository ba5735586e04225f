// What a feature gives to the frame. Views are loaded when first opened.
import type { Icon } from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { KeySpec } from './keys.ts';

export interface ViewProps {
  readonly params: Record<string, string | number>;
}
export type ViewComponent = ComponentType<ViewProps> | LazyExoticComponent<ComponentType<ViewProps>>;

/** Each an arrangement of views that gives its task the whole window. */
export const workspaceNames = ['read', 'reconcile', 'analyse', 'report'] as const;
export type WorkspaceName = (typeof workspaceNames)[number];

export interface ViewSpec {
  readonly id: string;
  /** Key with its namespace, such as `ledger:title`. */
  readonly titleKey: string;
  readonly icon: Icon;
  /** Place in the rail; a rule stands between groups. Views without it are opened by others. */
  readonly rail?: { readonly order: number; readonly group: number };
  /** Letter after G. */
  readonly goKey?: string;
  /** Where it opens, unless it stands in the arrangement that is shown; without one it opens wherever one is. */
  readonly workspace?: WorkspaceName;
  readonly keys?: readonly KeySpec[];
  /** Takes the place of all other tabs when it is asked for, until another view is. */
  readonly isLarge?: boolean;
  readonly component: ViewComponent;
}

export interface CommandSpec {
  readonly id: string;
  readonly titleKey: string;
  /** As shown: "Ctrl Shift Z". */
  readonly shortcut?: string;
  /** A second combination that does the same. */
  readonly alsoShortcut?: string;
  /** Also listed in the workbook's menu in the title bar; a rule stands between groups. */
  readonly menuGroup?: number;
  /** Can be done while no workbook is open, too. */
  readonly worksOnStart?: boolean;
  run(): void;
}

export interface PanelSpec {
  readonly id: 'evidence';
  readonly titleKey: string;
  readonly keys: readonly KeySpec[];
  /** A hook: whether there is nothing to show, so that the panel's width goes to the views. */
  useIsEmpty(): boolean;
  readonly component: ComponentType | LazyExoticComponent<ComponentType>;
}

/** Keys of a part that is no view: a form, a dialog. */
export interface KeyGroup {
  readonly titleKey: string;
  readonly keys: readonly KeySpec[];
}

export interface FeatureManifest {
  readonly name: string;
  readonly views: readonly ViewSpec[];
  readonly commands?: readonly CommandSpec[];
  readonly keyGroups?: readonly KeyGroup[];
  /** Fixed at the right of the dock. */
  readonly panel?: PanelSpec;
  /** Shown instead of the frame while no workbook is open. */
  readonly start?: ComponentType | LazyExoticComponent<ComponentType>;
  /** A strip above the views of the open workbook; it draws nothing while there is nothing to say. */
  readonly strip?: ComponentType;
  /** Mounted for as long as the window lives; draws itself over everything when it has something to show. */
  readonly overlay?: ComponentType;
}

/** `lazyView(async () => (await import('./LedgerView.tsx')).LedgerView)` */
export function lazyView<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await load() }));
}
